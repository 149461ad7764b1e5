package problem

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestCodes holds that each kind of problem stands in the table once, and under a name that a filter can match.
func TestCodes(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range codes {
		if seen[c.Name] {
			t.Errorf("%s stands in the table twice", c.Name)
		}
		seen[c.Name] = true
		if !regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`).MatchString(c.Name) {
			t.Errorf("%q is no name of a code", c.Name)
		}
		if c.Severity == Error && c.Hint == "" {
			t.Errorf("%s leaves a value out and says nothing that helps", c.Name)
		}
	}
}

func TestCodeMakesProblems(t *testing.T) {
	at := Place{File: "a.xlsx", Sheet: "Noise", Row: 2, Column: 4}
	for want, p := range map[string]Problem{
		`error a.xlsx!Noise!D2 unknown-area: "9%" is none (hint: write an area)`: UnknownArea.At(at, "%q is none", "9%").
			As(Error).Hinted("write an area"),
		`warning a.xlsx!Noise!D2 unknown-area: none (hint: write an area that is known)`: UnknownArea.At(at, "none"),
	} {
		if p.String() != want || !UnknownArea.Is(p) || NoLimit.Is(p) {
			t.Errorf("got  %s\nwant %s", p, want)
		}
	}
	if p := NoLimit.At(at, "none").Of("CN-01"); p.Factory != "CN-01" {
		t.Errorf("the problem is of %q", p.Factory)
	}
}

// TestReadmeListsCodes holds the README's list of codes against the table.
func TestReadmeListsCodes(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for mender, who := range []string{"The sender", "The programme", "Who wrote the mapping or another template"} {
		var names []string
		for _, c := range codes {
			if c.Mender == Mender(mender) {
				names = append(names, c.Name)
			}
		}
		slices.Sort(names)
		line := "- " + who + ": `" + strings.Join(names, " ") + "`"
		if !strings.Contains(strings.Join(strings.Fields(string(readme)), " "), line) {
			t.Errorf("the README lacks the line\n%s", line)
		}
	}
}
