package layout

import (
	"math"
	"testing"

	"plimsoll/report/internal/markdown"
)

// TestWatermark holds the word across a page to the page, in the middle and below everything else, in every script.
func TestWatermark(t *testing.T) {
	for _, word := range []string{"DRAFT", "草稿", "BẢN NHÁP", "BORRADOR", "D草"} {
		for _, paper := range []string{"a4", "letter"} {
			opt := options(t)
			opt.Watermark, opt.Paper = word, paper
			doc, err := markdown.Parse("a.md", "# A\n\n::: page\nB\n:::\n")
			if err != nil {
				t.Fatal(err)
			}
			pages, _, err := Pages(doc, opt)
			if err != nil {
				t.Fatal(err)
			}
			for _, page := range pages {
				across := page.Runs()[0]
				if across.Artifact != Watermark || across.Element != nil {
					t.Fatalf("%s: %+v", word, across)
				}
				first, last := across.Items[0].Text, across.Items[len(across.Items)-1].Text
				from, to := ends(first), ends(last)
				middle := Point{(from[0].X + to[1].X) / 2, (from[0].Y + to[1].Y) / 2}
				if math.Abs(middle.X-page.W/2) > 25 || math.Abs(middle.Y-page.H/2) > 25 {
					t.Errorf("%s on %s: its middle is %v", word, paper, middle)
				}
				for _, p := range []Point{from[0], to[1]} {
					if p.X < 0 || p.Y < 0 || p.X > page.W || p.Y > page.H {
						t.Errorf("%s on %s: %v is off the page", word, paper, p)
					}
				}
			}
		}
	}
	if plain, _ := pages(t, "A"); plain[0].Items[0].Artifact == Watermark {
		t.Error("a watermark that nobody asked for")
	}
}

// ends are where the baseline of a text begins and ends.
func ends(t *Text) [2]Point {
	sin, cos := math.Sincos(t.Turn * math.Pi / 180)
	return [2]Point{{t.X, t.Y}, {t.X + t.Width*cos, t.Y - t.Width*sin}}
}
