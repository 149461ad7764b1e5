package layout

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// trends are a page with lines before and after two rows of trends, and a second page.
func trends(before, after int, height string) string {
	cell := "::: cell\n### Air\n![air](mark:trend?height=" + height + " \"worst: line 2\")\n:::\n"
	return strings.Repeat("before\n\n", before) + "::: grid 2\n" + strings.Repeat(cell, 3) + ":::\n\n" +
		strings.Repeat("after\n\n", after) + "::: page\nnext\n:::\n"
}

// heights are the boxes of the figures of a document, from frame to periods.
func heights(placed []Page) []float64 {
	var out []float64
	seen := map[*Element]bool{}
	for _, page := range placed {
		for _, item := range page.Items {
			if e := item.Element; e != nil && e.Role == "Figure" && !seen[e] {
				seen[e] = true
				out = append(out, e.Box.H)
			}
		}
	}
	return out
}

// TestFiguresTakeTheRoomLeft: whatever stands around them, figures that stretch are of one height, no document gets longer
// by it, and either they are as high as they may be or their page is full.
func TestFiguresTakeTheRoomLeft(t *testing.T) {
	full := options(t).Theme
	bottom := 297 - full.Margin.Bottom
	for lines := range 45 {
		low, _ := pages(t, trends(lines/2, lines-lines/2, "17"))
		placed, _ := pages(t, trends(lines/2, lines-lines/2, "17-32"))
		high, _ := pages(t, trends(lines/2, lines-lines/2, "32"))
		sound(t, placed)
		if len(placed) != len(low) {
			t.Fatalf("%d lines: %d pages, not %d", lines, len(placed), len(low))
		}
		got, least, most := heights(placed), heights(low)[0], heights(high)[0]
		for _, h := range got {
			if h < least-slack || h > most+slack || math.Abs(h-got[0]) > slack {
				t.Fatalf("%d lines: heights %v between %g and %g", lines, got, least, most)
			}
		}
		end := 0.0
		for _, item := range placed[0].Items {
			if item.Artifact != Footer {
				end = max(end, item.bounds().bottom)
			}
		}
		if got[0] < most-slack && len(low) == 2 && end < bottom-3 {
			t.Errorf("%d lines: figures of %.1f mm, and the page ends at %.1f of %.1f", lines, got[0], end, bottom)
		}
	}
}

// TestStretchingKeepsTheOrder: what a reader is told who does not see the pages is the same at any height.
func TestStretchingKeepsTheOrder(t *testing.T) {
	structure := func(height string) string {
		placed, _ := pages(t, trends(3, 3, height))
		var out strings.Builder
		for _, page := range placed {
			for _, item := range page.Items {
				if item.Text != nil && item.Element != nil {
					fmt.Fprintln(&out, item.Element.Role, item.Element.index, item.Text.String)
				}
			}
		}
		return out.String()
	}
	if a, b := structure("32"), structure("17-32"); a != b {
		t.Errorf("%s\nis not\n%s", b, a)
	}
}

func TestHeightsOfReferences(t *testing.T) {
	for ref, want := range map[string]figureBox{
		"x":                     {width: 60, height: 44},
		"x?height=17-32":        {width: 60, height: 17, most: 32},
		"x?width=20&height=9":   {width: 20, height: 9},
		"x?height=17.5-17.5":    {width: 60, height: 17.5, most: 17.5},
		"x?area=air&height=1-2": {width: 60, height: 1, most: 2},
	} {
		if got, err := (figureBox{width: 60, height: 44}).of(ref); err != nil || got != want {
			t.Errorf("%s: %+v %v", ref, got, err)
		}
	}
	for _, ref := range []string{"x?height=32-17", "x?height=-3", "x?height=17-", "x?height=a-b", "x?width=1-2", "x?height=1000"} {
		if _, err := (figureBox{}).of(ref); err == nil {
			t.Errorf("%s is taken", ref)
		}
	}
}
