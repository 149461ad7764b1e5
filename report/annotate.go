package report

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"plimsoll/report/annotate"
	"plimsoll/report/internal/pool"
	"plimsoll/report/output"
	"plimsoll/report/problem"
)

// checkAnnotate rejects a folder for copies that a run would read, or that holds what was sent.
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
			return usage(fmt.Sprintf("--annotate %s and the workbooks at %s lie in each other", o.Annotate, p),
				"name a folder beside them, so that copies and originals stay apart")
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

// annotate writes the copies.
func (p *plan) annotate(ctx context.Context, sent *received, found []problem.Problem,
	progress Progress) (*annotate.Summary, error) {
	var books []annotate.Sent
	for i, f := range sent.files {
		books = append(books, annotate.Sent{File: f, SHA256: sent.inputs[i].SHA256})
	}
	copies, err := annotate.Plan(p.Annotate, books, found)
	var taken *annotate.TakenError
	if errors.As(err, &taken) {
		return nil, usage("--annotate: "+taken.Error(), "name another folder; nothing is overwritten")
	}
	err = pool.Each(ctx, len(copies), min(p.jobs(), annotate.AtOnce), func(i int) error {
		defer progress.step("annotating", len(copies))
		copies[i].Make(sent.reading, output.WriteWhole)
		return nil
	})
	return annotate.Sum(p.Annotate, len(books), copies), err
}
