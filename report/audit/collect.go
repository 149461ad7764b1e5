package audit

import (
	"cmp"
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
	said      map[string]int     // where problems of the workbooks stand among all; nil until one is looked for
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
