package standard

import "plimsoll/report/internal/yaml"

// Air is samples of substances: exposures over a day, one agent after another, and together at a place as a mixture.
type Air struct{ plain }

// ID is the word for the kind in an area's file.
func (Air) ID() string { return "air" }

// OfAgents is true: the rows are concentrations.
func (Air) OfAgents() bool { return true }

func (Air) fields() []string {
	return common("place*", "process", "group", "worker", "hours", "subject*", "detection", "sample",
		"minutes")
}

func (Air) levels() []string {
	return []string{"mean", "weighted-mean", "median", "highest", "lowest", "mixture"}
}

func (Air) check(a *Area) error {
	if a.Indicator("concentration") == nil {
		return yaml.Wrong(yaml.At("indicators"), "an area of shape air needs the indicator concentration")
	}
	return nil
}

// IsMixture says that an indicator is an index over several limits, which has no limit of its own but 1.
func (i *Indicator) IsMixture() bool { return i.Level == "mixture" }

// ShortTerm is the indicator of samples over some minutes, which are held against limits of other averaging times than
// eight hours; nil where the area has none.
func (a *Area) ShortTerm() *Indicator {
	for i := range a.Indicators {
		if len(a.Indicators[i].Averaging) > 0 {
			return &a.Indicators[i]
		}
	}
	return nil
}
