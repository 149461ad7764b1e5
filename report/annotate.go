package report

import (
	"context"
	"errors"

	"plimsoll/report/annotate"
	"plimsoll/report/internal/pool"
	"plimsoll/report/output"
	"plimsoll/report/problem"
)

// checkAnnotate rejects a folder that copies of what was sent cannot go into.
func checkAnnotate(o Options) error {
	if o.Annotate == "" {
		return nil
	}
	return annotateUsage(annotate.CheckFolder(o.Annotate, o.Paths))
}

// annotateUsage makes a folder that will not do a mistake of usage.
func annotateUsage(err error) error {
	if unfit, ok := errors.AsType[*annotate.FolderError](err); ok {
		return usage("--annotate: "+unfit.Message, unfit.Hint)
	}
	return err
}

// annotate writes the copies.
func (p *plan) annotate(ctx context.Context, sent *received, found []problem.Problem,
	progress Progress) (*annotate.Summary, error) {
	var books []annotate.Sent
	for i, f := range sent.files {
		books = append(books, annotate.Sent{File: f, SHA256: sent.inputs[i].SHA256})
	}
	copies, err := annotate.Plan(p.Annotate, books, found)
	if err != nil {
		return nil, annotateUsage(err)
	}
	err = pool.Each(ctx, len(copies), min(p.jobs(), annotate.AtOnce), func(i int) error {
		defer progress.step("annotating", len(copies))
		copies[i].Make(sent.reading, output.WriteWhole)
		return nil
	})
	return annotate.Sum(p.Annotate, len(books), copies), err
}
