// Package told decides what may be said of results, inside and in public, before any word is chosen or picture drawn.
//
// In come the figures of benchmark. Out come, for documents inside, where a factory stands in each area (AreaStatus),
// with Figures from which what is withheld is gone; for the public document what is left of that (PublicArea,
// Published). Printers, charts, alternative texts, attachments and indexes ask here and read nothing past it, so that
// a rule of privacy is written once: for levels in rules.go, for numbers of people in people.go.
//
//	figures, problems, err := benchmark.Make(ctx, data, limits, areas, period, jobs, told.IsPeer)
//	p := told.New(data, standard, limits, figures, period)
//	for _, st := range p.Areas(factory) {
//		public := p.Public(st)  // public.Suppressed, public.Judged …
//	}
package told

import (
	"math"
	"slices"
	"sync"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// Programme is the results of a programme up to a quarter. It does not change; what is told of a factory is made when
// somebody asks for it, and kept until it is forgotten.
type Programme struct {
	Data     *audit.Data
	Standard *standard.Standard
	Limits   *standard.Limits
	Period   standard.Quarter // the reported quarter
	First    standard.Quarter // of the common time axis

	figures   *benchmark.Figures
	lasting   bool // what is told of all factories is kept
	mu        sync.Mutex
	told      map[*audit.Factory]*factoryFigures
	paySheets func() map[sheet]bool // those that readings came from: whether they are of pay
}

// factoryFigures is what may be told inside of one factory.
type factoryFigures struct {
	once     sync.Once
	figures  []*Figure
	statuses []*AreaStatus
}

// mostQuarters bounds the time axis of charts: five years.
const mostQuarters = 20

// New takes from figures what may not be told inside. They are those of all factories, also of some that the data does
// not have and nothing is told of, who are peers of the others; they count peers by IsPeer first.
func New(data *audit.Data, std *standard.Standard, limits *standard.Limits, figures *benchmark.Figures,
	period standard.Quarter) *Programme {
	p := &Programme{Data: data, Standard: std, Limits: limits, Period: period, First: period, figures: figures,
		told: map[*audit.Factory]*factoryFigures{}, paySheets: sync.OnceValue(func() map[sheet]bool { return paySheets(data.Readings) })}
	for _, f := range data.Factories {
		p.First = min(p.First, figures.First(f))
	}
	p.First = max(p.First, p.Period-mostQuarters+1)
	return p
}

// of is what may be told of a factory.
func (p *Programme) of(f *audit.Factory) *factoryFigures {
	p.mu.Lock()
	if p.told[f] == nil {
		p.told[f] = &factoryFigures{}
	}
	one := p.told[f]
	p.mu.Unlock()
	one.once.Do(func() {
		one.figures = p.tell(f)
		one.statuses = p.statusesOf(f, one.figures)
		if p.lasting {
			p.slim(one)
		}
	})
	return one
}

// Forget lets what is told of a factory go, of which nobody needs to know more. Who asks again gets the same.
func (p *Programme) Forget(f *audit.Factory) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.told, f)
}

// tell makes the figures of a factory as far as they may be told inside, with their series and peers.
func (p *Programme) tell(f *audit.Factory) []*Figure {
	results := p.figures.Of(f)
	compared := slices.DeleteFunc(slices.Clone(results), func(r *benchmark.Result) bool { return !r.HasPeers })
	peers := p.figures.PeersThat(0, compared)
	out, of := make([]*Figure, len(results)), make(map[*benchmark.Result]*Figure, len(results))
	for i, r := range results {
		out[i] = inside().figure(r)
		out[i].comparePeers(peers[r])
		of[r] = out[i]
	}
	for i, r := range results {
		for _, earlier := range r.Series {
			out[i].Series = append(out[i].Series, of[earlier])
		}
	}
	return out
}

// Start is the first day of the reported quarter.
func (p *Programme) Start() standard.Date { return p.Period.Start(p.Data.Programme.YearStarts) }

// End is its last day.
func (p *Programme) End() standard.Date { return p.Period.End(p.Data.Programme.YearStarts) }

// Of lists the figures of a factory, oldest first.
func (p *Programme) Of(f *audit.Factory) []*Figure { return p.of(f).figures }

// AreaStatus is where a factory stands in one area.
type AreaStatus struct {
	Factory *audit.Factory
	Area    *standard.Area
	Overall *Figure   // of the reported quarter
	Last    *Figure   // that of the quarter its figures come from; nil where nothing was ever measured
	Rows    []*Figure // the indicators of that quarter
	Lead    *Figure   // the one that speaks for the area; nil without any
}

// IsStale says that the last figures are too old to speak of now.
func (st *AreaStatus) IsStale() bool { return st.Overall.Status == benchmark.Stale }

// Baseline is the row of the area's baseline, nil where the last row is the first of its series.
func (st *AreaStatus) Baseline() *Figure {
	if st.Last == nil || len(st.Last.Series) == 0 || st.Last.Series[0] == st.Last {
		return nil
	}
	return st.Last.Series[0]
}

// Areas is where a factory stands in every area that has a row for it.
func (p *Programme) Areas(f *audit.Factory) []*AreaStatus { return p.of(f).statuses }

// Area is where a factory stands in an area; nil where it has no row there.
func (p *Programme) Area(f *audit.Factory, area *standard.Area) *AreaStatus {
	for _, st := range p.Areas(f) {
		if st.Area == area {
			return st
		}
	}
	return nil
}

func (p *Programme) statusesOf(f *audit.Factory, figures []*Figure) []*AreaStatus {
	var out []*AreaStatus
	for _, area := range p.Standard.Areas {
		if st := p.statusOf(f, area, figures); st != nil {
			out = append(out, st)
		}
	}
	return out
}

func (p *Programme) statusOf(f *audit.Factory, area *standard.Area, figures []*Figure) *AreaStatus {
	st := &AreaStatus{Factory: f, Area: area}
	for _, r := range figures {
		if r.Area != area || r.Indicator != nil {
			continue
		}
		if r.Period == p.Period {
			st.Overall = r
		}
		if !r.Carried && r.Status != benchmark.NotMeasured {
			st.Last = r
		}
	}
	if st.Overall == nil {
		return nil
	}
	if st.Last != nil {
		st.Rows = indicatorsOf(figures, area, st.Last.Period)
		st.Lead = leading(area, st.Rows)
	}
	return st
}

func (p *Programme) indicators(f *audit.Factory, area *standard.Area, period standard.Quarter) []*Figure {
	return indicatorsOf(p.Of(f), area, period)
}

func indicatorsOf(figures []*Figure, area *standard.Area, period standard.Quarter) []*Figure {
	var rows []*Figure
	for _, r := range figures {
		if r.Area == area && r.Period == period && r.Indicator != nil {
			rows = append(rows, r)
		}
	}
	return rows
}

// leading picks the row that speaks for an area: its lead indicator; of several subjects the one nearest to or furthest
// beyond its limit where less is better, the one of most people where more is.
func leading(area *standard.Area, rows []*Figure) *Figure {
	var best *Figure
	for _, r := range rows {
		if best == nil || speaksBefore(area, r, best) {
			best = r
		}
	}
	return best
}

func speaksBefore(area *standard.Area, r, best *Figure) bool {
	if a, b := r.Indicator.ID == area.Lead, best.Indicator.ID == area.Lead; a != b {
		return a
	}
	if r.Indicator.Higher() {
		return r.Weight > best.Weight
	}
	return limitRatio(r) > limitRatio(best)
}

// limitRatio is the level as a share of its limit, −1 where there is none.
func limitRatio(r *Figure) float64 {
	if r.Limit == nil || math.IsNaN(r.Level) || r.LimitValue == 0 {
		return -1
	}
	return r.Level / r.LimitValue
}

// History is the rows of one line, oldest first, within the time axis.
func (p *Programme) History(r *Figure) []*Figure {
	var out []*Figure
	for _, o := range p.Of(r.Factory) {
		if o.Area == r.Area && o.IndicatorID() == r.IndicatorID() && o.Subject == r.Subject && o.Period >= p.First && !o.Carried {
			out = append(out, o)
		}
	}
	return out
}
