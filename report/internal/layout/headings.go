package layout

import "strings"

// Headings says on which page each heading stands, counted from 1. Of headings with one text the first counts.
func Headings(pages []Page) map[string]int {
	text, at := map[*Element]*strings.Builder{}, map[*Element]int{}
	var order []*Element
	for n, page := range pages {
		for _, item := range page.Items {
			e := item.Element.within()
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
