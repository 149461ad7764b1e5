package problem

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
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

// TestCodesAreSpeltOnce holds that the program asks the table for a code and spells none anywhere else. Two states of a
// result are called as codes are, and are none.
func TestCodesAreSpeltOnce(t *testing.T) {
	states := []string{NoLimit.Name, NotMeasured.Name}
	spelt := map[string]bool{}
	for _, c := range codes {
		spelt[strconv.Quote(c.Name)] = !slices.Contains(states, c.Name)
	}
	sources := 0
	eachSource(t, "../..", func(path string, file *ast.File, set *token.FileSet) {
		sources++
		if filepath.Base(path) == "code.go" && file.Name.Name == "problem" {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if text, ok := n.(*ast.BasicLit); ok && spelt[text.Value] {
				t.Errorf("%s: %s is spelt out; ask the table of codes", set.Position(text.Pos()), text.Value)
			}
			return true
		})
	})
	if sources < 100 {
		t.Errorf("looked at %d files only", sources)
	}
}

// eachSource gives the Go files below a folder, but for tests and what is hidden.
func eachSource(t *testing.T, root string, visit func(string, *ast.File, *token.FileSet)) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && path != root && strings.HasPrefix(entry.Name(), "."):
			return filepath.SkipDir
		case entry.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err == nil {
			visit(path, file, set)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
