package main

import (
	"fmt"
	"math"
	"time"

	"github.com/xuri/excelize/v2"
)

// The benchmark workbook: so many factories, quarters and sheets of readings, as a programme of some size sends them.
const (
	factories = 50
	quarters  = 12
)

// reading is one sheet of readings: its headings, and what a row holds of a factory's quarter.
type reading struct {
	sheet    string
	headings []any
	places   []string
	row      func(place string, quarter int, noise float64) []any
}

func readings() []reading {
	light := func(place string, q int, noise float64) []any {
		return []any{place, "stitching", math.Round(420 + 22*float64(q) + 60*noise), "lx", 40}
	}
	return []reading{
		{"Noise", []any{"Factory ID", "Date", "Location", "Level", "Unit", "Hours a day", "Workers"},
			[]string{"Cutting press", "Stitching line", "Lasting line", "Sole press"},
			func(place string, q int, noise float64) []any {
				return []any{place, math.Round(10*(91-0.6*float64(q)+2*noise)) / 10, "dB(A)", 8, 60}
			}},
		{"Light", []any{"Factory ID", "Date", "Location", "Process", "Illuminance", "Unit", "Workers"},
			[]string{"Cutting table", "Stitching 1", "Stitching 2", "Inspection", "Packing", "Corridor"}, light},
		{"Air", []any{"Factory ID", "Date", "Location", "Agent", "Concentration", "Unit", "Workers"},
			[]string{"Cementing 1", "Cementing 2", "Cementing 3", "Cementing 4"},
			func(place string, q int, noise float64) []any {
				return []any{place, "toluene", math.Round(100*(90-5*float64(q)+8*noise)) / 100, "mg/m3", 30}
			}},
		{"Dorms", []any{"Factory ID", "Date", "Room", "Floor area", "Occupants", "Unit"},
			[]string{"A-101", "A-102", "B-201"},
			func(place string, q int, noise float64) []any {
				return []any{place, math.Round(10*(24+noise)) / 10, max(4, 8-q/3), "m2"}
			}},
		{"Earnings", []any{"Factory ID", "Month", "Worker group", "Workers", "Regular pay", "Currency",
			"Hours per week"},
			[]string{"stitching", "assembly", "finishing"},
			func(place string, q int, noise float64) []any {
				return []any{place, 120, math.Round(5_100+75*float64(q)+50*noise) * 1000, "VND", 62 - 0.7*float64(q)}
			}},
	}
}

// writeBenchmark writes the workbook. The same program writes the same rows.
func writeBenchmark(path string) error {
	f := excelize.NewFile()
	defer f.Close()
	day, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		return err
	}
	for _, r := range readings() {
		if err := r.write(f, day); err != nil {
			return err
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		return err
	}
	return f.SaveAs(path)
}

func (r reading) write(f *excelize.File, day int) error {
	if _, err := f.NewSheet(r.sheet); err != nil {
		return err
	}
	w, err := f.NewStreamWriter(r.sheet)
	if err != nil {
		return err
	}
	if err := w.SetRow("A1", r.headings); err != nil {
		return err
	}
	n := 1
	for factory := range factories {
		for q := range quarters {
			date := time.Date(2023, time.Month(11+3*q), 1+factory%28, 0, 0, 0, 0, time.UTC)
			for _, place := range r.places {
				n++
				noise := math.Sin(float64(n) * 1.7) // without chance: as spread, and the same every time
				row := append([]any{fmt.Sprintf("VN-%05d", factory), excelize.Cell{StyleID: day, Value: date}},
					r.row(place, q, noise)...)
				if err := w.SetRow(fmt.Sprintf("A%d", n), row); err != nil {
					return err
				}
			}
		}
	}
	return w.Flush()
}
