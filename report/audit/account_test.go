package audit

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// collectAccount is Collect with an account.
func collectAccount(books []*workbook.Book, std *standard.Standard) (*Data, []problem.Problem) {
	c := NewCollector(std, Keep{Account: true})
	for _, b := range books {
		c.Take(b)
	}
	return c.Records()
}

// holdAccount holds that every cell has one outcome, and that keeping account changes nothing.
func holdAccount(t *testing.T, name string, books []*workbook.Book, std *standard.Standard) *Account {
	t.Helper()
	plain, problems := Collect(books, std)
	data, found := collectAccount(books, std)
	if diff := cmp.Diff(listed(problems), listed(found)); diff != "" {
		t.Errorf("%s: problems without and with an account:\n%s", name, diff)
	}
	if diff := cmp.Diff(dump(plain), dump(data)); diff != "" {
		t.Errorf("%s: records without and with an account:\n%s", name, diff)
	}
	holdSum(t, name, data.Account)
	return data.Account
}

// holdSum holds that the outcomes of each sheet add up to its cells, and the parts of the account to its outcomes.
func holdSum(t *testing.T, name string, a *Account) {
	t.Helper()
	for _, s := range a.Sheets() {
		left, columns := 0, map[Outcome]int{}
		for _, c := range s.Causes {
			left += c.Cells
		}
		for _, c := range s.Columns {
			columns[c.Outcome] += c.Cells
		}
		if s.Settled() != s.Cells || s.Outcomes[Unsettled] != 0 || left != s.Outcomes[Omitted] || columns[NoColumn] != s.Outcomes[NoColumn] || columns[Information] != s.Outcomes[Information] {
			t.Errorf("%s: %+v", name, s)
		}
	}
}

// outcomes is an account in short: the cells of a sheet by outcome, without those that are none.
func outcomes(s SheetAccount) string {
	var out []string
	for outcome, word := range []string{"unsettled", "used", "information", "left out", "later", "example", "above", "no column", "no sheet"} {
		if n := s.Outcomes[outcome]; n > 0 {
			out = append(out, fmt.Sprint(n, " ", word))
		}
	}
	for _, c := range s.Causes {
		out = append(out, fmt.Sprintf("%s %s %d at %s", c.Severity, c.Code, c.Cells, cells(c.Places)))
	}
	for _, c := range s.Columns {
		out = append(out, fmt.Sprintf("%s %q %d", problem.ColumnName(c.Column), c.Heading, c.Cells))
	}
	return strings.Join(out, ", ")
}

func cells(places []problem.Place) string {
	names := make([]string, len(places))
	for i, p := range places {
		names[i] = p.Cell()
	}
	return strings.Join(names, " ")
}

// TestAccount counts small sheets by hand.
func TestAccount(t *testing.T) {
	const noise = "Factory ID\tDate\tLocation\tLevel\tUnit\tInstrument\tHours a day\n"
	for _, c := range []struct{ name, sheets, want string }{
		{"good rows", "a.xlsx!Noise\n" + noise + "CN-01\t2026-07-14\tLine 1\t84\t\tX1\t8\nCN-01\t2026-07-14\tLine 2\t85\tdB(A)\t\t",
			`a.xlsx!Noise: 17 used, 1 information, F "Instrument" 1`},
		{"a bad value leaves its row out, a bad number of workers only itself",
			"a.xlsx!Noise\nFactory ID\tDate\tLocation\tLevel\tWorkers\nCN-01\t2026-07-14\tLine 1\t84dB\t5\nCN-01\t2026-07-14\tLine 2\t84\tmany\nCN-01\t2026-07-14\tLine 2\tN/A\t5",
			`a.xlsx!Noise: 9 used, 11 left out, error not-a-number 6 at D2 E3, note not-measured 5 at D4`},
		{"the first cause of several counts", "a.xlsx!Noise\n" + noise + "XX-01\tsoon\tLine 1\t84dB\tsone\tX1\t8",
			`a.xlsx!Noise: 7 used, 7 left out, error not-a-date 7 at B2`},
		{"a bad cell that decides", "a.xlsx!Noise\n" + noise + "CN-01\t2026-07-14\tLine 1\t84\tdB(A)\t\t7:30\nCN-01\t2026-07-14\tLine 1\t84\tsone\t\t",
			`a.xlsx!Noise: 7 used, 11 left out, error not-a-number 6 at G2, error unknown-unit 5 at E3`},
		{"columns that nobody knows", "a.xlsx!Noise\nFactory ID\tMood\tDate\tLocation\tLevel\t\tLevel\nCN-01\tgood\t2026-07-14\tLine 1\t84\tx\t85\ty\nCN-01\t\t2026-07-14\tLine 1\t84dB\tx\t\ty",
			`a.xlsx!Noise: 8 used, 6 left out, 6 no column, error duplicate-key 2 at G1, error not-a-number 4 at E3, B "Mood" 2, F "" 2, H "" 2`},
		{"a title, and an example", "a.xlsx!Noise\nNoise survey\tof 2026\n\nFactory ID\tDate\tLocation\tLevel\nExample: X\t2026-07-14\tLine 1\t84\nCN-01\t2026-07-14\tLine 1\t84",
			`a.xlsx!Noise: 8 used, 4 example, 2 above`},
		{"no header", "a.xlsx!Noise\nFactory ID\tDate\nCN-01\t2026-07-14", `a.xlsx!Noise: 4 left out, error missing-heading 4 at 1`},
		{"another sheet", "a.xlsx!Noise\n" + noise + "a.xlsx!Cover\nThis\tis\nthe cover", "a.xlsx!Noise: 7 used\na.xlsx!Cover: 3 no sheet"},
		{"a row in two files", "a.xlsx!Light\nFactory ID\tDate\tLocation\tProcess\tIlluminance\nCN-01\t2026-07-14\tLine 1\tsewing\t500\nb.xlsx!Light\nFactory ID\tDate\tLocation\tProcess\tIlluminance\nCN-01\t2026-07-14\tLine 1\tsewing\t500",
			"a.xlsx!Light: 10 used\nb.xlsx!Light: 5 used, 5 left out, warning duplicate-row 5 at 2"},
		{"pay that a later file replaces", "a.xlsx!Earnings\nFactory ID\tMonth\tWorker group\tWorkers\tRegular pay\tCurrency\nCN-01\t'2026-07\tSewers\t5\t4000\tCNY\nb.xlsx!Earnings\nFactory ID\tMonth\tWorker group\tWorkers\tRegular pay\tCurrency\nCN-01\t'2026-07\tSewers\t5\t4100\tCNY",
			"a.xlsx!Earnings: 6 used, 6 left out, warning duplicate-row 6 at 2\nb.xlsx!Earnings: 12 used"},
		{"a longest week that is bad takes the mean with it", "a.xlsx!Earnings\nFactory ID\tMonth\tWorker group\tWorkers\tRegular pay\tCurrency\tHours per week\tLongest week\nCN-01\t'2026-07\tSewers\t5\t4000\tCNY\t48\tlong",
			`a.xlsx!Earnings: 14 used, 2 left out, error not-a-number 2 at H2`},
		{"a factory that changes", "a.xlsx!Factories\nFactory ID\tName\tCountry\tWorkers\nCN-01\tMill\tCN\t10\nb.xlsx!Factories\nFactory ID\tName\tCountry\tWorkers\nCN-01\tMill\tCN\t12",
			"a.xlsx!Factories: 7 used, 1 left out, note factory-changed 1 at D2\nb.xlsx!Factories: 8 used"},
		{"settings", "a.xlsx!Programme\nKey\tValue\nCompany\tOne\nYear starts\t13\nMotto\tx\nb.xlsx!Programme\nKey\tValue\nCompany\tOne\nCompany\tTwo",
			"a.xlsx!Programme: 4 used, 4 left out, error out-of-range 2 at B3, warning unknown-heading 2 at A4\nb.xlsx!Programme: 4 used, 2 left out, warning duplicate-key 2 at B3"},
		{"a finding closed too early", "a.xlsx!Findings\nFinding ID\tFactory ID\tRaised\tArea\tFinding\tAction\tClosed\nF-1\tCN-01\t2026-07-14\tnoise\tLoud\tmonitoring\t2026-07-13",
			"a.xlsx!Findings: 13 used, 1 left out, error out-of-range 1 at G2"},
		{"half a limit", "a.xlsx!Limits\nArea\tIndicator\tJurisdiction\tLimit\tUnit\tKind\tSource\tFrom\nnoise\texposure\tCN\t85\tdB(A)\tlegal\tLaw\tsoon",
			"a.xlsx!Limits: 8 used, 8 left out, error not-a-date 8 at H2"},
	} {
		a := holdAccount(t, c.name, accountCase(c.sheets).books(t), shipped(t))
		var got []string
		for _, s := range a.Sheets() {
			if s.File != " known.xlsx" {
				got = append(got, s.File+"!"+s.Sheet+": "+outcomes(s))
			}
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// accountCase is a case of sheets alone, each begun by a line with its name.
func accountCase(sheets string) *testCase {
	c := &testCase{}
	for line := range strings.Lines(sheets) {
		if name := strings.TrimSpace(line); strings.Contains(name, ".xlsx!") {
			c.sections = append(c.sections, section{name: name})
			continue
		}
		c.sections[len(c.sections)-1].body += line
	}
	return c
}

// TestAccountOfPeriod holds what becomes of readings after the period: a problem, or one that was asked for.
func TestAccountOfPeriod(t *testing.T) {
	c := accountCase("a.xlsx!Noise\nFactory ID\tDate\tLocation\tLevel\tNote\nCN-01\t2026-07-14\tLine 1\t84\nCN-01\t2026-10-14\tLine 1\t85\tx")
	for asked, want := range map[bool]string{true: "9 used, 5 later", false: "9 used, 5 left out, error future-date 5 at 3"} {
		data, _ := collectAccount(c.books(t), shipped(t))
		period, _ := standard.ParseQuarter("2026-Q3")
		data.Until(period, asked)
		holdSum(t, "period", data.Account)
		if got := outcomes(data.Account.Sheets()[1]); got != want {
			t.Errorf("asked %v: %s; want %s", asked, got, want)
		}
	}
}

// TestAccountOfCases holds the account of every case of the folders of mistakes and records.
func TestAccountOfCases(t *testing.T) {
	paths, err := filepath.Glob("testdata/*/*.txt")
	if err != nil || len(paths) < 50 {
		t.Fatalf("%d cases: %v", len(paths), err)
	}
	for _, path := range paths {
		holdAccount(t, path, readCase(t, path).books(t), shipped(t))
	}
}

// TestAccountOfColumns holds for every column that may be blank: where a cell of it counts as used, the records are others
// than without it, and where it is information they are the same. Some columns say here what a blank says too.
func TestAccountOfColumns(t *testing.T) {
	std := shipped(t)
	for _, sheet := range everySheet(std) {
		for i, col := range sheet.Columns {
			same := []string{"Unit", "Wage region", "Detection limit", "Subject", "Deduction", "Normal", "Audit ID", "Repeats"}
			if col.Required || slices.Contains(same, col.Name) {
				continue
			}
			with, _ := collectAccount([]*workbook.Book{aroundBook(sheet, i, fitting(sheet, col))}, std)
			without, _ := around(std, sheet, i, workbook.Cell{})
			columns := with.Account.Sheets()[0].Columns
			information := slices.ContainsFunc(columns, func(c UnreadColumn) bool { return c.Column == i+1 && c.Outcome == Information })
			if same := dump(with) == dump(without); same != information {
				t.Errorf("%s, %s: information %v, but the records stay the same: %v", sheet.Name, col.Name, information, same)
			}
		}
	}
}

// TestAccountOfRandomBooks shuffles columns and puts in junk: whatever a workbook holds, each cell has one outcome.
func TestAccountOfRandomBooks(t *testing.T) {
	for seed := range uint64(60) {
		random := rand.New(rand.NewPCG(seed, 5))
		c := &testCase{}
		sheets := mixed(random)
		for _, name := range []string{"Noise", "Air", "Earnings", "Findings", "Cover", "Noise "} {
			rows := junk(random, slices.Clone(sheets[strings.TrimSpace(name)]))
			c.sections = append(c.sections, section{fmt.Sprintf("%c.xlsx!%s", 'a'+random.IntN(2), name), strings.Join(rows, "\n") + "\n"})
		}
		slices.SortStableFunc(c.sections, func(a, b section) int { return strings.Compare(a.name[:1], b.name[:1]) })
		a := holdAccount(t, fmt.Sprint("seed ", seed), c.books(t), shipped(t))
		total := SheetAccount{}
		for _, s := range a.Sheets() {
			for f, n := range s.Outcomes {
				total.Outcomes[f] += n
			}
		}
		if total.Outcomes[Used] == 0 || total.Outcomes[Omitted] == 0 || total.Outcomes[NoColumn] == 0 || total.Outcomes[NoSheet] == 0 {
			t.Errorf("seed %d shows little: %s", seed, outcomes(total))
		}
	}
}

// junk makes of rows what people make of them: columns moved and added, titles, cells beside and below, odd cells.
func junk(random *rand.Rand, rows []string) []string {
	odd := []string{"", "", "x", "12", "=uncached", "#REF!", "=true", "=date:1950-01-01", "Example: y", "–"}
	pick := func() string { return odd[random.IntN(len(odd))] }
	if len(rows) == 0 {
		rows = []string{"a\tb", "c", "\t\td"}
	}
	for i := range rows {
		rows[i] = strings.TrimSuffix(strings.Repeat(pick()+"\t", 2)+rows[i]+"\t"+pick(), "\t")
		if random.IntN(30) == 0 {
			rows[i] += "\t" + pick() + "\t\t" + pick()
		}
	}
	width := 0
	for _, row := range rows {
		width = max(width, strings.Count(row, "\t")+1)
	}
	for i, row := range rows {
		rows[i] += strings.Repeat("\t", width-1-strings.Count(row, "\t"))
	}
	shuffleColumns(random, rows)
	for range random.IntN(4) {
		rows = slices.Insert(rows, 0, "Title\t"+pick())
	}
	if random.IntN(10) == 0 {
		rows = slices.Insert(rows, 0, "@25")
	}
	return append(rows, "total\t"+pick(), pick())
}

// TestAccountOfCoveredValues holds that values under merged blocks, which no row holds any more, are cells that were left out.
func TestAccountOfCoveredValues(t *testing.T) {
	c := &testCase{sections: []section{{"a.xlsx!Noise", "Factory ID\tDate\tLocation\tLevel\nCN-01\t=date:2026-07-14\tLine 1\t84\n"}}}
	books := c.books(t)
	sheet := books[1].Sheets[0]
	sheet.Covered = 2
	books[1].Problems = append(books[1].Problems, problem.MergedCells.At(sheet.Place(0, 0), "two values lie hidden"))
	got := holdAccount(t, "covered", books, shipped(t)).Sheets()[1]
	if want := "8 used, 2 left out, warning merged-cells 2 at "; outcomes(got) != want || got.Cells != 10 {
		t.Errorf("%d cells: %q, want %q", got.Cells, outcomes(got), want)
	}
}

// TestAligned holds that wide characters count twice.
func TestAligned(t *testing.T) {
	const want = "  噪声   12  x\n  Noise   7  yy\n"
	if diff := cmp.Diff(want, aligned([][]string{{"噪声", "12", "x"}, {"Noise", "7", "yy"}}, "lrl")); diff != "" {
		t.Error(diff)
	}
}
