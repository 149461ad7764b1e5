package audit

import (
	"fmt"
	"strings"
	"testing"
)

// TestLog holds that a hundred rows of one place and day, without hours or a worker, are said to look like a log.
func TestLog(t *testing.T) {
	rows := func(n int, day, more string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "CN-01\t=date:%s\tLine 1\t%v\t%s\n", day, 60+float64(i)/10, more)
		}
		return b.String()
	}
	const heading = "Factory ID\tDate\tLocation\tLevel\tHours a day\tWorker code\n"
	const line = `warning a.xlsx!Noise!2 long-log: 100 rows are of "Line 1" on 2026-07-14, without Hours a day or a Worker code: ` +
		`each counts as a reading of its own (hint: if an instrument wrote them, let a mapping make one reading of each day ` +
		`of them: mean: {over: day, values: …})` + "\n"
	for _, c := range []struct {
		body, want string
		more       int
	}{
		{rows(100, "2026-07-14", "") + rows(100, "2026-07-15", "") + rows(99, "2026-07-16", ""), line, 1},
		{rows(99, "2026-07-14", ""), "", 0},
		{rows(100, "2026-07-14", "0.1"), "", 0},
		{rows(100, "2026-07-14", "\tW-1"), "", 0},
	} {
		test := &testCase{sections: []section{{"a.xlsx!Noise", heading + c.body}}}
		_, problems := test.run(t, shipped(t))
		if got := listed(problems); got != c.want || c.more > 0 && len(problems[0].More) != c.more {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}
