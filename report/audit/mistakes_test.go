package audit

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/problem"
)

var update = flag.Bool("update", false, "write the golden parts of the cases")

// TestMistakes runs testdata/mistakes: what people do wrong, each with the lines that tell them.
func TestMistakes(t *testing.T) { runCases(t, "mistakes") }

// TestRecords runs testdata/records: good rows, and the records made of them.
func TestRecords(t *testing.T) { runCases(t, "records") }

func runCases(t *testing.T, folder string) {
	paths, err := filepath.Glob("testdata/" + folder + "/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d cases: %v", len(paths), err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			c := readCase(t, path)
			data, problems := c.run(t, shipped(t))
			records := dump(data)
			if *update {
				if err := os.WriteFile(path, []byte(c.golden(listed(problems), records)), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(c.section("problems"), listed(problems)); diff != "" {
				t.Errorf("problems of %s (-want +got):\n%s", path, diff)
			}
			if diff := cmp.Diff(c.section("records"), records); diff != "" {
				t.Errorf("records of %s (-want +got):\n%s", path, diff)
			}
		})
	}
}

// listed is what goes to standard error, sorted as there.
func listed(problems []problem.Problem) string {
	slices.SortStableFunc(problems, problem.Problem.Compare)
	var out strings.Builder
	for _, p := range problems {
		out.WriteString(p.String() + "\n")
	}
	return out.String()
}

// TestEveryCodeHasAMistake holds that the folder of mistakes shows every code that audit gives; future-date takes more
// rows than such a case should have (TestFutureDate).
func TestEveryCodeHasAMistake(t *testing.T) {
	paths, _ := filepath.Glob("testdata/mistakes/*.txt")
	var all strings.Builder
	for _, path := range paths {
		all.WriteString(readCase(t, path).section("problems"))
	}
	for _, code := range strings.Fields(`missing-heading unknown-heading missing-value not-a-number not-a-date unknown-unit out-of-range
		unknown-factory unknown-agent unknown-area unknown-process formula-without-value error-value duplicate-key duplicate-row
		factory-changed not-measured unknown-sheet unknown-word unknown-country unknown-region unknown-indicator agent-was-date zero-concentration
		ambiguous-number merged-heading unknown-reference unread-cells`) {
		if !strings.Contains(all.String(), " "+code+": ") {
			t.Errorf("no case shows %s", code)
		}
	}
}
