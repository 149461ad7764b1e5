package markdown

import (
	"fmt"
	"strings"
)

// Dump is the document as indented text, one block a line, for tests.
func (d *Document) Dump() string {
	var out strings.Builder
	fmt.Fprintf(&out, "document %q\n", d.Title)
	dumpBlocks(&out, d.Blocks, "  ")
	return out.String()
}

func dumpBlocks(out *strings.Builder, blocks []Block, indent string) {
	for _, b := range blocks {
		dumpBlock(out, b, indent)
	}
}

func dumpBlock(out *strings.Builder, b Block, indent string) {
	deeper := indent + "  "
	switch b := b.(type) {
	case *Heading:
		fmt.Fprintf(out, "%sheading %d: %s\n", indent, b.Level, dumpInlines(b.Text))
	case *Paragraph:
		fmt.Fprintf(out, "%sparagraph: %s\n", indent, dumpInlines(b.Text))
	case *List:
		fmt.Fprintf(out, "%slist ordered=%t start=%d\n", indent, b.Ordered, b.Start)
		for _, item := range b.Items {
			fmt.Fprintf(out, "%sitem\n", deeper)
			dumpBlocks(out, item, deeper+"  ")
		}
	case *Table:
		fmt.Fprintf(out, "%stable classes=%v widths=%v align=%v\n", indent, b.Classes, b.Widths, b.Align)
		if b.Head != nil {
			fmt.Fprintf(out, "%shead: %s\n", deeper, dumpCells(b.Head))
		}
		for _, row := range b.Rows {
			fmt.Fprintf(out, "%srow: %s\n", deeper, dumpCells(row))
		}
	case *Figure:
		fmt.Fprintf(out, "%sfigure %s alt=%q caption=%s\n", indent, b.Ref, b.Alt, dumpInlines(b.Caption))
	case *Box:
		fmt.Fprintf(out, "%sbox %s %v\n", indent, b.Kind, b.Shares)
		dumpBlocks(out, b.Blocks, deeper)
	case *Rule:
		fmt.Fprintf(out, "%srule\n", indent)
	}
}

func dumpCells(cells []Cell) string {
	var texts []string
	for _, c := range cells {
		texts = append(texts, dumpInlines(c))
	}
	return strings.Join(texts, " | ")
}

func dumpInlines(inlines []Inline) string {
	var parts []string
	for _, in := range inlines {
		switch in := in.(type) {
		case *Text:
			parts = append(parts, dumpText(in))
		case *Break:
			parts = append(parts, "/")
		case *Image:
			parts = append(parts, fmt.Sprintf("<%s alt=%q>", in.Ref, in.Alt))
		}
	}
	return strings.Join(parts, " ")
}

func dumpText(t *Text) string {
	s := fmt.Sprintf("%q", t.String)
	if t.Bold {
		s += "+bold"
	}
	for _, c := range t.Classes {
		s += "." + c
	}
	if t.Lang != "" {
		s += "@" + t.Lang
	}
	if t.Says != "" {
		s += fmt.Sprintf("(%s)", t.Says)
	}
	if t.Link != "" {
		s += "->" + t.Link
	}
	return s
}
