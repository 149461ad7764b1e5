package proposal

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"plimsoll/report/problem"
	"plimsoll/templates"

	"plimsoll/report/mapping"
	"plimsoll/report/mapping/declaration"
	"plimsoll/report/mapping/drawn"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

var update = flag.Bool("update", false, "write what comes of the cases into their files")

var load = sync.OnceValues(func() (*standard.Standard, error) { return standard.Load(templates.Files) })

func shipped(t testing.TB) *standard.Standard {
	t.Helper()
	std, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return std
}

// setOf loads mappings besides the shipped ones, as for a run.
func setOf(t testing.TB, own ...string) *mapping.Set {
	t.Helper()
	var sources []declaration.Source
	for i, text := range own {
		sources = append(sources, declaration.Source{Name: fmt.Sprintf("own%d.yaml", i+1), Own: true, Data: []byte(text)})
	}
	set, err := mapping.Load(templates.Files, sources, shipped(t))
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// caseOf reads a case: all of it but what is proposed, and its workbooks.
func caseOf(t *testing.T, path string) (head string, books []*workbook.Book) {
	c := drawn.Read(t, path)
	head = c.Text
	for _, s := range c.Sections {
		if s.Name != "proposal" {
			head += "-- " + s.Name + " --\n" + s.Body
		}
	}
	return head, c.Books()
}

// TestProposals holds what is proposed of worksheets against the files in which they stand.
func TestProposals(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(paths) < 10 {
		t.Fatalf("%d cases, %v", len(paths), err)
	}
	std := shipped(t)
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			head, books := caseOf(t, path)
			text := Propose(books, setOf(t), std).Text
			asks(t, text, std)
			got := head + "-- proposal --\n" + text
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want, err := os.ReadFile(path); err != nil || got != string(want) {
				t.Errorf("not as the file has it:\n%s", got)
			}
		})
	}
}

// asks holds that a proposal has no mistake but what it leaves to be filled in.
func asks(t *testing.T, text string, std *standard.Standard) {
	t.Helper()
	_, _, err := declaration.Read([]declaration.Source{{Name: "proposal.yaml", Data: []byte(text)}}, std)
	var mistakes declaration.Mistakes
	errors.As(err, &mistakes)
	blanks := strings.Contains(strings.ReplaceAll(text, "each ???;", ""), "???")
	for _, m := range mistakes {
		if !strings.HasPrefix(m.Message, "??? is still") && !(strings.Contains(m.Message, "has no sheets") &&
			strings.Contains(text, "nothing to be mapped")) {
			t.Errorf("%s\n%s", m, text)
		}
	}
	if blanks && len(mistakes) == 0 {
		t.Errorf("a proposal with a blank in it loads:\n%s", text)
	}
}

// TestProposalsOfExamples holds that what is proposed of the README's sheets loads but for its blanks, and that the
// table is the right one wherever it is named.
func TestProposalsOfExamples(t *testing.T) {
	std := shipped(t)
	for _, e := range drawn.Examples(t, "../../../templates/mappings/README.md") {
		book := &workbook.Book{File: e.File, Sheets: []*workbook.Sheet{e.Sheet}}
		asks(t, Propose([]*workbook.Book{book}, setOf(t), std).Text, std)
	}
}

// TestProposalIsNotApplied holds that a proposal that is sure of everything reads the sheet as a person would have
// said.
func TestProposalIsNotApplied(t *testing.T) {
	_, books := caseOf(t, "testdata/list.txt")
	text := Propose(books, setOf(t), shipped(t)).Text
	if strings.Contains(strings.ReplaceAll(text, "each ???;", ""), "???") {
		t.Fatalf("it is not sure of everything:\n%s", text)
	}
	setOf(t, text).Apply(books[0])
	if len(books[0].Sheets) != 1 || books[0].Sheets[0].Name != "Noise" || len(books[0].Sheets[0].Rows) != 4 {
		t.Errorf("made %d sheets; %v", len(books[0].Sheets), books[0].Problems)
	}
	if slices.ContainsFunc(books[0].Problems, func(p problem.Problem) bool { return p.Severity == problem.Error }) {
		t.Error(books[0].Problems)
	}
}
