package markdown

// Images calls visit for every figure and inline image of the blocks, in
// reading order, with the line of the block it stands in.
func Images(blocks []Block, visit func(line int, ref string)) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *Heading:
			inlineImages(b.Line, b.Text, visit)
		case *Paragraph:
			inlineImages(b.Line, b.Text, visit)
		case *List:
			for _, item := range b.Items {
				Images(item, visit)
			}
		case *Table:
			tableImages(b, visit)
		case *Figure:
			visit(b.Line, b.Ref)
		case *Box:
			Images(b.Blocks, visit)
		}
	}
}

func inlineImages(line int, text []Inline, visit func(int, string)) {
	for _, in := range text {
		if image, ok := in.(*Image); ok {
			visit(line, image.Ref)
		}
	}
}

func tableImages(t *Table, visit func(int, string)) {
	for _, cell := range t.Head {
		inlineImages(t.Line, cell, visit)
	}
	for i, row := range t.Rows {
		for _, cell := range row {
			inlineImages(t.Line+2+i, cell, visit)
		}
	}
}
