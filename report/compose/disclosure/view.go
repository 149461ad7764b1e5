package disclosure

import (
	"plimsoll/report/compose"
	"plimsoll/report/language"
)

// Text and Markup are what templates print: a value from the data, escaped, and words that are Markdown already.
type (
	Text   = language.Text
	Markup = language.Markup
)

// View is the data of a document for the public. Nothing else can be said in it.
type View struct {
	compose.Head
	Public *PublicView
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
	Monitoring                 compose.Monitoring
	Summary                    []PublicSum
	Areas                      []PublicArea
	Limits                     []compose.LimitRow // verified ones only
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
	Area, Action Markup // the area is blank where it is that of the row above
	compose.Tally
	Total bool // counts all
}

// FeedbackSum is one channel over all factories.
type FeedbackSum struct {
	Channel                         Markup
	Received, Resolved, Days, Where Markup
}

// TrainingSum is training for one audience over all factories.
type TrainingSum struct {
	Audience, People, Hours Markup
	Sessions, Factories     int
}

// PublicIndex says where the items of a standard stand.
type PublicIndex struct {
	Name Markup
	Rows []IndexRow
}

// IndexRow is one item of a standard.
type IndexRow struct{ Item, What, Where Markup }
