package mapping

import (
	"strconv"
	"testing"

	"plimsoll/report/mapping/drawn"
	"plimsoll/report/workbook"
)

// everything is mappings that between them use all that a mapping can say, of sheets called A to H.
var everything = []string{`
dates: dmy
decimal: comma
test: {Z!A1: "*"}
sheets:
  - from: A
    merged: yes
    fill_down: [Site]
    ends: "End*"
    leave_out: [{only: Site}, {first: "Total*"}, {heading: Place, is: "#*"}, {blank: [Place, Level]}]
    not_read: ["not *"]
    to:
      Noise: {Factory ID: Site, Date: {heading: Date, if_blank: "2026-07-14"}, Location: Place, Level: {heading: Level, pattern: ["<*> dB", "<*>"]}, Unit: {title: "in *", find: unit}, Note: {write: "{row} {Site} {file}"}}
      Factories: {Factory ID: Site, Name: {write: "{Site}"}, Country: {cell: Z!A1, words: countries}}
  - from: B
    header: 2 rows
    carry: right
    repeats: yes
    wide: [{like: "20## Q#"}]
    to:
      Production: {Factory ID: {title: "Factory: <*>", words: {x: Total}}, Period: {wide: heading, dates: YYYY QN}, Output: {wide: value, unit: thousand}}
  - from: C
    mean: {over: day, values: 2, at_least: 50 %}
    wide: [{headings: [Level], Location: hall}, {columns: [D], Location: yard}]
    to:
      Noise: {Factory ID: {sheet: "*"}, Date: Date, Level: {wide: value}, Note: {write: "{values} {rows}"}}
  - from: D
    turned: yes
    to:
      Noise: {Factory ID: Site, Date: Date, Location: Place, Level: Level, Unit: {heading_of: Level, find: unit}}
  - from: E
    header: none
    to:
      Audits: {Audit ID: {label: Site}, Factory ID: {label: Place, below: 1}, Date: {label: Date, right: 2}, Auditor: {title: "in *"}}
  - from: F
    header: none
    rows: 2-5
    to:
      Noise: {Factory ID: {column: A}, Date: {column: B}, Location: {write: "{column C}"}, Level: {column: D}, Hours a day: {column: E, unit: time of day}}
`}

// texts that a drawn cell may hold.
var alphabet = []string{"", "Site", "Place", "Date", "Level", "in dB(A)", "Factory: CN-01", "2026 Q1", "2026 Q2", "84",
	"84,5 dB", "14.07.2026", "2026-07-14",
	"Total", "End", "CN-01", "→", "↑", "#N/A", "=uncached", "not this", "7:30", "x", "'1.200", "#1"}

// FuzzApply draws worksheets and holds that none of them breaks the mappings, that something is said of every cell, and
// that every cell that was made leads back to a cell that was sent.
func FuzzApply(f *testing.F) {
	s := set(f, everything...)
	f.Add(uint8(0), []byte{1, 2, 3, 4, 0, 15, 22, 11, 9, 0, 13, 0, 9})
	f.Add(uint8(1), []byte{6, 0, 1, 7, 8, 0, 22, 7, 8, 0, 15, 9, 9, 0, 6})
	f.Add(uint8(2), []byte{3, 4, 22, 22, 0, 12, 9, 9, 9, 0, 12, 9})
	f.Add(uint8(3), []byte{1, 15, 15, 0, 2, 22, 22, 0, 3, 12, 12, 0, 4, 9, 9})
	f.Add(uint8(4), []byte{1, 15, 0, 2, 3, 22, 12, 0, 15, 0, 5})
	f.Add(uint8(5), []byte{22, 0, 15, 12, 22, 9, 21, 0, 16, 17})
	f.Fuzz(func(t *testing.T, which uint8, data []byte) {
		if len(data) > 400 {
			return
		}
		rows := [][]string{nil, {"1"}}
		for _, b := range data {
			if b == 0 {
				rows = append(rows, []string{""})
				rows[len(rows)-1][0] = strconv.Itoa(len(rows) - 1)
				continue
			}
			last := &rows[len(rows)-1]
			*last = append(*last, alphabet[int(b)%len(alphabet)])
		}
		sheet := drawn.Sheet("a.xlsx", string(rune('A'+which%6)), rows)
		cover := &workbook.Sheet{File: "a.xlsx", Name: "Z",
			Rows: []workbook.Row{{Index: 1, Cells: []workbook.Cell{{Kind: workbook.Text, Text: "China"}}}}}
		book := &workbook.Book{File: "a.xlsx", Sheets: []*workbook.Sheet{sheet, cover}}
		accounted(t, s.Apply(book), sheet, cover)
		for _, made := range book.Sheets {
			if made != sheet && made != cover {
				leadsBack(t, made, sheet, cover)
			}
		}
	})
}

// leadsBack holds that each filled cell of a made table that names a cell names one that holds something.
func leadsBack(t *testing.T, made *workbook.Sheet, sent ...*workbook.Sheet) {
	t.Helper()
	for _, row := range made.Rows[1:] {
		for i, cell := range row.Cells {
			at := made.Place(row.Index, i+1)
			if cell.Kind == workbook.Blank || cell.Kind == workbook.Refused || at.Column == 0 {
				continue
			}
			found := false
			for _, s := range sent {
				found = found || at.Sheet == s.Name && cellOf(s, at.Row, at.Column).Kind != workbook.Blank
			}
			if !found && !optionalBlank(made, i) {
				t.Errorf("%s leads to %s, which is blank", cell.Plain(), at)
			}
		}
	}
}

// optionalBlank says that a column is one that has a word for blank cells.
func optionalBlank(made *workbook.Sheet, i int) bool {
	return made.Name == "Noise" && made.Rows[0].Cells[i].Text == "Date"
}
