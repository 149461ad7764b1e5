package report

import (
	"slices"
	"strings"
	"testing"

	"plimsoll/report/layout"
)

// TestEveryFigureIsTold reads every document of the sample as one who does not see it: each figure is told in numbers, or
// is the symbol of a status, which is told by its word; headings and tables are whole.
func TestEveryFigureIsTold(t *testing.T) {
	h, jobs := prepared(t, options(t, "../sample-data"))
	var states []string
	for _, status := range strings.Fields("within beyond stale not-measured not-applicable no-limit not-judged no-dormitory") {
		states = append(states, string(h.words[0].Name("status", status)))
	}
	for _, j := range jobs {
		m := &made{job: j}
		if err := h.lay(m); err != nil {
			t.Fatal(err)
		}
		r := layout.Read(m.pages)
		figures, level := 0, 0
		for e, parts := range r.Parts {
			switch {
			case e.Role == "Figure":
				figures++
				if !strings.ContainsAny(e.Alt, "0123456789") && !slices.Contains(states, e.Alt) {
					t.Errorf("%s: a figure is told as %q", m.path, e.Alt)
				}
			case e.Role == "TR" && len(parts) != len(e.Parent.Kids[0].Kids):
				t.Errorf("%s: a row has %d cells, the first %d", m.path, len(parts), len(e.Parent.Kids[0].Kids))
			}
		}
		if figures < 5 {
			t.Errorf("%s has %d figures", m.path, figures)
		}
		for line := range strings.Lines(r.Dump()) {
			if role := strings.TrimSpace(line); len(role) > 2 && role[0] == 'H' && role[2] == ' ' {
				if next := int(role[1] - '0'); next > level+1 {
					t.Errorf("%s: %s follows one of level %d", m.path, role, level)
				} else {
					level = next
				}
			}
		}
		if level == 0 {
			t.Errorf("%s has no heading", m.path)
		}
	}
}
