package explain

import (
	"fmt"
	"math"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// pay is rows of the pay, or the hours, of a group of workers in a month.
type pay struct{ readings }

func (pay) units(*benchmark.Result) string { return "rows of pay" }

func (pay) held(ind *standard.Indicator, r *audit.Reading) string {
	switch {
	case ind.JudgedBy == "lowest" && math.IsNaN(r.Lowest):
		return "the group's average (no lowest pay is given) "
	case ind.JudgedBy == "lowest":
		return "the lowest pay "
	case ind.JudgedBy == "longest" && !math.IsNaN(r.Longest):
		return "the longest week "
	}
	return ""
}

// weight counts people once, though they are paid every month.
func (pay) weight(x *explained, sum string) string {
	if months := math.Round(sumOf(x.Units, weightOf) / x.Weight); months > 1 {
		return fmt.Sprintf("(%s) ÷ %s months", sum, number(months))
	}
	return sum
}
