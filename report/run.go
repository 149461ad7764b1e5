package report

import (
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"

	"plimsoll/report/annotate"
	"plimsoll/report/audit"
	"plimsoll/report/compose"
	"plimsoll/report/export"
	"plimsoll/report/internal/pool"
	"plimsoll/report/output"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

// Outcome is what a run did.
type Outcome struct {
	Problems []problem.Problem
	Period   standard.Quarter
	Written  []string          // files below the output folder, sorted
	Removed  []string          // files of the edition before that this one has no longer, as Written
	Failed   []error           // documents that could not be made
	Withheld string            // which verdicts the public document withholds, and which limits to verify first; blank: none
	Stopped  bool              // --strict, or nothing to report: no document was written
	Account  *audit.Account    // nil unless it was asked for
	Copies   *annotate.Summary // nil unless they were asked for
}

// Errors counts the problems that left something out.
func (o *Outcome) Errors() int {
	n := 0
	for _, p := range o.Problems {
		if p.Severity == problem.Error {
			n++
		}
	}
	return n
}

// Run reads the workbooks, writes every document of the period, and says what it did. An error means that nothing was
// written, and that what an earlier run wrote is as it was: one of usage (IsUsage), of the disk, or of the context that
// is done.
func Run(ctx context.Context, o Options, templates fs.FS, progress Progress) (*Outcome, error) {
	plan, texts, err := planDocuments(o, templates) // every flag, checked; nothing is read yet
	if err != nil {
		return nil, err
	}
	sent, err := plan.read(ctx, audit.Keep{}, progress) // workbooks → tables
	if err != nil {
		return nil, err
	}
	found, err := plan.compute(ctx, sent, texts.notes) // rows → records → figures
	if err != nil {
		return nil, err
	}
	names, news := fileNames(found.Data.Factories), found.hasNews() // of all factories, whichever were asked for
	if err := found.choose(o.Factories); err != nil {
		return nil, err
	}
	if texts.public() {
		found.Problems = append(found.Problems, unsigned(found.Data, len(o.Reports) > 0)...)
	}
	found.Problems = append(found.Problems, texts.unwritten(found.Data.Factories)...)
	out := &Outcome{Problems: found.Problems, Period: found.Period}
	if out.Stopped = !news || o.Strict && out.Errors() > 0; out.Stopped {
		return out, nil
	}
	source := plan.source(found, texts)
	whole := source.Lasting()
	documents, err := texts.documents(source, whole, names)
	if err != nil {
		return nil, err
	}
	stage, err := output.Open(ctx, o.Out, found.Period.String()) // beside the period's folder, under a lock
	if err != nil {
		return nil, err
	}
	defer stage.Discard()
	for _, step := range []func() error{
		func() error { return out.write(ctx, stage, texts, documents, plan.jobs(), progress) },
		func() error { return out.export(ctx, stage, found, whole, texts, plan.jobs()) },
		func() error { return out.commit(stage, plan.manifest(sent, found, texts)) }, // manifest last, then in one step
	} {
		if err := step(); err != nil {
			return nil, cmp.Or(ctx.Err(), err) // whoever stops a run discards the stage under its feet
		}
	}
	return out, nil
}

// write makes the documents, several at once: each is composed, laid out, encoded, staged and forgotten. A document
// that cannot be made stops no other; a mistake in a template is one of usage.
func (o *Outcome) write(ctx context.Context, stage *output.Stage, texts *documentTemplates, list []*document, jobs int,
	progress Progress) error {
	failed, missing := make([]error, len(list)), make([][]problem.Problem, len(list))
	err := pool.Each(ctx, len(list), jobs, func(i int) error {
		defer progress.step("documents", len(list))
		var data []byte
		d := list[i]
		list[i] = nil // and so what it carries, when it was the last to carry it
		defer d.forget()
		if data, missing[i], failed[i] = d.render(texts); failed[i] != nil {
			return nil
		}
		return stage.Write(d.path, data)
	})
	if err != nil {
		return err
	}
	for i, err := range failed {
		var mistake *compose.TemplateError
		if errors.As(err, &mistake) {
			return usage(mistake.Error(), "correct the template; nothing was written")
		}
		if err != nil {
			o.Failed = append(o.Failed, err)
			continue
		}
		o.Problems = append(o.Problems, missing[i]...)
	}
	return nil
}

// export writes the tables. With the public document go the list of factories, and which limits keep its figures
// without a verdict.
func (o *Outcome) export(ctx context.Context, stage *output.Stage, found *figures, source *compose.Source,
	texts *documentTemplates, jobs int) error {
	if texts.public() {
		if err := stage.Write("factories.csv", export.Factories(source.Data.Factories, source.End())); err != nil {
			return err
		}
		o.Problems = append(o.Problems, source.UnverifiedLimits()...)
		o.Withheld = source.Withholding(source.Active()).String()
	}
	slices.SortStableFunc(o.Problems, problem.Problem.Compare)
	if err := stage.WriteFrom("problems.csv", func(to io.Writer) error {
		return export.Problems(to, o.Problems)
	}); err != nil {
		return err
	}
	return stage.WriteFrom("results.csv", func(to io.Writer) error { return found.write(ctx, to, jobs) })
}

// write writes results.csv, factory by factory.
func (f *figures) write(ctx context.Context, to io.Writer, jobs int) error {
	if _, err := to.Write(export.ResultsHeader()); err != nil {
		return err
	}
	return pool.Line[[]byte]{
		Work: func(i int) []byte { return export.ResultRows(f.Made.Of(f.Data.Factories[i])) },
		Take: func(_ int, rows []byte) error { _, err := to.Write(rows); return err },
	}.Run(ctx, len(f.Data.Factories), jobs)
}

func (o *Outcome) commit(stage *output.Stage, m output.Manifest) error {
	removed, err := stage.Commit(m)
	for _, name := range removed {
		o.Removed = append(o.Removed, path.Join(o.Period.String(), name))
	}
	o.Written = stage.Written()
	return err
}

// manifest says what took part in a run.
func (p *plan) manifest(s *received, f *figures, texts *documentTemplates) output.Manifest {
	m := output.Manifest{Version: p.Version, Revision: p.Revision, Period: f.Period.String(),
		Mappings: p.named, Previous: p.previous, Templates: p.used.files(), Inputs: s.inputs,
		Arguments: output.Arguments{Period: p.Period, Reports: p.Reports, Languages: p.Languages, Factories: p.Factories, Date: p.Date, Paper: p.Paper, Encoding: p.Encoding, Strict: p.Strict}}
	for _, kind := range texts.kinds {
		k := output.Kind{Name: kind.Name}
		if kind.PerFactory {
			k.Folder = kind.Folder
		}
		m.Kinds = append(m.Kinds, k)
	}
	return m
}
