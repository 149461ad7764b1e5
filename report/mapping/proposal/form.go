package proposal

import (
	"slices"

	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// longestForm is how many rows a form has at most.
const longestForm = 150

// form recognises a sheet of labels and values; nil where too few labels are known.
func (p *proposer) form(sheet *workbook.Sheet) *guess {
	var best *guess
	if len(sheet.Rows) > longestForm {
		return nil
	}
	for _, target := range p.std.AllSheets() {
		if p.areas[target] != nil {
			continue // a form has one row, and readings come in many
		}
		g := &guess{sheet: sheet, alike: []*workbook.Sheet{sheet}, target: target, means: map[*standard.Column]*column{},
			readings: map[*standard.Column]reading{}}
		for i := range target.Columns {
			p.findLabel(g, &target.Columns[i])
		}
		if len(g.means) >= 3 && (best == nil || g.score > best.score) {
			best = g
		}
	}
	return best
}

// findLabel looks for a cell that is called as a column, with a value beside it.
func (p *proposer) findLabel(g *guess, decl *standard.Column) {
	for _, row := range g.sheet.Rows {
		for i, c := range row.Cells {
			right := rightOf(g.sheet, row, i+1)
			if c.Kind != workbook.Text || right.Kind == workbook.Blank || len(c.Text) > 80 || isNumber(c.Text) {
				continue
			}
			r := p.meaning(newText(c.Text, nil), g.target, decl)
			if r.how < likely || r.how <= g.readings[decl].how {
				continue
			}
			label := &column{heading: c.Text}
			label.look(right)
			g.means[decl], g.readings[decl] = label, r
			g.score += 3 * float64(r.how)
		}
	}
}

// rightOf is the cell to the right of one, behind its merged block.
func rightOf(sheet *workbook.Sheet, row workbook.Row, at int) workbook.Cell {
	i := slices.IndexFunc(sheet.Merged, func(b workbook.Block) bool { return b.Row == row.Index && b.Column == at })
	if i >= 0 {
		at = sheet.Merged[i].LastColumn
	}
	return row.At(at + 1)
}

// writeForm writes the entry of a form.
func (p *proposer) writeForm(w *writer, g *guess, names []string) {
	w.line(2, "- from: "+from(names), "a form of labels and values")
	w.line(4, "header: none", "")
	p.marks(w, g)
	w.line(4, "to:", "")
	w.line(6, g.target.Name+":", "")
	for i := range g.target.Columns {
		decl := &g.target.Columns[i]
		c, r := g.means[decl], g.readings[decl]
		switch {
		case c != nil:
			w.line(8, decl.Name+": {label: "+scalar(c.heading)+"}", r.how.String()+": "+r.because+seen(c))
		case decl.Required:
			w.line(8, decl.Name+": "+blank, "not found: "+elsewhere(decl))
		}
	}
}
