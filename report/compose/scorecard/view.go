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
	Factory   *FactoryView
	Baseline  standard.Quarter // of most areas
	Areas     []AreaView
	Figures   []FigureRow        // every indicator of the last measured quarter
	Attention []compose.Item     // what lies beyond its limit, the most people first
	More      int                // attention items that did not find room
	Improved  []*told.AreaStatus // areas that got better since the baseline
	Findings  FindingsView
	Training  []compose.Training
	Feedback  []compose.FeedbackRow
	Safety    []audit.Safety
	LeftOut   []problem.Problem
	LeftMore  int    // problems that did not find room
	Notes     []Note // what a reader of this factory's figures must know: breaks, judged by averages, …
	Peers     int    // the most that any of its figures is compared with
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
	Any      bool
	Actions  []compose.ActionRow
	Due      []compose.FindingRow // open ones, the next due first
	DueMore  int
	Closed   []compose.FindingRow // closed in the quarter
	Sum      compose.Closures
	Comments []*audit.Finding
}

// Note is something that a reader of an area's figures must know: the id of its words.
type Note struct {
	ID    string // average, break or places
	Area  *standard.Area
	Since standard.Quarter
}
