package audit

import (
	"fmt"
	"strconv"

	"plimsoll/report/problem"
)

// repeat counts the rows of one sheet that agree in every value.
type repeat struct {
	file, inFile, kept int // the last file that has it, how often there, and how many rows were kept in all
	first              problem.Place
}

// signature is what rows agree in: every value as it was understood.
func (r *record) signature() string {
	b := make([]byte, 0, 160)
	b = append(b, r.t.decl.Name...)
	for _, v := range r.values {
		b = append(b, '\x1f', '0'+byte(v.state))
		if v.state != good {
			continue
		}
		b = append(append(append(b, v.text...), '\x1e'), v.isomer...)
		b = strconv.AppendFloat(append(b, '\x1e'), v.number, 'g', -1, 64)
		b = strconv.AppendInt(append(b, '\x1e'), int64(v.date), 10)
		b = strconv.AppendInt(append(b, '\x1e'), int64(v.clock), 10)
		b = strconv.AppendInt(append(b, '\x1e'), int64(v.period.Quarter), 10)
		b = strconv.AppendBool(strconv.AppendBool(b, v.period.Year), v.below)
	}
	return string(b)
}

// isNew says whether a row counts: one that another workbook has too does not, one that stands twice in the same
// workbook does. Both are said.
func (c *Collector) isNew(rec *record) bool {
	sig := rec.signature()
	seen := c.seen[sig]
	if seen == nil {
		c.seen[sig] = &repeat{file: c.file, inFile: 1, kept: 1, first: rec.place()}
		return true
	}
	if seen.file != c.file {
		seen.file, seen.inFile = c.file, 0
	}
	seen.inFile++
	if seen.inFile > seen.kept {
		seen.kept = seen.inFile
		c.reportRow(rec, problem.DuplicateRow.At(rec.place(),
			"the row agrees in every value with %s; both are counted", seen.first).
			Hinted("remove it if it was entered twice"))
		return true
	}
	c.reportRow(rec, problem.DuplicateRow.At(rec.place(),
		"the row stands in another workbook too, at %s; it is counted once", seen.first))
	return false
}

// counts says whether a reading does. Of pay the row of the latest file stands, so that other files do not matter here.
func (c *Collector) counts(rec *record) bool {
	if !rec.t.area.Kind.OfPay() {
		return c.isNew(rec)
	}
	sig := fmt.Sprintf("%d %s", c.file, rec.signature())
	if seen := c.seen[sig]; seen != nil {
		c.reportRow(rec, problem.DuplicateRow.At(rec.place(),
			"the row agrees in every value with %s; both are counted", seen.first).
			Hinted("remove it if it was entered twice"))
		return true
	}
	c.seen[sig] = &repeat{first: rec.place()}
	return true
}

// earningsKey is what makes two rows of pay the same one.
type earningsKey struct {
	factory           string
	month             int32
	group, sex, basis string
}

// replaceEarnings lets a row of a later file stand for the earlier one of the same factory, month, group, sex and
// basis.
func (c *Collector) replaceEarnings() {
	last := map[earningsKey]string{}
	for i := range c.data.Readings {
		if r := &c.data.Readings[i]; r.Area.Kind.OfPay() {
			last[keyOf(r)] = r.Source.File // readings come in the order of files
		}
	}
	kept := c.data.Readings[:0]
	for i := range c.data.Readings {
		r := c.data.Readings[i]
		if file := last[keyOf(&r)]; r.Area.Kind.OfPay() && file != r.Source.File {
			p := problem.DuplicateRow.At(r.Source.Place(),
				"%s, %s of %s stands in %s too; that later row replaces this one", r.Group, r.Date.MonthString(),
				r.Factory.ID, file).Of(r.Factory.ID)
			c.report(p)
			c.data.Account.Omit(r.Source, p)
			continue
		}
		kept = append(kept, r)
	}
	c.data.Readings = kept
}

func keyOf(r *Reading) earningsKey {
	return earningsKey{r.Factory.ID, int32(r.Date), r.Group, r.Sex, r.Basis}
}
