package audit

import (
	"fmt"

	"plimsoll/report/problem"
)

// doubt warns of two numbers of a row that do not go together; both are used. A number that is not given is NaN, and
// doubts nothing.
func (c *collector) doubt(rec *record, column, what string, large, small float64, than string) {
	at := rec.t.decl.Column(column)
	if at < 0 || !(large > small) {
		return
	}
	c.problem(rec, rec.t.Place(rec.row.Index, rec.t.columns[at]), problem.Warning, "out-of-range",
		fmt.Sprintf("%s (%s) is more than %s (%s); both are used as they stand", what, numberText(large), than, numberText(small)), "check the two")
}

// doubtReading looks for numbers of a reading that contradict each other.
func (c *collector) doubtReading(rec *record, r *Reading, main, detection value) {
	c.doubt(rec, "Lowest pay", "the lowest pay of the group", r.Lowest, r.Value, "the regular pay")
	c.doubt(rec, "Longest week", "the mean of hours per week", r.Weekly, r.Longest, "the longest week")
	if main.state == good && !main.below && main.number > 0 {
		c.doubt(rec, "Detection limit", "the detection limit", detection.orNaN(), main.number, "the result, which so counts as detected")
	}
}
