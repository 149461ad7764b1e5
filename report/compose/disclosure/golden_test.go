package disclosure_test

import (
	"strings"
	"testing"

	"plimsoll/report/compose"
	"plimsoll/report/compose/disclosure"
	"plimsoll/report/compose/small"
)

// TestDisclosure holds the public document, alone and after an earlier edition.
func TestDisclosure(t *testing.T) {
	w := small.Words(t, "en")
	template := small.Template(t, "disclosure", w)
	page := func(string) int { return 3 }
	doc, err := disclosure.Document(compose.NewProgramme(small.Read(t, small.Mills()), w), template, page)
	small.Golden(t, "disclosure", doc, err)
	doc, err = disclosure.Document(compose.NewProgramme(small.ReadAfter(t, small.Mills(), small.Before()), w), template, page)
	small.Golden(t, "restated", doc, err)
	if _, err := doc.Figures("chart:strip?area=air"); err == nil || !strings.Contains(err.Error(), "not for a public document") {
		t.Errorf("a chart in public: %v", err)
	}
}
