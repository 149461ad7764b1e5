package declaration

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"sync"
	"testing"

	"plimsoll/report/standard"
	"plimsoll/templates"
)

var load = sync.OnceValues(func() (*standard.Standard, error) { return standard.Load(templates.Files) })

func shipped(t testing.TB) *standard.Standard {
	t.Helper()
	std, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return std
}

// noise is a mapping that loads; a test puts its mistake in the place of the last line.
const noise = `sheets:
  - from: Messwerte
    to:
      Noise:
        Factory ID: Werk
        Date: Datum
        Location: Ort
        Level: LAeq
`

// TestMistakes holds that each mistake is found, at its line, with a hint that helps.
func TestMistakes(t *testing.T) {
	for _, c := range []struct{ name, mapping, want string }{
		{"blank", "", `m.yaml:1: the file is blank (hint: templates/mappings/README.md shows`},
		{"no YAML", "sheets: [", `m.yaml:1: sequence end token`},
		{"a quote that never ends", "about: \"x\nfiles: y", `m.yaml:1: could not find end character of double-quoted text`},
		{"two documents", "about: x\n---\nabout: y\n", `m.yaml:3: a second document begins`},
		{"an anchor", "about: &a x\n", `m.yaml:1: a mapping has no use for anchor`},
		{"a key twice", "about: x\nabout: y\n", `m.yaml:2: mapping key "about" already defined`},
		{"no sheets", "about: x\nfiles: y\n", `m.yaml:1: the mapping has no sheets`},
		{"an unknown key", "abuot: x\n" + noise, `m.yaml:1: a mapping has no key "abuot" (hint: did you mean about?)`},
		{"an unknown key of a sheet", strings.Replace(noise, "    to:", "    haeder: 3\n    to:", 1),
			`m.yaml:3: a sheet has no key "haeder" (hint: did you mean header?)`},
		{"a text where a list belongs", "sheets: Noise\n", `m.yaml:1: a list of sheets was expected here`},
		{"left blank", strings.Replace(noise, "LAeq", "???", 1), `m.yaml:8: ??? is still to be filled in`},
		{"left blank as a name", strings.Replace(noise, "Noise:", "???:", 1), `m.yaml:4: ??? is still to be filled in`},
		{"an unknown table", strings.Replace(noise, "Noise:", "Nosie:", 1),
			`m.yaml:4: the audit workbook has no sheet "Nosie" (hint: did you mean Noise?)`},
		{"an unknown column", noise + "        Lever: x\n",
			`m.yaml:9: Noise has no column "Lever" (hint: did you mean Level?)`},
		{"a column by two names", noise + "        Noise level: x\n", `m.yaml:9: Level is filled already`},
		{"a required column is missing", strings.Replace(noise, "        Location: Ort\n", "", 1),
			`m.yaml:4: Noise needs the column Location (hint: fill it from the sheet, or with {write:`},
		{"no sheet named", strings.Replace(noise, "from: Messwerte\n    to:", "to:", 1),
			`m.yaml:2: the entry does not say from which sheet`},
		{"nothing made", "sheets:\n  - from: A\n", `m.yaml:2: nothing is made of the sheet`},
		{"two sources", noise + "        Unit: {cell: A1, write: dB(A)}\n", `m.yaml:9: Unit has 2 sources`},
		{"no source", noise + "        Unit: {pattern: x}\n", `m.yaml:9: Unit has 0 sources`},
		{"an unknown unit", noise + "        Unit: {write: dBx}\n",
			`m.yaml:9: "dBx" is no unit of Noise (hint: one of dB(A))`},
		{"an unknown word", noise + "        Process: x\n      Findings:\n        Action: {write: remedy}\n",
			`m.yaml:11: "remedy" is no word for Action (hint: one of improvement, monitoring, remediation)`},
		{"words that are none", noise + "      Findings:\n        Severity: {heading: x, words: {grave: [A]}}\n",
			`m.yaml:10: "grave" is no word for Severity`},
		{"a word twice", noise + "        Method: {heading: x, words: {a: [c], b: [c]}}\n",
			`m.yaml:9: "c" stands for both "a" and "b"`},
		{"a list of words nobody has", noise + "        Method: {heading: x, words: countrys}\n",
			`m.yaml:9: there is no list of words "countrys" (hint: did you mean countries?)`},
		{"a pattern without its end", noise + "        Method: {sheet: \"a <*\"}\n",
			`m.yaml:9: the pattern "a <*" has no meaning (hint: < and > stand around the part that counts`},
		{"a pattern that does not say what counts", noise + "        Method: {sheet: \"* *\"}\n",
			`m.yaml:9: the pattern "* *" does not say which part counts`},
		{"a title that is anything", noise + "        Method: {title: \"*\"}\n", `m.yaml:9: the title "*" could be any cell`},
		{"no cell", noise + "        Method: {cell: 4B}\n",
			`m.yaml:9: "4B" is no cell (hint: write it as B4, or with its sheet`},
		{"no column letter", noise + "        Method: {column: 3}\n", `m.yaml:9: "3" is no column`},
		{"a date form without a year", strings.Replace(noise, "Datum", "{heading: Datum, dates: DD.MM}", 1),
			`m.yaml:6: dates "DD.MM": a form of dates has the year once`},
		{"a date form without a day", strings.Replace(noise, "Datum", "{heading: Datum, dates: MM/YYYY}", 1),
			`m.yaml:6: dates "MM/YYYY" do not suit Date: it has no day: add day: first or day: last`},
		{"dates of a text", noise + "        Method: {heading: x, dates: dmy}\n", `m.yaml:9: Method is no date`},
		{"both orders", "dates: [dmy, mdy]\n" + noise, `m.yaml:1: a date cannot be both dmy and mdy`},
		{"no order", "dates: german\n" + noise, `m.yaml:1: dates "german": a form of dates has the year once`},
		{"no decimal", "decimal: semicolon\n" + noise, `m.yaml:1: unknown decimal "semicolon" (point, comma)`},
		{"the same mark twice", "thousands: point\n" + noise,
			`m.yaml:1: point cannot be both the decimal mark and the mark between thousands; declare decimal: comma too`},
		{"a unit of a text", noise + "        Method: {heading: x, unit: percent}\n",
			`m.yaml:9: Method is no number, so it has no unit`},
		{"an unknown unit of a number", noise + "        Workers: {heading: x, unit: dozen}\n",
			`m.yaml:9: unknown unit "dozen"`},
		{"find a unit for a text", noise + "        Method: {cell: A1, find: unit}\n", `m.yaml:9: Method holds no unit`},
		{"a whole heading for a value", noise + "        Method: {heading_of: Level}\n",
			`m.yaml:9: Method would be the whole heading`},
		{"the heading of nothing", noise + "        Unit: {heading_of: Instrument, find: unit}\n",
			`m.yaml:9: "Instrument" has no heading`},
		{"an optional heading of a required column", strings.Replace(noise, "LAeq", "{heading: LAeq, optional: yes}", 1),
			`m.yaml:8: Level is required, so its heading cannot be optional`},
		{"right of no label", noise + "        Method: {heading: x, right: 2}\n",
			`m.yaml:9: right and below tell where the value of a label stands`},
		{"a place without its end", noise + "        Method: {write: \"a {b\"}\n",
			`m.yaml:9: "a {b" has a { without its name and }`},
		{"values of no mean", noise + "        Method: {write: \"{values}\"}\n",
			`m.yaml:9: {values}, {blanks} and {rows} tell of a mean of readings, and none is made`},
		{"a header of no rows", strings.Replace(noise, "    to:", "    header: 6-5\n    to:", 1),
			`m.yaml:3: header "6-5": a header has one row to ten`},
		{"a header that is none", strings.Replace(noise, "    to:", "    header: first\n    to:", 1),
			`m.yaml:3: header "first" has no meaning`},
		{"a heading without a header", strings.Replace(noise, "    to:", "    header: none\n    rows: 2-\n    to:", 1),
			`m.yaml:7: a sheet without a header has no heading "Werk" (hint: write {column: C})`},
		{"rows that end before they begin", strings.Replace(noise, "    to:", "    rows: 9-3\n    to:", 1),
			`m.yaml:3: rows "9-3" ends before it begins`},
		{"data in the header", strings.Replace(noise, "    to:", "    header: 5\n    rows: 5-\n    to:", 1),
			`m.yaml:2: the data begin in row 5, which is the header's`},
		{"a rule that leaves out nothing", strings.Replace(noise, "    to:",
			"    leave_out:\n      - {heading: Ort}\n    to:", 1), `m.yaml:4: the rule does not say which rows are left out`},
		{"a rule with two conditions", strings.Replace(noise, "    to:",
			"    leave_out:\n      - {blank: Ort, first: x}\n    to:", 1), `m.yaml:4: one rule has both blank and first`},
		{"wide columns that nothing takes", strings.Replace(noise, "    to:", "    wide:\n      - {headings: [A]}\n    to:",
			1), `m.yaml:4: nothing is made of the wide columns`},
		{"no wide columns", strings.Replace(noise, "LAeq", "{wide: value}", 1),
			`m.yaml:4: Noise is made of wide columns, and there are none`},
		{"a wide heading without values", noise + "        Method: {wide: heading}\n",
			`m.yaml:9: no column of Noise takes the values of wide columns`},
		{"wide values for a text", strings.Replace(noise, "Ort", "{wide: value}", 1),
			`m.yaml:7: Location cannot take the values of wide columns (hint: give them to Level)`},
		{"a wide heading twice", wideAir("- {headings: A, Agent: toluene}\n      - {headings: a, Agent: acetone}"),
			`m.yaml:5: "a" stands in two sets of wide columns`},
		{"a wide set that lacks something", wideAir("- {headings: A, Agent: toluene}\n      - {headings: B}"),
			`m.yaml:5: Agent is missing here`},
		{"an unknown substance", wideAir("- {headings: A, Agent: tolulene}"),
			`m.yaml:4: "tolulene" is no substance known here`},
		{"an unknown key of a wide set", wideAir("- {headings: A, Agnet: toluene}"),
			`m.yaml:4: a set of wide columns has no "Agnet" (hint: did you mean Agent?)`},
		{"a mean without its share", strings.Replace(noise, "    to:", "    mean: {over: day, values: 1440}\n    to:", 1),
			`m.yaml:3: a mean must say how many values a day has and how many of them there must be`},
		{"a mean of weeks", strings.Replace(noise, "    to:", "    mean: {over: week, values: 7, at_least: 50 %}\n    to:",
			1), `m.yaml:3: unknown time to take a mean over "week" (hint: one of day, shift)`},
		{"a mean with days in its columns", strings.Replace(wideAir("- {headings: A, Agent: toluene, Date: 2026-07-14}"),
			"Date: D, ", "", 1) + "    mean: {over: day, values: 2, at_least: 50 %}\n",
			`m.yaml:4: the days of a mean are those of its rows`},
		{"a mean of what differs",
			wideAir("- {headings: A, Agent: toluene, Note: \"{L}\"}") + "    mean: {over: day, values: 2, at_least: 50 %}\n",
			`m.yaml:4: Note differs from row to row`},
		{"an era nobody knows", "era: hijri\n" + noise, `m.yaml:1: there is no era "hijri" (hint: one of buddhist, heisei, minguo, reiwa)`},
		{"an era of a text", noise + "        Method: {heading: x, era: reiwa}\n", `m.yaml:9: Method is no date`},
		{"a time of no heading", strings.Replace(noise, "Datum", "{cell: A1, time: Zeit}", 1), `m.yaml:6: time: is for dates that stand under a heading`},
		{"a sum of texts", noise + "        Method: {sum: [A, B]}\n", `m.yaml:9: Method is no number, so nothing is added up for it`},
		{"a mean of shifts without them", strings.Replace(noise, "    to:", "    mean: {over: shift, values: 7, at_least: 50 %}\n    to:", 1), `m.yaml:3: a mean over shifts names them, and no other does`},
		{"a shift that is none", strings.Replace(noise, "    to:", "    mean: {over: shift, values: 7, at_least: 50 %, shifts: {early: morning}}\n    to:", 1), `m.yaml:3: "morning" is no part of a day (hint: write it as 06:00-14:00)`},
		{"groups and a mean", strings.Replace(noise, "    to:", "    group: Ort\n    mean: {over: day, values: 7, at_least: 50 %}\n    to:", 1), `m.yaml:2: rows that are grouped have neither wide columns nor a mean of each day`},
		{"a rule that is none", strings.Replace(noise, "    to:", "    leave_out: Ort\n    to:", 1), `m.yaml:3: a rule of leave_out was expected here`},
		{"a list of words without its words", "words: {a: b}\n" + noise, `m.yaml:1: a table was expected here`},
		{"a unit without its times", noise + "        Workers: {heading: x, unit: {name: crates}}\n", `m.yaml:9: a unit needs its name and how much one of it is (times)`},
		{"a unit of nothing", noise + "        Workers: {heading: x, unit: {name: crates, times: none}}\n", `m.yaml:9: times is a number above 0`},
		{"a label without a letter", noise + "        Method: {label: \"-\"}\n", `m.yaml:9: the label has no letter`},
		{"a share above one", strings.Replace(noise, "    to:", "    mean: {over: day, values: 7, at_least: 150 %}\n    to:",
			1), `m.yaml:3: "150 %" is no share`},
		{"text of all files", "text: {delimiter: \";\"}\n" + noise,
			`m.yaml:1: a mapping that says how text is written must say of which files`},
		{"an unknown encoding", "files: \"a*.csv\"\ntext: {encoding: klingon}\n" + noise,
			`m.yaml:2: "klingon" is no encoding known here`},
		{"an unknown delimiter", "files: \"a*.csv\"\ntext: {delimiter: x}\n" + noise,
			`m.yaml:2: unknown delimiter "x" (hint: one of ,, ;, |, tab)`},
		{"a test without its sheet", "test: {A1: x}\n" + noise, `m.yaml:1: "A1" does not say of which sheet`},
		{"neither yes nor no", strings.Replace(noise, "    to:", "    merged: maybe\n    to:", 1),
			`m.yaml:3: "maybe" is neither yes nor no`},
	} {
		_, _, err := Read([]Source{{Name: "m.yaml", Data: []byte(c.mapping)}}, shipped(t))
		var mistakes Mistakes
		if !errors.As(err, &mistakes) || !strings.HasPrefix(find(mistakes, c.want), c.want) {
			t.Errorf("%s:\n got %v\nwant %s", c.name, err, c.want)
		}
	}
	if _, _, err := Read([]Source{{Name: "m.yaml", Data: []byte(noise)}}, shipped(t)); err != nil {
		t.Error(err)
	}
}

// find is the mistake that is looked for, or the first one.
func find(mistakes Mistakes, want string) string {
	for _, m := range mistakes {
		if strings.HasPrefix(m.String(), want) {
			return m.String()
		}
	}
	return mistakes[0].String()
}

// wideAir is a mapping of air with sets of wide columns.
func wideAir(sets string) string {
	return "sheets:\n  - from: A\n    wide:\n      " + sets +
		"\n    to:\n      Air: {Factory ID: F, Date: D, Location: L, Concentration: {wide: value}, Unit: {write: ppm}}\n"
}

// TestAllMistakesAtOnce holds that a person need not correct a mapping line by line, and that they come in order.
func TestAllMistakesAtOnce(t *testing.T) {
	_, _, err := Read([]Source{{Name: "b.yaml", Data: []byte("sheets:\n  - form: A\n    to: {Nosie: {}}\ndates: x\n")},
		{Name: "a.yaml", Data: []byte("x: y")}}, shipped(t))
	want := `b.yaml:2: a sheet has no key "form" (hint: did you mean from?)
b.yaml:2: the entry does not say from which sheet (hint: write from: "*" for sheets of any name)
b.yaml:3: the audit workbook has no sheet "Nosie" (hint: did you mean Noise?)
b.yaml:4: dates "x": a form of dates has the year once (YYYY or YY): write it as in DD/MM/YYYY, or write dmy, mdy or ymd
a.yaml:1: a mapping has no key "x" (hint: one of about, dates, decimal, era, files, sheets, skip, test, text, thousands, words)
a.yaml:1: the mapping has no sheets (hint: list under sheets: which sheets there are and what is made of them)`
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

// FuzzRead holds that no text breaks the reader, and that each mistake has a line of the file.
func FuzzRead(f *testing.F) {
	std := shipped(f)
	f.Add([]byte(noise))
	f.Add([]byte(wideAir("- {headings: A, Agent: toluene}")))
	names, err := fs.Glob(templates.Files, "mappings/*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(templates.Files, name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	readme, err := os.ReadFile("../../../templates/mappings/README.md")
	if err != nil {
		f.Fatal(err)
	}
	for i, block := range strings.Split(string(readme), "```") {
		if i%2 == 1 {
			f.Add([]byte(strings.TrimPrefix(block, "yaml\n")))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		mappings, _, err := Read([]Source{{Name: "m.yaml", Data: data}}, std)
		var mistakes Mistakes
		if err != nil && (!errors.As(err, &mistakes) || len(mistakes) == 0) {
			t.Fatalf("%v", err)
		}
		lines := 1 + strings.Count(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(data)), "\n")
		for _, m := range mistakes {
			if m.Line < 1 || m.Line > lines || m.Message == "" {
				t.Errorf("line %d of %d: %s", m.Line, lines, m.Message)
			}
		}
		for _, m := range mappings {
			for _, s := range m.Sheets {
				if len(s.From) == 0 || len(s.Targets) == 0 {
					t.Error("a sheet of nothing was read")
				}
			}
		}
	})
}

// The list of countries is there in every mapping; one that a person keeps under that name stands instead.
func TestCountriesAreThere(t *testing.T) {
	_, words, err := Read(nil, shipped(t))
	if word, ok := words.Find("countries", "Viet Nam"); err != nil || word != "VN" || !ok {
		t.Errorf("Viet Nam is %q, %v, %v", word, ok, err)
	}
	_, words, err = Read([]Source{{Name: "w.yaml", Data: []byte("words: {countries: {VN: [VIE]}}")}}, shipped(t))
	word, ok := words.Find("countries", "VIE")
	if _, more := words.Find("countries", "China"); err != nil || word != "VN" || !ok || more {
		t.Errorf("VIE is %q, %v, %v", word, ok, err)
	}
}
