// Package standard says what is measured and the line it is held against: areas, indicators, units, agents, processes
// and limits, all read from template files, and the calendar that both are dated by.
//
//	std, err := standard.Load(templates.Files)
//	std.Area("noise").Kind // what its rows are, and so what can be done with them
//
// load.go reads the folder: area.go and sheet.go what is measured and written, kind.go and a file for each kind of area
// what its rows are, limit.go, limitfile.go and standing.go the limits and when each is in force, agent.go, country.go
// and language.go the names. words.go folds what people write, so that it can be compared; number.go says which numbers
// can be read in two ways, detection.go how laboratories write that they found nothing.
package standard

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"plimsoll/report/internal/yaml"
)

// Standard is everything that the template files declare about measuring. It does not change after Load.
type Standard struct {
	Areas     []*Area  // in the order of results
	Sheets    []*Sheet // that are not an area's
	Limits    []*Limit // built in
	Languages []*Language

	agents       *agents
	processes    map[string]string // folded name or alias → id
	processIDs   []string
	yesNo        map[string]string
	findingAreas map[string]string
	notMeasured  map[string]bool
	detection    detection
	areaNames    map[string]*Area
	sheetNames   map[string]*Sheet // by folded name or alias, areas' too
	exampleMarks []string          // in lower case
	countries    countries
	channels     map[string]string // usual ones: folded name → id
	pairs        map[string]string // folded words for pairs
}

// Load reads areas/, limits/, sheets.yaml, agents.yaml, processes.yaml, countries.yaml and the names in languages/ of a
// template folder. An error names the file and the line.
func Load(templates fs.FS) (*Standard, error) {
	s := &Standard{areaNames: map[string]*Area{}, sheetNames: map[string]*Sheet{}, channels: map[string]string{},
		pairs: map[string]string{"pairs": "pairs"}}
	for _, step := range []func(fs.FS) error{s.loadSheets, s.loadAgents, s.loadProcesses, s.loadAreas, s.loadLanguages,
		s.loadCountries, s.loadLimits} {
		if err := step(templates); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// decode reads a YAML file strictly: an unknown key is an error with its line.
func decode(templates fs.FS, name string, into any) (*yaml.File, error) {
	file, err := yaml.Read(templates, name)
	if err != nil {
		return nil, err
	}
	return file, file.Decode(into)
}

// decodeOver is decode of a file that is merged over the built-in one of its name.
func decodeOver(templates fs.FS, name string, into any) (*yaml.File, error) {
	file, err := yaml.ReadOver(templates, name)
	if err != nil {
		return nil, err
	}
	return file, file.Decode(into)
}

func (s *Standard) loadSheets(templates fs.FS) error {
	var file struct {
		Sheets      []*Sheet `yaml:"sheets"`
		YesNo       Words    `yaml:"yesno"`
		Findings    Words    `yaml:"finding_areas"`
		NotMeasured []string `yaml:"not_measured"`
		Below       []string `yaml:"below_detection"`
		Behind      []string `yaml:"behind_detection_limit"`
	}
	text, err := decodeOver(templates, "sheets.yaml", &file)
	if err != nil {
		return err
	}
	for i, sheet := range file.Sheets {
		if err := cmp.Or(sheet.index(), s.nameSheet(sheet)); err != nil {
			return text.Locate(yaml.Below(err, "sheets", i))
		}
	}
	s.Sheets, s.notMeasured = file.Sheets, signs(file.NotMeasured)
	s.detection = detection{words: signs(file.Below), behind: signs(file.Behind)}
	if s.yesNo, err = file.YesNo.lookup(); err != nil {
		return text.Locate(yaml.Below(err, "yesno"))
	}
	if s.findingAreas, err = file.Findings.lookup(); err != nil {
		return text.Locate(yaml.Below(err, "finding_areas"))
	}
	return nil
}

func signs(list []string) map[string]bool {
	out := map[string]bool{}
	for _, s := range list {
		out[FoldSign(s)] = true
	}
	return out
}

func (s *Standard) loadAgents(templates fs.FS) error {
	var file struct {
		Agents []*Agent `yaml:"agents"`
	}
	text, err := decodeOver(templates, "agents.yaml", &file)
	if err != nil {
		return err
	}
	s.agents, err = newAgents(file.Agents)
	return text.Locate(err)
}

func (s *Standard) loadProcesses(templates fs.FS) error {
	var file struct {
		Processes []Process `yaml:"processes"`
	}
	text, err := decodeOver(templates, "processes.yaml", &file)
	if err != nil {
		return err
	}
	s.processes = map[string]string{}
	for i, p := range file.Processes {
		s.processIDs = append(s.processIDs, p.ID)
		for _, name := range append([]string{p.ID, p.Name}, p.Aliases...) {
			if other, taken := s.processes[Fold(name)]; taken && other != p.ID {
				return text.Locate(yaml.Wrong(yaml.At("processes", i), "%q is a name of both %s and %s", name, other,
					p.ID))
			}
			s.processes[Fold(name)] = p.ID
		}
	}
	return nil
}

func (s *Standard) loadAreas(templates fs.FS) error {
	names, err := fs.Glob(templates, "areas/*.yaml")
	if err != nil {
		return err
	}
	for _, name := range names {
		area := &Area{}
		text, err := decode(templates, name, area)
		if err != nil {
			return err
		}
		if err := area.prepare(); err != nil {
			return text.Locate(err)
		}
		if err := s.nameSheet(&area.Sheet); err != nil {
			return text.Locate(yaml.Below(err, "sheet"))
		}
		s.Areas = append(s.Areas, area)
		for _, alias := range append([]string{area.ID, area.Name, area.Sheet.Name}, area.Aliases...) {
			if other := s.areaNames[Fold(alias)]; other != nil && other != area {
				return text.Locate(yaml.Wrong(yaml.At("id"), "%q is a name of %s too", alias, other.ID))
			}
			s.areaNames[Fold(alias)] = area
		}
	}
	slices.SortStableFunc(s.Areas, func(a, b *Area) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.ID, b.ID))
	})
	return nil
}

// AllSheets lists every sheet of the audit workbook: those that are not an area's, then those of the areas.
func (s *Standard) AllSheets() []*Sheet {
	sheets := slices.Clone(s.Sheets)
	for _, a := range s.Areas {
		sheets = append(sheets, &a.Sheet)
	}
	return sheets
}

// nameSheet refuses a sheet whose name would mean two sheets.
func (s *Standard) nameSheet(sheet *Sheet) error {
	for _, name := range append([]string{sheet.Name}, sheet.Aliases...) {
		if other := s.sheetNames[Fold(name)]; other != nil && other != sheet {
			return fmt.Errorf("%q is a name of both the sheet %s and the sheet %s", name, other.Name, sheet.Name)
		}
		s.sheetNames[Fold(name)] = sheet
	}
	return nil
}

// rank puts areas without an order behind the others.
func rank(a *Area) int {
	if a.Order == 0 {
		return 1 << 20
	}
	return a.Order
}

// Area finds an area by id, name or alias; nil where none is called so.
func (s *Standard) Area(name string) *Area { return s.areaNames[Fold(name)] }

// FindingArea finds what a finding is about: an area, or one of the words beyond them.
func (s *Standard) FindingArea(name string) (id string, known bool) {
	if area := s.Area(name); area != nil {
		return area.ID, true
	}
	id, known = s.findingAreas[Fold(name)]
	return id, known
}

// AreaIDs lists the areas in their order.
func (s *Standard) AreaIDs() []string {
	ids := make([]string, len(s.Areas))
	for i, a := range s.Areas {
		ids[i] = a.ID
	}
	return ids
}

// FindingAreaIDs lists what a finding may be about: the areas in their order, then the words beyond them.
func (s *Standard) FindingAreaIDs() []string {
	ids := s.AreaIDs()
	for _, id := range slices.Sorted(maps.Values(s.findingAreas)) {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// ProcessIDs lists the processes in the order of their file.
func (s *Standard) ProcessIDs() []string { return s.processIDs }

// YesNo reads a word of yes or no.
func (s *Standard) YesNo(written string) (yes, ok bool) {
	word, ok := s.yesNo[Fold(written)]
	return word == "yes", ok
}

// NotMeasured says that a text stands for "nothing was measured here".
func (s *Standard) NotMeasured(written string) bool { return s.notMeasured[FoldSign(written)] }
