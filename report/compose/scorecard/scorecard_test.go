package scorecard_test

import (
	"strings"
	"testing"

	"plimsoll/report/compose/scorecard"
	"plimsoll/report/compose/small"
)

// TestCards holds the documents of factories, in one language and in two.
func TestCards(t *testing.T) {
	source := small.Read(t, small.Mills())
	english, vietnamese := small.Words(t, "en"), small.Words(t, "vi")
	for i, f := range source.Data.Factories {
		doc, err := scorecard.Document(source, small.Template(t, "scorecard", english), f)
		small.Golden(t, source.Data.Factories[i].ID+".en", doc, err)
	}
	doc, err := scorecard.Document(source, small.Template(t, "scorecard", vietnamese.WithSecond(english)), source.Data.Factories[0])
	small.Golden(t, "A.vi+en", doc, err)
}

// TestUnknownFigures refuses figures that a card does not have, and says what there is.
func TestUnknownFigures(t *testing.T) {
	source := small.Read(t, small.Mills())
	doc, err := scorecard.Document(source, small.Template(t, "scorecard", small.Words(t, "en")), source.Data.Factories[0])
	if err != nil {
		t.Fatal(err)
	}
	for ref, says := range map[string]string{
		"chart:ladder?area=earnings":    "known are chart:track, chart:trend",
		"chart:trend?area=water":        `there is no area "water"`,
		"chart:trend?area=air&wide=4":   `no parameter "wide"`,
		"mark:smile":                    "smile",
		"logo:":                         "theme.yaml has no logo",
		"photo:1":                       "there is no figure",
		"chart:trend?area=%zz":          "figure",
		"chart:trend?area=air;height=4": "cannot be read",
	} {
		if _, err := doc.Figures(ref); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", ref, err)
		}
	}
}
