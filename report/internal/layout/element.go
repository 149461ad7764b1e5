package layout

// Element is a node of the document's structure, in the vocabulary of tagged PDF: Document, Div, Note, H1…H4, P, L,
// LI, Lbl, LBody, Table, THead, TBody, TR, TH, TD, Figure, Caption, Link, Span.
type Element struct {
	Role   string // one of the above
	Parent *Element
	Kids   []*Element // in reading order
	Alt    string     // of a Figure, or of a Span that holds a sign
	URL    string     // of a Link
	Lang   string     // BCP 47, of a Span in another language than the document's
	Scope  string     // of a TH: Column or Row
	Labels string     // of an L: Disc or Decimal; blank without labels
	Box    Rect       // of a Figure, on the page Page
	Page   int        // of a Figure, from 0

	index int // its place among its parent's kids
}

// element hangs a new element below a parent; nil is one that is only measured.
func (l *layouter) element(role string, parent *Element) *Element {
	e := &Element{Role: role, Parent: parent}
	if parent != nil {
		e.index = len(parent.Kids)
		parent.Kids = append(parent.Kids, e)
	}
	return e
}

// figureElement is nil for mere decoration, whose alternative text is "-".
func (l *layouter) figureElement(alt string, parent *Element) *Element {
	if alt == "-" {
		return nil
	}
	e := l.element("Figure", parent)
	e.Alt = alt
	return e
}

// dropKids takes away the elements that an attempt hung below a parent which had so many before.
func (e *Element) dropKids(kids int) { e.Kids = e.Kids[:kids] }
