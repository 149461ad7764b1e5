package compose

import (
	"strconv"
	"strings"
)

// A template's Markdown has other lines than its file, since actions repeat and leave out. So that a mistake in it is
// named with the line of the file, every line begins with a mark that says where it comes from; the marks are taken out
// again before the Markdown is read.
const markBegin, markEnd = "\x01", "\x02"

// markLines puts marks in front of the lines of a template that begins on a line of its file. A line whose white space an
// action trims away, and one inside of an action, gets none and counts to the line above.
func markLines(body string, first int) string {
	lines := strings.Split(body, "\n")
	inside := false
	for i, line := range lines {
		trimsBefore := strings.HasPrefix(strings.TrimSpace(line), "{{-")
		trimmedAfter := i > 0 && strings.HasSuffix(strings.TrimSpace(lines[i-1]), "-}}")
		if !inside && !trimsBefore && !trimmedAfter {
			lines[i] = markBegin + strconv.Itoa(first+i) + markEnd + line
		}
		open, closed := strings.LastIndex(line, "{{"), strings.LastIndex(line, "}}")
		inside = open > closed || inside && closed < 0
	}
	return strings.Join(lines, "\n")
}

// unmark takes the marks out, and says for every line of the Markdown which line of the file it comes from.
func unmark(marked string) (text string, from []int) {
	lines := strings.Split(marked, "\n")
	last := 1
	for i, line := range lines {
		var plain strings.Builder
		first := true
		for {
			before, rest, found := strings.Cut(line, markBegin)
			plain.WriteString(before)
			number, after, closed := strings.Cut(rest, markEnd)
			if !found || !closed {
				break
			}
			if n, err := strconv.Atoi(number); err == nil && (first || strings.TrimSpace(plain.String()) == "") {
				last, first = n, false
			}
			line = after
		}
		lines[i] = plain.String()
		from = append(from, last)
	}
	return strings.Join(lines, "\n"), from
}
