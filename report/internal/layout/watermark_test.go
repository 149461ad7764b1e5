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
				if across.Artifact != Watermark || across.Element != nil || len(across.Items) != 1 {
					t.Fatalf("%s: %+v", word, across)
				}
				b := across.Items[0].bounds()
				if b.left < 0 || b.top < 0 || b.right > page.W || b.bottom > page.H {
					t.Errorf("%s on %s: %v is off the page", word, paper, b)
				}
				if math.Abs(b.left+b.right-page.W) > 30 || math.Abs(b.top+b.bottom-page.H) > 30 || b.bottom-b.top < page.H/4 {
					t.Errorf("%s on %s: %v is not in the middle", word, paper, b)
				}
			}
		}
	}
	if plain, _ := pages(t, "A"); plain[0].Items[0].Artifact == Watermark {
		t.Error("a watermark that nobody asked for")
	}
}
