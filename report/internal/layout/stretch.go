package layout

import (
	"math"
	"slices"

	"plimsoll/report/internal/markdown"
)

// Figures whose reference gives a range of heights (height=17-32) take the room that is left on their page. A document is
// first laid out with each at its least; then the pages are filled once for trial, and the least of the rooms left on
// pages with such figures, shared among those that stand over one another, is what all of them grow by. So they are of
// one height, and no page gets more than it had.

// section is a block of the document with what it became.
type section struct {
	block    markdown.Block
	strips   []strip
	elements []*Element
}

// sections lays out the blocks of a document, one by one.
func (l *layouter) sections(root *Element, blocks []markdown.Block) ([]section, error) {
	out := make([]section, len(blocks))
	for i, b := range blocks {
		out[i].block = b
		if err := l.section(&out[i], root); err != nil {
			return nil, err
		}
	}
	if l.grown = l.room(stripsOfAll(out)); l.grown == 0 {
		return out, nil
	}
	for i := range out {
		if slices.ContainsFunc(out[i].strips, func(s strip) bool { return s.stretches > 0 }) {
			if err := l.section(&out[i], root); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// section lays out one block; the root has its elements, and those of the other blocks are put back by elementsOfAll.
func (l *layouter) section(s *section, root *Element) (err error) {
	root.Kids = nil
	s.strips, err = l.block(s.block, column{width: l.width, style: l.base(), parent: root})
	s.elements = root.Kids
	return err
}

// elementsOfAll hangs the elements of all sections below the root.
func elementsOfAll(root *Element, sections []section) {
	root.Kids = nil
	for _, s := range sections {
		root.Kids = append(root.Kids, s.elements...)
	}
	for i, e := range root.Kids {
		e.index = i
	}
}

func stripsOfAll(sections []section) []strip {
	var all []strip
	for _, s := range sections {
		all = append(all, s.strips...)
	}
	return all
}

// room is what every figure that stretches may grow by, in mm.
func (l *layouter) room(strips []strip) float64 {
	if !slices.ContainsFunc(strips, func(s strip) bool { return s.stretches > 0 }) {
		return 0
	}
	bare := slices.Clone(strips)
	for i := range bare {
		bare[i].items = nil
		if bare[i].head != nil {
			bare[i].head = &strip{height: bare[i].head.height}
		}
	}
	least := math.Inf(1)
	for _, f := range l.fill(bare).filled {
		if f.stretches > 0 {
			least = min(least, (l.height-f.bottom)/float64(f.stretches))
		}
	}
	return max(0, least)
}

// filled is how far down a page is filled, and how many figures stand over one another on it that stretch.
type filled struct {
	bottom    float64
	stretches int
}
