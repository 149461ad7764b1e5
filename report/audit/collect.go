package audit

import (
	"cmp"
	"math"
	"slices"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// collector gathers the records of a run.
type collector struct {
	std       *standard.Standard
	data      *Data
	problems  []problem.Problem
	factories map[string]*Factory
	seen      map[string]*repeat // rows seen before, by sheet and values
	near      map[string]string  // known words that look like unknown ones, by kind and word
	said      map[string]int     // where the problems of the workbooks themselves stand among all; nil until one is looked for
	file      int                // number of the file being read
	order     int                // of rows, over all files
	cells     map[factoryCell]problem.Place
	prices    map[priceKey]keptPrice
	referring []referring // findings that name another, or a visit
	origins   *Origins    // nil: nobody asks
}

// Collect makes records of the rows of all workbooks, which come sorted by file name. Problems of the workbooks
// themselves are part of what it returns.
func Collect(books []*workbook.Book, std *standard.Standard) (*Data, []problem.Problem) {
	return newCollector(std).collect(books)
}

// CollectAccount is Collect that keeps account of every cell; the account is part of the data.
func CollectAccount(books []*workbook.Book, std *standard.Standard) (*Data, []problem.Problem) {
	c := newCollector(std)
	c.data.Account = newAccount(books)
	return c.collect(books)
}

func newCollector(std *standard.Standard) *collector {
	return &collector{std: std, data: &Data{Programme: Programme{YearStarts: 1}}, factories: map[string]*Factory{},
		seen: map[string]*repeat{}, near: map[string]string{}, cells: map[factoryCell]problem.Place{},
		prices: map[priceKey]keptPrice{}}
}

func (c *collector) collect(books []*workbook.Book) (*Data, []problem.Problem) {
	tables := make([][]*table, len(books))
	for i, book := range books {
		c.problems = append(c.problems, book.Problems...)
		tables[i] = c.tables(book)
	}
	for _, name := range []string{"Programme", "Factories"} {
		c.each(tables, func(t *table) bool { return t.decl.Name == name })
	}
	c.finishFactories()
	c.each(tables, func(t *table) bool { return t.decl.Name != "Programme" && t.decl.Name != "Factories" })
	c.replaceEarnings()
	c.resolve()
	c.warnOfLogs()
	c.sort()
	return c.data, c.problems
}

// each reads the tables that are wanted, file by file.
func (c *collector) each(tables [][]*table, wanted func(*table) bool) {
	for i, list := range tables {
		c.file = i
		for _, t := range list {
			if wanted(t) {
				c.readTable(t)
			}
		}
	}
}

func (c *collector) report(p problem.Problem) { c.problems = append(c.problems, p) }

// record is a decoded row: its values by the declared columns.
type record struct {
	t      *table
	row    workbook.Row
	values []value
	who    *Factory
	order  int
	cause  int              // which problem of the row leaves it out, counted from 1; 0 = none
	said   *problem.Problem // what leaves it out, where that was said before the audit
}

// rejected takes what was said of a cell before the audit: it concerns the row's factory, and leaves the row out if it
// needs the cell.
func (c *collector) rejected(rec *record, d *decoder, p problem.Problem) {
	if c.said == nil {
		c.said = map[string]int{}
		for i, said := range c.problems {
			c.said[said.String()] = i
		}
	}
	if i, said := c.said[p.String()]; said && c.problems[i].Factory == "" {
		c.problems[i].Factory = d.who
	}
	if rec.t.needs(d.col) && rec.cause == 0 && rec.said == nil {
		rec.said = &p
	}
}

// rejectedBy says that the row is left out because of its last problem, unless an earlier one has done that.
func (r *record) rejectedBy(problems []problem.Problem) {
	if r.cause == 0 {
		r.cause = len(problems)
	}
}

func (c *collector) readTable(t *table) {
	c.origins.note(t)
	keep := c.recorder(t)
	beside := besideTable{c: c, t: t}
	defer beside.end()
	for i, row := range t.rows {
		if beside.takes(c, i, row) {
			continue
		}
		first := len(c.problems)
		if p, bad := t.ragged[row.Index]; bad {
			c.data.Account.omitRow(t, i, p)
			continue
		}
		rec, ok := c.decodeRow(t, row)
		if !ok && rec != nil && t.area != nil {
			c.lose(rec)
		}
		if decoded := len(c.problems); ok {
			if ok = keep(rec); !ok && len(c.problems) > decoded {
				rec.rejectedBy(c.problems[first:])
			}
		}
		if c.data.Account != nil {
			c.data.Account.row(t, i, rec, ok, c.problems[first:])
		}
	}
}

// recorder makes records of a table's rows; it says no where a row is left out after all, for the last problem
// reported.
func (c *collector) recorder(t *table) func(*record) bool {
	if t.area != nil {
		return c.addReading
	}
	return map[string]func(*record) bool{
		"Programme": c.addSetting, "Factories": c.addFactory, "Audits": c.addAudit, "Findings": c.addFinding,
		"Training": c.addTraining, "Feedback": c.addFeedback, "Safety": c.addSafety, "Production": c.addProduction,
		"Limits": c.addLimit, "Prices": c.addPrice,
	}[t.decl.Name]
}

// decodeRow reads all declared cells of a row. It is not ok where a value that the row needs is missing or bad; every
// bad cell is reported all the same.
func (c *collector) decodeRow(t *table, row workbook.Row) (*record, bool) {
	if isBlank(row) || c.isExample(row) {
		return nil, false
	}
	c.order++
	rec := &record{t: t, row: row, values: make([]value, len(t.decl.Columns)), order: c.order}
	d := &decoder{c: c, who: t.factoryID(row), marks: &t.marks}
	first := len(c.problems)
	for i := range t.decl.Columns {
		d.column, d.col, d.at = i, &t.decl.Columns[i], t.Place(row.Index, t.columns[i])
		v := d.decode(row.At(t.columns[i]))
		rec.values[i] = v
		switch {
		case v.state == unmeasured:
			d.report(problem.NotMeasured.At(d.at,
				"%s says that nothing was measured%s", d.col.Name, t.lostWithRow(d.col)))
			if d.col.Required {
				rec.rejectedBy(c.problems[first:])
			}
		case row.At(t.columns[i]).Kind == workbook.Refused:
			c.rejected(rec, d, t.Refusal(row.Index, t.columns[i]))
		case v.state == bad && t.needs(d.col):
			rec.rejectedBy(c.problems[first:])
		}
	}
	if !c.knowFactory(rec, d) {
		rec.rejectedBy(c.problems[first:])
	}
	return rec, rec.cause == 0 && rec.said == nil
}

// lostWithRow says what else a row takes with it that was not measured: a room's people and toilets are part of the
// figures of its building.
func (t *table) lostWithRow(c *standard.Column) string {
	if t.area == nil || !t.area.Kind.InDormitories() || !c.Required {
		return ""
	}
	return "; its residents, toilets and showers are missing from its building's figures too"
}

func isBlank(row workbook.Row) bool {
	return !slices.ContainsFunc(row.Cells, func(c workbook.Cell) bool { return c.Kind != workbook.Blank })
}

// isExample knows the example row of the blank workbook: its first cell is marked so.
func (c *collector) isExample(row workbook.Row) bool {
	first := slices.IndexFunc(row.Cells, func(c workbook.Cell) bool { return c.Kind != workbook.Blank })
	return c.std.IsExample(row.At(first + 1).Text)
}

// factoryColumn is the declared column of the factory's id; −1 where the sheet has none.
func (t *table) factoryColumn() int {
	if t.area != nil {
		return t.field("factory")
	}
	return t.decl.Column("Factory ID")
}

// factoryID is the id a row names, for its problems.
func (t *table) factoryID(row workbook.Row) string {
	at := t.factoryColumn()
	if at < 0 {
		return ""
	}
	if cell := row.At(t.columns[at]); cell.Kind == workbook.Text || cell.Kind == workbook.Number {
		return cell.Plain()
	}
	return ""
}

// knowFactory resolves the factory of a row; false where the row names one that is not listed.
func (c *collector) knowFactory(rec *record, d *decoder) bool {
	at := rec.t.factoryColumn()
	if at < 0 || rec.t.decl.Name == "Factories" || rec.values[at].state != good {
		return true
	}
	id := rec.values[at].text
	if rec.who = c.factories[id]; rec.who != nil {
		return true
	}
	d.at = rec.t.Place(rec.row.Index, rec.t.columns[at])
	d.report(problem.UnknownFactory.At(d.at, "no factory is called %s", problem.Quoted(id)).Hinted(c.factoryHint(id)))
	return false
}

// factoryHint says what may be meant by an id that no factory has.
func (c *collector) factoryHint(id string) string {
	if near := c.nearest("factory", id, c.factoryIDs); near != "" {
		return "write " + near + " if that is meant, or add it to the sheet Factories"
	}
	return "add it to the sheet Factories, or correct the id"
}

func (c *collector) factoryIDs() []string {
	ids := make([]string, len(c.data.Factories))
	for i, f := range c.data.Factories {
		ids[i] = f.ID
	}
	return ids
}

// nearest is the known word that looks most like one that somebody wrote, "" if none comes close. Each word is looked
// for once, and not without end: who writes a thousand unknown words did not slip.
func (c *collector) nearest(kind, written string, known func() []string) string {
	key := kind + " " + written
	near, looked := c.near[key]
	if !looked && len(c.near) < 1000 && len(written) <= 200 {
		near = standard.Nearest(written, known())
		c.near[key] = near
	}
	return near
}

// at finds the value of a column by its heading, which a record then holds.
func (r *record) at(name string) value {
	i := r.t.decl.Column(name)
	r.t.kept[i] = true
	return r.values[i]
}

func (r *record) text(name string) string { return r.at(name).text }

func (r *record) date(name string) standard.Date { return r.at(name).date }

// number is NaN where the cell gives none.
func (r *record) number(name string) float64 { return r.at(name).orNaN() }

func (v value) orNaN() float64 {
	if v.state != good {
		return math.NaN()
	}
	return v.number
}

func (r *record) place() problem.Place { return r.t.Place(r.row.Index, 0) }

func (r *record) cell(name string) problem.Place {
	return r.t.Place(r.row.Index, r.t.columns[r.t.decl.Column(name)])
}

// reportRow says something about a row, or a cell of it.
func (c *collector) reportRow(rec *record, p problem.Problem) {
	if rec.who != nil {
		p.Factory = rec.who.ID
	}
	c.report(p)
}

// sort puts lists in an order that does not depend on the order of rows.
func (c *collector) sort() {
	d := c.data
	slices.SortStableFunc(d.Audits, func(a, b Audit) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.ID,
			b.ID))
	})
	slices.SortStableFunc(d.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Raised, b.Raised),
			cmp.Compare(a.ID, b.ID))
	})
	slices.SortStableFunc(d.Training, func(a, b Training) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date),
			cmp.Compare(a.Topic, b.Topic))
	})
	slices.SortStableFunc(d.Prices, func(a, b Price) int {
		return cmp.Or(cmp.Compare(a.Country, b.Country),
			cmp.Compare(a.Month, b.Month))
	})
}
