package pdf

import (
	"fmt"

	"plimsoll/report/layout"
)

// structure is the tree of elements of a document, and the way back to it from what stands on the pages.
type structure struct {
	layout.Reading
	refs   map[*layout.Element]ref
	pages  []ref
	high   []float64 // of the pages, in mm
	marks  [][]ref   // by page and mark: the element that each belongs to
	links  map[*layout.Element][]annotation
	linked []*layout.Element // by the number of an annotation
	notes  []ref
}

// annotation is what can be clicked on a page.
type annotation struct {
	ref
	page int
}

func newStructure(pages []layout.Page) *structure {
	s := &structure{Reading: layout.Read(pages), marks: make([][]ref, len(pages)), links: map[*layout.Element][]annotation{}}
	s.refs = make(map[*layout.Element]ref, len(s.Parts))
	for _, p := range pages {
		s.high = append(s.high, p.H)
	}
	return s
}

// nextKey is under which the next annotation finds its element: behind the pages, which come first.
func (s *structure) nextKey() int { return len(s.marks) + len(s.linked) }

// structure writes the tree and returns its root.
func (w *writer) structure() ref {
	s := w.tags
	root := w.reserve()
	w.number(s.Root)
	w.element(s.Root, root)
	ids := ""
	for i, r := range s.notes {
		ids += fmt.Sprintf("(%s) %v ", noteID(i), r)
	}
	if ids != "" {
		ids = " /IDTree <</Names [" + ids + "]>>"
	}
	w.put(root, fmt.Sprintf("<</Type /StructTreeRoot /K %v /ParentTree %v /ParentTreeNextKey %d%s>>", s.refs[s.Root], w.parents(), s.nextKey(), ids))
	return root
}

// number gives every element its object, parents before kids.
func (w *writer) number(e *layout.Element) {
	w.tags.refs[e] = w.reserve()
	for _, p := range w.tags.Parts[e] {
		if p.Kid != nil {
			w.number(p.Kid)
		}
	}
}

// element writes an element and those below it.
func (w *writer) element(e *layout.Element, parent ref) {
	s, self := w.tags, w.tags.refs[e]
	out := append(append(append(w.begin(self), "<</S/"...), e.Role...), "/P "...)
	out = s.content(appendRef(out, parent), e, self)
	w.loose = append(s.attributes(out, e, self), ">>\n"...)
	for _, p := range s.Parts[e] {
		if p.Kid != nil {
			w.element(p.Kid, self)
		}
	}
}

func appendRef(out []byte, r ref) []byte {
	return append(appendInt(out, int64(r)), " 0 R"...)
}

// content writes what an element holds: marks of the page where it begins by their number alone.
func (s *structure) content(out []byte, e *layout.Element, self ref) []byte {
	parts, first := s.Parts[e], -1
	for _, p := range parts {
		if p.Kid == nil {
			if first < 0 {
				first = p.Page
			}
			s.marks[p.Page] = append(s.marks[p.Page], make([]ref, max(0, p.Mark+1-len(s.marks[p.Page])))...)
			s.marks[p.Page][p.Mark] = self
		}
	}
	if first >= 0 {
		out = appendRef(append(out, "/Pg "...), s.pages[first])
	}
	if len(parts) == 1 && parts[0].Kid == nil && e.URL == "" {
		return appendInt(append(out, "/K "...), int64(parts[0].Mark))
	}
	out = append(out, "/K["...)
	for i, p := range parts {
		if i > 0 {
			out = append(out, ' ')
		}
		switch {
		case p.Kid != nil:
			out = appendRef(out, s.refs[p.Kid])
		case p.Page == first:
			out = appendInt(out, int64(p.Mark))
		default:
			out = appendRef(append(out, "<</Type/MCR/Pg "...), s.pages[p.Page])
			out = append(appendInt(append(out, "/MCID "...), int64(p.Mark)), ">>"...)
		}
	}
	for _, a := range s.links[e] {
		out = fmt.Appendf(out, "<</Type/OBJR/Obj %v/Pg %v>>", a.ref, s.pages[a.page])
	}
	return append(out, ']')
}

// attributes writes what an element says beside its role.
func (s *structure) attributes(out []byte, e *layout.Element, self ref) []byte {
	if e.Alt != "" {
		out = append(append(out, "/Alt "...), textString(e.Alt)...)
	}
	if e.Lang != "" {
		out = append(append(out, "/Lang "...), textString(e.Lang)...)
	}
	switch {
	case e.Role == "Note":
		out = fmt.Appendf(out, "/ID(%s)", noteID(len(s.notes)))
		s.notes = append(s.notes, self)
	case e.Scope != "":
		out = append(append(append(out, "/A<</O/Table/Scope/"...), e.Scope...), ">>"...)
	case e.Labels != "":
		out = append(append(append(out, "/A<</O/List/ListNumbering/"...), e.Labels...), ">>"...)
	case e.Role == "Figure":
		b := e.Box
		if box, err := rectangle(b.X, s.high[e.Page]-b.Y-b.H, b.X+b.W, s.high[e.Page]-b.Y); err == nil {
			out = append(append(append(out, "/A<</O/Layout/BBox"...), box...), ">>"...)
		}
	}
	return out
}

// noteID sorts as the notes stand.
func noteID(n int) string { return fmt.Sprintf("note-%05d", n+1) }

// parents writes the tree that leads from the marks of a page, and from an annotation, to their elements.
func (w *writer) parents() ref {
	s := w.tags
	tree := w.reserve()
	out := append(w.begin(tree), "<</Nums ["...)
	for page, marks := range s.marks {
		out = append(appendInt(out, int64(page)), " ["...)
		for _, r := range marks {
			out = append(appendRef(out, r), ' ')
		}
		out = append(out, "] "...)
	}
	for i, e := range s.linked {
		out = append(appendInt(out, int64(len(s.marks)+i)), ' ')
		out = append(appendRef(out, s.refs[e]), ' ')
	}
	w.loose = append(out, "]>>\n"...)
	return tree
}
