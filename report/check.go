package report

import (
	"context"
	"io/fs"

	"plimsoll/report/audit"
)

// Check reads the templates and the workbooks and lists every problem. It writes nothing but the annotated copies that
// are asked for.
func Check(ctx context.Context, o Options, templates fs.FS, progress Progress) (*Outcome, error) {
	if err := checkAnnotate(o); err != nil {
		return nil, err
	}
	o.Languages = []string{allLanguages} // a mistake in any of them is to be found
	plan, texts, err := planDocuments(o, templates)
	if err != nil {
		return nil, err
	}
	sent, err := plan.read(ctx, audit.Keep{Account: o.Account}, progress)
	if err != nil {
		return nil, err
	}
	found, err := plan.compute(ctx, sent, texts.notes)
	if err != nil {
		return nil, err
	}
	out := &Outcome{Problems: found.Problems, Period: found.Period, Stopped: !found.HasData}
	if o.Account {
		out.Account = found.Data.Account
		out.Account.Trace(sent.worksheets(), sent.unread)
	}
	if o.Annotate != "" {
		out.Copies, err = plan.annotate(ctx, sent, found.Problems, progress)
	}
	return out, err
}
