package audit

import (
	"slices"
	"strings"

	"plimsoll/report/problem"
	"plimsoll/report/workbook"
)

// Sent is a worksheet as it was sent, of which tables were made before the audit saw it.
type Sent struct {
	Sheet  *workbook.Sheet
	Tables []*workbook.Sheet

	// Outcome says what became of a cell before the audit: Used for one that something was made of, and of one that was
	// left out the problem that says why.
	Outcome func(row, column int) (Outcome, problem.Problem)
	From    func(table *workbook.Sheet, row, column int) []problem.Place // what a cell of a table was made of
	Heading func(column int) string
}

// Trace puts worksheets as they were sent in the place of the tables that were made of them. Of a cell that several
// were made of, or of which several were made, the best counts: it was used if any of them was. Unread are the problems
// of files that are no workbooks, of which the audit saw nothing.
func (a *Account) Trace(sent []Sent, unread []problem.Problem) {
	if a == nil {
		return
	}
	a.unread = slices.Concat(unread, a.unread)
	made := map[*ledger]bool{}
	traced := map[problem.Place]*ledger{} // by file and sheet
	for _, s := range sent {
		l := a.sent(s)
		traced[problem.Place{File: s.Sheet.File, Sheet: s.Sheet.Name}] = l
		a.ledgers = append(a.ledgers, l)
	}
	for _, s := range sent {
		for _, table := range s.Tables {
			made[a.of[table]] = true
			a.lead(s, table, traced)
		}
	}
	a.ledgers = slices.DeleteFunc(a.ledgers, func(l *ledger) bool { return made[l] })
	slices.SortStableFunc(a.ledgers, func(x, y *ledger) int { return strings.Compare(x.file, y.file) })
}

// sent begins the ledger of a worksheet with what is known of it before the audit. What tables were made of is settled
// by them.
func (a *Account) sent(s Sent) *ledger {
	l := &ledger{file: s.Sheet.File, name: s.Sheet.Name, cells: countCells(s.Sheet.Rows), rowAt: map[int]int{}}
	a.cover(l, s.Sheet)
	for i, row := range s.Sheet.Rows {
		l.rowAt[row.Index] = i
		marks := make([]mark, len(row.Cells))
		for j, cell := range row.Cells {
			for len(l.headings) <= j {
				l.headings = append(l.headings, s.Heading(len(l.headings)+1))
			}
			if cell.Kind == workbook.Blank {
				continue
			}
			outcome, why := s.Outcome(row.Index, j+1)
			marks[j] = mark{outcome: outcome}
			if outcome == Omitted {
				marks[j] = a.because(why)
			}
		}
		l.index, l.marks = append(l.index, row.Index), append(l.marks, marks)
	}
	return l
}

// lead gives the cells that a table was made of the outcomes of what was made of them.
func (a *Account) lead(s Sent, table *workbook.Sheet, traced map[problem.Place]*ledger) {
	l := a.of[table]
	settled := map[*mark]bool{}
	for i, row := range l.marks {
		for j, m := range row {
			if i == 0 || m.outcome == Unsettled {
				continue
			}
			for _, from := range s.From(table, l.index[i], j+1) {
				into := traced[problem.Place{File: from.File, Sheet: from.Sheet}].at(from)
				if into == nil || into.outcome != Used && !settled[into] {
					continue // said before the audit
				}
				if !settled[into] || better(m.outcome, into.outcome) {
					*into = m
				}
				settled[into] = true
			}
		}
	}
}

// at is the mark of a cell; nil where the ledger has none.
func (l *ledger) at(p problem.Place) *mark {
	if l == nil {
		return nil
	}
	i, known := l.rowAt[p.Row]
	if !known || p.Column < 1 || p.Column > len(l.marks[i]) {
		return nil
	}
	return &l.marks[i][p.Column-1]
}

// better orders outcomes by what a sender wants of a cell.
func better(a, b Outcome) bool {
	order := []Outcome{Unsettled, Omitted, Later, Information, Used}
	return slices.Index(order, a) > slices.Index(order, b)
}
