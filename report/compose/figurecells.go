package compose

import (
	"math"

	"plimsoll/report/told"
)

// Cells of a table of figures, as templates print them.

// FigurePeople counts the people behind a figure, "–" where they are not known.
func (p Printer) FigurePeople(r *told.Figure) string {
	if !r.CountsPeople {
		return "–"
	}
	return p.W.Count(r.Weight)
}

// FigureLimit is the limit of a figure without its unit, which the level has.
func (p Printer) FigureLimit(r *told.Figure) Markup {
	if r.Limit == nil {
		return "–"
	}
	value := r.LimitValue
	if r.Limit.PerHour { // drops the fraction of a wage that was multiplied out
		value = math.Round(value)
	}
	return p.LimitText(r.Indicator, r.Limit, value, "", false) + p.LimitMark(r.Limit)
}

// FigureShare is the share within of a figure, and what of it could not be judged.
func (p Printer) FigureShare(r *told.Figure) Markup {
	share := p.Percent(r.Within)
	if r.UnjudgedCount > 0 {
		share += p.W.Word("list.comma") + p.W.Say("share.unjudged", "count", r.UnjudgedCount, "all", r.N)
	}
	return share
}

// FigureWorst is the worst value and its place, "–" where there is none.
func (p Printer) FigureWorst(r *told.Figure) Markup {
	if !HasWorst(r) {
		return "–"
	}
	return p.W.Say("worst.place", "worst", p.Worst(r), "place", p.WorstPlace(r))
}

// GapClosed is the share of the baseline's distance to the limit that was made good, 100 % at most.
func (p Printer) GapClosed(r *told.Figure) Markup {
	if math.IsNaN(r.GapClosed) {
		return "–"
	}
	return p.W.Say("percent", "n", p.W.Decimal(math.Round(min(r.GapClosed, 1)*100), 0))
}

// enoughForTrend is the number of quarters from which a slope says something.
const enoughForTrend = 5

// Trend is the slope a year, or that there are too few quarters to tell.
func (p Printer) Trend(r *told.Figure) Markup {
	switch n := r.Quarters(); {
	case n > 1 && n < enoughForTrend:
		return p.W.Word("figures.few")
	case math.IsNaN(r.Result.Trend):
		return "–"
	}
	return Markup(p.W.Signed(r.Indicator, r.Result.Trend))
}
