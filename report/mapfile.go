package report

import (
	"context"
	"io/fs"

	"plimsoll/report/mapping/proposal"
	"plimsoll/report/workbook"
)

// Proposal is a mapping as it was proposed.
type Proposal = proposal.Proposal

// ProposeMapping writes a first mapping of workbooks of one kind, for a person to review. Audit workbooks beside them
// tell which factories there are.
func ProposeMapping(o Options, templates fs.FS) (*Proposal, error) {
	plan, err := newPlan(o, templates)
	if err != nil {
		return nil, err
	}
	sent, err := plan.find()
	if err != nil {
		return nil, err
	}
	var books []*workbook.Book
	err = workbook.Each(context.Background(), sent.files, sent.reading, plan.jobs(), func(int, *workbook.Book) {},
		func(_ int, b *workbook.Book) error { books = append(books, b); return nil })
	if err != nil {
		return nil, err
	}
	return proposal.Propose(books, plan.mappings, plan.standard), nil
}
