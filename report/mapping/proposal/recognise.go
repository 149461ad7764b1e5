package proposal

import (
	"cmp"
	"slices"

	"plimsoll/report/mapping"
	"plimsoll/report/mapping/declaration"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// guess is what a sheet may be: a table of the audit workbook, a header, and what stands under it.
type guess struct {
	sheet       *workbook.Sheet
	alike       []*workbook.Sheet // it, and others with the same header
	target      *standard.Sheet
	area        *standard.Area // of a table of readings
	top, bottom int            // of the header
	columns     []*column
	means       map[*standard.Column]*column // as far as recognised
	readings    map[*standard.Column]reading
	score       float64
	also        []*guess  // other areas that the same rows hold readings of
	quarters    []*column // wide columns that are named by a quarter
	form        string    // in which they name it
	agents      []agentColumn
	below       []workbook.Row
}

// agentColumn is a wide column that is named by a substance.
type agentColumn struct {
	*column
	agent *standard.Agent
	unit  string
}

// headerSearched is how many rows that hold something may be the header.
const headerSearched = 60

// recognise finds what a sheet most likely is; the others are those that come near. It is nil where there is no table.
func (p *proposer) recognise(sheet *workbook.Sheet) (best *guess, others []string) {
	var all []*guess
	for i, row := range sheet.Rows[:min(len(sheet.Rows), headerSearched)] {
		if texts(row) < 2 {
			continue
		}
		for _, bottom := range p.bottoms(sheet, i) {
			all = append(all, p.guesses(sheet, row.Index, bottom)...)
		}
	}
	slices.SortStableFunc(all, func(a, b *guess) int { return cmp.Or(cmp.Compare(b.score, a.score), b.wide()-a.wide()) })
	if len(all) == 0 {
		return nil, nil
	}
	all[0].also = all[0].beside(all[1:])
	for _, g := range all[1:] {
		if slices.ContainsFunc(all[0].also, func(o *guess) bool { return o.target == g.target }) {
			continue
		}
		if g.target != all[0].target && g.score > all[0].score*0.75 && !slices.Contains(others, g.target.Name) {
			others = append(others, g.target.Name)
		}
	}
	return all[0], others[:min(len(others), 3)]
}

// beside are the guesses of the same header for other areas, each with values of its own under its own unit: a
// walkthrough that measures noise and light in one row.
func (g *guess) beside(all []*guess) (out []*guess) {
	if !g.hasUnit() {
		return nil
	}
	taken := []*column{g.means[g.column("value")]}
	for _, o := range all {
		if o.top != g.top || o.bottom != g.bottom || !o.hasUnit() || slices.Contains(taken, o.means[o.column("value")]) {
			continue
		}
		taken = append(taken, o.means[o.column("value")])
		out = append(out, o)
	}
	return out
}

// hasUnit says whether the values of an area stand under a heading that names one of its units.
func (g *guess) hasUnit() bool {
	if g.area == nil || len(g.agents)+len(g.quarters) > 0 {
		return false
	}
	value := g.column("value")
	c := g.means[value]
	return c != nil && g.readings[value].how >= likely && len(g.area.UnitsIn(c.heading)) == 1
}

// tables are the guess, and those of the other areas.
func (g *guess) tables() []*guess { return append([]*guess{g}, g.also...) }

// guesses takes rows for a header and holds it against every table of the audit workbook.
func (p *proposer) guesses(sheet *workbook.Sheet, top, bottom int) []*guess {
	headings := mapping.Headings(sheet, top, bottom)
	at := slices.IndexFunc(sheet.Rows, func(r workbook.Row) bool { return r.Index > bottom })
	if at < 0 || !likeHeadings(headings) {
		return nil
	}
	below := sheet.Rows[at:]
	columns := columnsOf(headings, p.sample(below, headings))
	var out []*guess
	for _, target := range p.std.AllSheets() {
		g := &guess{sheet: sheet, alike: []*workbook.Sheet{sheet}, target: target, area: p.areas[target], top: top,
			bottom: bottom, below: below,
			columns: columns}
		if p.understand(g); len(g.means)+len(g.agents)+len(g.quarters) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// sample is some rows of data: neither titles of one cell nor the header again, nor totals.
func (p *proposer) sample(below []workbook.Row, headings []string) []workbook.Row {
	var out []workbook.Row
	for _, row := range below {
		filled, again := 0, 0
		for i, c := range row.Cells {
			if c.Kind != workbook.Blank {
				filled++
				if i < len(headings) && declaration.SameName(c.Plain(), headings[i]) {
					again++
				}
			}
		}
		if filled > 1 && again < filled && p.totalOf(row) == "" {
			out = append(out, row)
		}
		if len(out) == glance {
			break
		}
	}
	return out
}

// enough is the score from which a target is proposed: two columns, and a hint at what is measured. Below it the target
// is asked for.
const enough = 8

// certain says whether the target was recognised.
func (g *guess) certain() bool { return g.score >= enough }

// wide is how many columns have a heading and values: of two rows that tell the same, the one with more is the header.
func (g *guess) wide() int {
	n := 0
	for _, c := range g.columns {
		if c.heading != "" && c.filled() > 0 {
			n++
		}
	}
	return n
}

func texts(row workbook.Row) int {
	n := 0
	for _, c := range row.Cells {
		if c.Kind == workbook.Text && !isNumber(c.Text) {
			n++
		}
	}
	return n
}

// bottoms are the last rows that a header from a row on may have: the row itself; where cells of it are merged with
// those below, the next one; where they are merged with those to their right, the next one too, and a row of units
// below that.
func (p *proposer) bottoms(sheet *workbook.Sheet, i int) []int {
	top := sheet.Rows[i].Index
	out := []int{top}
	if i+1 == len(sheet.Rows) || sheet.Rows[i+1].Index != top+1 {
		return out
	}
	for _, b := range sheet.Merged {
		switch {
		case b.Row == top && b.LastRow == top+1:
			return []int{top + 1}
		case b.Row == top && b.LastRow == top && len(out) == 1:
			out = append(out, top+1)
			if i+2 < len(sheet.Rows) && sheet.Rows[i+2].Index == top+2 && onlyTexts(sheet.Rows[i+2]) {
				out = append(out, top+2)
			}
		}
	}
	return out
}

// onlyTexts says that a row holds words and no values.
func onlyTexts(row workbook.Row) bool {
	return texts(row) > 0 && !slices.ContainsFunc(row.Cells, func(c workbook.Cell) bool {
		return c.Kind != workbook.Text && c.Kind != workbook.Blank || c.Kind == workbook.Text && isNumber(c.Text)
	})
}

// likeHeadings says whether texts may be headings: two of them or more, short, none of them twice.
func likeHeadings(headings []string) bool {
	seen := map[string]bool{}
	for _, h := range headings {
		key := declaration.Key(h)
		if h != "" && seen[key] || len([]rune(h)) > 100 {
			return false
		}
		seen[key] = true
	}
	return len(seen) >= 2
}
