package mapping_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"plimsoll/report/problem"

	"plimsoll/report/mapping"
	"plimsoll/report/mapping/declaration"
	"plimsoll/report/mapping/proposal"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// TestProposals holds what is proposed of worksheets against the files in which they stand.
func TestProposals(t *testing.T) {
	paths, err := filepath.Glob("testdata/proposals/*.txt")
	if err != nil || len(paths) < 10 {
		t.Fatalf("%d cases, %v", len(paths), err)
	}
	std := mapping.Shipped(t)
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			head, books := mapping.CaseOf(t, path)
			text := proposal.Propose(books, mapping.SetOf(t), std)
			asks(t, text, std)
			got := head + "-- proposal --\n" + text
			if *mapping.Update {
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
		if !strings.HasPrefix(m.Message, "??? is still") && !(strings.Contains(m.Message, "has no sheets") && strings.Contains(text, "nothing to be mapped")) {
			t.Errorf("%s\n%s", m, text)
		}
	}
	if blanks && len(mistakes) == 0 {
		t.Errorf("a proposal with a blank in it loads:\n%s", text)
	}
}

// TestProposalsOfExamples holds that what is proposed of the README's sheets loads but for its blanks, and that the table is
// the right one wherever it is named.
func TestProposalsOfExamples(t *testing.T) {
	std := mapping.Shipped(t)
	for _, book := range mapping.ReadmeSheets(t) {
		asks(t, proposal.Propose([]*workbook.Book{book}, mapping.SetOf(t), std), std)
	}
}

// TestProposalIsNotApplied holds that a proposal that is sure of everything reads the sheet as a person would have said.
func TestProposalIsNotApplied(t *testing.T) {
	_, books := mapping.CaseOf(t, "testdata/proposals/list.txt")
	text := proposal.Propose(books, mapping.SetOf(t), mapping.Shipped(t))
	if strings.Contains(strings.ReplaceAll(text, "each ???;", ""), "???") {
		t.Fatalf("it is not sure of everything:\n%s", text)
	}
	mapping.SetOf(t, text).Apply(books[0])
	if len(books[0].Sheets) != 1 || books[0].Sheets[0].Name != "Noise" || len(books[0].Sheets[0].Rows) != 4 {
		t.Errorf("made %d sheets; %v", len(books[0].Sheets), books[0].Problems)
	}
	if slices.ContainsFunc(books[0].Problems, func(p problem.Problem) bool { return p.Severity == problem.Error }) {
		t.Error(books[0].Problems)
	}
}
