package audit

import (
	"encoding/binary"
	"slices"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// Outcome says what became of a cell. Each has one.
type Outcome uint8

// The outcomes. Unsettled is a fault of this program: nobody said what became of the cell.
const (
	Unsettled   Outcome = iota
	Used                // a heading, or a value that a record holds
	Information         // under a known heading, but no record holds it: a note, an instrument
	Omitted             // a problem says why
	Later               // of a reading after the period that was asked for
	Example             // of an example row
	Above               // above the header
	NoColumn            // under no known heading
	NoSheet             // in a sheet that is none of the audit workbook's
)

// mark is the outcome of a cell, and the number of the problem that decided it; 0 where none did.
type mark struct {
	outcome Outcome
	cause   int32
}

// ledger is one sheet of an account.
type ledger struct {
	file, name string
	decl       *standard.Sheet // nil of a sheet that is not known
	origin     func(row, column int) problem.Place
	cells      int
	covered    int // values under merged blocks, which are left out, and why
	coveredBy  mark
	index      []int       // of each row that holds something, its number in the sheet
	rowAt      map[int]int // of a worksheet that tables were made of: where its rows stand in index
	marks      [][]mark    // by row and column; rows of one pattern share it
	patterns   map[string][]mark
	columns    []mark   // what the header makes of a column
	declared   []int    // by column: 1 + its number among the declared ones, 0 = none
	headings   []string // as written, by column
	areaFields bool     // its columns fill the fields of a reading
}

// Account says of every cell that holds something what became of it. It is kept by those who decide: while rows are
// decoded, and later where a reading is left out after all. A nil Account keeps nothing.
type Account struct {
	ledgers []*ledger
	of      map[*workbook.Sheet]*ledger
	rows    []rowMarks // by Source.Order, from 1
	causes  []problem.Problem
	unread  []problem.Problem      // of files and sheets that gave no cell
	merged  map[problem.Place]mark // by file and sheet: what leaves out the values under merged blocks
	setBy   map[string]int         // the row that gave a factory what it has, by factory and heading
}

// rowMarks finds the cells of a row that was decoded.
type rowMarks struct {
	in *ledger
	at int
}

func newAccount() *Account {
	return &Account{of: map[*workbook.Sheet]*ledger{}, setBy: map[string]int{}, merged: map[problem.Place]mark{}}
}

// add begins the ledgers of a book's sheets.
func (a *Account) add(book *workbook.Book) {
	if a == nil {
		return
	}
	for _, p := range book.Problems {
		switch {
		case p.Severity == problem.Error:
			a.unread = append(a.unread, p)
		case problem.MergedCells.Is(p):
			a.merged[p.Place] = a.because(p)
		}
	}
	for _, sheet := range book.Sheets {
		l := &ledger{file: sheet.File, name: sheet.Name, origin: sheet.Origin, cells: countCells(sheet.Rows)}
		a.cover(l, sheet)
		for _, row := range sheet.Rows {
			l.index = append(l.index, row.Index)
		}
		l.marks, l.patterns = make([][]mark, len(l.index)), map[string][]mark{}
		a.ledgers, a.of[sheet] = append(a.ledgers, l), l
	}
}

// cover counts the values under merged blocks among those that are left out. No row holds them any more.
func (a *Account) cover(l *ledger, sheet *workbook.Sheet) {
	if sheet.Covered > 0 {
		l.covered, l.coveredBy = sheet.Covered, a.merged[problem.Place{File: sheet.File, Sheet: sheet.Name}]
	}
}

// countCells counts the cells that hold something. It looks at nothing else, so that an account can be held against it.
func countCells(rows []workbook.Row) int {
	n := 0
	for _, row := range rows {
		for _, cell := range row.Cells {
			if cell.Kind != workbook.Blank {
				n++
			}
		}
	}
	return n
}

// because is the mark of what a problem leaves out.
func (a *Account) because(p problem.Problem) mark {
	a.causes = append(a.causes, p)
	return mark{Omitted, int32(len(a.causes))}
}

// noSheet settles a sheet that nobody reads.
func (a *Account) noSheet(sheet *workbook.Sheet) {
	if a != nil {
		a.of[sheet].fillAll(sheet.Rows, mark{outcome: NoSheet})
	}
}

// omitSheet settles a sheet that a problem leaves out as a whole.
func (a *Account) omitSheet(sheet *workbook.Sheet, p problem.Problem) {
	if a != nil {
		a.of[sheet].fillAll(sheet.Rows, a.because(p))
	}
}

// omitRow settles a row below the header that a problem leaves out before it is decoded.
func (a *Account) omitRow(t *table, i int, p problem.Problem) {
	if a != nil {
		t.ledger.fill(t.first+i, t.rows[i], a.because(p))
	}
}

// fillAll gives all cells of the first rows of a sheet one outcome.
func (l *ledger) fillAll(rows []workbook.Row, m mark) {
	for i, row := range rows {
		l.fill(i, row, m)
	}
}

func (l *ledger) fill(at int, row workbook.Row, m mark) {
	marks := make([]mark, len(row.Cells))
	for j, cell := range row.Cells {
		if cell.Kind != workbook.Blank {
			marks[j] = m
		}
	}
	l.set(at, marks)
}

// set gives a row its marks. Of the rows of a sheet nearly all have one of a few patterns, which is kept once.
func (l *ledger) set(at int, marks []mark) {
	key := make([]byte, 0, 5*len(marks))
	for _, m := range marks {
		key = binary.LittleEndian.AppendUint32(append(key, byte(m.outcome)), uint32(m.cause))
	}
	pattern, known := l.patterns[string(key)]
	if !known {
		pattern = marks
	}
	if !known && len(l.patterns) < mostPatterns {
		l.patterns[string(key)] = marks
	}
	l.marks[at] = pattern
}

// mostPatterns is how many patterns of a sheet are looked for: one in which every row is another has none.
const mostPatterns = 4096

// header settles the rows up to the header, and what its headings make of the columns. found are its problems.
func (a *Account) header(t *table, found []problem.Problem) {
	if a == nil {
		return
	}
	l, at := a.of[t.Sheet], t.first-1
	t.ledger = l
	l.fillAll(t.Sheet.Rows[:at], mark{outcome: Above})
	row := t.Sheet.Rows[at]
	l.decl, l.areaFields = t.decl, t.area != nil
	width := max(len(row.Cells), slices.Max(t.columns))
	for column := range t.lost {
		width = max(width, column)
	}
	l.columns, l.declared, l.headings = make([]mark, width), make([]int, width), make([]string, width)
	marks := make([]mark, len(row.Cells))
	for i, column := range t.columns {
		if column > 0 {
			l.declared[column-1], l.columns[column-1] = i+1, mark{outcome: Used}
		}
	}
	for j := range width {
		cell := row.At(j + 1)
		l.headings[j] = cell.Text
		switch {
		case t.isMoved(j + 1):
			l.columns[j] = mark{outcome: Used}
		case l.declared[j] == 0:
			l.columns[j] = a.notRead(t, row.Index, j+1, found)
		}
		if cell.Kind != workbook.Blank {
			marks[j] = l.columns[j]
		}
	}
	l.set(at, marks)
}

// isMoved says whether a column holds the heading of another, over which it is merged.
func (t *table) isMoved(column int) bool {
	i := slices.Index(t.heads, column)
	return i >= 0 && t.columns[i] != column && t.columns[i] > 0
}

// notRead is what becomes of a column that is not read: its heading stands twice, means nothing here, or stands for
// several.
func (a *Account) notRead(t *table, row, column int, found []problem.Problem) mark {
	if p, lost := t.lost[column]; lost {
		return a.because(p)
	}
	i := slices.IndexFunc(found,
		func(p problem.Problem) bool { return p.Severity == problem.Error && p.Place == t.Place(row, column) })
	if i < 0 {
		return mark{outcome: NoColumn}
	}
	return a.because(found[i])
}

// row settles a row below the header. Found are the problems it has; a record that does not stand knows which of them
// is why.
func (a *Account) row(t *table, i int, rec *record, stands bool, found []problem.Problem) {
	l, at := t.ledger, t.first+i
	if rec == nil {
		l.fill(at, t.rows[i], mark{outcome: Example})
		return
	}
	a.rows = append(a.rows, rowMarks{l, at})
	var out mark
	switch {
	case !stands && rec.said != nil:
		out = a.because(*rec.said)
	case !stands && rec.cause > 0:
		out = a.because(found[rec.cause-1])
	}
	marks := make([]mark, len(t.rows[i].Cells))
	for j, cell := range t.rows[i].Cells {
		switch {
		case cell.Kind == workbook.Blank:
		case j >= len(l.columns):
			marks[j] = mark{outcome: NoColumn}
		case l.declared[j] == 0:
			marks[j] = l.columns[j]
		case !stands:
			marks[j] = out
		default:
			marks[j] = a.value(rec, l.declared[j]-1, found)
		}
	}
	l.set(at, marks)
}

// value is what became of a cell of a row that stands: used, unless it was left out alone.
func (a *Account) value(rec *record, column int, found []problem.Problem) mark {
	here := column
	if with := rec.t.lostWith(column); with >= 0 && rec.values[with].state == bad {
		here = with
	}
	place := rec.t.Place(rec.row.Index, rec.t.columns[here])
	for _, p := range found {
		noted := rec.values[here].state == unmeasured && problem.NotMeasured.Is(p)
		if p.Place == place && (noted || p.Severity == problem.Error) {
			return a.because(p)
		}
	}
	if !rec.t.keeps(column) {
		return mark{outcome: Information}
	}
	return mark{outcome: Used}
}

// Omit settles that a reading that was decoded well is left out after all, for a reason found later; of these
// fields alone where some are named.
func (a *Account) Omit(s Source, p problem.Problem, fields ...string) {
	if a != nil {
		a.settle(s.Order, a.because(p), fields)
	}
}

// later settles that a reading lies after the period that was asked for.
func (a *Account) later(s Source) {
	if a != nil {
		a.settle(s.Order, mark{outcome: Later}, nil)
	}
}

// settle gives the cells of a row that count so far another outcome; columns are named by field, or by heading in a
// list.
func (a *Account) settle(order int, m mark, names []string) {
	row := a.rows[order-1]
	marks := slices.Clone(row.in.marks[row.at])
	for j, is := range marks {
		if is.outcome != Used && is.outcome != Information {
			continue
		}
		if len(names) == 0 || slices.Contains(names, row.in.columnName(j)) {
			marks[j] = m
		}
	}
	row.in.set(row.at, marks)
}

func (l *ledger) columnName(column int) string {
	declared := &l.decl.Columns[l.declared[column]-1]
	if l.areaFields {
		return declared.Field
	}
	return declared.Name
}

// override settles that a factory's cell of an earlier workbook gives way to another, as the problem found says; there
// is none where both say the same.
func (a *Account) override(rec *record, heading string, found []problem.Problem) {
	if a == nil {
		return
	}
	key := rec.who.ID + "\x1f" + heading
	for _, p := range found {
		a.settle(a.setBy[key], a.because(p), []string{heading})
	}
	a.setBy[key] = rec.order
}
