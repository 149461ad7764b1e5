package layout

import (
	"strings"
	"testing"

	"plimsoll/report/internal/markdown"
)

func TestTableOverPages(t *testing.T) {
	for rows := 1; rows < 150; rows += 7 {
		table := "intro\n\n## Heading\n\n| Head | B |\n|---|---|\n" + strings.Repeat("| Row | b |\n", rows)
		placed, _ := pages(t, table)
		sound(t, placed)
		total := 0
		for n, page := range placed {
			heads, count := words(page, "Head"), words(page, "Row")
			total += count
			if heads != 1 || count == 1 && rows > 1 {
				t.Errorf("%d rows: page %d has %d heads and %d rows", rows, n+1, heads, count)
			}
		}
		if total != rows {
			t.Errorf("%d rows became %d", rows, total)
		}
	}
}

func words(page Page, word string) int {
	count := 0
	for _, item := range page.Items {
		if item.Text != nil && strings.TrimSpace(item.Text.String) == word {
			count++
		}
	}
	return count
}

func TestNoWidowsAndOrphans(t *testing.T) {
	for filler := range 70 {
		placed, _ := pages(t, strings.Repeat("filler\n\n", filler)+"## Title\n\n"+strings.Repeat("many words ", 80))
		sound(t, placed)
		for n, page := range placed {
			lines := map[float64]bool{}
			title := words(page, "Title")
			for _, item := range page.Items {
				if item.Text != nil && strings.Contains(item.Text.String, "many") {
					lines[item.Text.Y] = true
				}
			}
			if len(lines) == 1 || title == 1 && len(lines) < 2 {
				t.Errorf("filler %d: page %d has %d lines, %d titles", filler, n+1, len(lines), title)
			}
		}
	}
}

func TestRowHigherThanAPage(t *testing.T) {
	placed, _ := pages(t, "| A | B |\n|---|---|\n| "+strings.Repeat("x<br>", 200)+" | y |\n")
	sound(t, placed)
	count := 0
	for _, page := range placed {
		count += words(page, "x")
		for _, item := range page.Items {
			if item.bounds().bottom > page.H {
				t.Errorf("%+v lies below the page", item)
			}
		}
	}
	if count != 200 {
		t.Errorf("%d of 200 lines are left", count)
	}
}

func TestKeep(t *testing.T) {
	for filler := range 60 {
		placed, _ := pages(t, strings.Repeat("filler\n\n", filler)+"::: keep\none\n\ntwo\n\nthree\n\nfour\n:::\n")
		for _, page := range placed {
			if n := words(page, "one") + words(page, "two") + words(page, "three") + words(page, "four"); n != 0 && n != 4 {
				t.Errorf("filler %d: %d of 4 are on one page", filler, n)
			}
		}
	}
}

// On the back of a sheet the margins and the ends of the foot are exchanged.
func TestDuplex(t *testing.T) {
	doc, err := markdown.Parse("a.md", "one\n\n::: page\ntwo\n:::\n")
	if err != nil {
		t.Fatal(err)
	}
	opt := options(t)
	opt.Theme.Margin.Left, opt.Theme.Margin.Right = 30, 10
	for _, duplex := range []bool{false, true} {
		opt.Theme.Duplex = duplex
		placed, _, err := Pages(doc, opt)
		if err != nil || len(placed) != 2 {
			t.Fatal(placed, err)
		}
		at := map[string]float64{}
		for _, item := range placed[1].Items {
			if item.Text != nil {
				at[item.Text.String] = item.Text.X
			}
		}
		left := opt.Theme.Margin.Left
		if duplex {
			left = opt.Theme.Margin.Right
		}
		if at["two"] != left || duplex != (at["page 2 of 2"] == left) || duplex == (at["left"] == left) {
			t.Errorf("duplex %t: %v", duplex, at)
		}
	}
}
