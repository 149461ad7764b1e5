package language

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

func TestHalfAway(t *testing.T) {
	for _, c := range []struct {
		v        float64
		decimals int
		want     float64
	}{{2.5, 0, 3}, {-2.5, 0, -3}, {1.005, 2, 1.01}, {0.285, 2, 0.29}, {84.96, 1, 85}, {84.94, 1, 84.9}, {0.5, 0, 1}, {-0.4, 0, 0},
		{1e15 + 0.5, 0, 1e15 + 1}, {12, 3, 12}} {
		if got := HalfAway(c.v, c.decimals); got != c.want {
			t.Errorf("%v to %d: %v, not %v", c.v, c.decimals, got, c.want)
		}
	}
}

// TestNoFigureCrossesItsLimit: printed, a figure stands on the side of its limit on which it is.
func TestNoFigureCrossesItsLimit(t *testing.T) {
	w, random := englishWords(t), rand.New(rand.NewPCG(1, 2))
	number := func(s string) float64 {
		v, err := strconv.ParseFloat(strings.NewReplacer(",", "", "−", "-").Replace(s), 64)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	for range 20_000 {
		limit := HalfAway(random.Float64()*1000, random.IntN(3))
		v := HalfAway(limit*(1+(random.Float64()-0.5)/50), 3)
		if limit == 0 || v == limit {
			continue
		}
		if printed := number(w.Figure(nil, v, limit)); (printed < limit) != (v < limit) || printed == limit {
			t.Fatalf("%v of %v prints as %v", v, limit, printed)
		}
	}
}

func TestMoney(t *testing.T) {
	w := englishWords(t)
	for code, want := range map[string]string{"GBP": "11.44", "VND": "11", "KWD": "11.440", "???": "11.44"} {
		if got := w.Money(11.44, code); got != want {
			t.Errorf("%s: %s, not %s", code, got, want)
		}
	}
}
