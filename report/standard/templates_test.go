package standard

import (
	"io/fs"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"plimsoll/templates"
)

// The tests of this file hold the templates that are built in, not code.

func TestBuiltInLimitsAreComplete(t *testing.T) {
	s := built(t)
	jurisdiction := regexp.MustCompile(`^(\*|[A-Z]{2}(-[A-Za-z0-9]+)*)$`)
	for _, l := range s.Limits {
		about := strings.Join([]string{l.Place.String(), l.Area, l.Indicator, l.Subject, l.Jurisdiction, l.Kind, l.Averaging, l.FromText}, " ")
		area := s.Area(l.Area)
		if area == nil || area.Indicator(l.Indicator) == nil || !(l.Value > 0) || math.IsInf(l.Value, 0) {
			t.Errorf("%s: not complete, value %v", about, l.Value)
			continue
		}
		if !jurisdiction.MatchString(l.Jurisdiction) || l.Source == "" || l.Verified && l.URL == "" || l.Own {
			t.Errorf("%s: jurisdiction %q, source %q, url %q", about, l.Jurisdiction, l.Source, l.URL)
		}
		if area.Subject() == "agent" && l.Subject != "" && !slices.ContainsFunc(s.agents.list, func(a *Agent) bool { return a.ID == l.Subject }) {
			t.Errorf("%s: the agent is not registered", about)
		}
		if area.Subject() == "process" && l.Subject != "" && !slices.Contains(s.ProcessIDs(), l.Subject) {
			t.Errorf("%s: the process is not known", about)
		}
		if l.Kind == Legal && l.Jurisdiction == "*" {
			t.Errorf("%s: no law holds everywhere", about)
		}
		if area.Indicator(l.Indicator).Wage && l.Basis == "" && !strings.HasPrefix(l.Note, "basis not seen") {
			t.Errorf("%s: a wage without its basis", about)
		}
	}
	if len(s.Limits) < 300 {
		t.Errorf("only %d limits are built in", len(s.Limits))
	}
}

// The example that the limits' README begins with says what the built-in files say.
func TestExampleOfLimits(t *testing.T) {
	readme, err := fs.ReadFile(templates.Files, "limits/README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(readme), "```yaml\n")
	example, _, _ := strings.Cut(rest, "```")
	s, err := Load(edited(t, map[string]string{"limits/example.yaml": example}))
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, l := range s.Limits {
		if l.Place.String() != "templates/limits/example.yaml" {
			continue
		}
		found++
		if !slices.ContainsFunc(built(t).Limits, func(m *Limit) bool {
			return l.key() == m.key() && l.From == m.From && l.Value == m.Value && l.Source == m.Source && l.Clause == m.Clause
		}) {
			t.Errorf("%s %s %v %s is not built in so", l.Jurisdiction, l.Indicator, l.Limit, l.Source)
		}
	}
	if found != 2 {
		t.Errorf("%d limits in the example", found)
	}
}

// No two rows could both govern a reading and differ only in their place in the file.
func TestBuiltInLimitsAreNotAmbiguous(t *testing.T) {
	type row struct {
		key
		basis, currency string
	}
	seen := map[row][]*Limit{}
	for _, l := range built(t).Limits {
		r := row{l.key(), l.Basis, l.Currency}
		for _, m := range seen[r] {
			if l.From == m.From || (l.To == 0 || m.From <= l.To) && (m.To == 0 || l.From <= m.To) {
				t.Errorf("%+v: %v from %s to %s and %v from %s to %s overlap", r, l.Limit, l.From, l.To, m.Limit, m.From, m.To)
			}
		}
		seen[r] = append(seen[r], l)
	}
}

func TestBuiltInAgents(t *testing.T) {
	s := built(t)
	plain := []string{"dust-total", "dust-respirable", "wood-dust", "cotton-dust", "leather-dust", "pm2.5", "pm10"}
	for _, a := range s.agents.list {
		if slices.Contains(plain, a.ID) {
			if a.MolarMass != 0 || a.Solvent {
				t.Errorf("%s has a molar mass or is a solvent", a.ID)
			}
			continue
		}
		for _, number := range append([]string{a.ID}, a.CAS...) {
			if cas, ok := CASNumber(number); !ok || cas != number {
				t.Errorf("%s: %q is no CAS number", a.Name, number)
			}
		}
		if !(a.MolarMass > 16 && a.MolarMass < 400) {
			t.Errorf("%s weighs %v g/mol", a.Name, a.MolarMass)
		}
	}
}

// Molar masses of the methodology (toluene, acetone, n-hexane, benzene) and of domain.md, section 1.3.1.
func TestMolarMasses(t *testing.T) {
	for name, want := range map[string]float64{
		"toluene": 92.14, "n-hexane": 86.18, "acetone": 58.08, "butanone": 72.11, "ethyl acetate": 88.11, "cyclohexane": 84.16,
		"xylene": 106.17, "benzene": 78.11, "formaldehyde": 30.03, "TDI": 174.16, "MDI": 250.25, "methyl acetate": 74.08, "DMF": 73.09,
		"dichloromethane": 84.93, "carbon dioxide": 44.01,
		// worked out from the atomic masses C 12.011, H 1.008, N 14.007, O 15.999, Cl 35.45, S 32.06
		"ethylbenzene": 106.17, "styrene": 104.15, "n-heptane": 100.21, "MIBK": 100.16, "cyclohexanone": 98.15, "n-butyl acetate": 116.16,
		"methanol": 32.04, "isopropanol": 60.10, "ammonia": 17.03, "phenol": 94.11, "trichloroethylene": 131.38, "tetrachloroethylene": 165.82,
		"chloroform": 119.37, "ethanol": 46.07, "tetrahydrofuran": 72.11, "ozone": 48.00, "hydrogen sulfide": 34.08, "carbon monoxide": 28.01,
	} {
		if a, ok := built(t).Agent(name); !ok || math.Abs(a.MolarMass-want) > 0.02 {
			t.Errorf("%s: %+v, want %v g/mol", name, a, want)
		}
	}
}

// The solvents of the mixture index are those of the methodology, no more and no fewer.
func TestSolvents(t *testing.T) {
	want := strings.Split("toluene,xylene,ethylbenzene,styrene,n-hexane,cyclohexane,n-heptane,acetone,butanone,methyl isobutyl ketone,cyclohexanone,"+
		"methyl acetate,ethyl acetate,n-butyl acetate,methanol,isopropanol,dimethylformamide,dichloromethane", ",")
	var got []string
	for _, a := range built(t).agents.list {
		if a.Solvent {
			got = append(got, a.Name)
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("solvents are %v, want %v", got, want)
	}
}

// An agent's Chinese name inside another's must not be taken for it.
func TestAgentNamesInsideOtherNames(t *testing.T) {
	s := built(t)
	for _, a := range s.agents.list {
		for _, name := range append([]string{a.ID, a.Name}, append(a.Aliases, a.CAS...)...) {
			if found, ok := s.Agent(name); !ok || found != a {
				t.Errorf("%q finds %+v, not %s", name, found, a.Name)
			}
		}
	}
}
