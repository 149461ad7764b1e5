package report

import (
	"strings"
	"testing"

	"plimsoll/report/compose"
	"plimsoll/templates"
)

// publicSample composes the public document of the sample data.
func publicSample(t *testing.T) (*compose.Source, string) {
	t.Helper()
	o := options(t, "../sample-data")
	o.Reports = []string{"disclosure"}
	texts, list := prepared(t, o, templates.Files)
	return list[0].source, laidOut(t, texts, list[0]).Doc.Dump()
}

// TestDisclosureNamesNobody looks in the public document for names of auditors, texts of findings, rooms and
// workplaces.
func TestDisclosureNamesNobody(t *testing.T) {
	source, text := publicSample(t)
	assurance := source.Data.Programme.Assurance // is the programme's own to publish
	text = strings.ReplaceAll(text, assurance, "")
	secrets := map[string]bool{}
	for _, a := range source.Data.Audits {
		secrets[a.Auditor], secrets[a.ID], secrets[a.Note] = true, true, true
	}
	for _, f := range source.Data.Findings {
		for _, s := range []string{f.ID, f.Text, f.RootCause, f.Corrective, f.VerifiedBy, f.Comment} {
			secrets[s] = true
		}
	}
	for r := range source.Data.Readings.All() {
		secrets[r.Worker] = true
		if len(r.Location) > 4 && !strings.EqualFold(r.Location, r.Subject) { // a room of three figures is a number like others
			secrets[r.Location] = true
		}
	}
	for _, t := range source.Data.Training {
		secrets[t.Topic] = true
	}
	delete(secrets, "")
	for s := range secrets {
		if strings.Contains(text, s) && s != "measurement" { // a way to verify, not a person
			t.Errorf("the public document holds %q", s)
		}
	}
	if len(secrets) < 100 {
		t.Errorf("only %d texts were looked for", len(secrets))
	}
}

// TestDisclosureJudgesByVerifiedLimitsOnly holds the printed lines to those that were verified.
func TestDisclosureJudgesByVerifiedLimitsOnly(t *testing.T) {
	_, text := publicSample(t)
	for _, unverified := range []string{"Decision 3733", "QCVN 02:2019", "†"} {
		if strings.Contains(text, unverified) {
			t.Errorf("the public document holds %q", unverified)
		}
	}
	for _, expected := range []string{"withheld: fewer than 10 people on one side", "limit not yet verified", "Guangdong notice", "Maine minimum wage",
		"Harbour living-wage target", "Harbour Code of Conduct, edition of January 2023", "1,001–5,000"} {
		if !strings.Contains(text, expected) {
			t.Errorf("the public document does not hold %q", expected)
		}
	}
}
