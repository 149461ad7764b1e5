package problem

import "fmt"

// Mender says who can put a thing right.
type Mender uint8

// The menders: who sent the workbook, who runs the programme (its settings, limits and the command's flags), and who
// wrote a mapping or another file of the templates.
const (
	Sender Mender = iota
	Programme
	Author
)

// Code is one kind of problem: its stable name, how grave it is and what helps where nothing more is known, and who can
// mend it. The README lists them by who can mend them. A Code makes problems of its kind:
//
//	problem.NotANumber.At(place, "%s is not a number", problem.Quoted(written)).Hinted("write the level alone")
type Code struct {
	Name     string
	Severity Severity
	Mender   Mender
	Hint     string
	Many     string // a sentence for many problems of the kind, with %d for their number; blank where each is said
}

// At makes a problem of the kind at a place; an empty place is that of no file.
func (c *Code) At(at Place, message string, args ...any) Problem {
	return Problem{Place: at, Severity: c.Severity, Code: c.Name, Message: fmt.Sprintf(message, args...), Hint: c.Hint}
}

// Is says whether a problem is of the kind.
func (c *Code) Is(p Problem) bool { return p.Code == c.Name }

// Hinted is the problem with another hint, none where it is blank.
func (p Problem) Hinted(hint string) Problem {
	p.Hint = hint
	return p
}

// As is the problem with another severity than most of its kind.
func (p Problem) As(s Severity) Problem {
	p.Severity = s
	return p
}

// Of is the problem of a factory.
func (p Problem) Of(factory string) Problem {
	p.Factory = factory
	return p
}

// codes are all kinds, in the order in which they stand below.
var codes []*Code

func code(name string, severity Severity, mender Mender, hint string) *Code {
	codes = append(codes, &Code{Name: name, Severity: severity, Mender: mender, Hint: hint})
	return codes[len(codes)-1]
}

// HintOf is what helps against a kind of problem where nothing more is known, blank where the kind is not known.
func HintOf(code string) string {
	for _, c := range codes {
		if c.Name == code {
			return c.Hint
		}
	}
	return ""
}

func (c *Code) many(sentence string) *Code {
	c.Many = sentence
	return c
}

// What is wrong with a file as a whole.
var (
	UnreadableWorkbook = code("unreadable-workbook", Error, Sender, "save it as .xlsx")
	EncryptedWorkbook  = code("encrypted-workbook", Error, Sender, "save a copy without a password and send that")
	TruncatedSheet     = code("truncated-sheet", Error, Sender,
		"open it and save it again; none of its rows were used")
	TooLarge         = code("too-large", Error, Sender, "split the workbook")
	UnknownEncoding  = code("unknown-encoding", Error, Sender, "declare its encoding")
	UnknownDelimiter = code("unknown-delimiter", Error, Sender, "declare what parts its values")
	TextEncoding     = code("text-encoding", Note, Sender, "")
	RaggedRow        = code("ragged-row", Error, Sender, "quote values that hold the delimiter")
	MergedCells      = code("merged-cells", Warning, Sender, "undo the merging to see them")
	HiddenSheet      = code("hidden-sheet", Note, Sender, "")
	HiddenRows       = code("hidden-rows", Note, Sender, "")
	HiddenColumns    = code("hidden-columns", Note, Sender, "")
)

// What is wrong with the sheets and headings.
var (
	UnknownSheet   = code("unknown-sheet", Note, Sender, "")
	MissingHeading = code("missing-heading", Error, Sender,
		"write the headings into one row; none of this sheet's rows were used")
	MergedHeading = code("merged-heading", Error, Sender,
		"undo the merging and give each column a heading of its own, or say in a mapping which column is meant")
	UnknownHeading = code("unknown-heading", Warning, Sender, "")
	DuplicateKey   = code("duplicate-key", Error, Sender, "keep one of the two; the first stands")
	DuplicateRow   = code("duplicate-row", Warning, Sender, "")
	FactoryChanged = code("factory-changed", Note, Sender, "")
	OddID          = code("odd-id", Warning, Sender, "begin it with a letter or a digit")
)

// What is wrong with a value.
var (
	MissingValue        = code("missing-value", Error, Sender, "fill it in, or remove the row")
	ErrorValue          = code("error-value", Error, Sender, "repair the formula, or write the value")
	FormulaWithoutValue = code("formula-without-value", Error, Sender,
		"open the workbook in a spreadsheet program, let it calculate, and save it")
	AmbiguousNumber = code("ambiguous-number", Error, Sender,
		"write the one that is meant, without any mark between thousands; "+
			"or declare Decimal (point or comma) in the sheet Programme")
	NotANumber = code("not-a-number", Error, Sender,
		"write a number such as 12.5, or N/A where nothing was measured")
	NotADate          = code("not-a-date", Error, Sender, "write it as a date cell, or as text: 2026-07-14")
	OutOfRange        = code("out-of-range", Error, Sender, "check the number")
	NotMeasured       = code("not-measured", Note, Sender, "")
	FutureDate        = code("future-date", Error, Sender, "correct the date, or ask for its quarter with --period")
	ZeroConcentration = code("zero-concentration", Warning, Sender,
		"a laboratory reports a detection limit, not a zero: write <0.5 or ND")
	AgentWasDate = code("agent-was-date", Warning, Sender,
		"format the column as text and write the CAS number again")
	UnknownLanguage = code("unknown-language", Warning, Sender,
		"write tags such as vi, zh-Hans or km, parted by commas")
	UnknownWord      = code("unknown-word", Error, Sender, "write one of the words of the list")
	UnknownUnit      = code("unknown-unit", Error, Sender, "write a unit that the column knows")
	UnknownFactory   = code("unknown-factory", Error, Sender, "add it to the sheet Factories, or correct the id")
	UnknownAgent     = code("unknown-agent", Error, Sender, "write its CAS number, such as 108-88-3")
	UnknownArea      = code("unknown-area", Warning, Sender, "write an area that is known")
	UnknownProcess   = code("unknown-process", Warning, Sender, "write a process that is known")
	UnknownCountry   = code("unknown-country", Error, Sender, "write its ISO 3166-1 code, such as CN or VN")
	UnknownReference = code("unknown-reference", Warning, Sender,
		"write the id as its own row has it, or leave the cell blank")
	UnknownRegion       = code("unknown-region", Warning, Sender, "begin it with the country's code, as in CN-GD")
	UnknownJurisdiction = code("unknown-jurisdiction", Error, Programme,
		"write * for everywhere, or a country or region such as CN-GD")
	UnknownIndicator = code("unknown-indicator", Error, Programme, "write an indicator of the area")
)

// What figures cannot be made of.
var (
	CurrencyMismatch    = code("currency-mismatch", Error, Sender, "give all pay of a factory in one currency")
	BasisMismatch       = code("basis-mismatch", Warning, Sender, "give all pay of a factory on one basis")
	AreaSample          = code("area-sample", Note, Sender, "")
	HoursOverDay        = code("hours-over-day", Warning, Sender, "check the hours and the worker code")
	DetectionAboveLimit = code("detection-limit-above-limit", Warning, Sender,
		"ask the laboratory for a lower detection limit")
	NoLimit            = code("no-limit", Warning, Programme, "add one to the sheet Limits")
	ZeroHours          = code("zero-hours", Warning, Sender, "write the hours a day spent there")
	DayNotWhole        = code("day-not-whole", Warning, Sender, "repair the row that was left out")
	PartsWithoutWorker = code("parts-without-worker", Warning, Sender,
		"give the parts of one person's day the same worker code")
	MixtureNotWhole = code("mixture-not-whole", Warning, Sender, "repair the row that was left out")
	BasisNotSaid    = code("basis-not-said", Warning, Sender, "say under Basis whether the pay is net or gross")
	TargetBelowLaw  = code("target-below-law", Warning, Programme, "bring the target up to date")
	LongLog         = code("long-log", Warning, Sender,
		"if an instrument wrote them, let a mapping make one reading of each day of them: mean: {over: day, values: …}")
	EmptyRoom       = code("empty-room", Note, Sender, "")
	RoomAgain       = code("room-again", Note, Sender, "")
	MissingWorkers  = code("missing-workers", Warning, Sender, "fill in Workers in every row")
	UnverifiedLimit = code("unverified-limit", Note, Programme, "").
			many("%d limits are not verified, so the public document gives no verdict on what is held against them")
)

// What is wrong with a mapping, with other templates, or between them and what was sent.
var (
	MappingMismatch = code("mapping-mismatch", Error, Author, "correct files:, from: or the headings of the mapping")
	NearlyFits      = code("nearly-fits", Note, Author, "")
	MappingUnused   = code("mapping-unused", Warning, Author, "check its files:, from: and headings")
	UnfitValue      = code("unfit-value", Error, Author, "correct the cell, or the pattern of the mapping")
	AssumedDate     = code("assumed-date", Warning, Author, "")
	TooFewValues    = code("too-few-values", Note, Author, "")
	TooManyValues   = code("too-many-values", Warning, Author, "")
	LeftOut         = code("left-out", Note, Author, "")
	Mapped          = code("mapped", Note, Author, "")
	UnreadCells     = code("unread-cells", Note, Sender, "")
	MissingWord     = code("missing-word", Warning, Author, "add them to the file")
	MissingGlyph    = code("missing-glyph", Warning, Author,
		"write the name with characters of the shipped fonts if it must print")
)
