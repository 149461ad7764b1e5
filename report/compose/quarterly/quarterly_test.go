package quarterly_test

import (
	"strings"
	"testing"

	"plimsoll/report/compose"
	"plimsoll/report/compose/quarterly"
	"plimsoll/report/compose/small"
)

// TestReport holds the document about all factories, alone and after an earlier edition.
func TestReport(t *testing.T) {
	w := small.Words(t, "en")
	template := small.Template(t, "quarterly", w)
	doc, err := quarterly.Document(compose.NewProgramme(small.Read(t, small.Mills()), w), template)
	small.Golden(t, "report", doc, err)
	doc, err = quarterly.Document(compose.NewProgramme(small.ReadAfter(t, small.Mills(), small.Before()), w), template)
	small.Golden(t, "restated", doc, err)
	for ref, says := range map[string]string{
		"chart:trend?area=air":             "there is no figure chart:trend",
		"chart:strip?area=water":           `there is no area "water"`,
		"chart:spark?factory=9&of=defects": "no number of the list",
		"chart:spark?factory=0&of=weather": "known are defects, ontime, turnover, absence",
	} {
		if _, err := doc.Figures(ref); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", ref, err)
		}
	}
}
