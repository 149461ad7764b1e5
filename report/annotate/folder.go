package annotate

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"plimsoll/report/problem"
	"plimsoll/report/workbook"
)

// AtOnce is how many copies may be made at once; of large files, which may take some hundred megabytes, one is.
const (
	AtOnce     = 2
	largeBytes = 256 << 10
)

// Sent is a workbook as it was read: where it lies, what it is called, and the SHA-256 of its bytes in hex, "" where it
// could not be read.
type Sent struct {
	workbook.File
	SHA256 string
}

// Copy is the copy of one workbook that has problems.
type Copy struct {
	sent     Sent
	at       string // where it goes
	problems []problem.Problem
	large    *sync.Mutex // large files wait for each other
	not      error       // why there is none
}

// FolderError says why copies cannot go into a folder, and what helps.
type FolderError struct{ Message, Hint string }

func (e *FolderError) Error() string { return e.Message }

// CheckFolder rejects a folder for copies that a run would read, or that holds what was sent, with a *FolderError.
func CheckFolder(folder string, sent []string) error {
	if info, err := os.Stat(folder); err == nil && !info.IsDir() {
		return &FolderError{folder + " is a file", "name a folder"}
	}
	for _, path := range sent {
		if at, from := resolved(folder), resolved(path); lies(at, from) || lies(from, at) {
			return &FolderError{fmt.Sprintf("%s and the workbooks at %s lie in each other", folder, path),
				"name a folder beside them, so that copies and originals stay apart"}
		}
	}
	return nil
}

// resolved is a path without links, of which the last parts need not exist.
func resolved(path string) string {
	path, _ = filepath.Abs(path)
	if at, err := filepath.EvalSymlinks(path); err == nil || filepath.Dir(path) == path {
		return at
	}
	return filepath.Join(resolved(filepath.Dir(path)), filepath.Base(path))
}

// lies says whether a path is a folder or lies in it.
func lies(path, folder string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && filepath.IsLocal(rel)
}

// Plan lists the copies below a folder of the workbooks that have problems, which are sorted by their places. All
// places are looked at before anything is written; the error is a *FolderError.
func Plan(folder string, sent []Sent, problems []problem.Problem) ([]*Copy, error) {
	var copies []*Copy
	of, taken, large := byFile(problems), map[string]bool{}, &sync.Mutex{}
	for _, s := range sent {
		if len(of[s.Name]) == 0 {
			continue
		}
		at := filepath.Join(folder, copyName(s.Name))
		key := strings.ToLower(at) // one file to some systems
		if _, err := os.Lstat(at); err == nil || taken[key] {
			return nil, &FolderError{at + " is there already, or two copies would be",
				"name another folder; nothing is overwritten"}
		}
		taken[key] = true
		copies = append(copies, &Copy{sent: s, at: at, problems: of[s.Name], large: large})
	}
	return copies, nil
}

// byFile parts the problems, which are sorted, by the workbooks they stand in. One that names further rows in other
// workbooks belongs to those too.
func byFile(problems []problem.Problem) map[string][]problem.Problem {
	out := map[string][]problem.Problem{}
	for from := 0; from < len(problems); {
		file, to := problems[from].File, from+1
		for to < len(problems) && problems[to].File == file {
			to++
		}
		out[file] = problems[from:to:to]
		from = to
	}
	for _, p := range problems {
		var told []string
		for _, place := range p.More {
			if place.File != p.File && !slices.Contains(told, place.File) {
				out[place.File], told = append(out[place.File], p), append(told, place.File)
			}
		}
	}
	return out
}

// Make makes the copy of the bytes that were read, and has it written.
func (c *Copy) Make(reading workbook.Options, write func(path string, data []byte) error) {
	c.not = c.make(reading, write)
}

func (c *Copy) make(reading workbook.Options, write func(path string, data []byte) error) error {
	if c.sent.SHA256 == "" {
		return errors.New("it could not be read")
	}
	if info, err := os.Stat(c.sent.Path); err == nil && info.Size() > largeBytes {
		c.large.Lock()
		defer c.large.Unlock()
	}
	data, err := os.ReadFile(c.sent.Path)
	if sum := sha256.Sum256(data); err != nil || hex.EncodeToString(sum[:]) != c.sent.SHA256 {
		return errors.New("it was changed meanwhile")
	}
	copied, err := Workbook(data, c.sent.Name, reading, c.problems)
	if err != nil {
		return err
	}
	return write(c.at, copied)
}

// copyName is the name of a copy below its folder. That of a text table is a workbook.
func copyName(name string) string {
	if ext := strings.ToLower(filepath.Ext(name)); ext != ".xlsx" && ext != ".xlsm" {
		name += ".xlsx"
	}
	return below(name)
}

// below makes a name that stays in its folder: files that share a name are called by their whole path.
func below(name string) string {
	name = filepath.ToSlash(strings.TrimPrefix(name, filepath.VolumeName(name)))
	var parts []string
	for _, part := range strings.Split(name, "/") {
		switch part {
		case "", ".":
		case "..":
			parts = append(parts, "up")
		default:
			parts = append(parts, part)
		}
	}
	return filepath.Join(parts...)
}

// Summary says which workbooks were annotated.
type Summary struct {
	Folder string
	Made   []string // names below the folder
	Not    []string // names of workbooks with problems that have no copy, each with the reason
	Whole  int      // workbooks without a problem
}

// Sum sums up the copies that were made of so many workbooks.
func Sum(folder string, workbooks int, copies []*Copy) *Summary {
	out := &Summary{Folder: folder, Whole: workbooks - len(copies)}
	for _, c := range copies {
		if c.not != nil {
			out.Not = append(out.Not, fmt.Sprintf("%s (%s)", c.sent.Name, c.not))
			continue
		}
		out.Made = append(out.Made, c.sent.Name)
	}
	return out
}

// String is one line.
func (s *Summary) String() string {
	line := fmt.Sprintf("%s annotated in %s", problem.Counted(len(s.Made), "workbook", "workbooks"), s.Folder)
	if len(s.Not) > 0 {
		line += fmt.Sprintf("; %d not: %s", len(s.Not), strings.Join(s.Not, ", "))
	}
	if s.Whole > 0 {
		line += fmt.Sprintf("; %s without a problem not copied", problem.Counted(s.Whole, "workbook", "workbooks"))
	}
	return line
}
