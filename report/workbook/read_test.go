package workbook

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// ordinary makes a workbook with a library, as people's programs do: a header and rows of readings.
func ordinary(t testing.TB, rows int) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		t.Fatal(err)
	}
	day := time.Date(2026, 7, 14, 0, 0, 0, 0, time.UTC)
	err = w.SetRow("A1", []any{"Factory ID", "Date", "Location", "Level", "Unit", "Process", "Hours a day", "Workers"})
	for n := 2; n <= rows+1 && err == nil; n++ {
		err = w.SetRow(fmt.Sprintf("A%d", n),
			[]any{"CN-01", excelize.Cell{StyleID: style, Value: day}, fmt.Sprint("Line ", n%40), 84.5, "dB(A)", "缝纫", 8,
				12})
	}
	if err == nil {
		err = w.Flush()
	}
	out, errWrite := f.WriteToBuffer()
	if err != nil || errWrite != nil {
		t.Fatal(err, errWrite)
	}
	return out.Bytes()
}

func TestOrdinaryWorkbook(t *testing.T) {
	book := Read(ordinary(t, 1000), "x.xlsx", Options{})
	if len(book.Problems) > 0 || len(book.Sheets) != 1 || len(book.Sheets[0].Rows) != 1001 {
		t.Fatal(book.Problems, len(book.Sheets))
	}
	text := func(s string) Cell { return Cell{Kind: Text, Text: s} }
	number := func(n float64, s string) Cell { return Cell{Kind: Number, Number: n, Text: s} }
	want := []Cell{text("CN-01"), {Kind: Date, Number: 46217, Text: "46217"}, text("Line 9"), number(84.5, "84.5"),
		text("dB(A)"), text("缝纫"), number(8, "8"), number(12, "12")}
	if diff := cmp.Diff(Row{Index: 49, Cells: want}, book.Sheets[0].Rows[48]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestLibraryWorkbook holds what the library writes beyond streams: shared texts, merged cells, a formula without a
// value.
func TestLibraryWorkbook(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for at, value := range map[string]any{"A1": "one", "B1": "one", "C2": true, "D2": 84.25,
		"E2": time.Date(2026, 7, 14, 6, 0, 0, 0, time.UTC), "F2": "  ", "A4": "merged"} {
		if err := f.SetCellValue("Sheet1", at, value); err != nil {
			t.Fatal(err)
		}
	}
	if f.SetCellFormula("Sheet1", "G2", "D2*2") != nil || f.MergeCell("Sheet1", "A4", "C5") != nil {
		t.Fatal("no formula, or nothing merged")
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"A1 text one", "B1 text one", "C2 bool 1", "D2 number 84.25", "E2 date 46217.25", "G2 uncached",
		"A4 text merged"}
	if diff := cmp.Diff(want, dump(Read(out.Bytes(), "x.xlsx", Options{}).Sheets[0])); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func BenchmarkRead(b *testing.B) {
	const rows = 20_000
	data := ordinary(b, rows)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if book := Read(data, "x.xlsx", Options{}); len(book.Problems) > 0 {
			b.Fatal(book.Problems)
		}
	}
	b.ReportMetric(float64(rows*8)*float64(b.N)/b.Elapsed().Seconds(), "cells/s")
}
