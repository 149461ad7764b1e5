package disclosure

import (
	"plimsoll/report/compose"
	"plimsoll/report/language"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// Text is a value from the data; it prints escaped.
type Text = language.Text

// View is the data of a document for the public: values that the functions of templates print. Nothing else can be
// said in it.
type View struct {
	compose.Head
	Public *PublicView
}

// PublicView is what a document for the public can use. It holds no name of a person but of those who sign, no text
// of a finding or of feedback, no place of work or room, and no number of fewer than ten people.
type PublicView struct {
	Draft                Draft
	Code, Targets        Text
	Policies             Text // their address
	Statement, Assurance Passage
	ApprovedBy, SignedBy Text
	ApprovedOn, From     standard.Date

	Section map[string]string // its number, of an annex its letter, by id
	Count   int               // factories of the list
	Workers told.Count
	Silent  int // factories of the list that do not say how many work there
	Ended   []Exit
	Before  int // relationships that ended earlier

	Page       OnePage
	Sums       []AreaSum
	Unknown    []AreaSum // those of which some factory was never measured, or too long ago
	Law        []NotMet  // limits of the law that are not met
	CodeOnly   []NotMet  // limits of the code that are not met, where it is stricter than the law: the first
	CodeMore   int       // and how many there are more
	Visits     []Visits
	Measured   Expected
	NotVisited Named

	Factories []Factory
	ByFactory []ByFactory // blank where there are too many; results.csv has them
	TooMany   bool
	Limits    []compose.LimitRow // verified ones only
	Awaited   []Awaited

	Findings  []Findings
	Critical  []Critical
	Suppliers Suppliers
	Injuries  told.Injuries
	Feedback  []told.Channel
	Training  []Training
	Restated  []Restated
	Compared  bool // with earlier results
	Index     []Standard
}

// Draft is why a document is not to be published yet.
type Draft struct {
	Is, NotApproved, NoCompany, NoContact bool
	Areas                                 []told.WithheldArea // whose verdicts wait for limits to be verified
}

// Passage is a text of the programme's own. Foreign: it is not given in the document's language.
type Passage struct {
	Text    Text
	Foreign bool
}

// Named is things of which the first are named.
type Named struct {
	Count int
	First []Name
	More  int
}

// Name is a factory, with what a list says of it beside.
type Name struct {
	ID, Name Text
	Area     *standard.Area // nil where the list is of factories alone
	Last     standard.Date  // when it was last measured; 0 = never
}

// OnePage is what a reader can quote.
type OnePage struct {
	Best, Worst   *AreaSum // of those with a share; nil without any
	Alone         bool     // the two are one
	LawAt         int      // factories where a verified limit of the law is not met for ten people or more
	WaitingAt     int      // factories some verdict on which waits for a limit to be verified
	Open, Overdue int      // findings
	Critical      int      // of those overdue
	OnRecord      bool     // there are findings at all
	Visited       int
}

// AreaSum is an area over all factories. Now speaks of everyone judged, Twice of those measured twice.
type AreaSum struct {
	Area                            *standard.Area
	IsTold                          bool // at least half of those measured have a verdict
	Now                             told.Split
	Twice                           told.Pair
	Measured                        told.Count // people at measured places
	OfWorkers                       float64    // those measured, as a share of all workers; 0 where that says nothing
	Factories, Expected             int        // judged now, and that should be measured
	New, Waiting, Old, Never, Small Named
	Outside                         []compose.LimitRow // of the law, not met, of what the share leaves out
}

// NotMet is a verified limit that is not met for ten people or more.
type NotMet struct {
	Limit    compose.LimitRow
	OneLimit bool // it is the same at all of them
	People   told.Split
	Unsaid   int // factories where ten or more stand beyond, and no number is told
	At       Named
	Somebody bool // People holds numbers
}

// Expected counts measurements of a factory and area in the quarter.
type Expected struct {
	Done, All  int
	NotBecause Named // of those not measured
}

// Visits are those of one kind.
type Visits struct {
	Kind                                 string // blank where nobody said
	Visits, Announced, Semi, Unannounced int
	Days                                 float64
	Interviewed                          told.Count
}

// Factory is one factory by the fields of the Transparency Pledge.
type Factory struct {
	ID, Name, LocalName, Address, OSID, Parent, Product, Since Text
	Country                                                    string
	LocalLang                                                  Text // of the local name, a tag
	Band, Ownership                                            string
	Ended                                                      standard.Date
}

// ByFactory is one area with every factory's figures.
type ByFactory struct {
	Area    *standard.Area
	Rows    []Row
	Sum     AreaSum
	Missing []Name // factories without a figure
	NoDorm  []Name // to whom the area does not apply
}

// Row is one factory in an area.
type Row struct {
	ID, Name Text
	told.PublicRow
}

// Awaited is a limit that verdicts wait for. Its value is not told, since nobody has verified it.
type Awaited struct {
	compose.LimitRow
	Factories int
}

// Findings counts the findings of one area and action.
type Findings struct {
	Area, Action string // the area is blank where it is that of the row above
	compose.Tally
	Total bool // counts all
}

// Critical is a factory with critical findings in the quarter, and what became of them.
type Critical struct {
	ID, Name                                                  Text
	Areas                                                     []AreaCount
	Findings, Open, Overdue, Closed, Verified, Agreed, Repeat int
	NextDue                                                   standard.Date // of those open; 0 = none is agreed
	Ended                                                     standard.Date
}

// AreaCount counts the findings of an area.
type AreaCount struct {
	Area  string
	Count int
}

// Suppliers is what GRI 414 asks of suppliers and social criteria, for the quarter.
type Suppliers struct {
	Assessed, Impacts, Agreed, Ended int // factories: visited; with critical findings, and of these
	New, NewVisited                  int // relationships that began in the year
	NewKnown                         bool
}

// Exit is a relationship that ended in the year up to the end of the quarter.
type Exit struct {
	ID, Name, Because, Since Text
	Country, Band            string
	On                       standard.Date
	Within                   bool // the quarter
	Open, Critical           int  // findings open when it ended
}

// Training is sessions for one audience over all factories.
type Training struct {
	Audience            string
	Sessions, Factories int
	People, Hours       told.Count
}

// Restated counts figures that were told otherwise before.
type Restated struct {
	Count        int
	Area, Reason string
}

// Standard says where the items of a standard stand.
type Standard struct {
	ID   string
	Rows []Item
}

// Item is one item of a standard: where it stands, or that this document does not cover it.
type Item struct {
	ID    string
	Where []Place
}

// Place is a section with its page, 0 where that is not known yet.
type Place struct {
	Section, Number string
	Page            int
}
