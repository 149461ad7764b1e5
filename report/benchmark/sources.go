package benchmark

import (
	"fmt"
	"strings"

	"plimsoll/report/audit"
)

// sourcesText names rows as file!Sheet!5-8,12, joined by semicolons.
func sourcesText(rows []audit.Source) string {
	var b strings.Builder
	for i := 0; i < len(rows); {
		last := i
		for last+1 < len(rows) && follows(rows[last], rows[last+1]) {
			last++
		}
		switch {
		case i > 0 && rows[i-1].File == rows[i].File && rows[i-1].Sheet == rows[i].Sheet:
			b.WriteByte(',')
		case i > 0:
			b.WriteString("; ")
			fallthrough
		default:
			fmt.Fprintf(&b, "%s!%s!", rows[i].File, rows[i].Sheet)
		}
		if rows[i].Span != "" {
			b.WriteString(rows[i].Span)
		} else {
			fmt.Fprint(&b, rows[i].Row)
		}
		if last > i && rows[last].Row > rows[i].Row {
			fmt.Fprintf(&b, "-%d", rows[last].Row)
		}
		i = last + 1
	}
	return b.String()
}

// follows says whether a row is named together with the one before it: it is the next, or the same again, as a row or a
// day with several columns makes several readings.
func follows(before, row audit.Source) bool {
	if row.File != before.File || row.Sheet != before.Sheet || row.Span != before.Span {
		return false
	}
	return row.Row == before.Row || row.Span == "" && row.Row == before.Row+1
}
