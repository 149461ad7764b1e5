package audit

import (
	"crypto/sha256"
	"strconv"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

// repeat counts the rows of one sheet that agree in every value.
type repeat struct {
	file, inFile, kept int // the last file that has it, how often there, and how many rows were kept in all
	first              problem.Place
}

// signature is what rows agree in: every value as it was understood.
func (r *record) signature() string { return string(r.appendSignature(make([]byte, 0, 160))) }

func (r *record) appendSignature(b []byte) []byte {
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
	return b
}

// rowsSeen are the rows that were read, by what rows agree in: 128 bits of its SHA-256, which no two that differ share.
// There may be millions of them, so that nothing in it is for the garbage collector to look at.
type rowsSeen struct {
	first  map[[16]byte]sighting
	again  map[[16]byte]*repeat // of those that came again
	sheets numbered[problem.Place]
	buffer []byte
}

// sighting is where a row was first.
type sighting struct{ file, sheet, row, column int32 }

// see remembers a row of a file; what it gives is nil for one that was not seen before.
func (s *rowsSeen) see(rec *record, file int, in string) *repeat {
	s.buffer = rec.appendSignature(append(s.buffer[:0], in...))
	sum := sha256.Sum256(s.buffer)
	id := [16]byte(sum[:])
	before, seen := s.first[id]
	switch {
	case !seen:
		at := rec.place()
		s.first[id] = sighting{int32(file), int32(s.sheets.of(problem.Place{File: at.File, Sheet: at.Sheet})), int32(at.Row), int32(at.Column)}
		return nil
	case s.again[id] == nil:
		at := s.sheets.at(int(before.sheet))
		at.Row, at.Column = int(before.row), int(before.column)
		s.again[id] = &repeat{file: int(before.file), inFile: 1, kept: 1, first: at}
	}
	return s.again[id]
}

// isNew says whether a row counts: one that another workbook has too does not, one that stands twice in the same
// workbook does. Both are said.
func (c *Collector) isNew(rec *record) bool {
	seen := c.rows.see(rec, c.file, "")
	if seen == nil {
		return true
	}
	if seen.file != c.file {
		seen.file, seen.inFile = c.file, 0
	}
	seen.inFile++
	if seen.inFile > seen.kept {
		seen.kept = seen.inFile
		c.reportTwice(rec, seen)
		return true
	}
	c.reportRow(rec, problem.DuplicateRow.At(rec.place(),
		"the row stands in another workbook too, at %s; it is counted once", seen.first))
	return false
}

func (c *Collector) reportTwice(rec *record, seen *repeat) {
	c.reportRow(rec, problem.DuplicateRow.At(rec.place(),
		"the row agrees in every value with %s; both are counted", seen.first).
		Hinted("remove it if it was entered twice"))
}

// counts says whether a reading does. Of pay the row of the latest file stands, so that other files do not matter here.
func (c *Collector) counts(rec *record) bool {
	if !rec.t.area.Kind.OfPay() {
		return c.isNew(rec)
	}
	if seen := c.rows.see(rec, c.file, strconv.Itoa(c.file)+" "); seen != nil {
		c.reportTwice(rec, seen)
	}
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
	for _, f := range c.data.Readings.factories {
		last, replaced := map[earningsKey]string{}, false
		for _, r := range c.data.Readings.among(f, func(a *standard.Area, _ standard.Date) bool { return a.Kind.OfPay() }) {
			before, twice := last[keyOf(r)]
			replaced = replaced || twice && before != r.Source.File
			last[keyOf(r)] = r.Source.File // readings of a factory come in the order of files
		}
		if replaced {
			c.data.Readings.keepOf(f, func(r *Reading) bool { return c.isLast(r, last) })
		}
	}
}

// isLast says whether a reading stands; it does not where it is of pay that a later file has too.
func (c *Collector) isLast(r *Reading, last map[earningsKey]string) bool {
	if !r.Area.Kind.OfPay() || last[keyOf(r)] == r.Source.File {
		return true
	}
	p := problem.DuplicateRow.At(r.Source.Place(),
		"%s, %s of %s stands in %s too; that later row replaces this one", r.Group, r.Date.MonthString(),
		r.Factory.ID, last[keyOf(r)]).Of(r.Factory.ID)
	c.report(p)
	c.data.Account.Omit(r.Source, p)
	return false
}

func keyOf(r *Reading) earningsKey {
	return earningsKey{r.Factory.ID, int32(r.Date), r.Group, r.Sex, r.Basis}
}
