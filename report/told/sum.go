package told

import (
	"math"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// The rules for sums over factories. A level speaks of everyone judged now, a change of those measured twice: the two
// have bases of their own, which are printed. Whoever is in neither is named: new, not judged, stale, never measured.
//
//	sum := p.Sum(noise, p.Active())
//	sum.Now.Share()                     // of sum.Now.Judged() people, at sum.Judged() factories
//	sum.Twice.Now, sum.Twice.Then       // of the same factories
//	sum.Coverage.Share()                // how many of all workers were measured

// Class is what a factory adds to the sum of an area.
type Class int

// The classes, in the order in which documents name them. Only of the first two anybody is judged now.
const (
	JudgedTwice   Class = iota // now and at the baseline of its unbroken series
	JudgedOnce                 // now: the series begins here, or nobody was judged at its baseline
	NotJudged                  // measured, but no limit could be held against anything
	OutOfDate                  // last measured too long ago to speak of now
	NeverMeasured              // though it should have been
	Withheld                   // in public, where too few people stand on one side
	NotAffected                // there is nothing to measure, such as no dormitory
)

// Part is what one factory adds to the sum of an area.
type Part struct {
	*AreaStatus
	Class
	Now      Split   // of the last figures; none where they are stale
	Unjudged float64 // measured, without a verdict
	Then     Split   // at the baseline
	YearAgo  Split   // a year ago
}

// Measured counts the people at the places measured.
func (p Part) Measured() float64 { return p.Now.Judged() + p.Unjudged }

// Part is what a factory adds inside.
func (p *Programme) Part(st *AreaStatus) Part {
	part := Part{AreaStatus: st, Class: p.classOf(st)}
	if part.Class > NotJudged {
		return part
	}
	part.Now = SplitOf(st.Last)
	_, _, part.Unjudged = benchmark.People(st.Last.Units)
	part.Then, part.YearAgo = SplitOf(st.Baseline()), SplitOf(p.yearAgo(st))
	switch {
	case part.Now.Judged() == 0:
		part.Class = NotJudged
	case part.Then.Judged() == 0:
		part.Class = JudgedOnce
	}
	return part
}

// classOf tells what is measured now from what is not; of what is measured, Part looks further.
func (p *Programme) classOf(st *AreaStatus) Class {
	switch {
	case st.Last != nil && st.IsStale():
		return OutOfDate
	case st.Last != nil:
		return JudgedTwice
	case st.Area.Kind.InDormitories() && st.Factory.Dormitory == "no", !p.Data.Expects(st.Area):
		return NotAffected
	}
	return NeverMeasured
}

// yearAgo is the latest figure of the unbroken series that is at least four quarters older than the reported one, and
// no more than eight; nil without one.
func (p *Programme) yearAgo(st *AreaStatus) *Figure {
	var out *Figure
	for _, r := range st.Last.Series {
		if age := p.Period - r.Period; age >= 4 && age <= 8 && r != st.Last {
			out = r
		}
	}
	return out
}

// Pair is people judged at two times, at the same factories.
type Pair struct {
	Now, Then Split
	Factories int
}

func (t *Pair) add(now, then Split) {
	if now.Judged() > 0 && then.Judged() > 0 {
		t.Now, t.Then, t.Factories = t.Now.Plus(now), t.Then.Plus(then), t.Factories+1
	}
}

// Points is the change in percentage points, as the difference of the two percentages that are printed; NaN without
// both.
func (t Pair) Points() float64 {
	if t.Factories == 0 {
		return math.NaN()
	}
	return Points(t.Now, t.Then)
}

// Points is the difference of two shares as they are printed, in percentage points: 94 − 79 is 15.
func Points(now, then Split) float64 {
	return math.Round(Percent(now.Share())*100) - math.Round(Percent(then.Share())*100)
}

// Coverage is how much was measured.
type Coverage struct {
	Measured  float64 // people at measured places, residents of rooms visited, people of pay groups
	Workers   float64 // of all factories that should be measured and say how many; NaN where an area counts no workers
	Silent    int     // factories that do not say
	Places    int     // factories that count places, since their people are not known
	Factories int     // measured
	Expected  int     // that should be
	counted   float64 // of Measured: at factories that say, and never more than their workers
}

// Share is the part of all workers that was measured, over the factories that say how many they have; NaN where none
// does.
func (c Coverage) Share() float64 {
	if c.Workers == 0 {
		return math.NaN()
	}
	return c.counted / c.Workers
}

func (c *Coverage) add(part Part) {
	c.Expected++
	workers := part.Factory.Workers
	switch {
	case math.IsNaN(workers):
		c.Silent++
	default:
		c.Workers += workers
	}
	if part.Class > NotJudged {
		return
	}
	c.Factories++
	c.Measured += part.Measured()
	if !part.Last.CountsPeople {
		c.Places++
	}
	if !math.IsNaN(workers) {
		c.counted += min(part.Measured(), workers)
	}
}

// Sum is where factories stand in an area together.
type Sum struct {
	Area     *standard.Area
	Parts    []Part // every factory that should be measured, in the order of ids
	Now      Split  // everyone judged now
	Unjudged float64
	Twice    Pair // those judged now and at their baseline
	Year     Pair // those judged now and a year ago
	Coverage Coverage
	lost     bool // rows of the quarter could not be used
}

// IsActive says that the relationship with a factory had not ended before the quarter.
func (p *Programme) IsActive(f *audit.Factory) bool { return f.Ended == 0 || f.Ended >= p.Start() }

// Active are the factories with which a relationship lasted in the quarter.
func (p *Programme) Active() []*audit.Factory {
	return slices.DeleteFunc(slices.Clone(p.Data.Factories), func(f *audit.Factory) bool { return !p.IsActive(f) })
}

// Sum adds up an area over factories, as it may be told inside.
func (p *Programme) Sum(area *standard.Area, among []*audit.Factory) *Sum {
	s, of := p.sumOf(area, among, p.Part), map[*audit.Factory]bool{}
	for _, f := range among {
		of[f] = true
	}
	s.lost = slices.ContainsFunc(p.Data.Lost, func(l audit.Lost) bool {
		return l.Area == area && of[l.Factory] && p.Data.Quarter(l.Date) == p.Period
	})
	return s
}

// PublicSum adds up an area over factories, as it may be told in public: of no factory of which a part would be small,
// and with verified limits alone.
func (p *Programme) PublicSum(area *standard.Area, among []*audit.Factory) *Sum {
	s := p.sumOf(area, among, p.publicPart)
	s.lost = true
	return s
}

func (p *Programme) sumOf(area *standard.Area, among []*audit.Factory, partOf func(*AreaStatus) Part) *Sum {
	s := &Sum{Area: area}
	for _, f := range among {
		if st := p.Area(f, area); st != nil {
			s.add(partOf(st))
		}
	}
	if area.Kind.InDormitories() {
		s.Coverage.Workers = math.NaN() // it counts residents
	}
	return s
}

func (s *Sum) add(part Part) {
	if part.Class == NotAffected {
		return
	}
	s.Parts = append(s.Parts, part)
	if part.Class == Withheld {
		return
	}
	s.Coverage.add(part)
	s.Now, s.Unjudged = s.Now.Plus(part.Now), s.Unjudged+part.Unjudged
	s.Twice.add(part.Now, part.Then)
	s.Year.add(part.Now, part.YearAgo)
}

// publicPart is a part without what may not be told in public.
func (p *Programme) publicPart(st *AreaStatus) Part {
	part := p.Part(st)
	if part.Class > NotJudged {
		return part
	}
	a := p.Public(st)
	if a.Suppressed {
		return Part{AreaStatus: st, Class: Withheld}
	}
	part.YearAgo = Split{} // the public is told of two quarters only
	if Few(part.Unjudged) {
		part.Unjudged = 0 // no sum may depend on how few they are
	}
	if !a.JudgedThen {
		part.Then, part.Class = Split{}, max(part.Class, JudgedOnce)
	}
	if !a.Judged {
		part.Now, part.Then, part.Unjudged, part.Class = Split{}, Split{}, part.Measured(), NotJudged
	}
	return part
}

// Of are the parts of a class.
func (s *Sum) Of(c Class) []Part {
	return slices.DeleteFunc(slices.Clone(s.Parts), func(p Part) bool { return p.Class != c })
}

// Judged is the number of factories where somebody is judged now.
func (s *Sum) Judged() int { return len(s.Of(JudgedTwice)) + len(s.Of(JudgedOnce)) }

// IsTold says that the share may be printed: of those measured at least half have a verdict.
func (s *Sum) IsTold() bool {
	judged := s.Now.Judged()
	return judged > 0 && judged >= s.Unjudged-slack
}

// IsEveryone says that "everyone", "all" and "nothing" are true of an area: every factory that should be measured is,
// and lately; everything measured there has a limit, was judged and lies within it; and no row of the quarter was lost.
func (s *Sum) IsEveryone() bool {
	return len(s.Parts) > 0 && !s.lost && !slices.ContainsFunc(s.Parts, func(p Part) bool {
		return p.Class > JudgedOnce || p.Now.Beyond > 0 || p.Unjudged > 0 || !p.AllWithin()
	})
}

// AllWithin says that every indicator measured last has a limit other than a target and lies within it. What is
// measured apart and has no limit anywhere does not count.
func (st *AreaStatus) AllWithin() bool {
	return !slices.ContainsFunc(st.Rows, func(r *Figure) bool {
		free := r.Indicator.OnlyWithLimit || r.Indicator.Apart && r.Status == benchmark.NoLimit
		return !free && (r.Status != benchmark.Within || r.UnjudgedCount > 0 || hasUnlimited(r))
	})
}

func hasUnlimited(r *Figure) bool {
	return slices.ContainsFunc(r.Units, func(u benchmark.Unit) bool { return u.State == benchmark.Unlimited })
}

// Lacking are the indicators measured last of which something could not be judged: why a share says little.
func (st *AreaStatus) Lacking() []*Figure {
	return slices.DeleteFunc(slices.Clone(st.Rows), func(r *Figure) bool {
		return r.Indicator.OnlyWithLimit || r.Indicator.Apart || r.UnjudgedCount == 0 && !hasUnlimited(r)
	})
}

// BreaksLaw says that somebody stands beyond a legal limit of an area, verified or not, as last measured: whatever rose
// there, it is not called improved.
func (st *AreaStatus) BreaksLaw() bool {
	return slices.ContainsFunc(st.Rows, func(r *Figure) bool {
		return r.Status == benchmark.Beyond && slices.ContainsFunc(r.Units, func(u benchmark.Unit) bool { return isBeyond(&u, standard.Legal) })
	})
}

// BeyondApart are the indicators beyond law or a code that do not enter the area's share: its share says nothing of
// them.
func (st *AreaStatus) BeyondApart() []*Figure {
	if st.Last == nil || st.IsStale() {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(st.Rows), func(r *Figure) bool {
		return !r.Indicator.Apart || !slices.ContainsFunc(r.Units, func(u benchmark.Unit) bool {
			return isBeyond(&u, standard.Legal) || isBeyond(&u, standard.Code)
		})
	})
}

// isBeyond says that a unit lies beyond a limit of a kind.
func isBeyond(u *benchmark.Unit, kind string) bool {
	return u.State == benchmark.IsBeyond && u.Limit != nil && u.Limit.Kind == kind
}
