package workbook

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"plimsoll/report/internal/fileerr"
	"plimsoll/report/internal/filetype"
	"plimsoll/report/internal/ooxml"
	"plimsoll/report/problem"
)

// File is a workbook to read: where it lies, and its name below the path that was given.
type File struct{ Path, Name string }

// Find lists the workbooks and text files (.csv, .tsv) at the paths, folders walked recursively, in the order of their
// names. Lock files (~$…, .~…), hidden files and what an earlier run wrote are passed over. Tables in formats that are
// not read, and archives, are problems: what they hold would be missing without a word. A file that is named itself is
// listed whatever it is. An error means that a path does not exist.
func Find(paths []string) ([]File, []problem.Problem, error) {
	var files []File
	var problems []problem.Problem
	seen := map[string]bool{}
	for _, p := range paths {
		found, notes, err := findBelow(p)
		if err != nil {
			return nil, nil, err
		}
		for _, f := range found {
			key, err := filepath.Abs(f.Path)
			if err != nil {
				key = f.Path
			}
			if !seen[key] {
				files = append(files, f)
			}
			seen[key] = true
		}
		problems = append(problems, notes...)
	}
	tellApart(files)
	slices.SortStableFunc(files,
		func(a, b File) int { return cmp.Or(naturally(a.Name, b.Name), naturally(a.Path, b.Path)) })
	return files, problems, nil
}

func findBelow(root string) (files []File, notes []problem.Problem, err error) {
	info, err := os.Stat(root)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %s", root, plain(err))
	}
	switch {
	case !info.IsDir():
		return []File{{root, filepath.Base(root)}}, nil, nil
	case filetype.Ending(root) == ".numbers":
		return nil, []problem.Problem{numbers(filepath.Base(root))}, nil
	}
	start, err := filepath.EvalSymlinks(root) // a walk does not follow the link it starts at
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %s", root, plain(err))
	}
	w := &walk{root: root, start: start}
	err = filepath.WalkDir(start, w.visit)
	return w.files, w.notes, err
}

// walk is what is found below a folder.
type walk struct {
	root, start string // the folder as it was named, and without links
	files       []File
	notes       []problem.Problem
}

func (w *walk) visit(at string, d fs.DirEntry, err error) error {
	rel, _ := filepath.Rel(w.start, at)
	name := filepath.ToSlash(rel)
	switch {
	case err != nil:
		w.notes = append(w.notes, unread(name, problem.Error, "cannot be read: "+plain(err), "check its permissions"))
	case at == w.start:
	case d.IsDir() && filetype.Ending(at) == ".numbers":
		w.notes = append(w.notes, numbers(name))
		return filepath.SkipDir
	case d.IsDir() && (passedOver(d.Name()) || isOutput(at)):
		return filepath.SkipDir
	case passedOver(d.Name()), d.IsDir():
	case isLinkedFolder(at, d):
		w.notes = append(w.notes,
			unread(name, problem.Warning, "is a link to a folder and was not followed",
				"name the folder itself if it belongs to the data"))
	case filetype.IsTemplate(at):
		w.notes = append(w.notes,
			unread(name, problem.Error, "it is a template ("+filetype.Ending(at)+") and was not read",
				"save it as .xlsx if it belongs to the data"))
	case filetype.IsOtherTable(at):
		if p, isOther := peek(at, name); isOther {
			w.notes = append(w.notes, p)
			return nil
		}
		fallthrough
	case filetype.IsRead(at):
		w.files = append(w.files, File{filepath.Join(w.root, rel), name})
	}
	return nil
}

// peek says what a file with the ending of another format is; it may be a workbook all the same.
func peek(at, name string) (p problem.Problem, isOther bool) {
	data, err := load(at, DefaultBounds())
	if err == nil {
		_, err = ooxml.Open(data, DefaultBounds().Parts())
	}
	var known *fileerr.Error
	if !errors.As(err, &known) || known.Kind == fileerr.EncryptedKind {
		return p, false
	}
	return failure(problem.Place{File: name}, err, damagedBook), true
}

// isOutput knows a folder that an earlier run wrote: its .csv files are figures, and no data.
func isOutput(folder string) bool {
	for _, name := range []string{"manifest.json", "results.csv", "problems.csv"} {
		if info, err := os.Stat(filepath.Join(folder, name)); err != nil || !info.Mode().IsRegular() {
			return false
		}
	}
	return true
}

// numbers is said of a workbook of Numbers that is a folder.
func numbers(name string) problem.Problem {
	return unread(name, problem.Error, "it is a workbook of Numbers (.numbers)",
		"open it in Numbers and export it as .xlsx")
}

func unread(name string, severity problem.Severity, message, hint string) problem.Problem {
	return problem.UnreadableWorkbook.At(problem.Place{File: name}, "%s", message).As(severity).Hinted(hint)
}

func passedOver(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
}

func isLinkedFolder(at string, d fs.DirEntry) bool {
	if d.Type()&fs.ModeSymlink == 0 {
		return false
	}
	info, err := os.Stat(at)
	return err == nil && info.IsDir()
}

// tellApart gives files of several paths that share a name their path in front, so that a place means one file.
func tellApart(files []File) {
	count := map[string]int{}
	for _, f := range files {
		count[f.Name]++
	}
	for i, f := range files {
		if count[f.Name] > 1 {
			files[i].Name = filepath.ToSlash(filepath.Clean(f.Path))
		}
	}
}
