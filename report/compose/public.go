package compose

import (
	"math"

	"plimsoll/report/benchmark"
	"plimsoll/report/told"
)

// What public documents print: values that package told has left nothing private in.

// People prints a number of people, or that it is withheld; "–" where nobody said.
func (p Printer) People(c told.Count) Markup {
	switch {
	case c.Withheld:
		return p.W.Word("disclosure.few")
	case math.IsNaN(c.N):
		return "–"
	}
	return Markup(p.W.Count(c.N))
}

// Tens prints a number of people rounded as the public is told it.
func (p Printer) Tens(people float64) Markup { return p.People(told.CountOf(people)) }

// SplitText prints a share with the people it is of, rounded: 88 % of 1,400.
func (p Printer) SplitText(s told.Split) Markup {
	if s.Judged() == 0 {
		return "–"
	}
	return p.W.Say("disclosure.share", "share", p.W.Share(s.Share()), "judged", told.Tens(s.Judged()))
}

// PublicShare prints the share of a factory, or why there is none.
func (p Printer) PublicShare(s told.PublicShare) Markup {
	switch s.Why {
	case told.IsTold:
		return p.SplitText(s.People)
	case told.TooOld:
		return p.W.Name("status", benchmark.Stale)
	case told.NoEarlier:
		return p.W.Name("verdict", benchmark.First)
	case told.Nobody:
		return "–"
	}
	return p.W.Name("disclosure", string(s.Why))
}

// figureOf is a level in the shape that prints: it holds nothing but what is public.
func figureOf(l *told.PublicLevel, value float64, below bool) *told.Figure {
	return &told.Figure{Result: &benchmark.Result{Area: l.Area, Indicator: l.Indicator, Subject: l.Subject,
		Unit:  l.Unit,
		Level: value, Below: below, Limit: l.Limit, LimitValue: l.LimitValue, Change: l.Change, Verdict: l.Verdict,
		BaselinePeriod: l.Since, HasBaseline: l.HasEarlier}}
}

// PublicOf names what a level is of.
func (p Printer) PublicOf(l *told.PublicLevel) Markup {
	if l == nil {
		return "–"
	}
	return p.LineName(figureOf(l, l.Value, l.Below))
}

// PublicLevel prints a level with its unit, or that too few people stand behind it.
func (p Printer) PublicLevel(l *told.PublicLevel) Markup {
	switch {
	case l == nil:
		return "–"
	case l.Withheld:
		return p.W.Word("disclosure.few")
	}
	return p.LevelWithUnit(figureOf(l, l.Value, l.Below))
}

// PublicWas prints the level at the baseline, and when that was.
func (p Printer) PublicWas(l *told.PublicLevel) Markup {
	switch {
	case l == nil || !l.Withheld && !l.HasEarlier:
		return "–"
	case l.Withheld:
		return p.W.Word("disclosure.few")
	}
	return p.W.Say("report.chapter.then", "level", p.Level(figureOf(l, l.Was, l.WasBelow)), "since",
		p.W.CellQuarter(l.Since))
}

// PublicChange prints the change of a level since its baseline.
func (p Printer) PublicChange(l *told.PublicLevel) Markup {
	switch {
	case l == nil || !l.Withheld && !l.HasEarlier:
		return "–"
	case l.Withheld:
		return p.W.Word("disclosure.few")
	}
	figure := figureOf(l, l.Value, l.Below)
	if l.Verdict == "" && !math.IsNaN(l.Change) {
		figure.Verdict = benchmark.Held // the change is told, the word for it is not
	}
	return p.Change(figure)
}

// PublicVerdict prints the verdict on a change; blank where there is none to tell.
func (p Printer) PublicVerdict(l *told.PublicLevel) Markup {
	if l == nil || l.Withheld || !l.HasEarlier || l.Verdict == "" {
		return ""
	}
	return p.Verdict(figureOf(l, l.Value, l.Below), l.Since)
}

// PublicLimit prints the limit that a level was held against, where somebody verified it.
func (p Printer) PublicLimit(l *told.PublicLevel) Markup {
	if l == nil || l.Limit == nil {
		return "–"
	}
	return p.LimitText(l.Indicator, l.Limit, l.LimitValue, l.Unit, true)
}

// Days prints the median days of a channel from the shortest of a factory to the longest: a median of medians would
// be nobody's.
func (p Printer) Days(c told.Channel) Markup {
	switch {
	case math.IsNaN(c.ShortestDays):
		return "–"
	case c.ShortestDays == c.LongestDays:
		return Markup(p.W.Count(c.ShortestDays))
	}
	return p.W.Say("disclosure.days", "low", c.ShortestDays, "high", c.LongestDays)
}
