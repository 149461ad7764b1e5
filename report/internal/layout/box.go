package layout

import "plimsoll/report/internal/markdown"

func (l *layouter) box(b *markdown.Box, col column) ([]strip, error) {
	switch b.Kind {
	case "band":
		return l.band(b, col)
	case "columns":
		return l.columns(b, col)
	case "grid":
		return l.grid(b, col)
	case "small":
		col.style = col.style.with(l.Theme.Classes["small"])
	case "note":
		col.style = col.style.with(l.Theme.Classes["small"]).with(l.Theme.Classes["muted"])
		col.parent = l.element("Note", col.parent)
	}
	strips, err := l.blocks(b.Blocks, col)
	if b.Kind == "space" {
		strips = append([]strip{{height: b.Shares[0], chained: true}}, strips...)
	}
	if b.Kind == "keep" {
		chain(strips, true)
	}
	if b.Kind == "page" && len(strips) > 0 {
		strips[0].newPage = true
		if len(b.Shares) > 0 {
			strips[0].unlessBelow = b.Shares[0] / 100 * l.height
		}
	}
	return strips, err
}

// band sets blocks on a tinted ground; when they need more than a page they
// stand without it.
func (l *layouter) band(b *markdown.Box, col column) ([]strip, error) {
	look, kids := l.Theme.Band, len(col.parent.Kids)
	inside, err := l.blocks(b.Blocks, col.narrowed(col.width-2*look.PadX).inside(l.element("Div", col.parent)))
	if err != nil {
		return nil, err
	}
	var content float64
	for _, s := range inside {
		content += s.height + max(s.before, s.after)
	}
	if content+2*look.PadY > l.height {
		col.parent.dropKids(kids)
		return l.blocks(b.Blocks, col)
	}
	whole := stack(inside)
	shift(whole.items, look.PadX, look.PadY)
	whole.height += 2 * look.PadY
	whole.baseline = 0
	ground := Path{Steps: rounded(Rect{W: col.width, H: whole.height}, look.Radius), Fill: l.Theme.color(look.Color)}
	whole.items = append([]Item{{Path: &ground}}, whole.items...)
	return spaced([]strip{whole}, l.Theme.Gap.Block, l.Theme.Gap.Block), nil
}

// columns sets its columns side by side, or one below the other when they are
// higher than a page.
func (l *layouter) columns(b *markdown.Box, col column) ([]strip, error) {
	kids := len(col.parent.Kids)
	usable := col.width - l.Theme.Gap.Column*float64(len(b.Shares)-1)
	row, err := l.sideBySide(b.Blocks, scaled(b.Shares, usable/total(b.Shares)), col)
	if err != nil {
		return nil, err
	}
	if row.height > l.height {
		col.parent.dropKids(kids)
		return l.blocks(b.Blocks, col)
	}
	gap := l.Theme.Gap.Paragraph
	return spaced([]strip{row}, gap, gap), nil
}

// sameLine is how far apart first baselines may lie, in mm, to be put on one line.
const sameLine = 1.5

// sideBySide sets blocks next to each other into one strip as high as the highest.
// Their first lines stand on one baseline when they nearly do.
func (l *layouter) sideBySide(blocks []markdown.Block, widths []float64, col column) (strip, error) {
	cells := make([]strip, len(blocks))
	var baseline float64
	for i, b := range blocks {
		strips, err := l.block(b, col.narrowed(widths[i]).inside(l.element("Div", col.parent)))
		if err != nil {
			return strip{}, err
		}
		cells[i] = stack(strips)
		baseline = max(baseline, cells[i].baseline)
	}
	out := strip{}
	var x float64
	for i, cell := range cells {
		y := baseline - cell.baseline
		if y > sameLine {
			y = 0
		}
		shift(cell.items, x, y)
		out.items = append(out.items, cell.items...)
		out.height = max(out.height, cell.height+y)
		out.stretches = max(out.stretches, cell.stretches)
		x += widths[i] + l.Theme.Gap.Column
	}
	return out, nil
}

// grid sets its blocks into rows of equal cells. A row is never broken; the page
// may end between two.
func (l *layouter) grid(b *markdown.Box, col column) ([]strip, error) {
	columns, kids := int(b.Shares[0]), len(col.parent.Kids)
	widths := make([]float64, columns)
	for i := range widths {
		widths[i] = (col.width - l.Theme.Gap.Column*float64(columns-1)) / float64(columns)
	}
	var rows []strip
	for from := 0; from < len(b.Blocks); from += columns {
		row, err := l.sideBySide(b.Blocks[from:min(from+columns, len(b.Blocks))], widths, col)
		if err != nil {
			return nil, err
		}
		if row.height > l.height {
			col.parent.dropKids(kids)
			return l.blocks(b.Blocks, col)
		}
		row.before = l.Theme.Gap.Row
		rows = append(rows, row)
	}
	gap := l.Theme.Gap.Paragraph
	return spaced(rows, gap, gap), nil
}
