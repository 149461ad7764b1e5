package report

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"plimsoll/report/internal/layout"
	"plimsoll/templates"
)

// TestEveryFigureIsTold reads every document of the sample as one who does not see it: each figure is told in numbers,
// or is the symbol of a status, which is told by its word; headings and tables are whole.
func TestEveryFigureIsTold(t *testing.T) {
	texts, list := prepared(t, options(t, "../sample-data"), templates.Files)
	var states []string
	for _, status := range strings.Fields("within beyond stale not-measured not-applicable no-limit not-judged no-dormitory") {
		words := texts.kinds[0].all[0].Words
		state := words.Name("status", status)
		states = append(states, string(state), string(words.Say("status.carried", "status", state)))
	}
	for _, m := range list {
		r := layout.StructureOf(laidOut(t, texts, m).pages)
		figures, level := 0, 0
		var walk func(e *layout.Node)
		walk = func(e *layout.Node) {
			switch {
			case e.Role == "Figure":
				figures++
				if !strings.ContainsAny(e.Alt, "0123456789") && !slices.Contains(states, e.Alt) {
					t.Errorf("%s: a figure is told as %q", m.path, e.Alt)
				}
			case e.Role == "TR" && len(e.Contents) != len(e.Parent.Kids[0].Kids):
				t.Errorf("%s: a row has %d cells, the first %d", m.path, len(e.Contents), len(e.Parent.Kids[0].Kids))
			}
			for _, p := range e.Contents {
				if p.Kid != nil {
					walk(p.Kid)
				}
			}
		}
		walk(r.Root)
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

// TestScorecardsAreSmall holds the budget of a scorecard, with what it carries: 100 KB in English, 190 KB in Chinese (seven areas).
func TestScorecardsAreSmall(t *testing.T) {
	t.Parallel()
	o := options(t, "../sample-data")
	o.Reports, o.Languages = []string{"scorecard"}, []string{"en", "zh-Hans"}
	mustRun(t, o)
	files, err := filepath.Glob(filepath.Join(o.Out, "*", "scorecards", "*.pdf"))
	if err != nil || len(files) != 16 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		most := int64(100_000)
		if strings.HasSuffix(file, ".zh-Hans.pdf") {
			most = 190_000
		}
		if info, err := os.Stat(file); err != nil || info.Size() > most || info.Size() < 20<<10 {
			t.Errorf("%s has %d bytes: %v", file, info.Size(), err)
		}
	}
}
