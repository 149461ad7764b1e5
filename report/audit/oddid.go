package audit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"plimsoll/report/problem"
)

// warnOfID tells of an id that a spreadsheet would take for a formula when it opens results.csv: one that begins with =
// + - @ or a control character (OWASP, CSV Injection). The id is used as it stands.
func (c *Collector) warnOfID(rec *record, column string) {
	id := rec.text(column)
	first, _ := utf8.DecodeRuneInString(id)
	if id != "" && (strings.ContainsRune("=+-@", first) || unicode.IsControl(first)) {
		c.reportRow(rec, problem.OddID.At(rec.cell(column),
			"%s begins with %q, which a spreadsheet takes for a formula; it is used as it stands", problem.Quoted(id), first))
	}
}
