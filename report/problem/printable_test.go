package problem

import (
	"strings"
	"testing"
)

func TestPrintable(t *testing.T) {
	for raw, want := range map[string]string{
		"Halle 3, 针车 – «Nähen» 🙂":    "Halle 3, 针车 – «Nähen» 🙂",
		"\x1b[2Jcleared":             `\u001b[2Jcleared`,
		"\u009b2J":                   `\u009b2J`,
		"a\r\nerror b!C!1 forged: x": `a\u000d\u000aerror b!C!1 forged: x`,
		"level\u202e58\u202c":        `level\u202e58\u202c`,
		"a\u2028b\u2029c":            `a\u2028b\u2029c`,
		"tab\there":                  `tab\u0009here`,
		"\xff\xfe":                   "\ufffd\ufffd",
		"\U000e0041":                 `\udb40\udc41`,
		"\ufeffid":                   `\ufeffid`,
		"नमस्ते\u200d":               "नमस्ते\u200d", // joins letters, and turns nothing
	} {
		if got := Printable(raw); got != want {
			t.Errorf("%q: %q, not %q", raw, got, want)
		}
	}
	if got := PrintableText("a\n\x1bb\n"); got != "a\n\\u001bb\n" {
		t.Errorf("%q", got)
	}
}

// FuzzPrintable holds that no text begins a line of its own or steers, and that plain text is left as it is.
func FuzzPrintable(f *testing.F) {
	f.Add("a\x1b[31m\u202eb\n")
	f.Fuzz(func(t *testing.T, s string) {
		got := Printable(s)
		if strings.ContainsFunc(got, steers) {
			t.Errorf("%q prints as %q", s, got)
		}
		if Printable(got) != got {
			t.Errorf("%q is printed twice in two ways", got)
		}
	})
}

// TestByCauseOfColumn: what differs from cell to cell is told cell by cell as long as it is few.
func TestByCauseOfColumn(t *testing.T) {
	var list []Problem
	for row := 2; row < 2+mostCauses; row++ {
		list = append(list, NotANumber.At(Place{"a.csv", "Noise", row, 4}, "%d is none", row))
	}
	if got := ByCause(list); len(got) != mostCauses {
		t.Errorf("%d causes, want %d", len(got), mostCauses)
	}
	list = append(list, NotANumber.At(Place{"a.csv", "Noise", 20, 4}, "%d is none", 20), NotANumber.At(Place{"a.csv", "Noise", 21, 5}, "another column"))
	got := ByCause(list)
	if len(got) != 2 {
		t.Fatalf("%d causes, want 2: %v", len(got), got)
	}
	want := "error a.csv!Noise!D2, D3, D4 and 10 more not-a-number: 2 is none; so or alike in 12 more of the column"
	if line, _, _ := strings.Cut(got[0].String(), " (hint"); line != want {
		t.Errorf("got  %s\nwant %s", line, want)
	}
}

func TestByCause(t *testing.T) {
	at := func(row int) Place { return Place{File: "a.xlsx", Sheet: "Noise", Row: row, Column: 9} }
	var list []Problem
	for _, row := range []int{6, 10, 14, 15, 16, 17} {
		list = append(list, NotMeasured.At(at(row), "Noise level marked as not measured"))
	}
	list = append(list, NotANumber.At(at(7), "%s is not a number", Quoted("84dB")).Hinted("x"),
		NotMeasured.At(Place{File: "b\x1b.xlsx"}, "nothing is in it"))
	for i, file := range []string{"p.xlsx", "p.xlsx", "templates/limits/china.yaml"} {
		list = append(list, UnverifiedLimit.At(Place{File: file}, "the limit %d is not verified", i))
	}
	want := []string{
		"note a.xlsx!Noise!I6, I10, I14 and 3 more not-measured: Noise level marked as not measured",
		`error a.xlsx!Noise!I7 not-a-number: "84dB" is not a number (hint: x)`,
		`note b\u001b.xlsx not-measured: nothing is in it`,
		"note p.xlsx, templates/limits/china.yaml unverified-limit: 3 limits are not verified, so the public document gives no verdict on what is held against them",
	}
	got := ByCause(list)
	for i, c := range got {
		if i >= len(want) || c.String() != want[i] {
			t.Errorf("%s", c)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d causes, not %d", len(got), len(want))
	}
}
