package quarterly

import (
	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
	"plimsoll/report/language"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// Text and Markup are what templates print: a value from the data, escaped, and words that are Markdown already.
type (
	Text   = language.Text
	Markup = language.Markup
)

// View is the data of a document about the whole programme.
type View struct {
	compose.Head
	Report *ReportView
	Limits []compose.LimitRow
}

// ReportView is what a document about the whole programme can use: values, which the functions of templates print.
type ReportView struct {
	Size
	From      standard.Date    // first day of the quarter
	Factories []*audit.Factory // with which a relationship lasted in the quarter
	Workers   float64          // of those that say how many
	Silent    int              // factories that do not say
	Audits    int              // in the quarter
	Targets   string           // what the programme says it aims at

	Claim     Claim
	Areas     []AreaView // that somebody is, or should be, measured in
	Law       Law
	Overdue   []SeverityRow
	Decisions Decisions
	New       []Entry
	Ended     []Exit
	Data      Data

	Matrix []MatrixRow

	ShareMarks, MatrixMarks []string // what the keys of the first page and of the matrix explain

	Chapters  []AreaView // that anything was measured in
	Findings  Findings
	Visits    []compose.VisitSum
	Unvisited []*audit.Factory
	People    People
	Making    Making
	Stages    []*audit.Factory // that say what they do
	Business  []BusinessRow
	Problems  []ProblemRow
	MoreRows  int // lines of problems that are not shown
	Restated  []benchmark.Restatement
	Compared  bool // with an earlier run's results.csv
}

// Size says which lists stand where: lists of a few factories in the chapters, of more in an annex, of very many in the
// files that the document carries.
type Size struct {
	Alone    bool // one or two factories: chapters follow each other on a page, and there is no matrix
	Listed   bool // lists stand in the chapters
	Annexed  bool // lists stand in the annex
	Attached bool // lists stand in the attached files
}

// The most factories of each size.
const (
	mostAlone   = 2
	mostListed  = 20
	mostAnnexed = 200
)

func sizeOf(factories int) Size {
	return Size{Alone: factories <= mostAlone, Listed: factories <= mostListed,
		Annexed: factories > mostListed && factories <= mostAnnexed, Attached: factories > mostAnnexed}
}

// AreaView is one area over all factories.
type AreaView struct {
	*told.Sum
	Gaps      []told.Gap // beyond law and codes, by gravity
	Shown     []told.Gap // the largest of them
	More      int        // that are not shown
	Countries []CountryRow
	Bands     []Band
	Charts    []ChartPart // its figures, of as many factories each as a page holds
	Alt       Markup      // what the figure of all shares shows
	Spread    Markup      // what the figure of the levels of all factories shows; blank where there are few
	Measured  []told.Part // the factories with a figure
}

// Worst is what most needs attention in the area; nil where nothing is beyond law or code.
func (v AreaView) Worst() *told.Gap {
	if len(v.Gaps) == 0 || v.Gaps[0].IsStale() {
		return nil
	}
	return &v.Gaps[0]
}

// CountryRow is an area over the factories of one country.
type CountryRow struct {
	Country string // its code
	*told.Sum
	Beyond int // factories where somebody works beyond a limit
}

// Band counts factories by their share within: from From to To percent, both included.
type Band struct{ From, To, Factories, Of int }

// ChartPart is some of the factories of a figure: From counts from 0. Each kind of figure is told in words and numbers.
type ChartPart struct {
	From, Count             int
	Dumbbell, Strip, Ladder Markup
}

// Law is what lies beyond legal limits.
type Law struct {
	Gaps      []told.Gap // now, by gravity
	Shown     []told.Gap // the gravest of them
	More      int
	OutOfDate []told.Gap // when it was last measured, too long ago to speak of now
	Factories int        // where one or more limits are not met now
	Measured  int        // factories with figures that speak of now
	Doubtful  int        // of the limits, that nobody has verified
}

// SeverityRow counts the open findings of a severity.
type SeverityRow struct {
	Severity      string // blank: not said
	Open, Overdue int
	Longest       *audit.Finding // overdue; nil without any
	Days          int            // since it was due
}

// Decisions are what the committee is asked.
type Decisions struct {
	Findings []compose.FindingRow // overdue, or critical and open
	More     int
	Measure  []Missing // what has to be measured
	Verify   int       // limits to be verified
}

// Missing is an area that factories lack a figure of that speaks of now.
type Missing struct {
	Area  *standard.Area
	Never []*audit.Factory
	Old   []told.Part // last measured too long ago
}

// Entry is a factory whose first figure is not older than a year.
type Entry struct {
	*audit.Factory
	First standard.Quarter
}

// Exit is a factory that was left within a year.
type Exit struct {
	*audit.Factory
	Open, Critical int // findings that stay open
}

// Data is how much of what is expected there is: one measurement is a factory and an area.
type Data struct {
	Expected, Current, InQuarter int
	Missing                      []Missing
	Visited                      int // factories
	Limits, Unverified           int // limits used, and those that nobody has verified
	Errors                       int // values that were left out
}

// MatrixRow is where one factory stands in every area.
type MatrixRow struct {
	*audit.Factory
	Cells []*told.Part // nil where there is nothing to measure
}

// Findings is the findings of all factories.
type Findings struct {
	Any     bool
	Actions []compose.ActionRow
	Areas   []AreaFindings
	Ages    []AgeRow
	Tally   compose.Tally
	Overdue []compose.FindingRow // the gravest first
	More    int
}

// AreaFindings counts the open findings of an area by severity.
type AreaFindings struct {
	Area   string // its id
	Counts []int
	All    int
}

// AgeRow counts open findings by the days since they were raised; To is 0 for those older than From.
type AgeRow struct{ From, To, Count int }
