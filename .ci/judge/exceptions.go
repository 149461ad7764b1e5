package main

import "plimsoll/report/workbook"

// exceptions are the reasons why a finding is no mistake of ours, and how each is known.
var exceptions = []struct {
	reason string
	holds  func(f finding) bool
}{
	{"workbooks whose package breaks off where it names its main part, which lies at its usual place",
		func(f finding) bool { return f.kind == cannotOpen && f.detail == "EOF" }},
	{"cells under a merged block: no spreadsheet shows them, they are left out here and a warning says so",
		func(f finding) bool { return f.kind == otherCell && f.merged && f.ours.Kind == workbook.Blank }},
	{"cells that excelize gives as ours when it is asked for them, and that its rows leave out without a word",
		func(f finding) bool { return f.kind == otherCell && f.theirs == "" && same(f.ours, f.alone) }},
	{"formulas' results of a workbook that asks to be computed on opening: perhaps never computed, no value here",
		func(f finding) bool { return f.kind == otherCell && f.unproven && f.ours.Kind == workbook.Uncached }},
}

// excuse is the reason why a finding is no mistake of ours, "" where there is none.
func (f finding) excuse() string {
	for _, e := range exceptions {
		if e.holds(f) {
			return e.reason
		}
	}
	return ""
}
