package standard

import (
	"slices"

	"plimsoll/report/internal/yaml"
)

// Pay is what groups of workers earn in a month, and the hours of their weeks.
type Pay struct{ plain }

// ID is the word for the kind in an area's file.
func (Pay) ID() string { return "pay" }

// OfPay is true: each row has a currency and a basis of its own.
func (Pay) OfPay() bool { return true }

func (Pay) fields() []string {
	return common("group*", "currency*", "sex", "basis", "lowest", "ordinary", "overtime", "weekly", "longest")
}

// check wants what a gap is measured against before the gap.
func (Pay) check(a *Area) error {
	for i := range a.Indicators {
		if a.Indicators[i].Level != "living-gap" {
			continue
		}
		of := a.Indicators[i].LimitsOf
		at := slices.IndexFunc(a.Indicators[:i], func(other Indicator) bool { return other.ID == of && other.Wage })
		if at < 0 {
			return yaml.Wrong(yaml.At("indicators", i, "limits_of"),
				"indicator %s: limits_of is %q, which is no wage that stands before it", a.Indicators[i].ID, of)
		}
	}
	return nil
}

func (Pay) levels() []string {
	return []string{"pay", "hours", "overtime", "living-gap", "gender-gap", "overtime-premium"}
}

// IsMinimum says that an indicator holds pay against the minimum wage.
func (i *Indicator) IsMinimum() bool { return i.ID == "minimum" }

// IsLiving says that it holds pay against a living wage.
func (i *Indicator) IsLiving() bool { return i.ID == "living" }

func (i *Indicator) isOvertime() bool { return i.Level == "overtime" }

// ByWageRegion says that a figure of pay is one of the wage region: its limits, and the factories that compare.
func (i *Indicator) ByWageRegion() bool { return i.Wage || i.Level == "living-gap" }

// Overtime is the indicator of the hours beyond the normal week; nil where the area has none.
func (a *Area) Overtime() *Indicator {
	for i := range a.Indicators {
		if a.Indicators[i].isOvertime() {
			return &a.Indicators[i]
		}
	}
	return nil
}

// OfOnePay says that a figure is made of pay in one currency and on one basis, so that another starts a new series.
func (i *Indicator) OfOnePay() bool {
	return i.Wage || i.Level == "living-gap" || i.Level == "gender-gap"
}

// AddsUpPay says that each group adds its part to a figure of pay, so that the pay of one can be reckoned from it and
// the pay of the others.
func (i *Indicator) AddsUpPay() bool { return i.Level == "living-gap" || i.Level == "overtime-premium" }

// BetweenSexes says that a figure compares the pay of men and women.
func (i *Indicator) BetweenSexes() bool { return i.Level == "gender-gap" }
