package report

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"plimsoll/report/internal/layout"
	"plimsoll/templates"
)

// programmeOf writes a programme of so many factories: two quarters of every area, findings, visits and production, with
// places that are beyond their limits.
func programmeOf(t *testing.T, factories int) string {
	t.Helper()
	sheets := map[string]*strings.Builder{}
	add := func(sheet, head, form string, values ...any) {
		if sheets[sheet] == nil {
			sheets[sheet] = &strings.Builder{}
			fmt.Fprintln(sheets[sheet], head)
		}
		fmt.Fprintf(sheets[sheet], form+"\n", values...)
	}
	for f := range factories {
		id := fmt.Sprintf("F%05d", f)
		country := []string{"VN", "CN", "BD"}[f%3]
		add("Factories", "Factory ID,Name,Country,Region,Wage region,Workers,Dormitory,Processes", "%s,Mill %d,%s,%s,%s,%d,yes,stitching",
			id, f, country, country, country, 300+f%700)
		add("Audits", "Audit ID,Factory ID,Date,Kind", "A%d,%s,2026-08-03,internal", f, id)
		add("Findings", "Finding ID,Factory ID,Raised,Area,Finding,Action,Severity,Due,Owner",
			"N%d,%s,2026-02-03,noise,Presses are loud,remediation,%s,2026-06-30,The mill", f, id, []string{"critical", "major", "minor"}[f%3])
		add("Production", "Factory ID,Period,Output,Unit,Defect rate", "%s,2026-Q3,%d,pieces,0.02", id, 1000+f)
		for i, day := range []string{"2026-02-03", "2026-08-04"} {
			add("Noise", "Factory ID,Date,Location,Level,Hours a day,Workers", "%s,%s,Press,%d,8,40", id, day, 90-3*i+f%3)
			add("Noise", "", "%s,%s,Hall,80,8,60", id, day) // under the same head
			add("Light", "Factory ID,Date,Location,Process,Illuminance,Workers", "%s,%s,Line,stitching,%d,30", id, day, 400+60*i+f%150)
			add("Air", "Factory ID,Date,Location,Agent,Concentration,Unit,Hours a day,Workers", "%s,%s,Glue,toluene,%d,mg/m3,8,20",
				id, day, 60+f%60)
			add("Dorms", "Factory ID,Date,Room,Floor area,Occupants", "%s,%s,101,%d,6", id, day, 20+f%10)
			add("Earnings", "Factory ID,Month,Worker group,Workers,Regular pay,Currency,Basis,Hours per week", "%s,%s,Line,50,9000000,VND,gross,%d",
				id, day[:7], 55+f%9)
		}
	}
	folder := t.TempDir()
	for name, text := range sheets {
		if err := os.WriteFile(filepath.Join(folder, name+".csv"), []byte(text.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// TestPagesOfTheQuarterlyReport holds how long the report is: four pages for a factory, twenty and an annex for a hundred,
// and no more for ten times as many, whose annex is attached.
func TestPagesOfTheQuarterlyReport(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ factories, pages, body int }{{1, 4, 4}, {8, 20, 20}, {20, 34, 34}, {100, 80, 20}, {1000, 20, 20}} {
		o := options(t, programmeOf(t, test.factories))
		o.Reports = []string{"quarterly"}
		texts, list := prepared(t, o, templates.Files)
		r := laidOut(t, texts, list[0])
		body := len(r.pages)
		if at, there := layout.Headings(r.pages)[layout.HeadingKey("Annex A: where every factory stands")]; there {
			body = at - 1
		}
		if len(r.pages) > test.pages || body > test.body {
			t.Errorf("%d factories: %d pages, %d before the annex", test.factories, len(r.pages), body)
		}
		if hasAnnex := body < len(r.pages); hasAnnex != (test.factories == 100) {
			t.Errorf("%d factories: annex: %v", test.factories, hasAnnex)
		}
	}
}

// TestGapsAreAttached: what breaks the law is never cut: all of it stands in a file that the report carries.
func TestGapsAreAttached(t *testing.T) {
	t.Parallel()
	o := options(t, programmeOf(t, 30))
	o.Reports = []string{"quarterly", "disclosure"}
	_, list := prepared(t, o, templates.Files)
	for _, d := range list {
		var gaps string
		for _, a := range attachments(d.source, d.text.Kind, nil) {
			if a.Name == attachedGaps {
				gaps = string(a.Data)
			}
		}
		if d.text.Kind.Public {
			if gaps != "" {
				t.Error("the public is told of gaps")
			}
			continue
		}
		if n := strings.Count(gaps, ",noise,exposure,,legal,40,"); n != 20 { // of Vietnam and China
			t.Errorf("%d factories are too loud in\n%s", n, gaps)
		}
		if first := strings.Split(gaps, "\n")[1]; !strings.Contains(first, "The mill") {
			t.Errorf("the gravest has no open critical finding: %s", first)
		}
	}
}
