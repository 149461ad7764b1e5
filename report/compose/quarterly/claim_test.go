package quarterly_test

import (
	"strings"
	"testing"

	"plimsoll/report/compose"
	"plimsoll/report/compose/quarterly"
	"plimsoll/report/compose/small"
)

// text is the document about all factories of some sheets, in English.
func text(t *testing.T, sheets small.Sheets) string {
	t.Helper()
	w := small.Words(t, "en")
	doc, err := quarterly.Document(compose.NewProgramme(small.Read(t, sheets), w), small.Template(t, "quarterly", w))
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(doc.Doc.Dump(), `\u00a0`, " ")
}

const (
	lightHead = "Factory ID,Date,Location,Process,Illuminance,Workers\n"
	noiseHead = "Factory ID,Date,Location,Level,Hours a day,Workers\n"
	twoMills  = "Factory ID,Name,Country,Region,Wage region,Workers,Dormitory\nA,Alpha,VN,VN-I,VN-I,400,no\nB,Beta,VN,VN-I,VN-I,1000,no\n"
)

// TestLevelAndChangeDoNotShareABase: a factory measured before is well, a new one is not. The share is that of everyone, the
// change that of the one; and what was never measured is said on the first page.
func TestLevelAndChangeDoNotShareABase(t *testing.T) {
	got := text(t, small.Sheets{"Factories": twoMills, "Light": lightHead +
		"A,2026-02-03,Line,stitching,800,357\nA,2026-02-03,Stairs,stitching,300,15\n" +
		"A,2026-08-04,Line,stitching,800,357\nA,2026-08-04,Stairs,stitching,800,15\nB,2026-08-04,Line,stitching,200,260\n"})
	holds(t, got, []string{`"59".figure`, `"372 of 632 workers"`, "45 % of 1,400 workers, 2 of 2 factories", "first figures: B", "96 → 100 %, 1 factory",
		"2 of 8 expected measurements", "never measured: A, B", "No finding is on record."},
		[]string{"Everyone", "all factories", "nothing needs"})
}

// TestEveryoneIsSaidWhereItIsTrue, and nothing is called improved where a legal limit is not met.
func TestEveryoneIsSaidWhereItIsTrue(t *testing.T) {
	well := "A,2026-02-03,Line,80,8,20\nA,2026-08-04,Line,79,8,20\nB,2026-08-04,Line,80,8,30\n"
	holds(t, text(t, small.Sheets{"Factories": twoMills, "Noise": noiseHead + well}),
		[]string{"Everyone measured meets every limit", "no reading at the 2 factories measured is beyond a legal limit"}, nil)
	holds(t, text(t, small.Sheets{"Factories": twoMills, "Noise": noiseHead + well + "B,2026-08-04,Saw,86,8,3\n"}),
		[]string{"At 1 of 2 factories somebody is beyond a limit", "the law is not met at 1 of 2 factories measured", `"under 5"`},
		[]string{"Everyone measured"})
}

// TestTooFewLimitsToSay: of those measured at least half must have a verdict; which limits lack is said.
func TestTooFewLimitsToSay(t *testing.T) {
	holds(t, text(t, small.Sheets{"Factories": twoMills, "Light": lightHead + "A,2026-08-04,Line,stitching,800,20\nA,2026-08-04,Yard,yard,800,21\n"}),
		[]string{"Light: too few limits to say", "too few limits to say: yard", "Too few limits to say;"}, []string{"(100 %)", `"100".figure`})
}

// TestDecisionsAreAsked of the owner, by the due date, the gravest and longest overdue first.
func TestDecisionsAreAsked(t *testing.T) {
	got := text(t, small.Sheets{"Factories": twoMills, "Noise": noiseHead + "A,2026-08-04,Press,88,8,20\n",
		"Findings": "Finding ID,Factory ID,Raised,Area,Finding,Action,Severity,Due,Owner,Corrective action\n" +
			"M1,A,2026-02-03,noise,Loud,remediation,minor,2026-02-04,,\nC1,A,2026-02-03,noise,Loud,remediation,critical,2026-09-20,The mill,Enclose it\n" +
			"C2,B,2026-02-03,air,Dusty,remediation,critical,2026-12-31,,\n"})
	holds(t, got, []string{"2 of 3 open findings are overdue, 1 of them critical.", `"A"+bold " Enclose it " "C1, critical".muted | "The mill" | "was 2026-09-20".muted`,
		`" Dusty " "C2, critical".muted | "not stated".warn | "2026-12-31"`, "Noise: have it measured"}, nil)
	if c, m := strings.Index(got, "C1, critical"), strings.Index(got, "M1, minor"); c > m {
		t.Error("a minor finding stands before a critical one")
	}
}

// TestNothingEmpty: what a programme does not report has no heading, table or page.
func TestNothingEmpty(t *testing.T) {
	got := text(t, small.Sheets{"Factories": twoMills, "Noise": noiseHead + "A,2026-08-04,Press,80,8,20\n"})
	for _, heading := range []string{"Findings and remediation", "Where it is made", "Conditions and business", "Restatements", "Training, feedback"} {
		if strings.Contains(got, `heading 2: "`+heading) {
			t.Errorf("%q stands over nothing", heading)
		}
	}
}

func holds(t *testing.T, text string, with, without []string) {
	t.Helper()
	for _, s := range with {
		if !strings.Contains(text, s) {
			t.Errorf("no %q in\n%.6000s", s, text)
			return
		}
	}
	for _, s := range without {
		if strings.Contains(text, s) {
			t.Errorf("%q is said", s)
		}
	}
}
