package standard

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"plimsoll/report/internal/yaml"
)

// Agent is a substance in workplace air.
type Agent struct {
	ID        string   `yaml:"id"` // its CAS number, or an id such as dust-total
	Name      string   `yaml:"name"`
	MolarMass float64  `yaml:"molar_mass"` // g/mol; 0 = none, so no ppm
	Solvent   bool     `yaml:"solvent"`    // enters the mixture index
	Aliases   []string `yaml:"aliases"`
	CAS       []string `yaml:"cas"`     // further CAS numbers that mean this agent
	Isomers   Words    `yaml:"isomers"` // names and CAS numbers of its isomers, which mean this agent too
}

// Molar volumes of an ideal gas at 101.325 kPa, L/mol: NIOSH Pocket Guide and 29 CFR 1910.1000 (25 °C),
// Directive 98/24/EC and GBZ 2.1 (20 °C).
const (
	molarVolume25 = 24.45
	molarVolume20 = 24.055
)

// MolarVolume is that of a gas at 20 °C, or at 25 °C where temperature is anything else, in L/mol.
func MolarVolume(temperature float64) float64 {
	if temperature == 20 {
		return molarVolume20
	}
	return molarVolume25
}

// PerPPM is the concentration in mg/m3 of 1 ppm at a temperature.
func (a *Agent) PerPPM(temperature float64) float64 { return a.MolarMass / MolarVolume(temperature) }

var casForm = regexp.MustCompile(`^(?:CAS\s*:?\s*)?0*([1-9]\d{1,6})-(\d{2})-(\d)$`)

// CASNumber reads a CAS registry number and holds it to its check digit. Zeros in front (000108-88-3, as some databases
// write it) are dropped.
func CASNumber(s string) (string, bool) {
	m := casForm.FindStringSubmatch(strings.ToUpper(strings.TrimSpace(norm.NFKC.String(s))))
	if m == nil {
		return "", false
	}
	digits, sum := m[1]+m[2], 0
	for i := range digits {
		sum += int(digits[len(digits)-1-i]-'0') * (i + 1)
	}
	return m[1] + "-" + m[2] + "-" + m[3], sum%10 == int(m[3][0]-'0')
}

// agents is the register: by id, and by folded name, alias or CAS number.
type agents struct {
	list    []*Agent
	by      map[string]*Agent
	isomers map[string]string // by folded name or CAS number
}

func newAgents(list []*Agent) (*agents, error) {
	reg := &agents{list: list, by: map[string]*Agent{}, isomers: map[string]string{}}
	for i, a := range list {
		names := slices.Concat([]string{a.ID, a.Name}, a.Aliases, a.CAS)
		for _, isomer := range slices.Sorted(maps.Keys(a.Isomers)) {
			names = append(names, a.Isomers[isomer]...)
		}
		for _, name := range names {
			key := agentKey(name)
			if other := reg.by[key]; other != nil && other != a {
				return nil, yaml.Wrong(yaml.At("agents", i), "%q is a name of both %s and %s", name, other.Name, a.Name)
			}
			reg.by[key] = a
		}
		if err := reg.nameIsomers(a); err != nil {
			return nil, yaml.Below(err, "agents", i)
		}
	}
	return reg, nil
}

// nameIsomers keeps which isomer a name means; the substance's own names mean none of them.
func (a *agents) nameIsomers(agent *Agent) error {
	for _, isomer := range slices.Sorted(maps.Keys(agent.Isomers)) {
		for _, name := range agent.Isomers[isomer] {
			key := agentKey(name)
			if other, taken := a.isomers[key]; taken && other != isomer || key == agentKey(agent.Name) {
				return yaml.Wrong(yaml.At("isomers"), "%q is a name of more than one of %s", name, agent.Name)
			}
			a.isomers[key] = isomer
		}
	}
	return nil
}

// name gives an agent one more name; ids of agents that there are not are passed over.
func (a *agents) name(name, id string) error {
	agent := a.by[agentKey(id)]
	if other := a.by[agentKey(name)]; agent != nil && other != nil && other != agent {
		return fmt.Errorf("%q is a name of both %s and %s", name, other.Name, agent.Name)
	}
	if agent != nil {
		a.by[agentKey(name)] = agent
	}
	return nil
}

// agentKey is a CAS number as such, any other name folded: 108883 is not toluene.
func agentKey(name string) string {
	if cas, ok := CASNumber(name); ok {
		return cas
	}
	return Fold(name)
}

// Agent finds a substance by name, alias or CAS number, matched whole. A valid CAS number that is not registered is a
// substance without a name or molar mass.
func (s *Standard) Agent(written string) (*Agent, bool) {
	if a, ok := s.agents.by[agentKey(written)]; ok {
		return a, true
	}
	cas, ok := CASNumber(written)
	if !ok {
		return nil, false
	}
	return &Agent{ID: cas, Name: cas}, true
}

// Isomer is the isomer of its substance that a name or CAS number means: "o" of o-xylene; blank where it means the
// substance itself, or none that is marked.
func (s *Standard) Isomer(written string) string { return s.agents.isomers[agentKey(written)] }

// AgentNames lists the names of the register, for hints.
func (s *Standard) AgentNames() []string {
	names := make([]string, len(s.agents.list))
	for i, a := range s.agents.list {
		names[i] = a.Name
	}
	return names
}

// Process is a kind of work or place that light is judged by.
type Process struct {
	ID      string   `yaml:"id"`
	Name    string   `yaml:"name"`
	Aliases []string `yaml:"aliases"`
}

// Process finds a process by name or alias. An unknown word is kept: lower case, spaces to hyphens; known is false.
func (s *Standard) Process(written string) (id string, known bool) {
	if p, ok := s.processes[Fold(written)]; ok {
		return p, true
	}
	return strings.Join(strings.Fields(strings.ToLower(written)), "-"), false
}
