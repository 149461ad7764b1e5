package annotate

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/internal/ooxml/ooxmltest"
	"plimsoll/report/problem"
	"plimsoll/report/workbook"
)

// sentFile is a workbook of one cell in a folder, with a problem of it.
func sentFile(t *testing.T, name string) (Sent, []problem.Problem) {
	t.Helper()
	data := ooxmltest.Workbook(`<row r="1"><c r="A1"><v>1</v></c></row>`).WithContents().Zip(t)
	at := filepath.Join(t.TempDir(), filepath.Base(name))
	must(t, os.WriteFile(at, data, 0o600))
	book := workbook.Open(at, name, workbook.Options{})
	return Sent{workbook.File{Path: at, Name: name}, book.SHA256},
		[]problem.Problem{{Place: problem.Place{File: name, Sheet: "S1", Row: 1, Column: 1}, Code: "c", Message: "m"}}
}

// TestCopyOfWhatWasRead holds that a workbook that changes between reading and copying has no copy.
func TestCopyOfWhatWasRead(t *testing.T) {
	for why, change := range map[string]func(s *Sent){
		"":                         func(*Sent) {},
		"it was changed meanwhile": func(s *Sent) { s.SHA256 = strings.Repeat("0", 64) },
		"it could not be read":     func(s *Sent) { s.SHA256 = "" },
	} {
		sent, problems := sentFile(t, "deep/a.xlsx")
		change(&sent)
		copies, err := Plan("to", []Sent{sent, {File: workbook.File{Name: "whole.xlsx"}}}, problems)
		must(t, err)
		written := ""
		copies[0].Make(workbook.Options{},
			func(path string, data []byte) error { written = filepath.ToSlash(path); return nil })
		sum := Sum("to", 2, copies)
		want := &Summary{Folder: "to", Made: []string{"deep/a.xlsx"}, Whole: 1}
		if why != "" {
			want = &Summary{Folder: "to", Not: []string{"deep/a.xlsx (" + why + ")"}, Whole: 1}
		}
		if diff := cmp.Diff(want, sum); diff != "" || (written == "to/deep/a.xlsx") != (why == "") {
			t.Errorf("%q %s", written, diff)
		}
	}
}

// TestPlanTakesNoPlaceTwice holds that two names that some systems take for one have no copies.
func TestPlanTakesNoPlaceTwice(t *testing.T) {
	a, problems := sentFile(t, "a.xlsx")
	b, more := sentFile(t, "A.XLSX")
	var taken *FolderError
	if _, err := Plan(t.TempDir(), []Sent{a, b}, append(problems, more...)); !errors.As(err, &taken) {
		t.Error(err)
	}
}

// TestCopiesStayInTheirFolder holds that no name leads out of the folder.
func TestCopiesStayInTheirFolder(t *testing.T) {
	for name, want := range map[string]string{"a/b.xlsx": "a/b.xlsx", "/a/b.xlsx": "a/b.xlsx",
		"../../b.xlsx": "up/up/b.xlsx", "./a/../b.xlsx": "a/up/b.xlsx"} {
		if got := filepath.ToSlash(below(name)); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
	if bytes.ContainsAny([]byte(below("/")), "/") {
		t.Error(below("/"))
	}
}
