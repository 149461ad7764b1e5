package audit

import (
	"cmp"
	"slices"

	"plimsoll/report/problem"
)

// SheetAccount is the account of one sheet, as numbers of cells.
type SheetAccount struct {
	File, Sheet string
	Cells       int // that hold something, counted from the rows as they came, and values under merged blocks
	Outcomes    [NoSheet + 1]int
	Causes      []Cause        // of the cells left out, by code
	Columns     []UnreadColumn // that hold something nobody uses, from left to right
}

// Cause is what leaves cells of a sheet out.
type Cause struct {
	Severity problem.Severity
	Code     string
	Cells    int
	Places   []problem.Place // of its problems, in order
}

// UnreadColumn is a column of which nothing is used: Outcome is NoColumn or Information.
type UnreadColumn struct {
	Column  int
	Heading string // as written, "" where there is none
	Outcome Outcome
	Cells   int // the heading included where it means nothing
}

// Settled is the number of cells whose outcome is known.
func (s *SheetAccount) Settled() int {
	n := 0
	for _, cells := range s.Outcomes[Used:] {
		n += cells
	}
	return n
}

// Sheets is the account of every sheet that was read, by file and in the order of its sheets.
func (a *Account) Sheets() []SheetAccount {
	out := make([]SheetAccount, len(a.ledgers))
	for i, l := range a.ledgers {
		out[i] = a.sheet(l)
	}
	return out
}

func (a *Account) sheet(l *ledger) SheetAccount {
	s := SheetAccount{File: l.file, Sheet: l.name, Cells: l.cells + l.covered}
	causes, columns := map[int32]int{}, map[UnreadColumn]int{}
	if l.covered > 0 {
		s.Outcomes[l.coveredBy.outcome] += l.covered
		causes[l.coveredBy.cause] += l.covered
	}
	for _, row := range l.marks {
		for j, m := range row {
			s.Outcomes[m.outcome]++
			switch m.outcome {
			case Omitted:
				causes[m.cause]++
			case NoColumn, Information:
				columns[UnreadColumn{Column: j + 1, Heading: l.heading(j), Outcome: m.outcome}]++
			}
		}
	}
	s.Outcomes[Unsettled] = s.Cells - s.Settled() // the marks of blank cells are no cells
	s.Causes, s.Columns = a.causesOf(causes), columnsOf(columns)
	return s
}

func (l *ledger) heading(column int) string {
	if column < len(l.headings) {
		return l.headings[column]
	}
	return ""
}

// causesOf puts the cells that several problems of one code leave out together.
func (a *Account) causesOf(cells map[int32]int) []Cause {
	type key struct {
		severity problem.Severity
		code     string
	}
	at := map[key]*Cause{}
	for number, n := range cells {
		p := a.causes[number-1]
		k := key{p.Severity, p.Code}
		if at[k] == nil {
			at[k] = &Cause{Severity: p.Severity, Code: p.Code}
		}
		at[k].Cells += n
		at[k].Places = append(at[k].Places, p.Place)
	}
	out := make([]Cause, 0, len(at))
	for _, c := range at {
		slices.SortFunc(c.Places, problem.Place.Compare)
		c.Places = slices.Compact(c.Places)
		out = append(out, *c)
	}
	slices.SortFunc(out, func(a, b Cause) int {
		return cmp.Or(cmp.Compare(a.Severity, b.Severity), cmp.Compare(a.Code,
			b.Code))
	})
	return out
}

// columnsOf lists columns from left to right.
func columnsOf(cells map[UnreadColumn]int) []UnreadColumn {
	out := make([]UnreadColumn, 0, len(cells))
	for c, n := range cells {
		c.Cells = n
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b UnreadColumn) int {
		return cmp.Or(cmp.Compare(a.Column, b.Column), cmp.Compare(a.Outcome, b.Outcome))
	})
	return out
}
