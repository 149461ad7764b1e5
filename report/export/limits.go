package export

import (
	"strconv"
	"strings"

	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// limitColumns is the header of limits.csv.
func limitColumns() []string {
	return strings.Fields("area indicator subject jurisdiction kind limit unit from to averaging exchange basis temperature " +
		"source clause url verified deduction normal")
}

// Limits is limits.csv. Cells that mean nothing for the kind of a limit's area are blank.
func Limits(limits []*standard.Limit, std *standard.Standard) []byte {
	return table(limitColumns(), func(yield func([]string) bool) {
		for _, l := range limits {
			if !yield(limitRow(l, std.Area(l.Area).Kind)) {
				return
			}
		}
	})
}

func limitRow(l *standard.Limit, kind standard.Kind) []string {
	deduction := ""
	if l.Deduction != nil {
		deduction = benchmark.Exact(*l.Deduction)
	}
	return []string{l.Area, l.Indicator, l.Subject, l.Jurisdiction, l.Kind, benchmark.Exact(l.Limit), l.Unit,
		l.From.String(), l.To.String(), where(kind.OfAgents(), l.Averaging), where(kind.OfSound(), benchmark.Exact(l.Exchange)),
		l.Basis, where(l.Temperature != 0, benchmark.Exact(l.Temperature)), l.Source, l.Clause,
		where(strings.HasPrefix(l.URL, "http"), l.URL), strconv.FormatBool(l.Verified), deduction,
		where(l.Normal != 0, benchmark.Exact(l.Normal))}
}

// where is a text where it means something, and else blank.
func where(means bool, text string) string {
	if !means {
		return ""
	}
	return text
}
