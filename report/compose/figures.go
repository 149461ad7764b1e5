package compose

import (
	"fmt"
	"maps"
	"math"
	"net/url"
	"slices"
	"strings"

	"plimsoll/report/language"
	"plimsoll/report/told"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/internal/chart"
	"plimsoll/report/standard"
)

// figures resolves the references of a document's images: mark:within, chart:track?area=air, chart:trend?area=air.
// Each is made once: it is asked for when the document is checked, and again when it is laid out. all is nil in a document
// about a factory.
func (s *Source) figures(w *language.Words, f *audit.Factory, all *overview) func(ref string) (chart.Figure, error) {
	made := map[string]chart.Figure{}
	return func(ref string) (chart.Figure, error) {
		if figure, known := made[ref]; known {
			return figure, nil
		}
		figure, err := s.figure(w, f, all, ref)
		if err == nil {
			made[ref] = figure
		}
		return figure, err
	}
}

func (s *Source) figure(w *language.Words, f *audit.Factory, all *overview, ref string) (chart.Figure, error) {
	u, err := url.Parse(ref)
	if err != nil {
		return nil, fmt.Errorf("figure %q: %w", ref, err)
	}
	if err := knownParameters(u); err != nil {
		return nil, err
	}
	switch {
	case u.Scheme == "mark":
		return chart.NewMark(u.Opaque)
	case u.Scheme == "logo" && s.Logo != "":
		return nil, nil // layout draws it
	case u.Scheme == "logo":
		return nil, fmt.Errorf("theme.yaml has no logo (hint: {{with .Logo}}![{{.}}](logo:){{end}} places it where there is one)")
	case u.Scheme == "chart" && u.Opaque == "track":
		return s.trackFigure(f, u.Query().Get("area"))
	case u.Scheme == "chart" && u.Opaque == "trend":
		return s.trendFigure(w, f, u.Query().Get("area"))
	case u.Scheme == "chart" && all != nil:
		return all.programmeFigure(u.Opaque, u.Query())
	}
	return nil, fmt.Errorf("there is no figure %q (known are mark:…, logo:, chart:track and chart:trend)", ref)
}

// knownParameters refuses a misspelt parameter of a figure, which would else be passed over.
func knownParameters(u *url.URL) error {
	known := []string{"area", "count", "factory", "from", "height", "of", "width"}
	_, query, _ := strings.Cut(u.String(), "?")
	values, err := url.ParseQuery(query)
	if err != nil {
		return fmt.Errorf("the figure's parameters cannot be read: %w", err)
	}
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if !slices.Contains(known, name) {
			return fmt.Errorf("a figure has no parameter %q (known are %s)", name, strings.Join(known, ", "))
		}
	}
	return nil
}

func (s *Source) areaStanding(f *audit.Factory, id string) (*told.AreaStatus, error) {
	area := s.Standard.Area(id)
	switch {
	case f == nil:
		return nil, fmt.Errorf("the figure needs a factory: it suits documents that are made per factory")
	case area == nil:
		return nil, fmt.Errorf("there is no area %q (known are %s)", id, strings.Join(s.Standard.AreaIDs(), ", "))
	}
	if st := s.Area(f, area); st != nil {
		return st, nil
	}
	return &told.AreaStatus{Area: area}, nil
}

func (s *Source) trackFigure(f *audit.Factory, id string) (chart.Figure, error) {
	st, err := s.areaStanding(f, id)
	if err != nil {
		return nil, err
	}
	track := chart.Track{Baseline: math.NaN(), Now: math.NaN(), Status: benchmark.NotMeasured}
	if st.Last != nil {
		track.Status, track.Now = st.Overall.Status, st.Last.Within
		if st.Last.HasBaseline && st.Last.BaselinePeriod != st.Last.Period {
			track.Baseline = st.Last.BaselineLevel
		}
	}
	return track, nil
}

// trendFigure draws the lead line of an area over the common time axis.
func (s *Source) trendFigure(w *language.Words, f *audit.Factory, id string) (chart.Figure, error) {
	st, err := s.areaStanding(f, id)
	if err != nil {
		return nil, err
	}
	n := int(s.Period-s.First) + 1
	t := chart.Trend{BreakLabel: string(w.Word("chart.break")), NoData: string(w.Word("chart.none")), Format: w.Tick,
		Periods: make([]string, n), Values: make([]chart.TrendPoint, n), Limit: blanks(n), Peers: blanks(n)}
	for i := range n {
		t.Periods[i] = w.CellQuarter(s.First + standard.Quarter(i))
		t.Values[i].Value = math.NaN()
	}
	if st.Lead == nil {
		return t, nil
	}
	s.fillTrend(w, &t, st)
	return t, nil
}

func (s *Source) fillTrend(w *language.Words, t *chart.Trend, st *told.AreaStatus) {
	rows := s.History(st.Lead)
	for _, r := range rows {
		i := int(r.Period - s.First)
		t.Values[i] = chart.TrendPoint{Value: r.Level, Below: r.Below, Break: r.Verdict == benchmark.Break}
		t.Peers[i] = r.PeersMedian
		if onScale(r) {
			t.Limit[i] = r.LimitValue
		}
	}
	carryOver(t.Limit)
	if target := s.target(st, len(t.Limit)); target != nil {
		t.Target, t.TargetLabel = target, string(w.Word("chart.living"))
	}
	if last := st.Lead; !math.IsNaN(last.Level) {
		t.LastLabel = w.Figure(last.Indicator, last.Level, last.LimitValue)
		if last.Below {
			t.LastLabel = "<" + t.LastLabel
		}
	}
}

// onScale says that a row's limit is in the unit of its level.
func onScale(r *benchmark.Result) bool {
	return r.Limit != nil && (r.Limit.Currency == "" || r.Limit.Currency == r.Unit)
}

// target is the living wage over time, where the area has one beside its lead.
func (s *Source) target(st *told.AreaStatus, n int) []float64 {
	out, found := blanks(n), false
	for _, r := range st.Rows {
		if !r.Indicator.IsLiving() || r == st.Lead {
			continue
		}
		for _, h := range s.History(r) {
			if onScale(h) {
				out[h.Period-s.First], found = h.LimitValue, true
			}
		}
	}
	if !found {
		return nil
	}
	carryOver(out)
	return out
}

// carryOver draws a limit on through quarters without a reading: it stays in force.
func carryOver(v []float64) {
	for i := 1; i < len(v); i++ {
		if math.IsNaN(v[i]) {
			v[i] = v[i-1]
		}
	}
	for i := len(v) - 2; i >= 0; i-- {
		if math.IsNaN(v[i]) {
			v[i] = v[i+1]
		}
	}
}

func blanks(n int) []float64 {
	v := make([]float64, n)
	for i := range v {
		v[i] = math.NaN()
	}
	return v
}
