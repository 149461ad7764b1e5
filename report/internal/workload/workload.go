// Package workload writes programmes of any number of factories, by which the program's time and memory are measured:
// twelve quarters of twenty readings a factory, with visits, findings and what else an audit brings back, in workbooks of
// fifty factories. The same number gives the same bytes. Everything in it is invented.
//
//	err := workload.Write(folder, 1000) // programme.xlsx, readings-00000.xlsx, readings-00050.xlsx, …
//
// The workbooks are written part by part, as a spreadsheet program writes them: shared texts, and dates as serial days
// with a format. A library takes ten times as long, and it is not what is measured.
package workload

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"
)

const (
	perBook  = 50
	quarters = 12
)

// Write makes the workbooks of a programme in a folder.
func Write(folder string, factories int) error {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	settings := &book{}
	settings.row("Programme", "Key", "Value")
	settings.row("Programme", "Programme", "Better Workplaces")
	settings.row("Programme", "Company", "Example Brand")
	if err := settings.save(filepath.Join(folder, "programme.xlsx")); err != nil {
		return err
	}
	for first := 0; first < factories; first += perBook {
		b := headed()
		for f := first; f < min(first+perBook, factories); f++ {
			b.factory(f)
		}
		if err := b.save(filepath.Join(folder, fmt.Sprintf("readings-%06d.xlsx", first))); err != nil {
			return err
		}
	}
	return nil
}

// headed is a workbook with the headings of its sheets.
func headed() *book {
	b := &book{}
	b.row("Factories", "Factory ID", "Name", "Country", "Region", "Ownership", "Workers", "Dormitory")
	b.row("Audits", "Audit ID", "Factory ID", "Date", "Auditor", "Kind", "Announced", "Workers interviewed")
	b.row("Noise", "Factory ID", "Date", "Location", "Level", "Unit", "Hours a day", "Workers")
	b.row("Light", "Factory ID", "Date", "Location", "Process", "Illuminance", "Unit", "Workers")
	b.row("Air", "Factory ID", "Date", "Location", "Agent", "Concentration", "Unit", "Workers")
	b.row("Dorms", "Factory ID", "Date", "Room", "Floor area", "Occupants", "Unit")
	b.row("Earnings", "Factory ID", "Month", "Worker group", "Workers", "Regular pay", "Currency", "Basis", "Hours per week")
	b.row("Findings", "Finding ID", "Factory ID", "Raised", "Area", "Finding", "Action", "Due", "Closed")
	b.row("Training", "Factory ID", "Date", "Topic", "Audience", "People", "Hours")
	b.row("Feedback", "Factory ID", "Period", "Channel", "Received", "Resolved")
	b.row("Safety", "Factory ID", "Period", "Machines inspected", "Machines guarded", "Fire drills", "Injuries")
	b.row("Production", "Factory ID", "Period", "Output", "Defect rate")
	return b
}

// visit is one factory in one quarter.
type visit struct {
	*book
	*rand.Rand
	id      string
	number  int // of the factory
	quarter int // from 0
	on      time.Time
	period  string
}

// factory adds the rows of one factory. Its numbers depend on nothing but which one it is.
func (b *book) factory(number int) {
	id := fmt.Sprintf("VN-%06d", number)
	b.row("Factories", id, fmt.Sprintf("Factory %06d Đồng Nai", number), "VN", "VN-I", "subcontracted", 800+number%900, "yes")
	chance := rand.New(rand.NewPCG(7, uint64(number)))
	for q := range quarters {
		month := time.Month(1 + 3*((q+3)%4)) // the first quarter is 2023-Q4
		year := 2023 + (q+3)/4
		v := visit{b, chance, id, number, q, time.Date(year, month+1, 1+number%28, 0, 0, 0, 0, time.UTC),
			fmt.Sprintf("%d-Q%d", year, 1+(q+3)%4)}
		v.measured()
		v.reported()
	}
}

// around is a number near another one.
func (v visit) around(mean, deviation float64, digits int) float64 {
	return rounded(mean+deviation*v.NormFloat64(), digits)
}

// measured adds readings, which get better from quarter to quarter.
func (v visit) measured() {
	since := float64(v.quarter)
	for _, place := range []string{"Cutting press", "Stitching line", "Lasting line", "Sole press"} {
		v.row("Noise", v.id, v.on, place, v.around(91-.6*since, 2, 1), "dB(A)", 8, 60)
	}
	for _, place := range [][2]string{{"Cutting table", "cutting"}, {"Stitching 1", "stitching"}, {"Stitching 2", "stitching"},
		{"Inspection", "inspection"}, {"Packing", "packing"}, {"Corridor", "corridor"}} {
		v.row("Light", v.id, v.on, place[0], place[1], v.around(420+22*since, 60, 0), "lx", 40)
	}
	for _, place := range []string{"Cementing 1", "Cementing 2"} {
		v.row("Air", v.id, v.on, place, "toluene", max(1, v.around(90-5*since, 8, 2)), "mg/m3", 30)
		v.row("Air", v.id, v.on, place, "acetone", max(1, v.around(160-5*since, 8, 2)), "mg/m3", 30)
	}
	for _, room := range []string{"A-101", "A-102", "B-201"} {
		v.row("Dorms", v.id, v.on, room, v.around(24, 1, 1), max(4, 8-v.quarter/3), "m2")
	}
}

// reported adds what is counted: pay, a visit and its finding, training, and the numbers of the quarter.
func (v visit) reported() {
	rise := 1 + .015*float64(v.quarter)
	for i, group := range []string{"stitching", "assembly", "finishing"} {
		v.row("Earnings", v.id, v.on, group, 120, v.around([]float64{5.1e6, 4.9e6, 5.4e6}[i]*rise, 5e4, -3), "VND", "net",
			rounded(62-.7*float64(v.quarter), 1))
	}
	visit := fmt.Sprintf("A-%06d-%02d", v.number, v.quarter)
	v.row("Audits", visit, v.id, v.on, "Example Auditors", "third-party", "unannounced", 20+v.IntN(20))
	v.row("Findings", "F-"+visit, v.id, v.on, []string{"noise", "light", "air", "dorms"}[v.quarter%4], "The place needs work",
		[]string{"remediation", "improvement", "monitoring"}[v.quarter%3], v.on.AddDate(0, 3, 0), v.closed())
	v.row("Training", v.id, v.on, "Hearing protection", "workers", 40+v.IntN(40), 2)
	v.row("Feedback", v.id, v.period, "hotline", 20+v.IntN(9), 15+v.IntN(5))
	v.row("Safety", v.id, v.period, 80, 70+v.IntN(10), 1, v.IntN(3))
	v.row("Production", v.id, v.period, 10000+v.IntN(5000), .03)
}

// closed is the day when a finding was closed; one in five is open.
func (v visit) closed() any {
	if v.IntN(5) == 0 {
		return ""
	}
	return v.on.AddDate(0, 2, 0)
}
