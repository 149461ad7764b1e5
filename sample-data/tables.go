package main

import (
	"embed"
	"fmt"

	"github.com/goccy/go-yaml"
)

// files are the tables: programme.yaml, sheets.yaml, and one file a factory.
//
//go:embed tables
var files embed.FS

// A programme is everything that the tables hold.
type programme struct {
	Settings []struct {
		Key   string
		Value any
	}
	Factories     []string // ids, in the order of the sheet Factories
	Limits        []limit
	Prices        []economy
	OrdinaryHours map[string]float64           `yaml:"ordinary_hours"` // a month, by country, where pay is by the hour
	NormalWeeks   map[string]float64           `yaml:"normal_weeks"`   // hours, by country, where pay is by the month
	SoundMeters   map[string]string            `yaml:"sound_meters"`   // by country
	AirMethods    map[string]map[string]string `yaml:"air_methods"`    // by country and kind of sampling
	AirKinds      map[string][]string          `yaml:"air_kinds"`      // the agents of each kind of sampling
	NotMeasured   []unmeasured                 `yaml:"not_measured"`
	OddSamples    []oddSample                  `yaml:"odd_samples"`
	ShortSamples  shortSamples                 `yaml:"short_samples"`
	Checklists    []checklist

	factories []*factory
	columns   map[string][]column // by sheet
}

// A factory is one table: who it is, and where its figures went from the first quarter to the last one.
type factory struct {
	ID, Name, Country, Region, Address, Parent, Ownership, Product, Processes, Dormitory, Because, Languages string

	LocalName      string `yaml:"local_name"`
	OSID           string `yaml:"os_id"`
	WageRegion     string `yaml:"wage_region"`
	Workers, Women int
	Since, Day     int // Day: of a quarter, on which it is usually measured
	Ended          string
	Currency       string
	Basis          string
	PayMonth       int     `yaml:"pay_month"`     // of a quarter whose payroll is sent, from 0
	OvertimeRate   float64 `yaml:"overtime_rate"` // times ordinary pay
	Laboratory     laboratory
	NewLightMeter  *quarter `yaml:"new_light_meter"` // from which on light is read with another meter, in another way
	Courses        struct{ Noise, Light, Air, Dorms, Pay, Hours course }
	Noise          []place
	Light          []place
	Air            []place
	Dorms          []room
	Earnings       []payGroup
	Audits         []visit
	ThirdParty     *thirdParty `yaml:"third_party"`
	Findings       []finding
	Training       []lesson
	Feedback       []channel
	Business       business
}

// A place is where something is measured. Rows that share a worker code are the parts of that person's day.
type place struct {
	Place, Process, Group, Worker, Sample string
	Hours                                 float64 // a day; 0 is a whole day
	Workers                               int
	Level, Light                          span // dB(A), lx
	Agents                                []concentration
}

// A concentration is an agent at a place: its way, and the laboratory's detection limit where it states one.
type concentration struct {
	Agent, Unit string
	Amount      span
	Detection   float64
}

// A laboratory and its word for a sample below the detection limit; in "<" the limit itself stands behind it.
type laboratory struct{ Name, Below string }

// unmeasured is a row that says, in the words of its sender, that nobody could measure there.
type unmeasured struct {
	Factory, Sheet, Place, Process, Agent, Cell, Note string
	Quarter                                           quarter
	Workers                                           int
}

// An oddSample is one beside the plan. Its cell is a text or a value.
type oddSample struct {
	Factory, Place, Process, Group, Sample, Agent, Cell, Note string
	Quarter                                                   quarter
	Workers                                                   int
	Value, Detection                                          float64
}

// shortSamples are taken at the peak of a work: some times the value of the day.
type shortSamples struct {
	Agents  []string
	Process string
	From    quarter
	Minutes int
	Times   float64
}

// A checklist is a sheet of questions. One is answered no at a factory from a quarter up to another, else yes.
type checklist struct {
	Sheet     string
	Questions []struct {
		Question, Severity string
		No                 map[string]struct{ From, To quarter }
	}
}

// A room of a dormitory; its occupants move by the factory's course. Washrooms are counted with the room beside them.
type room struct {
	Building, Room, Note   string
	Area                   float64 // m2
	Beds, Toilets, Showers int
	Occupants              span
	Emptied                *quarter // nobody lives there from then on
}

// A payGroup is one group of workers in the payroll. Pay is a month's, or an hour's where pay is by the hour.
type payGroup struct {
	Group, Sex     string
	Workers        int
	Pay, Lowest    span // no lowest: the factory does not say
	Hours, Longest span // a week
}

// A visit is one audit of a factory.
type visit struct {
	Quarter                 quarter
	Kind, Announced, Scheme string
	Days                    float64
	Interviews              int
}

// thirdParty is what an outsider found besides the factory's own rows, in the last quarter.
type thirdParty struct {
	Days       float64
	Interviews int
	Announced  string
	After      int  // days after the factory's own survey
	TypedAgain bool `yaml:"typed_again"` // the factory's own first reading once more, unchanged
	Noise      []place
}

// A finding was raised on the factory's visit of a quarter. Its number is its place in the table, from 1.
type finding struct {
	Raised                                                                          quarter
	Area, Severity, Action, Text, Requirement, Cause, Correction, Verified, Comment string
	Due, Closed                                                                     string
	Repeats                                                                         int // the number of an earlier finding
}

// A lesson is one training session.
type lesson struct {
	On, Topic, Audience string
	People              int
	Hours               float64
}

// A channel is one way in which workers speak up: how many notes a quarter, the share resolved, and the days that took.
type channel struct {
	Channel                  string
	First                    quarter
	Received, Resolved, Days span
}

// A business is how a factory runs: machines, injuries, pairs, and shares of machines, pairs, orders and workers.
type business struct {
	First, Last                               quarter
	Machines, Guarded, Injuries, Hours, Pairs span
	Defects, Turnover, Absence                span
	OnTime                                    span `yaml:"on_time"`
	Years                                     []year
}

// A year is what a factory reported before it counted by quarters.
type year struct {
	Year, Pairs                int
	Defects, Turnover, Absence float64
	OnTime                     float64 `yaml:"on_time"`
}

// A limit that the programme adds to the built-in ones, or puts in their place.
type limit struct {
	Area, Indicator, Subject, Jurisdiction, Unit, Kind, Basis, From, To, Source, Clause, Verified string
	Limit                                                                                         float64
}

// An economy is a price index: 100 in the first month, a yearly rate, and a sway over the year.
type economy struct {
	Country    string
	Rate, Sway float64
}

// readTables reads all of them, strictly: a misspelt key is a mistake.
func readTables() (*programme, error) {
	p := &programme{}
	if err := readTable("programme", p); err != nil {
		return nil, err
	}
	if err := readTable("sheets", &p.columns); err != nil {
		return nil, err
	}
	for _, id := range p.Factories {
		f := &factory{}
		if err := readTable(id, f); err != nil {
			return nil, err
		}
		p.factories = append(p.factories, f)
	}
	return p, nil
}

func readTable(name string, into any) error {
	data, err := files.ReadFile("tables/" + name + ".yaml")
	if err != nil {
		return err
	}
	if err := yaml.UnmarshalWithOptions(data, into, yaml.Strict()); err != nil {
		return fmt.Errorf("tables/%s.yaml: %w", name, err)
	}
	return nil
}
