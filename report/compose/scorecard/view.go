package scorecard

import (
	"plimsoll/report/audit"
	"plimsoll/report/compose"
	"plimsoll/report/language"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// Text and Markup are what templates print: a value from the data, escaped, and words that are Markdown already.
type (
	Text   = language.Text
	Markup = language.Markup
)

// View is the data of a document about one factory: values, which the functions of compose.Printer print.
type View struct {
	compose.Head
	Factory    *FactoryView
	Unreported []string         // ids of what nothing was sent of for the quarter: training, feedback, safety
	Baseline   standard.Quarter // of most areas
	Unlawful   []compose.Item   // what breaks the law, all of it, the gravest first
	Areas      []AreaView
	Key        Key
	Attention  []compose.Item     // what else needs attention, the gravest first
	More       int                // of it that did not find room
	IsComplete bool               // everything that is expected of the factory was measured, and judged
	Improved   []*told.AreaStatus // areas that got better since the baseline
	Uncalled   []*told.AreaStatus // those that would be called so if no legal minimum were missed there
	Figures    []FigureRow        // every indicator of the last measured quarter
	Findings   FindingsView
	Training   []compose.Training
	Feedback   []compose.FeedbackRow
	Safety     []audit.Safety
	LeftOut    []problem.Cause
	LeftMore   int    // causes that did not find room
	Notes      []Note // what a reader of this factory's figures must know: breaks, judged by averages, …
	Peers      int    // the most that any of its figures is compared with
}

// Key is what the charts and tables of the first page use, so that it alone is explained.
type Key struct {
	Lines      []string // marks of the trends
	Peers      bool     // one of them is the median of peers
	Marks      []string // symbols of statuses
	Unverified bool     // a limit is
}

// FactoryView is the factory of a scorecard.
type FactoryView struct {
	*audit.Factory
	Leads, Other string // its two names, the one that leads in the language first
	LocalLang    string // tag of the other name's language, blank where it is not known
	Place        string
	HasEnded     bool         // by the end of the quarter
	Visit        *audit.Audit // the latest, nil where there is none on record
}

// AreaView is one row of "at a glance" with its chart.
type AreaView struct {
	compose.AreaView
	TrackAlt, ChartTitle, ChartAlt, Caption Markup
}

// FigureRow is one indicator in the table of all figures.
type FigureRow struct {
	*told.Figure
	First bool // of its area
	Mark  string
}

// FindingsView is the findings at the end of the quarter.
type FindingsView struct {
	compose.Tally // of all
	Any           bool
	Actions       []compose.ActionRow
	Due           []compose.FindingRow // open ones, the gravest first
	DueMore       int
	Sum           compose.Closures
}

// IsGood says that some findings are closed, and none is overdue or repeated.
func (v FindingsView) IsGood() bool { return v.Sum.Closed > 0 && v.Overdue == 0 && v.Repeat == 0 }

// Note is something that a reader of some areas' figures must know: the id of its words.
type Note struct {
	ID    string // average, break or places
	Areas []*standard.Area
	Since standard.Quarter
}
