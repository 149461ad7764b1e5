package layout

import (
	"plimsoll/report/internal/markdown"
)

func (s *setter) box(b *markdown.Box, f frame) ([]slab, error) {
	switch b.Kind {
	case "band":
		return s.band(b, f)
	case "columns":
		return s.columns(b, f)
	case "grid":
		return s.grid(b, f)
	case "small":
		f.style = f.style.with(s.Theme.Classes["small"])
	case "note":
		f.style = f.style.with(s.Theme.Classes["small"]).with(s.Theme.Classes["muted"])
		f.parent = s.element("Note", f.parent)
	}
	slabs, err := s.blocks(b.Blocks, f)
	if b.Kind == "keep" {
		chain(slabs, true)
	}
	if b.Kind == "page" && len(slabs) > 0 {
		slabs[0].newPage = true
	}
	return slabs, err
}

// band sets blocks on a tinted ground; when they need more than a page they
// stand without it.
func (s *setter) band(b *markdown.Box, f frame) ([]slab, error) {
	look, kids := s.Theme.Band, len(f.parent.Kids)
	inside, err := s.blocks(b.Blocks, f.narrowed(f.width-2*look.PadX).inside(s.element("Div", f.parent)))
	if err != nil {
		return nil, err
	}
	var content float64
	for _, sl := range inside {
		content += sl.height + max(sl.before, sl.after)
	}
	if content+2*look.PadY > s.height {
		f.parent.undo(kids)
		return s.blocks(b.Blocks, f)
	}
	whole := stack(inside)
	shift(whole.items, look.PadX, look.PadY)
	whole.height += 2 * look.PadY
	whole.baseline = 0
	ground := Path{Steps: rounded(Rect{W: f.width, H: whole.height}, look.Radius), Fill: s.Theme.color(look.Color)}
	whole.items = append([]Item{{Path: &ground}}, whole.items...)
	return apart([]slab{whole}, s.Theme.Gap.Block, s.Theme.Gap.Block), nil
}

// columns sets its columns side by side, or one under the other when they are
// higher than a page.
func (s *setter) columns(b *markdown.Box, f frame) ([]slab, error) {
	kids := len(f.parent.Kids)
	usable := f.width - s.Theme.Gap.Column*float64(len(b.Shares)-1)
	row, err := s.beside(b.Blocks, scaled(b.Shares, usable/total(b.Shares)), f)
	if err != nil {
		return nil, err
	}
	if row.height > s.height {
		f.parent.undo(kids)
		return s.blocks(b.Blocks, f)
	}
	gap := s.Theme.Gap.Paragraph
	return apart([]slab{row}, gap, gap), nil
}

// near is how far apart first baselines may lie, in mm, to be put on one line.
const near = 1.5

// beside sets blocks side by side into one slab as high as the highest. Their
// first lines stand on one baseline when they nearly do.
func (s *setter) beside(blocks []markdown.Block, widths []float64, f frame) (slab, error) {
	cells := make([]slab, len(blocks))
	var baseline float64
	for i, b := range blocks {
		slabs, err := s.block(b, f.narrowed(widths[i]).inside(s.element("Div", f.parent)))
		if err != nil {
			return slab{}, err
		}
		cells[i] = stack(slabs)
		baseline = max(baseline, cells[i].baseline)
	}
	out := slab{}
	var x float64
	for i, cell := range cells {
		y := baseline - cell.baseline
		if y > near {
			y = 0
		}
		shift(cell.items, x, y)
		out.items = append(out.items, cell.items...)
		out.height = max(out.height, cell.height+y)
		x += widths[i] + s.Theme.Gap.Column
	}
	return out, nil
}

// grid sets its blocks into rows of equal cells. A row is never broken; the page
// may end between two.
func (s *setter) grid(b *markdown.Box, f frame) ([]slab, error) {
	columns, kids := int(b.Shares[0]), len(f.parent.Kids)
	widths := make([]float64, columns)
	for i := range widths {
		widths[i] = (f.width - s.Theme.Gap.Column*float64(columns-1)) / float64(columns)
	}
	var rows []slab
	for from := 0; from < len(b.Blocks); from += columns {
		row, err := s.beside(b.Blocks[from:min(from+columns, len(b.Blocks))], widths, f)
		if err != nil {
			return nil, err
		}
		if row.height > s.height {
			f.parent.undo(kids)
			return s.blocks(b.Blocks, f)
		}
		row.before = s.Theme.Gap.Row
		rows = append(rows, row)
	}
	gap := s.Theme.Gap.Paragraph
	return apart(rows, gap, gap), nil
}
