//go:build unix

package workbook

import (
	"syscall"
	"testing"
)

// TestPipesAreNotOpened holds that nobody waits for what a pipe may never say: neither one in a folder nor one that is
// named.
func TestPipesAreNotOpened(t *testing.T) {
	tree(t, "in/a.csv")
	for _, name := range []string{"in/pipe.xlsx", "in/old.xls", "named.xlsx"} {
		if err := syscall.Mkfifo(name, 0o600); err != nil {
			t.Skip(err)
		}
	}
	files, notes, err := Find([]string{"in", "named.xlsx"})
	if err != nil || len(files) != 3 || len(notes) != 1 || notes[0].Message != "it is a named pipe, not a file" {
		t.Error(files, notes, err)
	}
	for i, book := range all(t, files, Options{}, 2, func() {}) {
		if files[i].Name == "a.csv" {
			continue
		}
		if len(book.Problems) != 1 || book.Problems[0].Message != "it is a named pipe, not a file" {
			t.Errorf("%s: %v", files[i].Name, book.Problems)
		}
	}
}
