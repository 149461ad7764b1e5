package small_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
	"plimsoll/report/compose/scorecard"
	"plimsoll/report/compose/small"
	"plimsoll/report/standard"
)

// measured is a programme of two factories of which some areas are measured, some long ago, some never, within limits and
// beyond them.
func measured(r *rand.Rand) small.Sheets {
	when := func() string { return []string{"2026-08-04", "2026-02-03", "2024-08-05"}[r.IntN(3)] }
	noise := "Factory ID,Date,Location,Level,Hours,Workers\nA,2026-08-05,Gate,70,8,12\n"
	light := "Factory ID,Date,Location,Process,Lux,Workers\n"
	pay := "Factory ID,Month,Worker group,Workers,Regular pay,Currency,Basis,Hours per week\n"
	findings := "Finding ID,Factory ID,Raised,Area,Finding,Action,Severity,Due,Owner\n"
	for i := range r.IntN(5) {
		noise += fmt.Sprintf("A,%s,Hall %d,%d,8,%d\n", when(), i, 78+r.IntN(16), 4+r.IntN(60))
	}
	for i := range r.IntN(4) {
		light += fmt.Sprintf("A,%s,Line %d,stitching,%d,%d\n", when(), i, 300+100*r.IntN(5), 10+r.IntN(60))
	}
	for i := range r.IntN(4) {
		pay += fmt.Sprintf("A,%s,Group %d,%d,%d,VND,gross,%d\n", when()[:7], i, 12+r.IntN(60), 5000000+100000*r.IntN(20), 44+r.IntN(30))
	}
	for i := range r.IntN(4) {
		area, severity := []string{"noise", "safety", "earnings"}[r.IntN(3)], []string{"critical", "major", ""}[r.IntN(3)]
		findings += fmt.Sprintf("F%d,A,2026-01-1%d,%s,Text,remediation,%s,%s,\n", i, i, area, severity, []string{"2026-03-01", "2026-12-01", ""}[r.IntN(3)])
	}
	return small.Sheets{"Factories": "Factory ID,Name,Country,Region,Wage region,Workers,Dormitory\nA,Alpha,VN,VN-I,VN-I,400,no\n",
		"Noise": noise, "Light": light, "Earnings": pay, "Findings": findings}
}

// TestCardsAreTrue holds the rules of sentences over random programmes: what breaks the law stands first, all of it; an area
// where a legal limit is not met is not called improved; all is well only where all that is expected was measured and judged.
func TestCardsAreTrue(t *testing.T) {
	w := small.Words(t, "en")
	template := small.Template(t, "scorecard", w)
	broken, good := 0, 0
	for seed := range uint64(150) {
		source := small.Read(t, measured(rand.New(rand.NewPCG(seed, 7))))
		f := source.Data.Factories[0]
		doc, err := scorecard.Document(source, template, f)
		if err != nil {
			t.Fatal(err)
		}
		text := doc.Doc.Dump()
		items := compose.NewFactoryText(source, w, f).Items()
		if !slices.IsSortedFunc(items, compose.Item.Compare) {
			t.Errorf("seed %d: not by gravity", seed)
		}
		unlawful, gaps := false, false
		for _, st := range source.Areas(f) {
			gaps = gaps || st.Last == nil && !st.Area.Kind.InDormitories() || st.Last != nil && (st.IsStale() || st.Last.UnjudgedCount > 0)
			for _, r := range st.Rows {
				for _, u := range r.Units {
					unlawful = unlawful || u.State == benchmark.IsBeyond && u.Limit.Kind == standard.Legal
				}
			}
			if st.BreaksLaw() && strings.Contains(text, fmt.Sprintf("<mark:within alt=\"-\"> \" \" %q+bold", w.Area(st.Area))) {
				t.Errorf("seed %d: %s is called improved", seed, st.Area.ID)
			}
		}
		if unlawful != strings.Contains(text, "The law is not met") {
			t.Errorf("seed %d: the law is broken: %v", seed, unlawful)
		}
		all := strings.Contains(text, string(w.Word("attention.none")))
		if all && (gaps || len(items) > 0) {
			t.Errorf("seed %d: all is said to be well", seed)
		}
		for _, st := range source.Areas(f) {
			if st.Last == nil && !st.Area.Kind.InDormitories() && !strings.Contains(text, "never measured") {
				t.Errorf("seed %d: %s was never measured, and that is not said", seed, st.Area.ID)
			}
		}
		if unlawful {
			broken++
		} else {
			good++
		}
	}
	if broken < 20 || good < 20 {
		t.Errorf("only %d programmes break the law, and %d do not", broken, good)
	}
}

// TestProblemsTellNoPay: a problem of a sheet of pay is told by its kind and cell alone.
func TestProblemsTellNoPay(t *testing.T) {
	sheets := small.Mills()
	sheets["Earnings"] += "A,2026-08,Line,60,4.961.237x,VND,gross,48\n"
	sheets["Noise"] += "A,2026-08-05,Sewing,84dB,8,60\n"
	source := small.Read(t, sheets)
	doc, err := scorecard.Document(source, small.Template(t, "scorecard", small.Words(t, "en")), source.Data.Factories[0])
	if err != nil {
		t.Fatal(err)
	}
	text := doc.Doc.Dump()
	for _, p := range source.FactoryProblems(source.Data.Factories[0]) {
		text += p.String() + "\n"
	}
	if strings.Contains(text, "4.961.237") || !strings.Contains(text, "84dB") || !strings.Contains(text, "Earnings!E6") {
		t.Error("what stands in a cell of pay is told, or that it is wrong is not")
	}
}
