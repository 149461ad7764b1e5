package compose

import (
	"math"
	"text/template"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// What templates print of sums over factories: each share with the people it is of, each change with its own factories,
// and whoever is in neither by name.

// sumFunctions are the functions of templates for sums and lists of factories.
func (p Printer) sumFunctions() template.FuncMap {
	return template.FuncMap{
		"peopleOf": p.PeopleOf, "split": p.Split, "sumShare": p.SumShare, "coverage": p.Coverage, "lacks": p.Lacks, "lacking": p.Lacking,
		"pair": p.Pair, "signed": p.Signed, "way": Way, "abs": math.Abs, "partShare": p.PartShare, "partNote": p.PartNote,
		"apart": p.Apart, "apartOf": p.ApartOf,
		"factory": p.Factory, "names": p.Names, "partNames": p.PartNames, "country": p.Country,
		"oneDecimal": p.OneDecimal, "growth": p.Growth, "symbol": MarkOf,
		"peersOf": p.PeersOf, "baseline": p.BaselineOf, "processes": p.Processes,
	}
}

// PeopleOf counts people of an area: workers, residents, or places where nobody's number is known.
func (p Printer) PeopleOf(s *told.Sum, n float64) Markup {
	word := s.Area.People
	if word == "" || s.Coverage.Places > 0 && s.Coverage.Places == s.Coverage.Factories {
		word = "places"
	}
	return p.W.SayOf("people.", word, "places", "count", n)
}

// Split tells how many of everyone judged now meet the limits: 372 of 632 workers.
func (p Printer) Split(s *told.Sum) Markup {
	if s.Now.Judged() == 0 {
		return "–"
	}
	return p.W.Say("sum.split", "within", s.Now.Within, "people", p.PeopleOf(s, s.Now.Judged()))
}

// SumShare is the share of everyone judged now, without the percent sign; "–" where too few have a verdict.
func (p Printer) SumShare(s *told.Sum) string {
	if !s.IsTold() {
		return "–"
	}
	return p.W.Share(s.Now.Share())
}

// Coverage tells how many of all workers were measured, and at how many of the factories that should be.
func (p Printer) Coverage(s *told.Sum) Markup {
	c := s.Coverage
	factories := p.W.Say("sum.factories", "measured", c.Factories, "count", c.Expected)
	if !(c.Workers > 0) || c.Places == c.Factories { // where places are counted they are no share of the workers
		return factories
	}
	text := p.W.Say("sum.coverage", "share", p.W.Share(c.Share()), "count", c.Workers, "factories", factories)
	if c.Places > 0 && c.Places < c.Factories {
		text += p.W.Word("list.semicolon") + p.W.Say("sum.places", "count", c.Places)
	}
	if c.Silent > 0 {
		text += p.W.Word("list.semicolon") + p.W.Say("sum.silent", "count", c.Silent)
	}
	return text
}

// Lacks names the factories that are in no change, or in no share: new, not judged, stale, never measured.
func (p Printer) Lacks(s *told.Sum) Markup {
	var parts []Markup
	for _, class := range []struct {
		told.Class
		key string
	}{{told.JudgedOnce, "sum.once"}, {told.NotJudged, "sum.unjudged"}, {told.OutOfDate, "sum.stale"}, {told.NeverMeasured, "sum.never"}} {
		if list := s.Of(class.Class); len(list) > 0 {
			parts = append(parts, p.W.Say(class.key, "list", p.PartNames(list)))
		}
	}
	return p.W.Join(parts)
}

// Lacking names what could not be judged, each once.
func (p Printer) Lacking(s *told.Sum) Markup {
	var names []string
	seen := map[Markup]bool{}
	for _, part := range s.Parts {
		for _, r := range part.Lacking() {
			if name := p.LineName(r); !seen[name] {
				seen[name], names = true, append(names, string(name))
			}
		}
	}
	return p.cut(names)
}

// mostNames is how many factories a sentence names.
const mostNames = 4

// cut lists names that are ready for the page, the first of many.
func (p Printer) cut(names []string) Markup {
	if len(names) <= mostNames+1 {
		return p.W.List("comma", names)
	}
	return p.W.Say("sum.more", "list", p.W.List("comma", names[:mostNames]), "count", len(names)-mostNames)
}

// Names lists factories by their ids, the first of many.
func (p Printer) Names(factories []*audit.Factory) Markup {
	names := make([]string, len(factories))
	for i, f := range factories {
		names[i] = Text(f.ID).String()
	}
	return p.cut(names)
}

// PartNames lists the factories of parts, of stale ones with the month of their last measurement.
func (p Printer) PartNames(parts []told.Part) Markup {
	names := make([]string, len(parts))
	for i, part := range parts {
		names[i] = Text(part.Factory.ID).String()
		if part.Class == told.OutOfDate {
			names[i] = string(p.W.Say("sum.dated", "id", part.Factory.ID, "date", p.W.Month(part.Last.Measured)))
		}
	}
	return p.cut(names)
}

// Pair tells two shares of the same people: 79 → 94 %.
func (p Printer) Pair(t told.Pair) Markup {
	if t.Factories == 0 {
		return "–"
	}
	return p.W.Say("sum.pair", "then", p.W.Share(t.Then.Share()), "now", p.W.Share(t.Now.Share()))
}

// Signed is a change with its sign.
func (p Printer) Signed(v float64) string { return p.W.Signed(nil, v) }

// Way is the symbol of the direction of a change: up, down or flat.
func Way(v float64) string {
	switch {
	case v > 0:
		return "up"
	case v < 0:
		return "down"
	}
	return "flat"
}

// PartShare is a factory's share of everyone judged now, blank where nobody is.
func (p Printer) PartShare(part told.Part) string {
	if part.Now.Judged() == 0 {
		return ""
	}
	return p.W.Share(part.Now.Share())
}

// PartNote tells how the share of a factory came to be: the change since its baseline, that it is the first, or when it
// was last measured.
func (p Printer) PartNote(part told.Part) Markup {
	switch part.Class {
	case told.JudgedTwice:
		points := p.W.Signed(nil, told.Points(part.Now, part.Then))
		return p.W.Say("sum.since", "points", points, "since", p.W.CellQuarter(part.Baseline().Period))
	case told.JudgedOnce:
		key := "sum.first"
		if part.Last.Verdict == benchmark.Break {
			key = "sum.series"
		}
		return p.W.Say(key, "since", p.W.CellQuarter(part.Last.BaselinePeriod))
	case told.OutOfDate:
		return p.W.Say("sum.last", "date", p.W.Month(part.Last.Measured))
	}
	return ""
}

// Apart names what is beyond law or a code at a factory though it does not enter the share, such as overtime.
func (p Printer) Apart(part told.Part) Markup {
	var names []string
	for _, r := range part.BeyondApart() {
		names = append(names, string(p.LineName(r)))
	}
	switch more := len(names) - 1; {
	case more < 0:
		return ""
	case more > 0:
		names[0] = string(p.W.Say("gap.also", "list", Markup(names[0]), "count", more))
	}
	return p.W.Say("sum.apart", "list", Markup(names[0]))
}

// ApartOf counts the factories of each indicator that is beyond law or a code and does not enter the share.
func (p Printer) ApartOf(s *told.Sum) Markup {
	var order []Markup
	counts := map[Markup]int{}
	for _, part := range s.Parts {
		seen := map[Markup]bool{}
		for _, r := range part.BeyondApart() {
			name := p.W.Indicator(r.Indicator)
			if counts[name] == 0 {
				order = append(order, name)
			}
			if !seen[name] {
				seen[name] = true
				counts[name]++
			}
		}
	}
	if len(order) == 0 {
		return ""
	}
	for i, name := range order {
		order[i] = p.W.Say("sum.apartat", "what", name, "count", counts[name])
	}
	return p.W.Say("sum.beside", "list", p.W.Join(order))
}

// Factory names a factory: its id and the name that the language has first.
func (p Printer) Factory(f *audit.Factory) Markup {
	return p.W.Say("report.named", "id", f.ID, "name", p.W.NameOf(f))
}

// Country is the name of a country by its code.
func (p Printer) Country(code string) string { return p.Standard.CountryName(code, p.W.Lang) }

// OneDecimal prints a share of 0–1 in percent with one decimal, for rates that lie close together.
func (p Printer) OneDecimal(v float64) Markup {
	if math.IsNaN(v) {
		return "–"
	}
	return p.W.Say("percent", "n", p.W.Decimal(v*100, 1))
}

// Growth prints a relative change in whole percent with its sign.
func (p Printer) Growth(v float64) Markup {
	if math.IsNaN(v) {
		return "–"
	}
	return p.W.Say("percent", "n", Markup(p.W.Signed(nil, math.Round(v*100))))
}

// PeersOf is the median of a figure's peers with their number; none is told under four.
func (p Printer) PeersOf(r *told.Figure) Markup {
	if math.IsNaN(r.PeersMedian) {
		return p.W.Say("report.peers.few", "n", r.PeersN)
	}
	return p.W.Say("report.peers", "median", Markup(p.W.Figure(r.Indicator, r.PeersMedian, math.NaN())), "n", r.PeersN)
}

// BaselineOf is the level of a figure's baseline and its quarter, "–" where there is none.
func (p Printer) BaselineOf(r *told.Figure) Markup {
	if base := r.Baseline(); base != r {
		return p.W.Say("report.chapter.then", "level", p.Level(base), "since", p.W.CellQuarter(base.Period))
	}
	return "–"
}

// Processes names the processes that a factory gives.
func (p Printer) Processes(written string) Markup { return p.W.Processes(p.Standard, written) }

// limitOfSource is a limit as its source prints it, and in the unit of the figure where that is another.
func (p Printer) limitOfSource(r *told.Figure, l *standard.Limit, value float64) Markup {
	text := p.LimitText(r.Indicator, l, value, r.Unit, false)
	if l.Unit == r.Unit || l.Currency != "" || r.Unit == "" {
		return text
	}
	own := p.W.Say(sign(r.Indicator), "limit", Markup(p.W.Exact(l.Limit)), "unit", p.W.UnitOf(l.Limit, l.Unit))
	return p.W.Say("sum.converted", "own", own, "limit", p.W.Say("amount", "n", Markup(p.W.Exact(value)), "unit", p.W.Unit(r.Unit)))
}
