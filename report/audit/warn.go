package audit

import (
	"plimsoll/report/problem"
)

// warn tells of two numbers of a row that do not go together; both are used. A number that is not given is NaN, and
// warns of nothing.
func (c *Collector) warn(rec *record, column, what string, large, small float64, than string) {
	at := rec.t.decl.Column(column)
	if at < 0 || !(large > small) {
		return
	}
	c.reportRow(rec, problem.OutOfRange.At(rec.t.Place(rec.row.Index, rec.t.columns[at]),
		"%s (%s) is more than %s (%s); both are used as they stand", what, numberText(large), than,
		numberText(small)).As(problem.Warning).
		Hinted("check the two"))
}

// warnOfReading looks for numbers of a reading that contradict each other.
func (c *Collector) warnOfReading(rec *record, r *Reading, main, detection value) {
	c.warn(rec, "Lowest pay", "the lowest pay of the group", r.Lowest, r.Value, "the regular pay")
	c.warn(rec, "Longest week", "the mean of hours per week", r.Weekly, r.Longest, "the longest week")
	if main.state == good && !main.below && main.number > 0 {
		c.warn(rec, "Detection limit", "the detection limit", detection.orNaN(), main.number,
			"the result, which so counts as detected")
	}
}
