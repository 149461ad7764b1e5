package audit

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/problem"
	"plimsoll/report/workbook"
)

// mixed is a workbook of readings, good and bad, some of them twice, as rows of cases.
func mixed(random *rand.Rand) map[string][]string {
	pick := func(list ...string) string { return list[random.IntN(len(list))] }
	sheets := map[string][]string{
		"Noise":    {"Factory ID\tDate\tLocation\tLevel\tUnit\tProcess\tHours a day\tWorkers\tWorker code\tNote"},
		"Air":      {"Factory ID\tDate\tLocation\tAgent\tConcentration\tUnit\tDetection limit\tSample"},
		"Earnings": {"Factory ID\tMonth\tWorker group\tWorkers\tRegular pay\tCurrency\tBasis"},
		"Findings": {"Finding ID\tFactory ID\tRaised\tArea\tFinding\tAction"},
	}
	add := func(sheet string, cells ...string) { sheets[sheet] = append(sheets[sheet], strings.Join(cells, "\t")) }
	for n := range 60 {
		factory, day := pick("CN-01", "US-01", "VN-01", "XX-01"), pick("=date:2026-07-14", "2026-07-15", "14/07/2026", "46217")
		add("Noise", factory, day, pick("Line 1", "Line 2", ""), pick("84.5", "85", "84dB", "N/A", "150", "=uncached"), pick("", "dB(A)", "sone"), pick("sewing", "", "laser"), pick("", "8", "7:30"), pick("", "12", "-"), pick("", "W-1", "-"), pick("", "x"))
		add("Air", factory, day, pick("Line 1", "Line 2"), pick("toluene", "苯", "glue", "=date:1975-09-02"), pick("1", "<0.5", "ND", "0", "-1"), pick("mg/m3", "ppm"), pick("", "0.2"), pick("", "area"))
		add("Earnings", factory, pick("'2026-07", "2026-13"), pick("Sewers", "Cutters"), pick("10", ""), pick("5000", "1.200,50"), pick("CNY", "yuan"), pick("", "gross"))
		add("Findings", fmt.Sprint("F-", n), factory, day, pick("noise", "parking"), "Too loud", pick("remediation", "hope"))
	}
	return sheets
}

// collected gives what comes of sheets, without places: records, and problems of cells.
func collected(t *testing.T, sheets map[string][]string) (records, problems []string) {
	t.Helper()
	c := &testCase{}
	for _, name := range []string{"Noise", "Air", "Earnings", "Findings"} {
		c.sections = append(c.sections, section{"a.xlsx!" + name, strings.Join(sheets[name], "\n") + "\n"})
	}
	data, found := Collect(c.books(t), shipped(t))
	var bare Readings
	for r := range data.Readings.All() {
		r.Source = Source{}
		bare.Add(r)
	}
	data.Readings = bare
	for i := range data.Lost {
		data.Lost[i].Source = Source{}
	}
	for i := range data.Findings {
		data.Findings[i].Place = problem.Place{}
	}
	for _, p := range found {
		p.Place.Row, p.Place.Column = 0, 0
		problems = append(problems, place.ReplaceAllString(p.String(), "row"))
	}
	records = strings.Split(dump(data), "\n")
	slices.Sort(records)
	slices.Sort(problems)
	return records, problems
}

var place = regexp.MustCompile(`a\.xlsx!\w+!\d+`)

func TestOrderOfRowsAndColumns(t *testing.T) {
	for seed := range uint64(20) {
		random := rand.New(rand.NewPCG(seed, 1))
		sheets := mixed(random)
		records, problems := collected(t, sheets)
		if len(records) < 20 || len(problems) < 20 {
			t.Fatalf("%d records and %d problems show little", len(records), len(problems))
		}
		for _, c := range []struct {
			how    string
			change func([]string)
		}{
			{"rows shuffled", func(rows []string) { shuffle(random, rows[1:]) }},
			{"columns shuffled", func(rows []string) { shuffleColumns(random, rows) }},
		} {
			changed := map[string][]string{}
			for _, name := range slices.Sorted(maps.Keys(sheets)) {
				changed[name] = slices.Clone(sheets[name])
				c.change(changed[name])
			}
			otherRecords, otherProblems := collected(t, changed)
			if diff := cmp.Diff(records, otherRecords); diff != "" {
				t.Fatalf("seed %d, %s: records (-was +is):\n%s", seed, c.how, diff)
			}
			if diff := cmp.Diff(problems, otherProblems); diff != "" {
				t.Fatalf("seed %d, %s: problems (-was +is):\n%s", seed, c.how, diff)
			}
		}
	}
}

func shuffle(random *rand.Rand, rows []string) {
	random.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
}

func shuffleColumns(random *rand.Rand, rows []string) {
	order := random.Perm(strings.Count(rows[0], "\t") + 1)
	for n, row := range rows {
		cells := strings.Split(row, "\t")
		moved := make([]string, len(cells))
		for i, at := range order {
			moved[at] = cells[i]
		}
		rows[n] = strings.Join(moved, "\t")
	}
}

// TestCollectIsTheSameEveryTime holds that order, too, does not change from run to run.
func TestCollectIsTheSameEveryTime(t *testing.T) {
	sheets := mixed(rand.New(rand.NewPCG(7, 7)))
	var first string
	for n := range 10 {
		c := &testCase{sections: []section{{"a.xlsx!Factories", "Factory ID\tName\tCountry\tWorkers\tWomen\nCN-01\ta\tCN\t1\t1\n"}, {"b.xlsx!Factories", "Factory ID\tName\tCountry\tWorkers\tWomen\nCN-01\tb\tVN\t2\t2\n"}}}
		for _, name := range []string{"Noise", "Air"} {
			c.sections = append(c.sections, section{"b.xlsx!" + name, strings.Join(sheets[name], "\n")})
		}
		data, problems := Collect(c.books(t), shipped(t))
		got := dump(data)
		for _, p := range problems {
			got += p.String() + "\n"
		}
		if n == 0 {
			first = got
		}
		if got != first {
			t.Fatalf("run %d (-first +this):\n%s", n, cmp.Diff(first, got))
		}
	}
}

func BenchmarkCollect(b *testing.B) {
	sheet := &workbook.Sheet{File: "a.xlsx", Name: "Noise"}
	std := shipped(b)
	_, area := (&Collector{std: std}).sheetOf("Noise")
	for n := range 20_001 {
		row := workbook.Row{Index: n + 1}
		for _, col := range area.Sheet.Columns {
			cell := fitting(&area.Sheet, col)
			if n == 0 {
				cell = workbook.Cell{Kind: workbook.Text, Text: col.Name}
			} else if col.Name == "Location" {
				cell.Text = fmt.Sprint("Line ", n)
			}
			row.Cells = append(row.Cells, cell)
		}
		sheet.Rows = append(sheet.Rows, row)
	}
	factories := textSheet(b, "a.xlsx", "Factories", "Factory ID\tName\tCountry\nCN-01\tMill\tCN\n")
	b.ReportAllocs()
	for b.Loop() {
		if data, problems := Collect([]*workbook.Book{{File: "a.xlsx", Sheets: []*workbook.Sheet{factories, sheet}}}, std); data.Readings.Len() != 20_000 || len(problems) > 0 {
			b.Fatal(data.Readings.Len(), problems[:1])
		}
	}
	b.ReportMetric(20_000*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}
