package told_test

import (
	"strings"
	"testing"

	"plimsoll/report/compose"
	"plimsoll/report/compose/small"
	"plimsoll/report/told"
)

// limited is a programme of two mills with noise, held against limits of its own of which nobody verified one.
func limited(t *testing.T) *compose.Source {
	t.Helper()
	return small.Read(t, small.Sheets{
		"Factories": "Factory ID,Name,Country,Region,Workers\nA,Alpha,VN,VN-I,400\nB,Beta,VN,VN-II,900\nC,Gamma,VN,VN-I,70\n",
		"Noise": "Factory ID,Date,Location,Level,Hours,Workers\nA,2026-08-03,Hall,79,8,60\nA,2026-08-03,Press,91,8,20\n" +
			"B,2026-08-03,Hall,79,8,60\nB,2026-08-03,Press,91,8,5\nC,2026-08-03,Hall,79,8,30\n",
		"Limits": "Area,Indicator,Jurisdiction,Limit,Unit,Kind,Source,Verified\n" +
			"noise,exposure,VN-I,85,dB(A),legal,a decree,yes\nnoise,exposure,VN-II,80,dB(A),legal,a lawyer,no\n",
	})
}

func TestWithholding(t *testing.T) {
	source := limited(t)
	w := source.Withholding(source.Active())
	if len(w.Areas) != 1 || w.Areas[0].Area.ID != "noise" || w.Areas[0].Factories != 1 || len(w.Limits) != 1 || w.Limits[0].Factories != 1 {
		t.Errorf("%+v", w)
	}
	want := "no verdict in public on noise at 1 factory, since limits are not verified; verify first noise exposure in VN-II (a lawyer, 1 factory)"
	if got := w.String(); got != want {
		t.Error(got)
	}
	if got := (told.Withholding{}).String(); got != "" {
		t.Error(got)
	}
	if list := source.UnverifiedLimits(); len(list) != 1 || !strings.Contains(list[0].Message, "noise exposure in VN-II (a lawyer)") {
		t.Error(list)
	}
}

// TestBreaches: of law only what is verified counts, and of that what ten people or more stand beyond.
func TestBreaches(t *testing.T) {
	source := limited(t)
	list := source.Breaches("legal", source.Active())
	if len(list) != 1 || len(list[0].At) != 1 || list[0].At[0].ID != "A" || list[0].People != (told.Split{Within: 60, Beyond: 20}) || list[0].Unsaid != 0 {
		t.Errorf("%+v", list)
	}
	if code := source.Breaches("code", source.Active()); len(code) != 0 {
		t.Errorf("of the code: %+v", code)
	}
}

// TestBreachOfFewWithin: where few meet the limit, that many do not is said, and no number.
func TestBreachOfFewWithin(t *testing.T) {
	source := small.Read(t, small.Sheets{
		"Factories": "Factory ID,Name,Country,Region,Workers\nA,Alpha,VN,VN-I,400\n",
		"Noise":     "Factory ID,Date,Location,Level,Hours,Workers\nA,2026-08-03,Hall,79,8,6\nA,2026-08-03,Press,91,8,200\n",
		"Limits":    "Area,Indicator,Jurisdiction,Limit,Unit,Kind,Source,Verified\nnoise,exposure,VN-I,85,dB(A),legal,a decree,yes\n",
	})
	list := source.Breaches("legal", source.Active())
	if len(list) != 1 || list[0].Unsaid != 1 || list[0].People != (told.Split{}) {
		t.Errorf("%+v", list)
	}
}

// TestInjuriesInPublic: few injuries are withheld with their rate; that somebody died is not.
func TestInjuriesInPublic(t *testing.T) {
	for _, c := range []struct {
		rows       string
		want       told.Count
		rate, died float64
		silent     int
		someDied   bool
	}{
		{"A,2026-Q3,21,1000000,3,\nB,2026-Q3,2,500000,,0\n", told.Count{N: 20}, 2.7, 0, 0, false},
		{"A,2026-Q3,2,1000000,1,1\n", told.Count{Withheld: true}, 0, 0, 1, true},
		{"A,2026-Q3,0,1000000,0,0\nB,2026-Q3,5,,,\n", told.Count{N: 0}, 0, 0, 1, false},
		{"A,2026-Q2,12,1000000,0,0\nB,2026,12,1000000,0,0\n", told.Count{N: 0}, 0, 0, 2, false},
	} {
		source := small.Read(t, small.Sheets{
			"Factories": "Factory ID,Name,Country,Region,Workers\nA,Alpha,VN,VN-I,400\nB,Beta,VN,VN-I,900\n",
			"Noise":     "Factory ID,Date,Location,Level,Hours,Workers\nA,2026-08-03,Hall,79,8,60\n",
			"Safety":    "Factory ID,Period,Injuries,Hours worked,Lost time,Fatalities\n" + c.rows,
		})
		got := source.InjuriesInPublic()
		if got.Count.Withheld != c.want.Withheld || !c.want.Withheld && got.Count.N != c.want.N || got.Silent != c.silent ||
			got.Deaths.Withheld != c.someDied || c.rate > 0 && (got.Rate < c.rate-0.05 || got.Rate > c.rate+0.05) {
			t.Errorf("%s: %+v", c.rows, got)
		}
	}
}
