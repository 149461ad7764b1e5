package report

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"plimsoll/report/annotate"
	"plimsoll/report/internal/pool"
	"plimsoll/report/output"
	"plimsoll/report/problem"

	"plimsoll/report/workbook"
)

// annotateJobs copies are made at once, one of a large file among them: it may take some hundred megabytes.
const (
	annotateJobs = 2
	largeBytes   = 256 << 10
)

// Copies says which workbooks were annotated.
type Copies struct {
	Folder string
	Made   []string // names below the folder
	Not    []string // names of workbooks with problems that have no copy, each with the reason
	Whole  int      // workbooks without a problem
}

// String is one line.
func (c *Copies) String() string {
	s := fmt.Sprintf("%s annotated in %s", workbooks(len(c.Made)), c.Folder)
	if len(c.Not) > 0 {
		s += fmt.Sprintf("; %d not: %s", len(c.Not), strings.Join(c.Not, ", "))
	}
	if c.Whole > 0 {
		s += fmt.Sprintf("; %s without a problem not copied", workbooks(c.Whole))
	}
	return s
}

func workbooks(n int) string {
	if n == 1 {
		return "1 workbook"
	}
	return fmt.Sprintf("%d workbooks", n)
}

// checkAnnotate refuses a folder for copies that a run would read, or that holds what was sent.
func checkAnnotate(o Options) error {
	if o.Annotate == "" {
		return nil
	}
	if info, err := os.Stat(o.Annotate); err == nil && !info.IsDir() {
		return usage(fmt.Sprintf("--annotate %s is a file", o.Annotate), "name a folder")
	}
	folder := resolved(o.Annotate)
	for _, p := range o.Paths {
		if sent := resolved(p); lies(folder, sent) || lies(sent, folder) {
			return usage(fmt.Sprintf("--annotate %s and the workbooks at %s lie in each other", o.Annotate, p), "name a folder beside them, so that copies and originals stay apart")
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

// workbookCopy is that of one workbook with problems.
type workbookCopy struct {
	workbook.File
	at       string // of its copy
	sum      string // of the bytes that were read
	problems []problem.Problem
	not      error // why there is no copy
}

// annotate writes the copies. All places are looked at before the first is written.
func (p *plan) annotate(ctx context.Context, sent *received, found []problem.Problem, progress Progress) (*Copies, error) {
	out := &Copies{Folder: p.Annotate}
	var list []*workbookCopy
	problems, taken := byFile(found), map[string]bool{}
	for i, f := range sent.files {
		if len(problems[f.Name]) == 0 {
			out.Whole++
			continue
		}
		s := &workbookCopy{File: f, at: filepath.Join(p.Annotate, copyName(f.Name)), sum: sent.books[i].SHA256, problems: problems[f.Name]}
		if _, err := os.Lstat(s.at); err == nil || taken[strings.ToLower(s.at)] {
			return nil, usage(fmt.Sprintf("--annotate: %s is there already, or two copies would be", s.at), "name another folder; nothing is overwritten")
		}
		taken[strings.ToLower(s.at)] = true // one file to some systems
		list = append(list, s)
	}
	var large sync.Mutex
	err := pool.Each(ctx, len(list), min(p.jobs(), annotateJobs), func(i int) error {
		defer progress.step("annotating", len(list))
		list[i].copy(&large, sent.reading)
		return nil
	})
	for _, s := range list {
		if s.not != nil {
			out.Not = append(out.Not, fmt.Sprintf("%s (%s)", s.Name, s.not))
			continue
		}
		out.Made = append(out.Made, s.Name)
	}
	return out, err
}

// byFile parts the problems, which are sorted, by the workbooks they stand in. One that names further rows in other workbooks
// belongs to those too.
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

// copy makes the copy of the bytes that were read, and writes it. Large files wait for each other.
func (s *workbookCopy) copy(large *sync.Mutex, reading workbook.Options) {
	if s.sum == "" {
		s.not = errors.New("it could not be read")
		return
	}
	if info, err := os.Stat(s.Path); err == nil && info.Size() > largeBytes {
		large.Lock()
		defer large.Unlock()
	}
	data, err := os.ReadFile(s.Path)
	if sum := sha256.Sum256(data); err != nil || hex.EncodeToString(sum[:]) != s.sum {
		s.not = errors.New("it was changed meanwhile")
		return
	}
	if data, s.not = annotate.Workbook(data, s.Name, reading, s.problems); s.not == nil {
		s.not = output.WriteWhole(s.at, data)
	}
}

// copyName is the name of a copy below its folder. That of a text table is a workbook.
func copyName(name string) string {
	if ext := strings.ToLower(filepath.Ext(name)); ext != ".xlsx" && ext != ".xlsm" {
		name += ".xlsx"
	}
	return inside(name)
}

// inside makes a name that stays in its folder: files that share a name are called by their whole path.
func inside(name string) string {
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
