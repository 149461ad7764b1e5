package disclosure_test

import (
	"strings"
	"testing"

	"plimsoll/report/compose"
	"plimsoll/report/compose/disclosure"
	"plimsoll/report/compose/small"
)

// said is the text of the public document of a programme in a language.
func said(t *testing.T, sheets small.Sheets, lang string) string {
	t.Helper()
	w := small.Words(t, lang)
	doc, err := disclosure.Document(compose.NewProgramme(small.Read(t, sheets), w), small.Template(t, "disclosure", w),
		func(string) int { return 3 })
	if err != nil {
		t.Fatal(err)
	}
	return doc.Title + "\n" + doc.Watermark + "\n" + doc.Left + "\n" + strings.NewReplacer(`\u00a0`, " ", "[", "", "]", "").Replace(doc.Doc.Dump())
}

// holds says which of some texts a document lacks, and which it has though it must not; those begin with "!".
func holds(t *testing.T, name, text string, want ...string) {
	t.Helper()
	for _, w := range want {
		if no, forbidden := strings.CutPrefix(w, "!"); forbidden && strings.Contains(text, no) {
			t.Errorf("%s: it says %q", name, no)
		} else if !forbidden && !strings.Contains(text, w) {
			t.Errorf("%s: it does not say %q", name, w)
		}
	}
}

const (
	settings = "Key,Value\nProgramme,Harbour\nCompany,Harbour Ltd\nContact,desk@example.org\nStatement,We measure.\nAssurance,Checked by Tideline.\n"
	lit      = "Factory ID,Date,Location,Process,Lux,Workers\nA,2026-02-03,Line,stitching,300,15\nA,2026-02-03,Hall,stitching,900,357\n" +
		"A,2026-08-03,Line,stitching,900,15\nA,2026-08-03,Hall,stitching,900,357\n"
	mills  = "Factory ID,Name,Country,Region,Workers\nA,Alpha,VN,VN-I,400\nB,Beta,VN,VN-I,300\n"
	lights = "Area,Indicator,Jurisdiction,Limit,Unit,Kind,Source,Verified\nlight,illuminance,VN,500,lx,legal,a decree,yes\n"
)

// TestHeadlineSpeaksOfEveryoneJudged: one factory was measured before and is well now; a new one is dark.
func TestHeadlineSpeaksOfEveryoneJudged(t *testing.T) {
	text := said(t, small.Sheets{"Programme": settings, "Factories": mills, "Limits": lights,
		"Light": lit + "B,2026-08-03,Line,stitching,200,260\n"}, "en")
	holds(t, "a new dark factory", text, "Light: 59 % of the people judged meet the limit.", "96 → 100 %", "at 1 factory",
		"At 1 of 2 factories the law is not met.", "1 measured once, so in no change: Beta", "!everyone stands", "!Everyone")
}

// TestFewVerdictsGiveNoShare: where under half of those measured have a verdict there is no percentage; what was
// never measured is said on the page to quote.
func TestFewVerdictsGiveNoShare(t *testing.T) {
	unverified := lights + "light,illuminance,VN-II,500,lx,legal,a lawyer,no\n"
	text := said(t, small.Sheets{"Programme": settings, "Limits": unverified,
		"Factories": "Factory ID,Name,Country,Region,Workers\nA,Alpha,VN,VN-I,400\nB,Beta,VN,VN-II,900\n",
		"Light":     lit + "B,2026-08-03,Line,stitching,900,800\n"}, "en")
	holds(t, "unverified", text, "No share of people can be given yet", "too few verified limits to say", "Light at 1 factory",
		"DRAFT", "370 of 1,170", "Noise at 2 factories, never measured", "!100 % of the people")
}

// TestDraft: the word stands across the document until it is approved and nothing waits for a limit.
func TestDraft(t *testing.T) {
	sheets := small.Sheets{"Programme": settings, "Factories": mills, "Limits": lights, "Light": lit}
	holds(t, "not approved", said(t, sheets, "en"), "\nDRAFT\nDRAFT · ", "It has not been approved", "DRAFT · not for publication")
	sheets["Programme"] += "Approved by,the board\nApproved on,2026-10-05\nSigned by,\"M. Rivera, director\"\n"
	holds(t, "approved", said(t, sheets, "en"), "the board", "2026-10-05", "M. Rivera, director", "!DRAFT", "!Why this is a draft")
	sheets["Programme"] = strings.Replace(sheets["Programme"], "Contact,desk@example.org\n", "", 1)
	holds(t, "nobody to write to", said(t, sheets, "en"), "DRAFT", "There is no contact.")
}

// TestOwnWordsOfTheProgramme: texts of the programme stand in the document's language where they are given in it, and
// it is said where they are not.
func TestOwnWordsOfTheProgramme(t *testing.T) {
	sheets := small.Sheets{"Programme": settings + "Programme [vi],Bến cảng\nStatement [vi],Chúng tôi đo.\nContact [vi],ban@example.org\n",
		"Factories": mills, "Light": lit}
	holds(t, "vi", said(t, sheets, "vi"), "“Chúng tôi đo.”", "ban@example.org", "Bến cảng ·", "!We measure.", "!desk@")
	holds(t, "es", said(t, sheets, "es"), "«We measure.»", "no lo da en el idioma de este documento", "desk@example.org")
	holds(t, "en", said(t, sheets, "en"), "“We measure.”", "!it is not given in the language")
}

// TestRemedyAndExit: what became of critical findings, and why a relationship ended, is told by factory, without a
// finding's text.
func TestRemedyAndExit(t *testing.T) {
	text := said(t, small.Sheets{"Programme": settings, "Light": lit,
		"Factories": "Factory ID,Name,Country,Region,Workers,Supplier since,Ended,Ended because\nA,Alpha,VN,VN-I,400,2026,,\n" +
			"B,Beta,VN,VN-I,300,2011,2026-08-20,hours were never brought down\nC,Gamma,VN,VN-I,300,2011,2024-08-20,moved\n",
		"Audits": "Audit ID,Factory ID,Date,Kind\nX,A,2026-08-01,internal\n",
		"Findings": "Finding ID,Factory ID,Raised,Area,Finding,Action,Severity,Due,Closed,Corrective action,Verified by\n" +
			"F1,A,2026-01-10,noise,a secret,remediation,critical,2026-03-01,,Buy plugs,\nF2,A,2026-01-10,air,a secret,remediation,critical,2026-03-01,2026-08-01,A hood,a visit\n" +
			"F3,B,2026-01-10,air,a secret,remediation,critical,,,,\nF4,B,2025-01-10,air,a secret,remediation,critical,,2025-03-01,,\n"}, "en")
	holds(t, "remedy", text, "Why: hours were never brought down.", "1 finding was open then (1 critical).", "At 2 there was a critical finding.",
		"At 1 of these 2 action is agreed for every one of them.", "With 1 of these 2 the relationship ended.",
		"1 relationship began in the year; visited so far: 1.", "1 relationship ended more than a year ago.", "1 verified", "none agreed", "!a secret")
}

// TestShareIsNotTheWholeLaw: hours beyond the law do not enter the share of pay, so the area is nobody's best, and
// says so.
func TestShareIsNotTheWholeLaw(t *testing.T) {
	text := said(t, small.Sheets{"Programme": settings, "Factories": mills,
		"Light": "Factory ID,Date,Location,Process,Lux,Workers\nA,2026-08-03,Line,stitching,300,15\nA,2026-08-03,Hall,stitching,900,357\n",
		"Earnings": "Factory ID,Month,Worker group,Workers,Regular pay,Currency,Basis,Hours per week,Ordinary hours\n" +
			"A,2026-07,Line,60,6700000,VND,gross,58,208\nB,2026-07,Line,80,6700000,VND,gross,58,208\n",
		"Limits": lights + "earnings,minimum,VN,5000000,VND,legal,a decree,yes\nearnings,hours,VN,60,h,code,a code,yes\n" +
			"earnings,overtime,VN,20,h,legal,a decree,yes\n"}, "en")
	holds(t, "overtime", text, "Light: 96 % of the people judged meet the limit. At 2 of 2 factories the law is not met.",
		"not counting overtime a month", "!Earnings: 100 %")
}
