package layout

import (
	"strconv"
	"strings"
)

// Headings says on which page each heading stands, counted from 1. Of headings with one text the first counts.
func Headings(pages []Page) map[string]int {
	text, at := map[*Element]*strings.Builder{}, map[*Element]int{}
	var order []*Element
	for n, page := range pages {
		for _, item := range page.Items {
			e := item.Element.nearestHeading()
			if e == nil || item.Text == nil {
				continue
			}
			if text[e] == nil {
				text[e], at[e] = &strings.Builder{}, n+1
				order = append(order, e)
			}
			text[e].WriteString(item.Text.String)
		}
	}
	out := map[string]int{}
	for _, e := range order {
		name := HeadingKey(text[e].String())
		if _, taken := out[name]; !taken {
			out[name] = at[e]
		}
	}
	return out
}

// HeadingKey is the form in which headings are looked up: breaks of lines and white space do not matter.
func HeadingKey(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00a0", " ")), "")
}

// headingLevels makes levels of headings follow each other: the first is 1, and none is skipped. Templates choose a
// heading by its look. One without any text is none.
func headingLevels(root *Element, pages []Page) {
	worded := map[*Element]bool{}
	for _, page := range pages {
		for _, item := range page.Items {
			worded[item.Element.nearestHeading()] = true
		}
	}
	var open []string
	var walk func(e *Element)
	walk = func(e *Element) {
		if e.heading() && worded[e] {
			for len(open) > 0 && open[len(open)-1] >= e.Role {
				open = open[:len(open)-1]
			}
			open = append(open, e.Role)
			e.Role = "H" + strconv.Itoa(len(open))
		}
		for _, kid := range e.Kids {
			walk(kid)
		}
	}
	walk(root)
}

// heading reports whether the element is one, of any level.
func (e *Element) heading() bool { return len(e.Role) == 2 && e.Role[0] == 'H' }

// nearestHeading is the heading that an element is or lies in, nil without one.
func (e *Element) nearestHeading() *Element {
	for e != nil && !e.heading() {
		e = e.Parent
	}
	return e
}
