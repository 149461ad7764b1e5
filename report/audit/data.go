package audit

import (
	"cmp"
	"math"
	"slices"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

// Data is everything that the workbooks of a run hold together.
type Data struct {
	Programme  Programme
	Factories  []*Factory // sorted by ID
	Readings   Readings   // of each factory by file, sheet and row
	Lost       []Lost     // rows of measurements that could not be used
	Audits     []Audit    // by date
	Findings   []Finding  // by date raised
	Training   []Training
	Feedback   []Feedback
	Safety     []Safety
	Production []Production
	Prices     []Price
	Limits     []*standard.Limit // the programme's own
	Account    *Account          // what became of every cell; nil unless it was asked for
}

// Programme holds the settings of the sheet Programme.
type Programme struct {
	Name, Company, Contact, CodeOfConduct, Statement, HomeCountry, Assurance string

	YearStarts int    // month 1–12
	DateOrder  string // dmy, mdy or blank: text dates are ISO only
	Decimal    string // point, comma or blank: in numbers that are text

	ApprovedBy, SignedBy, PoliciesURL, Targets string
	ApprovedOn                                 standard.Date

	Areas []*standard.Area // that it measures; none = those that every programme does

	// Spoken are texts for documents in one language: those of the keys that carry it, as Statement [zh-Hans] does.
	Spoken map[SpokenKey]string
}

// SpokenKey is a key of the sheet Programme, as it is declared, in a language.
type SpokenKey struct{ Key, Language string }

// Factory is one row of the sheet Factories; numbers are NaN where they are not given.
type Factory struct {
	ID, Name, LocalName, OSID, Country, Region, WageRegion, Address, Parent string
	Ownership, Product, Processes, Since, EndedBecause, Languages           string

	Workers, Women float64
	Dormitory      string // yes, no or blank
	Ended          standard.Date
	Place          problem.Place
}

// Source is a row of a workbook. Order counts all rows that were read, in the order of files, sheets and rows.
type Source struct {
	File, Sheet string
	Row         int
	Span        string // the rows it was made of (2-1441) where a mapping made it of several, the first being Row
	Order       int
}

// Compare orders rows as they were read.
func (s Source) Compare(t Source) int { return cmp.Compare(s.Order, t.Order) }

// Place names the row.
func (s Source) Place() problem.Place { return problem.Place{File: s.File, Sheet: s.Sheet, Row: s.Row} }

// Reading is one row of measurements. Which parts are filled depends on the shape of its area; a number that is not
// given is NaN.
type Reading struct {
	Factory *Factory
	Area    *standard.Area
	Date    standard.Date
	Source  Source
	Method  string // folded, so that methods compare without case, spaces and punctuation
	Workers float64

	Location string // Location, or Room
	Subject  string // agent or process
	Group    string // of workers exposed alike, or of pay
	Worker   string // code of the worker whose day the row is a part of

	// Value is in the area's unit: dB(A), lx, mg/m3 (ppm if ByVolume), m2 (floor area), the row's Currency (regular
	// pay).
	Value     float64
	Indicator uint8 // of those of the area: whose the value is, where a row holds several
	Agent     *standard.Agent
	Isomer    string // the one of the agent that the row names; blank where it names the substance itself
	ByVolume  bool
	Below     bool // below the detection limit, which then is Value
	AreaWide  bool // an area sample; Personal: a personal one; neither where not said
	Personal  bool
	Hours     float64 // a day, at this level
	Minutes   float64 // of sampling

	Building                          string
	Occupants, Beds, Toilets, Showers float64

	Currency, Basis, Sex       string  // Basis is net, gross, or blank where the row does not say
	Lowest, Ordinary, Overtime float64 // pay in Currency; hours a month
	Weekly, Longest            float64 // hours a week
}

// About is the subject by its name, as messages have it: toluene, not 108-88-3.
func (r *Reading) About() string {
	if r.Agent != nil {
		return r.Agent.Name
	}
	return r.Subject
}

// HasWeek says that a row of pay gives the hours of a week, the mean or the longest.
func (r *Reading) HasWeek() bool { return !math.IsNaN(r.Weekly) || !math.IsNaN(r.Longest) }

// Audit is one visit.
type Audit struct {
	ID, Auditor, Kind, Announced, Scheme, Note string
	Factory                                    *Factory
	Date                                       standard.Date
	Days, Interviewed                          float64
	Place                                      problem.Place
}

// Finding is one finding with what became of it.
type Finding struct {
	ID, Area, Text, Action, AuditID, Requirement, Severity string
	RootCause, Corrective, VerifiedBy, Comment             string
	Repeats, Owner                                         string
	Factory                                                *Factory
	Raised, Due, Closed                                    standard.Date
	Place                                                  problem.Place
}

// IsOpen says whether the finding was open at the end of a day; one that was closed later was.
func (f *Finding) IsOpen(on standard.Date) bool { return f.Closed == 0 || f.Closed > on }

// IsOverdue says whether it was open and its due date had passed.
func (f *Finding) IsOverdue(on standard.Date) bool { return f.IsOpen(on) && f.Due != 0 && f.Due < on }

// Severities are those of findings, the gravest first; the last is for findings that name none.
func Severities() []string { return []string{"critical", "major", "minor", ""} }

// Gravity is the place of the finding's severity among them: 0 is the gravest.
func (f *Finding) Gravity() int { return slices.Index(Severities(), f.Severity) }

// Training is one session.
type Training struct {
	Factory         *Factory
	Date            standard.Date
	Topic, Audience string
	People, Hours   float64
	Place           problem.Place
}

// Period is a quarter, or a whole year.
type Period struct {
	Quarter standard.Quarter // of a year: its first
	Year    bool
}

// Feedback is one channel in one quarter.
type Feedback struct {
	Factory                        *Factory
	Period                         Period
	Channel                        string
	Received, Resolved, MedianDays float64
	Place                          problem.Place
}

// Safety is one quarter.
type Safety struct {
	Factory                              *Factory
	Period                               Period
	Inspected, Guarded, Drills, Injuries float64
	HoursWorked, LostTime, Fatalities    float64
	Place                                problem.Place
}

// Production is one quarter or year. Shares are 0–1.
type Production struct {
	Factory                            *Factory
	Period                             Period
	Unit                               string
	Output                             float64
	Defects, OnTime, Turnover, Absence float64
	Place                              problem.Place
}

// Price is a price index value of a month.
type Price struct {
	Country string
	Month   standard.Date
	Index   float64
	Place   problem.Place
}

// Expects says that factories of the programme should be measured in an area: as its setting Areas says, else as the
// area's file does.
func (d *Data) Expects(a *standard.Area) bool {
	if len(d.Programme.Areas) == 0 {
		return a.Always
	}
	return slices.Contains(d.Programme.Areas, a)
}
