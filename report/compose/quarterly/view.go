package quarterly

import (
	"plimsoll/report/compose"
	"plimsoll/report/language"
	"plimsoll/report/problem"
)

// Text and Markup are what templates print: a value from the data, escaped, and words that are Markdown already.
type (
	Text   = language.Text
	Markup = language.Markup
)

// View is the data of a document about the whole programme. Text prints escaped, Markup is finished Markdown.
type View struct {
	compose.Head
	Report *ReportView
}

// ReportView is what a document about the whole programme can use.
type ReportView struct {
	Headline       Markup
	Count          int // factories with which a relationship lasts
	Workers        Markup
	Audits         int // of the quarter
	Summary        []SummaryRow
	Entries, Exits []Markup
	Attention      []Markup
	Improved       []Markup
	Changed        []Markup
	Matrix         MatrixView
	Chapters       []ChapterView
	Findings       ReportFindings
	Monitoring     compose.Monitoring
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

	Distribution Markup // what the figure of all factories shows; blank where there are few
}

// ChapterRow is one factory in an area.
type ChapterRow struct {
	ID, Name                                                                 Text
	Status                                                                   string
	Word, Share, Unjudged, N, Of, Level, Then, Line, Source, Change, Verdict Markup
	Measured, Peers                                                          Markup
}

// Part is some of the factories of a figure: From counts from 0. Each kind of figure is told in words and numbers.
type Part struct {
	From, Count             int
	Dumbbell, Strip, Ladder Markup
}

// ReportFindings is the findings of all factories.
type ReportFindings struct {
	Any     bool
	Actions []compose.ActionRow
	Areas   []AreaFindings
	Ages    []AgeRow
	Path    []AgeRow
	Overdue []compose.FindingRow
}

// AreaFindings counts the open findings of an area: critical, major, minor, severity not given.
type AreaFindings struct {
	Area   Markup
	Counts []int
	All    int
}

// AgeRow is a count with its name.
type AgeRow struct {
	Name  Markup
	Count int
}

// ReportPeople is training, feedback and safety of the quarter.
type ReportPeople struct {
	Training []TrainingRow
	Feedback []FactoryFeedback
	Safety   []FactorySafety
	Injuries Markup
}

// TrainingRow is the training for one audience.
type TrainingRow struct {
	Audience            Markup
	Sessions, Factories int
	People, Hours       string
}

// FactoryFeedback is one channel of one factory.
type FactoryFeedback struct {
	Factory Text
	compose.FeedbackRow
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
	problem.Cause
}

// RestatedRow is one restatement in a document.
type RestatedRow struct {
	Factory, Period, What, Old, New Text
	Figure, Reason                  Markup
}
