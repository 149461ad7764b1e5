package report

import (
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
	books := workbook.OpenAll(sent.files, sent.reading, plan.jobs(), func() {})
	return proposal.Propose(books, plan.mappings, plan.standard), nil
}
