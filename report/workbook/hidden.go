package workbook

import (
	"fmt"
	"strings"
)

// Span is a run of rows or columns, counted from 1; the last one belongs to it.
type Span struct{ First, Last int }

// addSpan adds a number that comes after those before to a list of runs.
func addSpan(list []Span, n int) []Span {
	if last := len(list) - 1; last >= 0 && list[last].Last+1 >= n {
		list[last].Last = max(list[last].Last, n)
		return list
	}
	return append(list, Span{n, n})
}

// shownSpans is how many runs a message lists.
const shownSpans = 5

func rowName(n int) string { return fmt.Sprint(n) }

// spans lists runs for a message: 12–40, 44 and 3 more.
func spans(list []Span, name func(int) string) string {
	var out []string
	for _, s := range list[:min(len(list), shownSpans)] {
		if s.First == s.Last {
			out = append(out, name(s.First))
			continue
		}
		out = append(out, name(s.First)+"–"+name(s.Last))
	}
	more := 0
	for _, s := range list[len(out):] {
		more += s.Last - s.First + 1
	}
	if more > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(out, ", "), more)
	}
	return strings.Join(out, ", ")
}
