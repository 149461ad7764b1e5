package benchmark

import (
	"testing"

	"plimsoll/report/audit"
)

func TestSourcesText(t *testing.T) {
	row := func(sheet string, n int, span string) audit.Source {
		return audit.Source{File: "a.xlsx", Sheet: sheet, Row: n, Span: span}
	}
	for want, rows := range map[string][]audit.Source{
		"":                       nil,
		"a.xlsx!A!5-8,12":        {row("A", 5, ""), row("A", 6, ""), row("A", 7, ""), row("A", 8, ""), row("A", 12, "")},
		"a.xlsx!A!5-6":           {row("A", 5, ""), row("A", 5, ""), row("A", 6, ""), row("A", 6, "")},
		"a.xlsx!A!2-9,10-11,12":  {row("A", 2, "2-9"), row("A", 2, "2-9"), row("A", 10, "10-11"), row("A", 12, "")},
		"a.xlsx!A!1; a.xlsx!B!C": {row("A", 1, ""), row("B", 1, "C")},
	} {
		if got := sourcesText(rows); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}
