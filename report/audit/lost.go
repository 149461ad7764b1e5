package audit

// Lost is a row of measurements that was left out by an error, or that says that nothing was measured: what it says of
// itself, without a value. A day or a sample that it was a part of is not whole.
type Lost struct {
	Reading
	HoursUnread, MinutesUnread, SampleUnread bool // the cell holds something that could not be read
}

// lose keeps a row that cannot be used, where its factory and date are known; otherwise it cannot be missed anywhere.
func (c *Collector) lose(rec *record) {
	l := Lost{Reading: blankReading(rec)}
	for i := range rec.t.decl.Columns {
		field, v := rec.t.decl.Columns[i].Field, rec.values[i]
		switch {
		case v.state == good && field != "value":
			fill(&l.Reading, field, v)
		case v.state == bad && field == "hours":
			l.HoursUnread = true
		case v.state == bad && field == "minutes":
			l.MinutesUnread = true
		case v.state == bad && field == "sample":
			l.SampleUnread = true
		}
	}
	if l.Factory != nil && l.Date != 0 {
		c.data.Lost = append(c.data.Lost, l)
	}
}
