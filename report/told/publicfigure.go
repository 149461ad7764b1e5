package told

import (
	"cmp"
	"math"

	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// Reason is why the public is told no share.
type Reason string

// The reasons.
const (
	IsTold     Reason = ""
	Few10      Reason = "suppressed" // fewer than ten people would stand on one side
	FewWithin  Reason = "fewwithin"  // the same, and ten or more stand beyond verified limits
	Unverified Reason = "unjudged"   // a limit behind it is not verified
	TenBeyond  Reason = "atleast"    // the same, and ten or more stand beyond verified ones
	TooOld     Reason = "stale"
	NoEarlier  Reason = "first"
	Nobody     Reason = "none" // was judged
)

// PublicShare is people on both sides of the limits, as the public is told it; none of them where a reason is given.
type PublicShare struct {
	People Split
	Why    Reason
}

// PublicLevel is the figure that speaks for an area of a factory, as the public is told it. What is withheld is NaN.
type PublicLevel struct {
	Area      *standard.Area
	Indicator *standard.Indicator
	Subject   string
	Unit      string

	Value, Was, Change float64
	Below, WasBelow    bool
	Since              standard.Quarter // of the baseline
	Verdict            string           // never "improved" where the law is not met
	Limit              *standard.Limit  // nil where nobody verified it
	LimitValue         float64
	Withheld           bool // there is a level, of too few people
	HasEarlier         bool // there is a baseline to compare with
}

// PublicRow is a factory in an area, as the public is told it.
type PublicRow struct {
	Now, Then, Target PublicShare
	HasTarget         bool
	Gap               float64 // of the pay of women to that of men, as a share of that; 0 where HasGap is false
	HasGap            bool
	Level             *PublicLevel // nil where nothing speaks
	Mark              string       // within, beyond or stale; blank without a verdict
	Readings          int
	Measured          standard.Date
}

// Row is what the public is told of a factory in an area that was ever measured.
func (a PublicArea) Row() PublicRow {
	row := PublicRow{Now: a.now(), Then: a.then(), Level: a.publicLevel(), Readings: a.Last.N,
		Measured: a.Last.Measured}
	if target, any := a.Target(); any {
		row.HasTarget, row.Target = true, PublicShare{People: target.People}
		if target.Suppressed {
			row.Target = PublicShare{Why: Few10}
		}
	}
	row.Gap, row.HasGap = a.payGap()
	switch {
	case a.Stale:
		row.Mark = "stale"
	case row.Now.Why == IsTold && a.Now.Beyond > 0, row.Now.Why == FewWithin, row.Now.Why == TenBeyond:
		row.Mark = "beyond"
	case row.Now.Why == IsTold:
		row.Mark = "within"
	}
	return row
}

// payGap is that between women and men, where enough of both are behind it to be told in public.
func (a PublicArea) payGap() (float64, bool) {
	for _, r := range a.Rows {
		if r.Indicator.BetweenSexes() && !a.Stale && !a.Suppressed {
			public := r.inPublic()
			return public.Level, !math.IsNaN(public.Level)
		}
	}
	return 0, false
}

func (a PublicArea) now() PublicShare {
	switch {
	case a.Stale:
		return PublicShare{Why: TooOld}
	case a.Now.Judged() == 0:
		return PublicShare{Why: Nobody}
	case a.Suppressed && a.KnowsTenBeyond():
		return PublicShare{Why: FewWithin}
	case a.Suppressed:
		return PublicShare{Why: Few10}
	case a.Judged:
		return PublicShare{People: a.Now}
	case a.KnowsTenBeyond():
		return PublicShare{Why: TenBeyond}
	}
	return PublicShare{Why: Unverified}
}

func (a PublicArea) then() PublicShare {
	switch {
	case a.Base == nil:
		return PublicShare{Why: NoEarlier}
	case a.Then.Judged() == 0:
		return PublicShare{Why: Nobody}
	case a.Suppressed:
		return PublicShare{Why: Few10}
	case !a.JudgedThen:
		return PublicShare{Why: Unverified}
	}
	return PublicShare{People: a.Then}
}

// publicLevel takes from the figure that speaks all that may be told of it, and nothing else.
func (a PublicArea) publicLevel() *PublicLevel {
	r := a.Speaks
	if r == nil {
		return nil
	}
	l := &PublicLevel{Area: r.Area, Indicator: r.Indicator, Subject: r.Subject, Unit: r.Unit, LimitValue: math.NaN(),
		Value: math.NaN(), Was: math.NaN(), Change: math.NaN()}
	withheld := a.LevelWithheld()
	if withheld && r.Subject != "" { // which process or substance speaks depends on how many people it stands for
		return &PublicLevel{Area: r.Area, Indicator: cmp.Or(r.Area.Indicator(r.Area.Lead), r.Indicator),
			LimitValue: math.NaN(), Value: math.NaN(), Was: math.NaN(),
			Change: math.NaN(), Withheld: true}
	}
	if r.Limit != nil && r.Limit.Verified {
		l.Limit, l.LimitValue = r.Limit, r.LimitValue
	}
	if l.Withheld = withheld; withheld {
		return l
	}
	l.Value, l.Below = r.Level, r.Below
	if base := r.Baseline(); base != r && !a.Stale {
		l.HasEarlier, l.Was, l.WasBelow, l.Since = true, base.Level, base.Below, base.Period
		l.Change, l.Verdict = r.Change, r.Verdict
		if l.Verdict == benchmark.Improved && a.missesVerifiedLaw() {
			l.Verdict = ""
		}
	}
	return l
}

// missesVerifiedLaw says that ten people or more stand beyond a verified limit of the law.
func (a PublicArea) missesVerifiedLaw() bool {
	for _, r := range a.Rows {
		if people, _ := beyondVerified(r, standard.Legal); people.Beyond >= LeastPublic-slack {
			return true
		}
	}
	return false
}
