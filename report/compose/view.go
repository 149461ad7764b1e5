package compose

import "plimsoll/report/standard"

// The types below are what a report template can use. Every field
// prints ready for the page, in the document's language: Text is escaped, Markup is finished Markdown.

// View is the dot of a template.
type View struct {
	Programme Text
	Company   Text
	Contact   Text
	Period    Text // the reported quarter
	Issued    Text // the date of issue
	Ended     Text // last day of the quarter
	Version   Text
	Factory   *FactoryView // of a document that is made per factory
	Areas     []AreaView
	Figures   []FigureRow // every indicator of the last measured quarter
	Attention []Markup    // what lies beyond the line, the most people first; each a list item
	More      int         // attention items that did not find room
	Improved  []Markup
	Findings  FindingsView
	Training  []TrainingRow
	Feedback  []FeedbackRow
	Safety    []Markup
	LeftOut   []LeftOutRow
	LeftMore  int // problems that did not find room
	Limits    []LimitRow
	Notes     []Markup // what a reader of this factory's figures must know: breaks, judged by averages, …
	Baseline  Text     // of most areas
	PeersNote Markup
}

// FactoryView is the factory of a scorecard.
type FactoryView struct {
	ID, Name, LocalName, OSID, Place, Parent, Product, Processes, EndedBecause Text
	Ownership                                                                  Markup
	Workers                                                                    Markup
	Ended                                                                      Text     // blank while the relationship lasts
	Audit                                                                      []Markup // lines about the latest audit
	HasDormitory                                                               bool
}

// AreaView is one row of "at a glance" with its chart.
type AreaView struct {
	ID         string
	Name       Markup
	Status     string // the name of its mark
	StatusWord Markup
	Share      string // percent within now, blank where nothing was judged
	ShareNote  Markup // what could not be judged; why there is no share
	TrackAlt   Markup
	Level      Markup
	LevelNote  Markup
	Line       Markup
	LineNote   Markup
	Arrow      string // name of a mark
	Change     Markup
	Verdict    Markup
	Measured   Markup
	ChartTitle Markup
	ChartAlt   Markup
	Caption    Markup
}

// FigureRow is one indicator in the table of all figures.
type FigureRow struct {
	Area, Indicator, Subject                                          Markup
	Status                                                            string
	N, People, Level, Line, Share, Worst, Change, Verdict, Gap, Trend Markup
}

// FindingsView counts findings at the end of the quarter.
type FindingsView struct {
	Any      bool
	Actions  []ActionRow
	Due      []FindingRow // open ones, the next due first
	DueMore  int
	Closed   []FindingRow // closed in the quarter
	Summary  Markup
	Comments []Markup
}

// ActionRow counts the findings of one action class; the last row counts all.
type ActionRow struct {
	Action                                     Markup
	New, Open, Overdue, Closed, InTime, Repeat string
	Total                                      bool
}

// FindingRow is one finding.
type FindingRow struct {
	ID, Text, Corrective, Comment Text
	Area, Severity, Action        Markup
	Due                           Text
	State                         Markup
	Overdue                       bool
}

// TrainingRow sums up training by audience.
type TrainingRow struct {
	Audience                Markup
	Sessions, People, Hours string
	Topics                  Text
}

// FeedbackRow is one channel in the quarter.
type FeedbackRow struct {
	Channel                  Text
	Received, Resolved, Days string
}

// LeftOutRow is one problem of the factory's data.
type LeftOutRow struct {
	Place   Text
	Message Text
	What    Markup // severity
}

// LimitRow is one limit that figures of the document were held against.
type LimitRow struct {
	Area, For, Value, Kind Markup
	Source, Clause         Text
	From                   Text
	Verified               bool
	Mark                   Markup // † where it is not verified

	limit *standard.Limit
}
