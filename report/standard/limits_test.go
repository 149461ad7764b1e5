package standard

import (
	"strings"
	"testing"
)

// light makes a limit of illuminance; its Source is its name in the test.
func light(t testing.TB, name, jurisdiction, subject, kind string, value float64, change ...func(*Limit)) *Limit {
	t.Helper()
	l := Limit{Area: "light", Indicator: "illuminance", Subject: subject, Jurisdiction: jurisdiction, Limit: value, Unit: "lx", Kind: kind, Source: name}
	for _, c := range change {
		c(&l)
	}
	return complete(t, l)
}

func from(t testing.TB, on string) func(*Limit) { return func(l *Limit) { l.From = day(t, on) } }
func to(t testing.TB, on string) func(*Limit)   { return func(l *Limit) { l.To = day(t, on) } }
func own(l *Limit)                              { l.Own = true }

// names lists the limits found, legal, code and target.
func names(found [3]*Limit) string {
	out := make([]string, 3)
	for i, l := range found {
		if out[i] = "-"; l != nil {
			out[i] = l.Source
		}
	}
	return strings.Join(out, " ")
}

func TestApplying(t *testing.T) {
	lx := func(name, jurisdiction, subject, kind string, change ...func(*Limit)) *Limit {
		return light(t, name, jurisdiction, subject, kind, 100, change...)
	}
	for _, test := range []struct {
		name         string
		builtIn, own []*Limit
		want         string
	}{
		{"none", nil, nil, "- - -"},
		{"one of each kind", []*Limit{lx("t", "*", "", "target"), lx("l", "*", "", "legal"), lx("c", "*", "", "code")}, nil, "l c t"},
		{"another area's region, subject or indicator", []*Limit{lx("a", "VN", "", "legal"), lx("b", "*", "cutting", "legal")}, nil, "- - -"},
		{"its subject before any", []*Limit{lx("any", "CN-GD", "", "legal"), lx("its", "*", "stitching", "legal")}, nil, "its - -"},
		{"subject before jurisdiction", []*Limit{lx("its", "*", "stitching", "legal"), lx("near", "CN-GD-Dongguan", "", "legal")}, nil, "its - -"},
		{"the nearest jurisdiction", []*Limit{lx("all", "*", "", "code"), lx("near", "CN-GD", "", "code"), lx("far", "CN", "", "code")}, nil, "- near -"},
		{"jurisdiction before start", []*Limit{lx("near", "CN-GD", "", "code", from(t, "2010-01-01")), lx("far", "CN", "", "code", from(t, "2020-01-01"))}, nil, "- near -"},
		{"the latest start", []*Limit{lx("b", "CN", "", "code", from(t, "2020-01-01")), lx("c", "CN", "", "code", from(t, "2024-01-01")), lx("a", "CN", "", "code")}, nil, "- c -"},
		{"not before its first day", []*Limit{lx("b", "CN", "", "code", from(t, "2026-07-15")), lx("a", "CN", "", "code", to(t, "2026-07-14"))}, nil, "- a -"},
		{"another averaging governs nothing", []*Limit{lx("s", "*", "", "legal", func(l *Limit) { l.Averaging = "15min" }), lx("m", "*", "", "code", func(l *Limit) { l.Averaging = "ceiling" })}, nil, "- - -"},
		{"another exchange rate governs nothing", []*Limit{lx("5", "*", "", "legal", func(l *Limit) { l.Exchange = 5 })}, nil, "- - -"},

		{"own for built in", []*Limit{lx("built", "CN", "", "legal")}, []*Limit{lx("own", "CN", "", "legal", own)}, "own - -"},
		{"own though it starts earlier", []*Limit{lx("built", "CN", "", "legal", from(t, "2024-01-01"))}, []*Limit{lx("own", "CN", "", "legal", own, from(t, "2020-01-01"))}, "own - -"},
		{"own on its dates only", []*Limit{lx("built", "CN", "", "legal")}, []*Limit{lx("own", "CN", "", "legal", own, to(t, "2026-07-13"))}, "built - -"},
		{"own of another kind stands beside", []*Limit{lx("built", "CN", "", "legal")}, []*Limit{lx("own", "CN", "", "code", own)}, "built own -"},
		{"own of another jurisdiction stands beside", []*Limit{lx("built", "CN-GD", "", "legal")}, []*Limit{lx("own", "CN", "", "legal", own)}, "built - -"},
		{"own of any subject stands beside one of its subject", []*Limit{lx("built", "CN", "stitching", "legal")}, []*Limit{lx("own", "CN", "", "legal", own)}, "built - -"},
		{"own of another averaging stands beside", []*Limit{lx("built", "CN", "", "legal")}, []*Limit{lx("own", "CN", "", "legal", own, func(l *Limit) { l.Averaging = "15min" })}, "built - -"},
		{"own of another exchange rate stands beside", []*Limit{lx("built", "CN", "", "legal")}, []*Limit{lx("own", "CN", "", "legal", own, func(l *Limit) { l.Exchange = 5 })}, "built - -"},
	} {
		t.Run(test.name, func(t *testing.T) {
			q := Question{Area: "light", Indicator: "illuminance", Subject: "stitching", Region: "CN-GD-Dongguan", On: day(t, "2026-07-14")}
			if got := names(NewLimits(test.builtIn, test.own).Applying(q, nil)); got != test.want {
				t.Errorf("found %s, want %s", got, test.want)
			}
		})
	}
}

func TestApplyingLooksOnlyAtWhatFits(t *testing.T) {
	set := NewLimits([]*Limit{light(t, "strict", "CN-GD", "", "legal", 500), light(t, "mild", "CN", "", "legal", 300)}, nil)
	q := Question{Area: "light", Indicator: "illuminance", Region: "CN-GD"}
	if got := names(set.Applying(q, below(400))); got != "mild - -" {
		t.Errorf("found %s", got)
	}
}

// below fits limits under a value.
func below(most float64) Fit {
	return func(l *Limit) Standing {
		if l.Value < most {
			return Stands
		}
		return Unsuited
	}
}

// Every limit in force is a candidate, and what does not stand says which one keeps it from that.
func TestCandidates(t *testing.T) {
	set := NewLimits([]*Limit{
		light(t, "built", "CN", "", "legal", 300), light(t, "wide", "*", "", "code", 300), light(t, "near", "CN-GD", "", "code", 400),
		light(t, "short", "CN", "", "legal", 300, func(l *Limit) { l.Averaging = "15min" }), light(t, "rate", "CN", "", "target", 300, func(l *Limit) { l.Exchange = 5 }),
		light(t, "old", "CN", "", "legal", 300, to(t, "2020-01-01")), light(t, "elsewhere", "VN", "", "legal", 300), light(t, "odd", "CN", "", "target", 13),
	}, []*Limit{light(t, "own", "CN", "", "legal", 500, own)})
	q := Question{Area: "light", Indicator: "illuminance", Subject: "stitching", Region: "CN-GD", On: day(t, "2026-07-14")}
	suits := func(l *Limit) Standing {
		if l.Value > 13 {
			return Stands
		}
		return Unsuited
	}
	want := map[string]string{"built": "replaced own", "own": "stands -", "wide": "outranked near", "near": "stands -", "short": "averaging -", "rate": "exchange -", "odd": "unsuited -"}
	words := map[Standing]string{Stands: "stands", Outranked: "outranked", OtherAveraging: "averaging", OtherExchange: "exchange", Unsuited: "unsuited", Replaced: "replaced"}
	list := set.Candidates(q, suits)
	for _, c := range list {
		by := "-"
		if c.By != nil {
			by = c.By.Source
		}
		if got := words[c.Standing] + " " + by; got != want[c.Source] {
			t.Errorf("%s: %s, want %s", c.Source, got, want[c.Source])
		}
	}
	if len(list) != len(want) {
		t.Errorf("%d candidates, want %d", len(list), len(want))
	}
	for i, l := range set.Applying(q, suits) {
		stands := 0
		for _, c := range list {
			if c.Standing == Stands && kindIndex(c.Limit) == i {
				stands++
				if c.Limit != l {
					t.Errorf("%s stands, but %v applies", c.Source, l)
				}
			}
		}
		if (stands == 1) != (l != nil) {
			t.Errorf("kind %d: %d stand, and %v applies", i, stands, l)
		}
	}
}

// A document lists what does not govern too, and a limit of the programme's own hides the built-in one only while it
// holds.
func TestAbout(t *testing.T) {
	set := NewLimits([]*Limit{
		light(t, "built", "CN", "", "legal", 300), light(t, "short", "CN", "", "legal", 300, func(l *Limit) { l.Averaging = "15min" }),
		light(t, "elsewhere", "VN", "", "legal", 300), light(t, "wages", "CN-ZJ-1", "", "legal", 300),
	}, []*Limit{light(t, "own", "CN", "", "legal", 500, own, from(t, "2026-01-01"))})
	for on, want := range map[string]string{"2025-12-31": "built short wages", "2026-01-01": "own short wages"} {
		var got []string
		for _, l := range set.About("light", "CN-GD", "CN-ZJ-1", day(t, on)) {
			got = append(got, l.Source)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("on %s: %s, want %s", on, strings.Join(got, " "), want)
		}
	}
	if got := set.About("noise", "CN", "CN", day(t, "2026-01-01")); len(got) != 0 {
		t.Errorf("about noise: %v", got)
	}
}

// What a run asks most: one reading against all built-in limits.
func BenchmarkApplying(b *testing.B) {
	set := NewLimits(built(b).Limits, nil)
	q := Question{Area: "air", Indicator: "concentration", Subject: "108-88-3", Region: "US-CA", On: day(b, "2026-07-14")}
	b.ReportAllocs()
	for b.Loop() {
		if set.Applying(q, nil)[0] == nil {
			b.Fatal("no limit")
		}
	}
}
