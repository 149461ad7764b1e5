package benchmark_test

import (
	"math"
	"slices"
	"testing"

	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// What is given out for an explanation is what the figures were made of: the parts of a place give its state, those of a
// mixture its index, and the limit that governs is among the candidates.
func TestWorkingGivesTheFigures(t *testing.T) {
	for seed := range uint64(6) {
		b := random(t, seed, 3, 4, 7)
		b.mine("noise exposure CN 84 dB(A) target")
		limits := standard.NewLimits(b.limits, b.own)
		results, _ := b.compare()
		places, indices := 0, 0
		for _, r := range results {
			var current []*benchmark.Result
			for _, s := range results {
				if s.Factory == r.Factory && s.Area == r.Area && s.Period == r.Period {
					current = append(current, s)
				}
			}
			for i := range r.Units {
				u := &r.Units[i]
				switch parts := r.Contributions(current).To(u); {
				case r.Carried:
				case r.Indicator == nil:
					places++
					if u.Hindrance() != "" && u.State != benchmark.Unjudged {
						t.Errorf("%s %s %s: hindered, but %v", r.Area.ID, r.Period, u.Place, u.State)
					}
					if got := strongest(parts); got != u.State && u.Hindrance() == "" {
						t.Errorf("%s %s %s: its parts say %v, it is %v", r.Area.ID, r.Period, u.Place, got, u.State)
					}
				case r.Indicator.ID == "mixture":
					indices++
					if got := indexOf(parts); math.Abs(got-u.Value) > 1e-12 {
						t.Errorf("%s %s: its parts give %v, it is %v", r.Period, u.Place, got, u.Value)
					}
				case len(parts) > 0:
					t.Errorf("%s %s has parts", r.IndicatorID(), u.Place)
				}
				oneGoverns(t, r, u, limits)
			}
		}
		if places == 0 || indices == 0 {
			t.Errorf("seed %d: %d places, %d mixtures", seed, places, indices)
		}
	}
}

func strongest(parts []benchmark.Contribution) benchmark.State {
	for _, state := range []benchmark.State{benchmark.IsBeyond, benchmark.Unjudged, benchmark.IsWithin} {
		if slices.ContainsFunc(parts, func(p benchmark.Contribution) bool { return p.Counts == state }) {
			return state
		}
	}
	return benchmark.Unlimited
}

func indexOf(parts []benchmark.Contribution) float64 {
	var order []*benchmark.Result // sums are made in one order: they are rounded
	byAgent := map[*benchmark.Result][]*benchmark.Unit{}
	for _, p := range parts {
		if byAgent[p.Result] == nil {
			order = append(order, p.Result)
		}
		byAgent[p.Result] = append(byAgent[p.Result], p.Unit)
	}
	sum := 0.0
	for _, r := range order {
		sum += benchmark.LimitShare(byAgent[r])
	}
	return sum
}

func oneGoverns(t *testing.T, r *benchmark.Result, u *benchmark.Unit, limits *standard.Limits) {
	t.Helper()
	governing := 0
	for _, c := range r.Candidates(limits, u) {
		if c.Governs {
			governing++
			if c.Limit != u.Limit || c.Worth != u.LimitValue {
				t.Errorf("%s: %s at %v governs, but the unit has %s at %v", r.IndicatorID(), c.Source, c.Worth, u.Limit.Source, u.LimitValue)
			}
		}
	}
	if want := r.Indicator != nil && u.Limit != nil; (governing == 1) != want || governing > 1 {
		t.Errorf("%s %s: %d limits govern", r.IndicatorID(), u.Place, governing)
	}
}
