package report

import (
	"io/fs"

	"plimsoll/report/mapping/proposal"
	"plimsoll/report/workbook"
)

// ProposeMapping writes a first mapping of workbooks of one kind, for a person to review.
func ProposeMapping(o Options, templates fs.FS) (string, error) {
	plan, err := newPlan(o, templates)
	if err != nil {
		return "", err
	}
	sent, err := plan.find()
	if err != nil {
		return "", err
	}
	books := workbook.OpenAll(sent.files, sent.reading, plan.jobs(), func() {})
	return proposal.Propose(books, plan.mappings, plan.standard), nil
}
