package chart

// Dumbbell compares then and now, a row for each subject on one common axis.
type Dumbbell struct {
	Rows   []DumbbellRow
	Unit   string // stands beside the ticks
	NoData string // stands in a row that is not measured
	Log    bool   // zero and less stand at the left end of a logarithmic axis

	Domain Domain // Shares, or zero for that of the data
	Worse  Worse

	Format func(float64) string // of ticks and values; nil for plain digits

	part part
}

// DumbbellRow is hollow where it was and filled where it is.
type DumbbellRow struct {
	ID, Label string  // the name, its first part bold; "" for none
	Baseline  float64 // NaN for none
	Now       float64 // NaN for not measured
	Limit     float64 // NaN for none
	Status    string  // a name of Mark, the symbol that stands at Now
	Text      string  // printed at the right; "" for Now in Format
}

// Part is the figure of some of its rows, with the axis and columns of all.
func (d Dumbbell) Part(from, count int) Dumbbell {
	d.part = part{from, count}
	return d
}

// Height is the height in mm that suits the figure; in a lower box its rows are
// closer, and it fills no more of a higher one.
func (d Dumbbell) Height() float64 { return laneHeight(d.part.of(len(d.Rows))) }

// Draw draws the rows in their order.
func (d Dumbbell) Draw(width, height float64, measure Measure) Drawing {
	t := laneTable{unit: d.Unit, noData: d.NoData, format: d.Format, log: d.Log, domain: d.Domain,
		worse: d.Worse, part: d.part}
	now := column{bold: true, color: Ink}
	var values []float64
	for _, row := range d.Rows {
		t.rows = append(t.rows, lane{id: row.ID, name: row.Label, faint: row.Status == "stale"})
		now.cells = append(now.cells, d.text(row))
		values = append(values, row.Baseline, row.Now)
		t.limits = append(t.limits, row.Limit)
	}
	t.columns = []column{now}
	g := newLanes(t, width, height, measure, values)
	marks := g.background()
	for i := range g.rows {
		marks = append(marks, d.Rows[d.part.from+i].draw(g, i)...)
	}
	return g.drawing(marks)
}

func (d Dumbbell) text(row DumbbellRow) string {
	switch {
	case row.Text != "" || !present(row.Now):
		return row.Text
	case row.Status == "below-detection":
		return "<" + digits(row.Now, d.Format)
	}
	return digits(row.Now, d.Format)
}

func (row DumbbellRow) draw(g *lanes, i int) []Item {
	var marks []Item
	y := g.y(i)
	was, now := Point{g.x.at(row.Baseline), y}, Point{g.x.at(row.Now), y}
	if present(row.Baseline) && present(row.Now) {
		marks = append(marks, Line{Points: []Point{was, now}, Color: Accent, Width: g.r * 0.55})
	}
	marks = append(marks, g.upright(i, row.Limit, "line-limit")...)
	if present(row.Baseline) {
		marks = append(marks, Disc{At: was, R: g.r * 0.82, Fill: White, Stroke: Muted, Width: g.r * 0.24})
	}
	if !present(row.Now) {
		return append(marks, g.missing(i, row.Baseline, row.Limit)...)
	}
	return append(marks, statusSymbol(row.Status, now, g.r)...)
}

// statusSymbol is the symbol of a status; one without a name is not judged.
func statusSymbol(status string, at Point, r float64) []Item {
	if marks := symbol(status, at, r); marks != nil {
		return marks
	}
	return symbol("not-judged", at, r)
}
