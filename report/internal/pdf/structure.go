package pdf

import (
	"fmt"

	"plimsoll/report/internal/layout"
)

// structure is the tree of elements of a document, and the way back to it from what stands on the pages.
type structure struct {
	layout.Structure
	pages  []ref     // filled by the finisher
	high   []float64 // of the pages, in mm
	marks  [][]ref   // by page and mark: the element that each belongs to
	links  map[*layout.Element]*link
	linked []*link // by the number of an annotation
	notes  []ref
}

// link is an element with what can be clicked of it, line by line.
type link struct {
	element     ref
	annotations []annotation
}

// annotation is what can be clicked on a page.
type annotation struct {
	ref
	page int
}

func newStructure(pages []layout.Page) *structure {
	s := &structure{Structure: layout.StructureOf(pages), marks: make([][]ref, len(pages)), links: map[*layout.Element]*link{}}
	for i, p := range pages {
		s.high = append(s.high, p.H)
		s.marks[i] = make([]ref, s.Marks[i])
	}
	return s
}

// link notes an annotation of an element.
func (s *structure) link(e *layout.Element, a annotation) {
	l := s.links[e]
	if l == nil {
		l = &link{}
		s.links[e] = l
	}
	l.annotations = append(l.annotations, a)
	s.linked = append(s.linked, l)
}

// nextKey is under which the next annotation finds its element: behind the pages, which come first.
func (s *structure) nextKey() int { return len(s.marks) + len(s.linked) }

// structure writes the tree and returns its root.
func (f *finisher) structure() ref {
	s := f.drawn.tags
	root := f.reserve()
	first := f.reserve()
	for range s.Root.Size - 1 {
		f.reserve()
	}
	f.element(s.Root, first, root)
	ids := ""
	for i, r := range s.notes {
		ids += fmt.Sprintf("(%s) %v ", noteID(i), r)
	}
	if ids != "" {
		ids = " /IDTree <</Names [" + ids + "]>>"
	}
	f.put(root, fmt.Sprintf("<</Type /StructTreeRoot /K %v /ParentTree %v /ParentTreeNextKey %d%s>>",
		first, f.parents(), s.nextKey(), ids))
	return root
}

// element writes an element and those below it, which have the numbers behind its own.
func (f *finisher) element(e *layout.Node, self, parent ref) {
	s := f.drawn.tags
	out := append(append(append(f.begin(self), "<</S/"...), e.Role...), "/P "...)
	out = s.content(appendRef(out, parent), e, self)
	f.loose = append(s.attributes(out, e, self), ">>\n"...)
	kid := self + 1
	for _, p := range e.Contents {
		if p.Kid != nil {
			f.element(p.Kid, kid, self)
			kid += ref(p.Kid.Size)
		}
	}
}

func appendRef(out []byte, r ref) []byte {
	return append(appendInt(out, int64(r)), " 0 R"...)
}

// content writes what an element holds: marks of the page where it begins by their number alone.
func (s *structure) content(out []byte, e *layout.Node, self ref) []byte {
	parts, first, kid := e.Contents, -1, self+1
	for _, p := range parts {
		if p.Kid == nil {
			if first < 0 {
				first = p.Page
			}
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
			out = appendRef(out, kid)
			kid += ref(p.Kid.Size)
		case p.Page == first:
			out = appendInt(out, int64(p.Mark))
		default:
			out = appendRef(append(out, "<</Type/MCR/Pg "...), s.pages[p.Page])
			out = append(appendInt(append(out, "/MCID "...), int64(p.Mark)), ">>"...)
		}
	}
	if l := s.links[e.Element]; l != nil {
		l.element = self
		for _, a := range l.annotations {
			out = fmt.Appendf(out, "<</Type/OBJR/Obj %v/Pg %v>>", a.ref, s.pages[a.page])
		}
	}
	return append(out, ']')
}

// attributes writes what an element says beside its role.
func (s *structure) attributes(out []byte, e *layout.Node, self ref) []byte {
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
func (f *finisher) parents() ref {
	s := f.drawn.tags
	tree := f.reserve()
	out := append(f.begin(tree), "<</Nums ["...)
	for page, marks := range s.marks {
		out = append(appendInt(out, int64(page)), " ["...)
		for _, r := range marks {
			out = append(appendRef(out, r), ' ')
		}
		out = append(out, "] "...)
	}
	for i, l := range s.linked {
		out = append(appendInt(out, int64(len(s.marks)+i)), ' ')
		out = append(appendRef(out, l.element), ' ')
	}
	f.loose = append(out, "]>>\n"...)
	return tree
}

// rectangle is one in points, of lengths in mm.
func rectangle(left, bottom, right, top float64) (string, error) {
	out := []byte{'['}
	for i, v := range []float64{left, bottom, right, top} {
		if i > 0 {
			out = append(out, ' ')
		}
		var ok bool
		if out, ok = appendNumber(out, v*pt, 2); !ok {
			return "", fmt.Errorf("pdf: a length of %g points", v*pt)
		}
	}
	return string(append(out, ']')), nil
}
