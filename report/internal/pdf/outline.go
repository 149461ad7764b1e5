package pdf

import (
	"strings"

	"plimsoll/report/internal/layout"
)

// bookmark is a heading in the list that readers show beside the pages.
type bookmark struct {
	title string
	level int // from 1
	page  int
	top   float64 // of the heading, in mm from the page's upper edge
}

// bookmarks has fpdf mark the headings. Levels begin at 0 and skip none, with which fpdf would lose its tree: a heading
// without text, which has no bookmark, may stand above others.
func (d *drawing) bookmarks() {
	last := d.points(d.high) // fpdf counts from this page's edge, whichever the bookmark's is (line 5020)
	for _, b := range d.tags.bookmarks() {
		deepest := 0
		if n := len(d.levels); n > 0 {
			deepest = d.levels[n-1] + 1
		}
		level := min(b.level-1, deepest)
		d.levels = append(d.levels, level)
		d.doc.SetPage(b.page + 1)
		d.doc.Bookmark(textBytes(b.title), level, last-d.points(d.tags.high[b.page]-b.top))
	}
	d.doc.SetPage(d.doc.PageCount()) // else the pages behind are lost (line 4129)
}

// shownLevels is how many levels of bookmarks are open at first.
const shownLevels = 2

// counts says of each bookmark how many of those below it are seen when it is open, as a negative number where it is
// closed at first, and how many are seen in all.
func counts(levels []int) (each []int, all int) {
	each = make([]int, len(levels))
	below := map[int]int{} // by level: those seen since the last bookmark of a higher level, from the end
	for i := len(levels) - 1; i >= 0; i-- {
		level := levels[i]
		each[i] = below[level+1]
		below[level+1] = 0
		below[level]++
		if level+1 < shownLevels {
			below[level] += each[i]
		} else {
			each[i] = -each[i]
		}
	}
	return each, below[0]
}

// bookmarks are the elements H1 and so on that say something, in reading order.
func (s *structure) bookmarks() []bookmark {
	var out []bookmark
	var walk func(e *layout.Node)
	walk = func(e *layout.Node) {
		if len(e.Role) == 2 && e.Role[0] == 'H' {
			if b := bookmarkOf(e); b.title != "" {
				out = append(out, b)
			}
			return
		}
		for _, p := range e.Contents {
			if p.Kid != nil {
				walk(p.Kid)
			}
		}
	}
	walk(s.Root)
	return out
}

// bookmarkOf gathers the text of a heading and finds where it begins.
func bookmarkOf(e *layout.Node) bookmark {
	b := bookmark{level: int(e.Role[1] - '0'), page: -1}
	var title strings.Builder
	var walk func(e *layout.Node)
	walk = func(e *layout.Node) {
		for _, p := range e.Contents {
			if p.Kid != nil {
				walk(p.Kid)
				continue
			}
			title.WriteString(p.Text())
			if b.page < 0 {
				b.page, b.top = p.Page, p.Top()
			}
		}
	}
	walk(e)
	b.title = strings.Join(strings.Fields(title.String()), " ")
	return b
}
