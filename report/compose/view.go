package compose

import (
	"plimsoll/report/language"

	"plimsoll/report/standard"
)

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
	Logo      Text         // what the theme's logo shows, blank without one
	Paper     string       // a4 or letter
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
	Notes     []Markup    // what a reader of this factory's figures must know: breaks, judged by averages, …
	Baseline  Text        // of most areas
	Report    *ReportView // of a document about the programme
	Public    *PublicView // of the same, for the public
	PeersNote Markup
	Bilingual bool // a second language stands under the first
}

// FactoryView is the factory of a scorecard.
type FactoryView struct {
	ID, Name, LocalName, OSID, Place, Parent, Product, EndedBecause Text // Name is the one that leads in the language
	LocalLang                                                       Text // tag of the local name's language, blank where it is not known
	Processes                                                       Markup
	Ownership                                                       Markup
	Workers                                                         Markup
	Ended                                                           Text     // blank while the relationship lasts
	Audit                                                           []Markup // lines about the latest audit
	HasDormitory                                                    bool
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
	Factory                       Text // in documents about the programme
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
	Factories               string // in documents about the programme
}

// FeedbackRow is one channel in the quarter.
type FeedbackRow struct {
	Channel                  Markup
	Received, Resolved, Days string
}

// LeftOutRow is one problem of the factory's data.
type LeftOutRow struct {
	Place   Text
	Message Markup
	What    Markup // severity
}

// LimitRow is one limit that figures of the document were held against.
type LimitRow struct {
	Area, For, Value, Kind Markup
	Source, Clause         Text
	From                   Text
	Where                  Text // jurisdiction, in documents about the programme
	Verified               bool
	Mark                   Markup // † where it is not verified

	limit *standard.Limit
}

// ReportView is what a document about the whole programme can use.
type ReportView struct {
	Headline       Markup
	Count          string // factories with which a relationship lasts
	Workers        Markup
	Audits         string // of the quarter
	Summary        []SummaryRow
	Entries, Exits []Markup
	Attention      []Markup
	Improved       []Markup
	Changed        []Markup
	Matrix         MatrixView
	Chapters       []ChapterView
	Findings       ReportFindings
	Monitoring     Monitoring
	People         ReportPeople
	Production     Making
	Business       []BusinessRow
	Quality        []QualityRow
	Restated       []RestatedRow
	Compared       bool // with an earlier run's results.csv
}

// SummaryRow counts the people within the line of an area, of the factories that have both figures.
type SummaryRow struct {
	ID            string
	Area          Markup
	Now, Then     Markup // of the factories with a baseline
	Factories     string
	Change        Markup // points
	NowYear, Year Markup // of the factories with a figure a year ago
	FactoriesYear string

	share, change float64
}

// MatrixView is where every factory stands in every area.
type MatrixView struct {
	Areas []Markup
	Rows  []MatrixRow
	All   MatrixRow // matched factories only
}

// MatrixRow is one factory.
type MatrixRow struct {
	ID, Name Text
	Workers  Markup
	Cells    []MatrixCell
}

// MatrixCell is one factory in one area.
type MatrixCell struct {
	Status string // name of its mark
	Word   Markup
	Share  string // percent, blank where there is none
	Note   Markup // change and verdict, or when it was last measured
}

// ChapterView is one area over all factories.
type ChapterView struct {
	ID      string
	Name    Markup
	People  Markup
	Summary Markup
	Rows    []ChapterRow
	Missing []Markup // factories without a figure, and why
	Parts   []Part   // of its figures, as many factories each as a page holds
}

// ChapterRow is one factory in an area.
type ChapterRow struct {
	ID, Name                                                                 Text
	Status                                                                   string
	Word, Share, Unjudged, N, Of, Level, Then, Line, Source, Change, Verdict Markup
	Measured, Peers                                                          Markup
}

// ReportFindings is the findings of all factories.
type ReportFindings struct {
	Any     bool
	Actions []ActionRow
	Areas   []AreaFindings
	Ages    []AgeRow
	Path    []AgeRow
	Overdue []FindingRow
}

// AreaFindings counts the open findings of an area: critical, major, minor, severity not given.
type AreaFindings struct {
	Area   Markup
	Counts []string
	All    string
}

// AgeRow is a count with its name.
type AgeRow struct {
	Name  Markup
	Count string
}

// Monitoring is how the quarter was monitored.
type Monitoring struct {
	Visits      []VisitRow
	Coverage    Markup
	NotMeasured []Markup
	NotVisited  []Markup
}

// VisitRow sums up the visits of one kind.
type VisitRow struct {
	Kind                                                    Markup
	Visits, Days, Interviewed, Announced, Semi, Unannounced string
}

// ReportPeople is training, feedback and safety of the quarter.
type ReportPeople struct {
	Training []TrainingRow
	Feedback []FactoryFeedback
	Safety   []FactorySafety
	Injuries Markup
}

// FactoryFeedback is one channel of one factory.
type FactoryFeedback struct {
	Factory Text
	FeedbackRow
}

// FactorySafety is what one factory reports of its safety.
type FactorySafety struct {
	Factory Text
	Lines   []Markup
}

// Making is where the output comes from.
type Making struct {
	Total, Home Markup
	Rows        []MakingRow
	Stages      []StageRow
}

// MakingRow is the output of the last four quarters from one country and kind of ownership.
type MakingRow struct {
	Country                  Text
	Unit                     Markup
	Ownership, Share, Growth Markup
	Output                   string
}

// StageRow is one factory with what it does.
type StageRow struct {
	ID, Name, Country  Text
	Processes          Markup
	Ownership, Workers Markup
}

// BusinessRow is one factory's conditions and business side by side.
type BusinessRow struct {
	N                                          int // of the factory in the list, for its figures
	ID                                         Text
	Within, Defects, OnTime, Turnover, Absence Markup
	Alts                                       map[string]Markup // what the figure of each rate shows, by of=
}

// QualityRow is one problem of the data.
type QualityRow struct {
	Factory Text
	LeftOutRow
}

// PublicView is what a document for the public can use. It holds no name of a person, no text of a finding or of feedback,
// no place of work or room, and no figure that stands for fewer than ten people.
type PublicView struct {
	Code, Statement, Assurance Text
	From                       Text              // first day of the quarter
	Section                    map[string]Markup // headings with their numbers, by id
	Count                      string            // factories of the list
	Workers                    Markup
	NotCovered                 []Markup
	Factories                  []PublicFactory
	Monitoring                 Monitoring
	Summary                    []PublicSum
	Areas                      []PublicArea
	Limits                     []LimitRow // verified ones only
	Findings                   []PublicFindings
	Feedback                   []FeedbackSum
	Training                   []TrainingSum
	Restatements               []Markup
	Compared                   bool // with earlier results
	Index                      []PublicIndex
}

// PublicFactory is one factory by the fields of the Transparency Pledge.
type PublicFactory struct {
	ID, Name, LocalName, Address, Country, OSID, Parent, Product, Ended Text
	LocalLang                                                           Text // tag of the local name's language, blank where it is not known
	Workers, Ownership                                                  Markup
}

// PublicSum adds up the people of an area over the factories that are printed.
type PublicSum struct {
	Area, Now, Then Markup
	Factories       string
}

// PublicArea is one area with every factory's figures.
type PublicArea struct {
	Name    Markup // with its number
	People  Markup
	Rows    []PublicRow
	Sum     PublicSum
	Missing []Markup // factories without a figure, and why
}

// PublicRow is one factory in an area.
type PublicRow struct {
	ID, Name                                   Text
	Status                                     string // name of its mark; blank without a verdict
	Word                                       Markup
	Now, Then, Target                          Markup // people within the line
	N, Measured, Of, Level, Was, Change, Since Markup
	Line                                       Markup
}

// PublicFindings counts the findings of one area and action.
type PublicFindings struct {
	Area Markup // blank where it is that of the row above
	ActionRow
}

// FeedbackSum is one channel over all factories.
type FeedbackSum struct {
	Channel                         Markup
	Received, Resolved, Days, Where Markup
}

// TrainingSum is training for one audience over all factories.
type TrainingSum struct {
	Audience, People, Hours Markup
	Sessions, Factories     string
}

// PublicIndex says where the items of a standard stand.
type PublicIndex struct {
	Name Markup
	Rows []IndexRow
}

// IndexRow is one item of a standard.
type IndexRow struct{ Item, What, Where Markup }

// Part is some of the factories of a figure: From counts from 0. Each kind of figure is told in words and numbers.
type Part struct {
	From, Count             int
	Dumbbell, Strip, Ladder Markup
}

// withSecond puts what matters most in a second language under the first or beside it: statuses and the two lists.
func (v *View) withSecond(w *language.Words, second View) {
	v.Bilingual = true
	for i, area := range second.Areas {
		v.Areas[i].Name = w.AppendSecond(v.Areas[i].Name, area.Name)
		v.Areas[i].StatusWord = w.AppendSecond(v.Areas[i].StatusWord, area.StatusWord)
	}
	for i, item := range second.Attention {
		v.Attention[i] = w.Bilingual(v.Attention[i], item)
	}
	for i, item := range second.Improved {
		v.Improved[i] = w.Bilingual(v.Improved[i], item)
	}
}
