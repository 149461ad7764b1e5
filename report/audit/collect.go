package audit

import (
	"cmp"
	"slices"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// Collector gathers the records of a run, book by book.
type Collector struct {
	std       *standard.Standard
	data      *Data
	problems  []problem.Problem
	factories map[string]*Factory
	seen      map[string]*repeat // rows of lists seen before, by sheet and id
	rows      rowsSeen
	near      map[string]string // known words that look like unknown ones, by kind and word
	said      map[string]int    // where problems of the workbooks stand among all; nil until one is looked for
	file      int               // number of the file being read
	order     int               // of rows, over all files
	cells     map[factoryCell]problem.Place
	prices    map[priceKey]keptPrice
	referring []referring // findings that name another, or a visit
	origins   *Origins    // nil: nobody asks
	books     [][]*table  // of each book that was taken; their rows are packed
}

// Keep is what is kept beside the records. The zero value keeps nothing.
type Keep struct {
	Account bool   // of every cell, what became of it; it is part of the data
	Factory string // where the readings of a factory and area come from (Collector.Origins)
	Area    *standard.Area
}

// NewCollector begins a collection. Books are taken in the order of their files; their records are made when all are
// known, since any of them may say how numbers and dates are written, and which factories there are.
//
//	c := audit.NewCollector(std, audit.Keep{})
//	c.Take(book) // each of them
//	data, problems := c.Records()
func NewCollector(std *standard.Standard, keep Keep) *Collector {
	c := &Collector{std: std, data: &Data{Programme: Programme{YearStarts: 1}}, factories: map[string]*Factory{},
		seen: map[string]*repeat{}, rows: rowsSeen{first: map[[16]byte]sighting{}, again: map[[16]byte]*repeat{}},
		near: map[string]string{}, cells: map[factoryCell]problem.Place{},
		prices: map[priceKey]keptPrice{}}
	if keep.Account {
		c.data.Account = newAccount()
	}
	if keep.Area != nil {
		c.origins = &Origins{keep.Factory, keep.Area, std, map[originKey]*Origin{}, map[problem.Place]bool{}}
	}
	return c
}

// Take finds the tables of the next book, and keeps their rows packed. The book itself may be forgotten then.
func (c *Collector) Take(book *workbook.Book) {
	c.problems = append(c.problems, book.Problems...)
	c.data.Account.add(book)
	tables := c.tables(book)
	for _, t := range tables {
		t.pack()
	}
	c.books = append(c.books, tables)
}

// Records makes records of the rows of all books. Problems of the books themselves are part of what it returns.
func (c *Collector) Records() (*Data, []problem.Problem) {
	for _, name := range []string{"Programme", "Factories"} {
		c.each(func(t *table) bool { return t.decl.Name == name })
	}
	c.finishFactories()
	c.each(func(t *table) bool { return t.decl.Name != "Programme" && t.decl.Name != "Factories" })
	c.books, c.rows, c.seen = nil, rowsSeen{}, nil
	c.replaceEarnings()
	c.resolve()
	c.warnOfLogs()
	c.sort()
	return c.data, c.problems
}

// Origins are those of the factory and area that were to be kept; nil where none were.
func (c *Collector) Origins() *Origins { return c.origins }

// Collect makes records of the rows of all books at once.
func Collect(books []*workbook.Book, std *standard.Standard) (*Data, []problem.Problem) {
	c := NewCollector(std, Keep{})
	for _, book := range books {
		c.Take(book)
	}
	return c.Records()
}

// each reads the tables that are wanted, file by file.
func (c *Collector) each(wanted func(*table) bool) {
	for i, list := range c.books {
		c.file = i
		for _, t := range list {
			if wanted(t) {
				c.readTable(t)
			}
		}
	}
}

func (c *Collector) report(p problem.Problem) { c.problems = append(c.problems, p) }

func (c *Collector) readTable(t *table) {
	t.unpack()
	defer t.forget()
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
func (c *Collector) recorder(t *table) func(*record) bool {
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
func (c *Collector) sort() {
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
