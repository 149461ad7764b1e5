package markdown

// Document is a report before it has pages.
type Document struct {
	File   string // where the Markdown came from; named in errors
	Title  string // plain text of the first heading of level 1, "" without one
	Lang   string // BCP 47, set by the caller; "" when unknown
	Lines  []int  // of File, from which the Markdown's lines were made, set by the caller; nil: it is the file
	Blocks []Block
}

// Line is the line of the file that a line of the Markdown was made from.
func (d *Document) Line(n int) int {
	if d.Lines == nil {
		return n
	}
	return d.Lines[max(min(n, len(d.Lines)), 1)-1]
}

// Block is a Heading, Paragraph, List, Table, Figure, Box or Rule.
type Block interface{ block() }

// Heading is a title of level 1 to 4.
type Heading struct {
	Line  int
	Level int
	Text  []Inline
}

// Paragraph is running text.
type Paragraph struct {
	Line int
	Text []Inline
}

// List holds items of blocks; Start is the first number of an ordered one.
type List struct {
	Line    int
	Ordered bool
	Start   int
	Items   [][]Block
}

// Align is how a column of a table stands.
type Align int

// The alignments of a column.
const (
	AlignLeft Align = iota
	AlignCenter
	AlignRight
)

// Cell is the text of one table cell.
type Cell []Inline

// Table has one alignment per column and as many cells in every row.
type Table struct {
	Line    int
	Classes []string
	Widths  []float64 // relative widths of the columns; nil means automatic
	Align   []Align
	Head    []Cell // nil when every cell of the head is empty
	Rows    [][]Cell
}

// Figure is an image that stands alone.
type Figure struct {
	Line    int
	Alt     string
	Ref     string
	Caption []Inline // nil without one
}

// Box is a ::: container. Its Kind is one of those in the package comment.
type Box struct {
	Line int
	Kind string
	// columns: the relative widths; grid: the number of columns; space: its height in mm; page: how full the one before it is
	// at least, in percent
	Shares []float64
	Blocks []Block
}

// Rule is a hairline across the text.
type Rule struct{ Line int }

func (*Heading) block()   {}
func (*Paragraph) block() {}
func (*List) block()      {}
func (*Table) block()     {}
func (*Figure) block()    {}
func (*Box) block()       {}
func (*Rule) block()      {}

// Inline is a Text, Break or Image.
type Inline interface{ inline() }

// Text is characters in one style.
type Text struct {
	String  string
	Bold    bool
	Classes []string // outermost first
	Link    string   // the address it leads to, "" for none
	Lang    string   // BCP 47, "" for that of the text around it
	Says    string   // what a reader who is read to is told instead, of a sign such as †; "" for the text itself
}

// Break ends a line.
type Break struct{}

// Image is a figure within a line of text.
type Image struct {
	Alt string
	Ref string
}

func (*Text) inline()  {}
func (*Break) inline() {}
func (*Image) inline() {}

// Plain is the text of inlines without their styles; images are left out and
// breaks are spaces.
func Plain(inlines []Inline) string {
	var out []byte
	for _, in := range inlines {
		switch in := in.(type) {
		case *Text:
			out = append(out, in.String...)
		case *Break:
			out = append(out, ' ')
		}
	}
	return string(out)
}
