package report

import (
	"testing"

	"plimsoll/report/internal/layout"
	"plimsoll/templates"
)

// TestFiguresOfDocuments looks at every figure of the sample's documents where it stands on its page, in the fonts of the
// page: no type under 7 points, nothing beyond the paper, no text upon another.
func TestFiguresOfDocuments(t *testing.T) {
	t.Parallel()
	labels := 0
	for _, paper := range []string{"a4", "letter"} {
		o := options(t, "../sample-data")
		o.Paper, o.Languages = paper, []string{"en", "zh-Hans", "vi+en", "es"}
		if paper == "letter" || testing.Short() {
			o.Languages = []string{"zh-Hans+en"}
		}
		texts, list := prepared(t, o, templates.Files)
		for _, d := range list {
			r := laidOut(t, texts, d)
			for number, page := range r.pages {
				n, fault := labelsOfFigures(page)
				if labels += n; fault != "" {
					t.Errorf("%s on %s, page %d: %s", r.Title, paper, number+1, fault)
				}
			}
		}
	}
	if labels < 1000 {
		t.Errorf("only %d labels were looked at", labels)
	}
}

// labelsOfFigures counts the texts of the figures on a page, and names the first fault, "" where there is none.
func labelsOfFigures(page layout.Page) (count int, fault string) {
	labels := map[*layout.Element][]*layout.Text{}
	for _, item := range page.Items {
		if item.Element == nil || item.Element.Role != "Figure" || item.Text == nil {
			continue
		}
		l := item.Text
		count++
		switch {
		case l.Size < 7:
			return count, "type under 7 points: " + l.String
		case l.X < 0 || l.X+l.Width > page.W || l.Y < 0 || l.Y > page.H:
			return count, "beyond the paper: " + l.String
		}
		for _, other := range labels[item.Element] {
			if overlap(l, other) {
				return count, l.String + " upon " + other.String
			}
		}
		labels[item.Element] = append(labels[item.Element], l)
	}
	return count, ""
}

// capitals is the height of capital letters in mm for each point of a text's size.
const capitals = 0.25

// overlap reports whether two texts stand one on the other; passages of one label touch.
func overlap(a, b *layout.Text) bool {
	const touch = 0.05
	return a.X+touch < b.X+b.Width && b.X+touch < a.X+a.Width && a.Y-a.Size*capitals < b.Y && b.Y-b.Size*capitals < a.Y
}
