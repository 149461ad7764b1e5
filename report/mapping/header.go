package mapping

import (
	"fmt"
	"slices"
	"strings"

	"plimsoll/report/problem"
	"plimsoll/report/workbook"

	"plimsoll/report/mapping/declaration"
	"plimsoll/report/standard"
)

// searched is how far down a header is looked for.
const searched = 100

// header is where an entry found its headings.
type header struct {
	top, bottom int // rows; 0 where the sheet has no header
	headings    []heading
	columns     map[string]int         // by Name.String()
	wide        []wideColumn           // in the order of the sheet
	spread      map[int]workbook.Block // over columns whose heading stands for several
}

// wideColumn is a column of one of the sets of wide columns.
type wideColumn struct {
	set *declaration.Wide
	*heading
}

// mismatch says why an entry does not fit a worksheet: what it lacks, at the row that comes nearest.
type mismatch struct {
	at            problem.Place
	message, hint string
	lacking       int // headings that are missing, or too many
	had           int // headings that are there
}

// locate finds the header that an entry declares. The mismatch is the one of the row that comes nearest.
func locate(g *grid, s *declaration.Sheet) (*header, *mismatch) {
	h := &s.Header
	if h.None {
		return readHeader(g, s, 0, 0)
	}
	if h.First > 0 {
		return readHeader(g, s, h.First, h.Last)
	}
	var nearest *mismatch
	for _, row := range g.rows {
		if row.Index > searched {
			break
		}
		found, m := readHeader(g, s, row.Index, row.Index+h.Rows-1)
		if found != nil {
			return found, nil
		}
		if nearest == nil || m.lacking < nearest.lacking {
			nearest = m
		}
	}
	if nearest == nil {
		nearest = &mismatch{at: g.place(0, 0), message: "the sheet is blank", lacking: 1}
	}
	return nil, nearest
}

// readHeader reads the headings of rows and looks for every name of the entry among them.
func readHeader(g *grid, s *declaration.Sheet, top, bottom int) (*header, *mismatch) {
	h := &header{top: top, bottom: bottom, columns: map[string]int{}, spread: map[int]workbook.Block{}}
	if top > 0 {
		h.headings = headings(g, top, bottom, bool(s.Carry))
	}
	m := &mismatch{at: g.ref(max(top, 1), 0).place()}
	if g.turned {
		m.at = g.ref(1, max(top, 1)).place()
		m.at.Row, m.at.Column = 0, 0
	}
	var lacking, twice []string
	for _, name := range needed(s) {
		switch at := h.find(name); {
		case len(at) == 1:
			h.columns[name.String()] = at[0]
		case len(at) > 1:
			twice = append(twice, name.String())
		default:
			lacking = append(lacking, name.String())
		}
	}
	lacking = append(lacking, h.findWide(s)...)
	h.findOptional(s)
	m.lacking, m.had = len(lacking)+len(twice), len(h.columns)+len(h.wide)
	others := h.others(s)
	switch {
	case len(lacking) > 0:
		m.message, m.hint = fmt.Sprintf("%s lacks the heading %s", rowName(top, bottom), strings.Join(lacking, ", ")),
			h.suggest(lacking)
	case len(twice) > 0:
		m.message, m.hint = fmt.Sprintf("the heading %s stands over two columns", strings.Join(twice, ", ")),
			"name the column's letter in the mapping: {column: C}"
	case s.Exact && len(others) > 0:
		m.lacking = len(others)
		m.message, m.hint = fmt.Sprintf("the mapping allows no other heading, and there is %s", strings.Join(others, ", ")),
			"name it under not_read: if it belongs there"
	default:
		h.undoMerges(g)
		return h, nil
	}
	return nil, m
}

func rowName(top, bottom int) string {
	switch {
	case top == 0:
		return "the sheet"
	case top == bottom:
		return fmt.Sprintf("row %d", top)
	}
	return fmt.Sprintf("rows %d-%d", top, bottom)
}

// suggest names a heading of the sheet that looks like one that is lacking.
func (h *header) suggest(lacking []string) string {
	var known []string
	for _, x := range h.headings {
		known = append(known, x.text)
	}
	for _, l := range lacking {
		if near := standard.Nearest(strings.Trim(l, `"`), known); near != "" {
			return fmt.Sprintf("the sheet has %q: write that in the mapping if it is meant", near)
		}
	}
	if len(known) > 8 {
		known = append(known[:8:8], "…")
	}
	if len(known) == 0 {
		return "the row holds no heading"
	}
	return "it holds " + strings.Join(known, ", ")
}

// find gives the columns that a name means.
func (h *header) find(n declaration.Name) []int {
	if n.Letter > 0 {
		return []int{n.Letter}
	}
	for _, wanted := range n.Headings {
		key := declaration.Key(wanted)
		var at []int
		for _, x := range h.headings {
			if x.key == key {
				at = append(at, x.column)
			}
		}
		if len(at) > 0 {
			return at
		}
	}
	var at []int
	for _, x := range h.headings {
		if n.Like != nil && n.Like.Names(x.text) {
			at = append(at, x.column)
		}
	}
	return at
}

// needed lists the names without which an entry does not fit, each once.
func needed(s *declaration.Sheet) []declaration.Name {
	var out []declaration.Name
	seen := map[string]bool{}
	add := func(names ...declaration.Name) {
		for _, n := range names {
			if !seen[n.String()] {
				seen[n.String()] = true
				out = append(out, n)
			}
		}
	}
	for _, t := range s.Targets {
		for _, c := range t.Columns {
			switch {
			case c.From == declaration.Heading && !c.Optional:
				add(c.Name)
				if c.Time != nil {
					add(*c.Time)
				}
			case c.From == declaration.Written:
				add(c.Text.Names()...)
			case c.Gathers():
				add(c.Over...)
			}
		}
	}
	for _, w := range s.Wide {
		add(w.Names...)
		for _, c := range w.Constants {
			add(c.Text.Names()...)
		}
	}
	for _, f := range s.FillDown {
		add(declaration.Name{Headings: []string{f}})
	}
	for _, l := range s.LeaveOut {
		add(l.Names()...)
	}
	for _, g := range s.Group {
		add(declaration.Name{Headings: []string{g}})
	}
	return out
}

// findWide fills the wide columns, and names the patterns that no heading fits.
func (h *header) findWide(s *declaration.Sheet) (lacking []string) {
	taken := map[int]bool{}
	for _, column := range h.columns {
		taken[column] = true
	}
	for _, w := range s.Wide {
		for _, n := range w.Names {
			if at := h.find(n); len(at) == 1 {
				h.wide = append(h.wide, wideColumn{w, h.heading(at[0])})
			}
		}
		for _, p := range w.Like {
			found := false
			for i := range h.headings {
				x := &h.headings[i]
				if !taken[x.column] && p.Names(x.text) {
					h.wide, found = append(h.wide, wideColumn{w, x}), true
					taken[x.column] = true
				}
			}
			if !found {
				lacking = append(lacking, fmt.Sprintf("like %q", p.Written))
			}
		}
	}
	slices.SortStableFunc(h.wide, func(a, b wideColumn) int { return a.column - b.column })
	return lacking
}

// heading is what stands over a column.
func (h *header) heading(column int) *heading {
	for i := range h.headings {
		if h.headings[i].column == column {
			return &h.headings[i]
		}
	}
	return &heading{column: column}
}

// findOptional finds the headings that may be missing.
func (h *header) findOptional(s *declaration.Sheet) {
	for _, t := range s.Targets {
		for _, c := range t.Columns {
			if at := h.find(c.Name); c.Optional && len(at) == 1 {
				h.columns[c.Name.String()] = at[0]
			}
		}
	}
}

// column is where a name stands, 0 where it does not.
func (h *header) column(n declaration.Name) int {
	if n.Letter > 0 {
		return n.Letter
	}
	return h.columns[n.String()]
}

// others lists the headings that the entry neither uses nor says it does not read.
func (h *header) others(s *declaration.Sheet) []string {
	var out []string
	for _, x := range h.headings {
		if !h.uses(x.column) && !notRead(s, x.text) {
			out = append(out, fmt.Sprintf("%q", x.text))
		}
	}
	return out
}

// uses says whether a name of the entry means a column.
func (h *header) uses(column int) bool {
	for _, at := range h.columns {
		if at == column {
			return true
		}
	}
	return slices.ContainsFunc(h.wide, func(w wideColumn) bool { return w.column == column })
}

// notRead says whether an entry declares that a column is not read: by its heading as it is, or by a pattern.
func notRead(s *declaration.Sheet, heading string) bool {
	return slices.ContainsFunc(s.NotRead, func(p declaration.Pattern) bool {
		return declaration.SameName(p.Written, heading) || p.Names(heading)
	})
}
