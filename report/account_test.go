package report

import (
	"strings"
	"testing"

	"plimsoll/report/audit"
	"plimsoll/templates"
)

// TestAccountText holds the account of a small folder, one outcome of every kind in it.
func TestAccountText(t *testing.T) {
	dir := t.TempDir()
	sheets := mill("VN-01", "Mill")
	sheets["Noise"] = [][]any{{"Noise survey"}, {"Factory ID", "Date", "Location", "Level", "Workers", "Mood", "Instrument"},
		{"Example: VN-01", "2026-08-03", "Line", 80},
		{"VN-01", "2026-08-03", "Line", "84dB", 5, "good"}, {"VN-01", "2026-08-03", "Line", 84, "many", "bad", "X1", "beside"},
		{"VN-01", "2026-11-03", "Line", 85}}
	sheets["Cover"] = [][]any{{"Noise at the", "mill"}}
	o := options(t, book(t, dir, "a.xlsx", sheets))
	o.Account, o.Period = true, "2026-Q3"
	out, err := Check(t.Context(), o, templates.Files, nil)
	if err != nil {
		t.Fatal(err)
	}
	text := out.Account.String()
	for _, line := range []string{
		"  file    sheet      cells  used  information  left out  later  example  above  no column  no sheet",
		"  a.xlsx  Factories      8     8            .         .      .        .      .          .         .",
		"  a.xlsx  Noise         30    10            1         6      4        4      1          4         .",
		"  a.xlsx  Cover          2     .            .         .      .        .      .          .         2",
		"  all                   46    24            1         6      4        4      1          4         2",
		"left out, and why", "  a.xlsx!Noise  6  error not-a-number  D4, E5",
		"columns that nobody reads", `  a.xlsx!Noise  3  F "Mood"`, "  a.xlsx!Noise  1  H no heading",
		"columns for information: nothing is made of them", `  a.xlsx!Noise  1  G "Instrument"`,
		"sheets that nobody reads", "  a.xlsx!Cover  2",
		"46 cells hold something, 46 are accounted for",
	} {
		if !strings.Contains(text, line+"\n") {
			t.Errorf("no line %q in\n%s", line, text)
		}
	}
}

// TestAccountOfSample holds that of the sample data everything is used, or said.
func TestAccountOfSample(t *testing.T) {
	o := options(t, "../sample-data")
	o.Account = true
	out, err := Check(t.Context(), o, templates.Files, nil)
	if err != nil {
		t.Fatal(err)
	}
	sheets := out.Account.Sheets()
	for _, s := range sheets {
		if s.Outcomes[audit.Used]+s.Outcomes[audit.Information]+s.Outcomes[audit.Omitted] != s.Cells || s.Outcomes[audit.Used] == 0 {
			t.Errorf("%+v", s)
		}
	}
	if len(sheets) < 80 || !strings.Contains(out.Account.String(), "cells hold something") {
		t.Errorf("%d sheets", len(sheets))
	}
}
