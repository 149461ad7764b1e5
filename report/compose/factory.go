package compose

import (
	"maps"
	"math"
	"slices"
	"strings"

	"plimsoll/report/audit"
	"plimsoll/report/language"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// FactoryText says figures of one factory in one language.
type FactoryText struct {
	*Source
	Printer
	F        *audit.Factory
	Baseline standard.Quarter // of most areas
}

// NewFactoryText is the text of a factory of the source.
func NewFactoryText(s *Source, w *language.Words, f *audit.Factory) *FactoryText {
	return &FactoryText{Source: s, Printer: s.Printer(w), F: f, Baseline: commonBaseline(s.Areas(f), s.Period)}
}

// Country is the name of the factory's country, unless its address names it already.
func (t *FactoryText) Country() string {
	name := t.Standard.CountryName(t.F.Country, t.W.Lang)
	if strings.Contains(t.F.Address, name) {
		return ""
	}
	return name
}

// Ownership says whose a factory is, and since when.
func (p Printer) Ownership(f *audit.Factory) Markup {
	switch {
	case f.Ownership == "" && f.Since == "":
		return "–"
	case f.Since == "":
		return p.W.Name("ownership", f.Ownership)
	case f.Ownership == "":
		return p.W.Say("factory.since", "since", f.Since)
	default:
		return p.W.Say("factory.owned", "ownership", p.W.Name("ownership", f.Ownership), "since", f.Since)
	}
}

// Workers counts them, with the share of women.
func (p Printer) Workers(f *audit.Factory) Markup {
	switch {
	case math.IsNaN(f.Workers):
		return p.W.Word("factory.unknown")
	case math.IsNaN(f.Women) || f.Workers <= 0:
		return Markup(p.W.Count(f.Workers))
	default:
		return p.W.Say("factory.workers", "n", f.Workers, "women", p.W.Share(f.Women/f.Workers))
	}
}

// NonBlank leaves out what is blank.
func NonBlank(list ...string) []string {
	return slices.DeleteFunc(list, func(s string) bool { return s == "" })
}

// commonBaseline is the baseline that most areas have; of equally common ones the earliest.
func commonBaseline(list []*told.AreaStatus, period standard.Quarter) standard.Quarter {
	count := map[standard.Quarter]int{}
	for _, st := range list {
		if st.Lead != nil && st.Lead.HasBaseline {
			count[st.Lead.BaselinePeriod]++
		}
	}
	best := period
	for _, q := range slices.Sorted(maps.Keys(count)) {
		if count[q] > count[best] {
			best = q
		}
	}
	return best
}
