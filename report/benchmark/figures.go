package benchmark

import (
	"context"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/internal/pool"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

// Figures are those of a programme: all quarters up to the reported one. They are made factory by factory, and forgotten: a
// factory's are a thousand times as large as the numbers that others are compared with, and all that is kept of them are
// these. Who wants them asks, and they are made again, the same ones.
//
//	figures, problems, err := benchmark.Make(ctx, data, limits, areas, period, jobs)
//	for _, f := range data.Factories {
//		results := figures.Of(f)
//	}
type Figures struct {
	data   *audit.Data
	limits *standard.Limits
	areas  []*standard.Area
	order  map[*standard.Area]int
	period standard.Quarter
	prices prices
	rows   map[*audit.Factory]*factoryRows
	peers  []*peerTable // of each way to count
}

// factoryRows is what is known of a factory beside its readings.
type factoryRows struct {
	lost  []*audit.Lost
	first standard.Quarter // with a result
}

// Make makes the figures of every factory once, several at once, and says what it had to leave out or could not judge.
// Readings after the period must have been dropped. Each of counts says which results may be compared with, beside those
// that have a figure (Figures.PeersThat). The error is that of the context.
func Make(ctx context.Context, data *audit.Data, limits *standard.Limits, areas []*standard.Area, period standard.Quarter,
	jobs int, counts ...func(*Result) bool) (*Figures, []problem.Problem, error) {
	f := &Figures{data: data, limits: limits, areas: areas, order: map[*standard.Area]int{}, period: period,
		prices: pricesOf(data), rows: rowsOfFactories(data)}
	for i, a := range areas {
		f.order[a] = i
	}
	for _, counts := range append([]func(*Result) bool{(*Result).HasFigure}, counts...) {
		f.peers = append(f.peers, newPeerTable(counts))
	}
	said := make([]notices, len(data.Factories))
	err := pool.Each(ctx, len(data.Factories), jobs, func(i int) error {
		said[i] = f.first(data.Factories[i])
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	for _, table := range f.peers {
		table.sort()
	}
	return f, f.told(said), nil
}

// rowsOfFactories parts lost rows by factory.
func rowsOfFactories(data *audit.Data) map[*audit.Factory]*factoryRows {
	out := make(map[*audit.Factory]*factoryRows, len(data.Factories))
	for _, f := range data.Factories {
		out[f] = &factoryRows{}
	}
	for i := range data.Lost {
		rows := out[data.Lost[i].Factory]
		rows.lost = append(rows.lost, &data.Lost[i])
	}
	return out
}

// first makes the figures of a factory for the first time: others are compared with them, and what is to be said is kept.
func (f *Figures) first(factory *audit.Factory) notices {
	c, results := f.make(factory)
	c.unlimited(results, f.period)
	rows := f.rows[factory]
	rows.first = f.period
	for _, r := range results {
		rows.first = min(rows.first, r.Period)
	}
	for _, table := range f.peers {
		table.add(results)
	}
	return c.notices
}

// make makes the figures of a factory that need no other's.
func (f *Figures) make(factory *audit.Factory) (*comparison, []*Result) {
	c := newComparison(f.limits)
	var results []*Result
	for _, v := range f.visits(factory) {
		results = append(results, c.figures(v)...)
	}
	slices.SortFunc(results, compareResults(f.order))
	for _, series := range seriesOf(results) {
		follow(series, f.prices)
		comply(series)
	}
	return c, results
}

// Of are the figures of a factory, sorted as in results.csv.
func (f *Figures) Of(factory *audit.Factory) []*Result {
	_, results := f.make(factory)
	for r, peers := range f.peers[0].of(results) {
		r.HasPeers, r.PeersN, r.PeersMedian = true, peers.N, peers.Median
	}
	results = append(results, f.carried(factory, results)...)
	slices.SortFunc(results, compareResults(f.order))
	return results
}

// PeersThat finds the peers of a factory's results among those that count, by the way of that number given to Make.
func (f *Figures) PeersThat(way int, results []*Result) map[*Result]Peers {
	return f.peers[way+1].of(results)
}

// First is the first quarter with a result of a factory, the reported one where there is none.
func (f *Figures) First(factory *audit.Factory) standard.Quarter { return f.rows[factory].first }

// told puts together what is said of all factories, and settles in the account which rows enter no figure.
func (f *Figures) told(said []notices) []problem.Problem {
	var out []problem.Problem
	for i := range said {
		for _, e := range said[i].excluded {
			f.data.Account.Omit(e.row, *said[i].said[e.why], e.fields...)
		}
		out = append(out, said[i].problems()...)
	}
	slices.SortStableFunc(out, func(a, b problem.Problem) int { return a.Compare(b) })
	return out
}

// Compare makes the figures of all factories at once, sorted as in results.csv.
func Compare(data *audit.Data, limits *standard.Limits, areas []*standard.Area, period standard.Quarter) ([]*Result,
	[]problem.Problem) {
	f, problems, err := Make(context.Background(), data, limits, areas, period, 1)
	if err != nil {
		panic(err) // of a context that never ends
	}
	var out []*Result
	for _, factory := range data.Factories {
		out = append(out, f.Of(factory)...)
	}
	slices.SortStableFunc(out, compareResults(f.order))
	return out, problems
}
