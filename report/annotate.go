package report

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"plimsoll/report/audit"
	"plimsoll/report/workbook"
)

// Copy is the copy of a workbook with its problems marked, or why there is none.
type Copy struct {
	Name string // of the workbook, as places have it
	File string // of the copy, below the folder of copies
	Why  string // there is no copy; blank where there is one

	from string
}

// copies plans the copies of workbooks before anything is read. It refuses a folder in which a sender's workbook lies, or
// which lies in one that is read, and files that are there already.
func (o Options) copies(files []workbook.File) ([]Copy, error) {
	if o.Annotate == "" {
		return nil, nil
	}
	if info, err := os.Stat(o.Annotate); err == nil && !info.IsDir() {
		return nil, usage(fmt.Sprintf("--annotate %s is a file", o.Annotate), "name a folder")
	}
	folder := resolved(o.Annotate)
	for _, f := range files {
		if liesIn(resolved(f.Path), folder) {
			return nil, usage(fmt.Sprintf("--annotate %s: the workbook %s lies in it", o.Annotate, f.Name), "name a folder of its own; originals are never touched")
		}
	}
	for _, p := range o.Paths {
		if info, err := os.Stat(p); err == nil && info.IsDir() && liesIn(folder, resolved(p)) {
			return nil, usage(fmt.Sprintf("--annotate %s lies in %s, which is read", o.Annotate, p), "name a folder outside: the copies would be read the next time")
		}
	}
	plan := named(files)
	for _, c := range plan {
		if _, err := os.Lstat(filepath.Join(o.Annotate, c.File)); err == nil {
			return nil, usage(fmt.Sprintf("--annotate: %s exists already", filepath.Join(o.Annotate, c.File)), "name another folder; nothing is overwritten")
		}
	}
	return plan, nil
}

// named gives each copy its name below the folder: that of the workbook, without what leads out of the folder; of a text
// table that of a workbook. Names that differ by case alone are the same file to some systems.
func named(files []workbook.File) []Copy {
	taken := map[string]bool{}
	var plan []Copy
	for _, f := range files {
		name := strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(f.Name, ":", "")), "/")
		if !slices.Contains([]string{".xlsx", ".xlsm"}, strings.ToLower(path.Ext(name))) {
			name += ".xlsx"
		}
		free := name
		for n := 2; taken[strings.ToLower(free)]; n++ {
			free = fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(name, path.Ext(name)), n, path.Ext(name))
		}
		taken[strings.ToLower(free)] = true
		plan = append(plan, Copy{Name: f.Name, File: filepath.FromSlash(free), from: f.Path})
	}
	return plan
}

// resolved is a path without links, as far as it exists.
func resolved(p string) string {
	p, err := filepath.Abs(p)
	if err != nil {
		return filepath.Clean(p)
	}
	rest := ""
	for at := p; ; at = filepath.Dir(at) {
		if real, err := filepath.EvalSymlinks(at); err == nil {
			return filepath.Join(real, rest)
		}
		if at == filepath.Dir(at) {
			return p
		}
		rest = filepath.Join(filepath.Base(at), rest)
	}
}

// liesIn says whether a path is a folder or lies in it.
func liesIn(p, folder string) bool {
	rel, err := filepath.Rel(folder, p)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// writeCopies writes the copies one after the other: a large one takes much memory. Only the disk can fail.
func (in *Input) writeCopies(o Options, progress Progress) ([]Copy, error) {
	by := map[string][]audit.Problem{}
	for _, p := range in.Problems {
		by[p.File] = append(by[p.File], p)
	}
	for i := range in.Copies {
		c := &in.Copies[i]
		data, err := in.copyOf(c, by[c.Name])
		if progress.step("copying", len(in.Copies)); err != nil {
			c.Why = err.Error()
			continue
		}
		if err := writeWhole(filepath.Join(o.Annotate, c.File), data); err != nil {
			return nil, err
		}
	}
	return in.Copies, nil
}

// copyOf makes the copy of a workbook that is still as it was read.
func (in *Input) copyOf(c *Copy, problems []audit.Problem) ([]byte, error) {
	i := slices.IndexFunc(in.Books, func(b *workbook.Book) bool { return b.File == c.Name })
	if in.Books[i].SHA256 == "" {
		return nil, errors.New("it could not be read")
	}
	data, err := os.ReadFile(c.from)
	if err != nil {
		return nil, errors.New("it cannot be read any more")
	}
	if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != in.Books[i].SHA256 {
		return nil, errors.New("it has changed since it was read")
	}
	return workbook.Annotate(data, c.Name, in.reading, problems)
}
