package pdf

import (
	"fmt"
	"strings"

	"plimsoll/report/internal/layout"
)

// bookmark is a heading in the list that readers show beside the pages.
type bookmark struct {
	title string
	page  int
	top   float64 // of the heading, in mm from the page's upper edge
	below []*bookmark
	ref
}

// outline writes the headings as bookmarks and returns the entry of the catalog, blank without any.
func (w *writer) outline() (string, error) {
	root := &bookmark{ref: 0}
	open := []*bookmark{root}
	for _, b := range w.tags.headings() {
		level := min(b.level, len(open)) // one above that has no text has no bookmark
		above := open[level-1]
		above.below = append(above.below, b.bookmark)
		open = append(open[:level], b.bookmark)
	}
	if len(root.below) == 0 {
		return "", nil
	}
	root.ref = w.reserve()
	shown, err := w.bookmarks(root, 1)
	if err != nil {
		return "", err
	}
	w.put(root.ref, fmt.Sprintf("<</Type /Outlines /First %v /Last %v /Count %d>>", root.below[0].ref, root.below[len(root.below)-1].ref, shown))
	return fmt.Sprintf(" /Outlines %v", root.ref), nil
}

// shownLevels is how many levels of bookmarks are open at first.
const shownLevels = 2

// bookmarks writes those below one and says how many of them are seen when it is open.
func (w *writer) bookmarks(above *bookmark, level int) (shown int, err error) {
	for _, b := range above.below {
		b.ref = w.reserve()
	}
	for i, b := range above.below {
		entries := ""
		if i > 0 {
			entries += fmt.Sprintf(" /Prev %v", above.below[i-1].ref)
		}
		if i < len(above.below)-1 {
			entries += fmt.Sprintf(" /Next %v", above.below[i+1].ref)
		}
		count, err := w.bookmarks(b, level+1)
		if err != nil {
			return 0, err
		}
		shown++
		if count > 0 {
			if level < shownLevels {
				shown += count
			} else {
				count = -count
			}
			entries += fmt.Sprintf(" /First %v /Last %v /Count %d", b.below[0].ref, b.below[len(b.below)-1].ref, count)
		}
		top, ok := appendNumber(nil, (w.tags.high[b.page]-b.top)*pt, 2)
		if !ok {
			return 0, fmt.Errorf("pdf: a heading at %g mm", b.top)
		}
		w.put(b.ref, fmt.Sprintf("<</Title %s /Parent %v /Dest [%v /XYZ null %s null]%s>>", textString(b.title), above.ref, w.tags.pages[b.page], top, entries))
	}
	return shown, nil
}

// heading is a bookmark of a level, from 1.
type heading struct {
	*bookmark
	level int
}

// headings are the elements H1 and so on, in reading order.
func (s *structure) headings() []heading {
	var out []heading
	var walk func(e *layout.Node)
	walk = func(e *layout.Node) {
		if len(e.Role) == 2 && e.Role[0] == 'H' {
			if b := s.bookmark(e); b.title != "" {
				out = append(out, heading{b, int(e.Role[1] - '0')})
			}
			return
		}
		for _, p := range e.Parts {
			if p.Kid != nil {
				walk(p.Kid)
			}
		}
	}
	walk(s.Root)
	return out
}

// bookmark gathers the text of a heading and finds where it begins.
func (s *structure) bookmark(e *layout.Node) *bookmark {
	b := &bookmark{page: -1}
	var title strings.Builder
	var walk func(e *layout.Node)
	walk = func(e *layout.Node) {
		for _, p := range e.Parts {
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
