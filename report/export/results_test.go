package export

import (
	"math"
	"strings"
	"testing"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// exposure is a result of noise, with a place that a spreadsheet's file has to quote.
func exposure() *benchmark.Result {
	nan := math.NaN()
	return &benchmark.Result{Factory: &audit.Factory{ID: "VN-1"}, Area: &standard.Area{ID: "noise"}, Indicator: &standard.Indicator{ID: "exposure"},
		Unit: "dB(A)", Level: 84.1, N: 2, Weight: 100, LimitValue: nan, Within: 0.4, Worst: 91.5, WorstPlace: `Hall "A", east`,
		Status: benchmark.Beyond, BaselineLevel: nan, Change: nan, GapClosed: nan, Trend: nan, PeersMedian: nan,
		Sources: []audit.Source{{File: "a.xlsx", Sheet: "Noise", Row: 2}, {File: "a.xlsx", Sheet: "Noise", Row: 3}}}
}

func TestResults(t *testing.T) {
	head, row := strings.TrimSpace(string(ResultsHeader())), string(ResultRows([]*benchmark.Result{exposure()}))
	if !strings.HasPrefix(head, "factory_id,period,area,indicator,subject,unit,level,") || !strings.HasSuffix(head, ",sources") {
		t.Error(head)
	}
	for _, want := range []string{"VN-1,", ",noise,exposure,,dB(A),84.1,,2,100,,,,0.4,91.5,\"Hall \"\"A\"\", east\",beyond,", ",a.xlsx!Noise!2-3\n"} {
		if !strings.Contains(row, want) {
			t.Errorf("%q lacks %q", row, want)
		}
	}
}

// TestShownLeavesBlank holds that what a document may not tell is not in what it carries.
func TestShownLeavesBlank(t *testing.T) {
	got := Shown([]benchmark.Column{benchmark.ColumnFactory, benchmark.ColumnLevel, benchmark.ColumnWorst},
		func(yield func(*benchmark.Result, []benchmark.Column) bool) {
			_ = yield(exposure(), []benchmark.Column{benchmark.ColumnWorst}) && yield(exposure(), nil)
		})
	if want := "factory_id,level,worst\nVN-1,84.1,\nVN-1,84.1,91.5\n"; string(got) != want {
		t.Errorf("%q", got)
	}
}

// TestReadResults reads files of other versions, and refuses what is no results.csv.
func TestReadResults(t *testing.T) {
	rows, err := ReadResults([]byte("\ufefflevel,factory_id,period,area,indicator,subject,unit,new\n84.1,VN-1,2026-Q3,noise,exposure,,dB(A),x\n"))
	if err != nil || len(rows) != 1 || rows[0][benchmark.ColumnLevel] != "84.1" || rows[0][benchmark.ColumnFactory] != "VN-1" || rows[0][benchmark.ColumnN] != "" {
		t.Errorf("%v, %v", rows, err)
	}
	for text, want := range map[string]string{"": "empty", "a,b\n1,2\n": "no column factory_id", "a\n\"": "no results.csv",
		"factory_id,period,area,indicator,subject,unit\n": "no column level"} {
		if _, err := ReadResults([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// FuzzReadResults holds that whatever bytes are given, reading ends with rows or an error.
func FuzzReadResults(f *testing.F) {
	f.Add([]byte("factory_id,period,area,indicator,subject,unit,level\nVN-1,2026-Q3,noise,exposure,,dB(A),84.1\n"))
	f.Add([]byte("\ufeff\"a\"\"b\",\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, err := ReadResults(data)
		if err != nil && rows != nil {
			t.Error("rows and an error")
		}
	})
}
