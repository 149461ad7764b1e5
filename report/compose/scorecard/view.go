package scorecard

import (
	"plimsoll/report/compose"
	"plimsoll/report/language"
)

// Text and Markup are what templates print: a value from the data, escaped, and words that are Markdown already.
type (
	Text   = language.Text
	Markup = language.Markup
)

// View is the data of a document about one factory. Text prints escaped, Markup is finished Markdown.
type View struct {
	compose.Head
	Factory   *FactoryView
	Baseline  Text // quarter of most areas
	Areas     []AreaView
	Figures   []FigureRow // every indicator of the last measured quarter
	Attention []Markup    // what lies beyond its limit, the most people first; each a list item
	More      int         // attention items that did not find room
	Improved  []Markup
	Findings  FindingsView
	Training  []TrainingRow
	Feedback  []compose.FeedbackRow
	Safety    []Markup
	LeftOut   []compose.ProblemRow
	LeftMore  int      // problems that did not find room
	Notes     []Markup // what a reader of this factory's figures must know: breaks, judged by averages, …
	PeersNote Markup
}

// AreaView is one row of "at a glance" with its chart.
type AreaView struct {
	compose.AreaText
	TrackAlt, ChartTitle, ChartAlt, Caption Markup
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

// FigureRow is one indicator in the table of all figures.
type FigureRow struct {
	Area, Indicator, Subject                                          Markup
	Status                                                            string
	N, People, Level, Line, Share, Worst, Change, Verdict, Gap, Trend Markup
}

// FindingsView counts findings at the end of the quarter.
type FindingsView struct {
	Any      bool
	Actions  []compose.ActionRow
	Due      []compose.FindingRow // open ones, the next due first
	DueMore  int
	Closed   []compose.FindingRow // closed in the quarter
	Summary  Markup
	Comments []Markup
}

// TrainingRow sums up training by audience.
type TrainingRow struct {
	Audience      Markup
	Sessions      int
	People, Hours string
	Topics        Text
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
