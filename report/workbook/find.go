package workbook

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// File is a workbook to read: where it lies, and its name below the path that was given.
type File struct{ Path, Name string }

// Find lists the workbooks at the paths, folders walked recursively, sorted by name. Lock files (~$…, .~…) and hidden
// files are passed over; tables in formats that are not read are warned of. An error means that a path does not exist.
func Find(paths []string) ([]File, []Problem, error) {
	var files []File
	var problems []Problem
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
	slices.SortStableFunc(files, func(a, b File) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Path, b.Path)) })
	return files, problems, nil
}

func findBelow(root string) (files []File, notes []Problem, err error) {
	info, err := os.Stat(root)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %s", root, plain(err))
	}
	if !info.IsDir() {
		return []File{{root, filepath.Base(root)}}, nil, nil
	}
	start, err := filepath.EvalSymlinks(root) // a walk does not follow the link it starts at
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %s", root, plain(err))
	}
	err = filepath.WalkDir(start, func(at string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(start, at)
		name := filepath.ToSlash(rel)
		switch {
		case err != nil:
			notes = append(notes, unread(name, Error, "cannot be read: "+plain(err), "check its permissions"))
		case at == start:
		case passedOver(d.Name()) && d.IsDir():
			return filepath.SkipDir
		case passedOver(d.Name()), d.IsDir():
		case isWorkbook(at):
			files = append(files, File{filepath.Join(root, rel), name})
		case isLinkedFolder(at, d):
			notes = append(notes, unread(name, Warning, "is a link to a folder and was not followed", "name the folder itself if it belongs to the data"))
		case isOtherTable(at):
			notes = append(notes, unread(name, Warning, "is not an .xlsx or .xlsm workbook and was not read", "save it as .xlsx if it belongs to the data"))
		}
		return nil
	})
	return files, notes, err
}

func unread(name string, severity Severity, message, hint string) Problem {
	return Problem{Place: Place{File: name}, Severity: severity, Code: "unreadable-workbook", Message: message, Hint: hint}
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

func isWorkbook(name string) bool {
	return slices.Contains([]string{".xlsx", ".xlsm"}, strings.ToLower(filepath.Ext(name)))
}

func isOtherTable(name string) bool {
	return slices.Contains([]string{".xls", ".xlsb", ".xltx", ".xltm", ".ods", ".csv", ".tsv", ".numbers", ".et"}, strings.ToLower(filepath.Ext(name)))
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
