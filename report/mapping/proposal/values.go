package proposal

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"plimsoll/report/mapping/declaration"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// column is a column of the sheet: its heading and a look at its values.
type column struct {
	at      int
	heading string
	texts   []string // those of its text cells
	numbers int
	dates   int
	sample  []string
	cells   []workbook.Cell // those that hold something
	kinds   map[string]bool // what was found of its values, by a word for it
}

// filled is how many cells hold something.
func (c *column) filled() int { return len(c.texts) + c.numbers + c.dates }

// Rows of a sheet that are looked at: to recognise a column, and to be certain how its dates and numbers are written.
const (
	glance = 200
	looked = 20_000
)

// columnsOf looks at values below a header.
func columnsOf(headings []string, below []workbook.Row) []*column {
	wide := len(headings)
	out := make([]*column, wide)
	for i := range out {
		out[i] = &column{at: i + 1, heading: headings[i]}
	}
	for _, row := range below {
		for i, c := range row.Cells[:min(len(row.Cells), wide)] {
			out[i].look(c)
		}
	}
	return out
}

func (c *column) look(cell workbook.Cell) {
	switch cell.Kind {
	case workbook.Number:
		c.numbers++
	case workbook.Date:
		c.dates++
	case workbook.Text:
		c.texts = append(c.texts, cell.Text)
	default:
		return
	}
	c.cells = append(c.cells, cell)
	if shown := short(cell.Plain()); len(c.sample) < 3 {
		c.sample = append(c.sample, shown)
	}
}

// short is a value in one line for a comment.
func short(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if runes := []rune(s); len(runes) > 24 {
		s = string(runes[:24]) + "…"
	}
	return s
}

// share is the part of a column's texts that are of some kind, 0 where there are none.
func (c *column) share(is func(string) bool) float64 {
	n := 0
	for _, t := range c.texts {
		if is(t) {
			n++
		}
	}
	if c.filled() == 0 {
		return 0
	}
	return float64(n) / float64(c.filled())
}

// most says that a kind of value is the rule in a column.
const most = 0.8

var (
	plainNumber = regexp.MustCompile(`^[<＜]?\s*[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$`)
	commaNumber = regexp.MustCompile(`^[<＜]?\s*[+-]?\d+,\d+$`)
	threeDigits = regexp.MustCompile(`^[<＜]?\s*[+-]?\d{1,3}([,.]\d{3})+$`)
	pointComma  = regexp.MustCompile(`^[+-]?\d{1,3}(\.\d{3})+,\d+$`)
	commaPoint  = regexp.MustCompile(`^[+-]?\d{1,3}(,\d{3})+\.\d+$`)
	manyPoints  = regexp.MustCompile(`^[+-]?[1-9]\d{0,2}(\.\d{3}){2,}$`)
	manyCommas  = regexp.MustCompile(`^[+-]?[1-9]\d{0,2}(,\d{3}){2,}$`)
	spaceComma  = regexp.MustCompile(`^[+-]?\d{1,3}([ \x{a0}\x{202f}]\d{3})+(,\d+)?$`)
	dayNumbers  = regexp.MustCompile(`^(\d{1,2})[/. -]+(\d{1,2})[/. -]+(\d{4})\b`)
	clockText   = regexp.MustCompile(`^\d{1,3}:[0-5]\d(:[0-5]\d)?$`)
	yearFirst   = regexp.MustCompile(`^\d{4}[/.]\d{1,2}[/.]\d{1,2}\b`)
)

func isNumber(s string) bool {
	return plainNumber.MatchString(s) || commaNumber.MatchString(s) || threeDigits.MatchString(s) ||
		pointComma.MatchString(s) || commaPoint.MatchString(s) || spaceComma.MatchString(s)
}

// numeric says that a column holds numbers, as numbers or as text.
func (c *column) numeric() bool {
	return c.is("number", func() bool {
		return c.filled() > 0 && float64(c.numbers)/float64(c.filled())+c.share(isNumber) >= most
	})
}

// is finds out something about a column's values once.
func (c *column) is(kind string, find func() bool) bool {
	known, asked := c.kinds[kind]
	if !asked {
		known = find()
		if c.kinds == nil {
			c.kinds = map[string]bool{}
		}
		c.kinds[kind] = known
	}
	return known
}

// areMostly says that the texts of a column are of some kind.
func (c *column) areMostly(kind string, is func(string) bool) bool {
	return c.is(kind, func() bool { return len(c.texts) > 0 && c.share(is) >= most })
}

// forms are ways to write a date that a proposal tries, besides the three orders.
func forms() []string {
	return []string{"YYYY年M月D日", "YYYYMMDD", "D MMM YYYY", "DD-MMM-YYYY", "D-MMM-YY", "MMM D, YYYY", "D.M.YY", "MM/YYYY",
		"YYYY/MM", "YYYY-MM", "MMM YYYY", "MMM-YY"}
}

// isDate says that a text is a date in some form or other.
func isDate(s string) bool {
	if len(s) < 4 || len(s) > 40 || !strings.ContainsAny(s, "0123456789") {
		return false
	}
	if dayNumbers.MatchString(s) || yearFirst.MatchString(s) {
		return true
	}
	_, iso := standard.ParseDate(s)
	return iso || formOf([]string{s}) != ""
}

// formOf finds the one form that fits all texts.
func formOf(texts []string) string {
	for _, f := range dateForms() {
		if all(texts, func(s string) bool { _, ok := f.Parse(s); return ok }) {
			return f.Written
		}
	}
	return ""
}

// dateForms are the forms that a proposal tries, made once.
var dateForms = sync.OnceValue(func() []*declaration.DateForm {
	var out []*declaration.DateForm
	for _, form := range forms() {
		if f, err := declaration.NewDateForm(form); err == nil {
			out = append(out, f)
		}
	}
	return out
})

func all(texts []string, is func(string) bool) bool {
	for _, t := range texts {
		if !is(t) {
			return false
		}
	}
	return len(texts) > 0
}

// dated says that a column holds dates.
func (c *column) dated() bool {
	return c.is("date", func() bool {
		return c.filled() > 0 && float64(c.dates)/float64(c.filled())+c.share(isDate) >= most
	})
}

// order is how the texts of columns write dates: an order that at least one of them proves and none contradicts, or a
// form that fits them all. It is blank where no text is a date, and asked where both orders could be.
func order(columns []*column) (form, because string, certain bool) {
	var texts []string
	for _, c := range columns {
		for _, t := range c.texts {
			if _, iso := standard.ParseDate(t); !iso && isDate(t) {
				texts = append(texts, t)
			}
		}
	}
	if len(texts) == 0 {
		return "", "", true
	}
	var fitting []string
	for _, name := range []string{"dmy", "mdy", "ymd"} {
		f, _ := declaration.NewDateForm(name)
		if all(texts, func(s string) bool { _, ok := f.Parse(s); return ok }) {
			fitting = append(fitting, name)
		}
	}
	switch form := formOf(texts); {
	case len(fitting) == 1:
		return fitting[0], "the only order that fits every date, such as " + short(telling(texts)), true
	case len(fitting) > 1:
		return blank, "dmy or mdy? No day is above 12, so the dates do not tell: " + short(texts[0]), false
	case form != "":
		return form, "fits every date, such as " + short(texts[0]), true
	}
	return blank, "no one form fits every date; there are " + short(texts[0]) + " and " + short(texts[len(texts)-1]), false
}

// telling is a date that proves an order.
func telling(texts []string) string {
	for _, t := range texts {
		if m := dayNumbers.FindStringSubmatch(t); m != nil && (m[1] > "12" && len(m[1]) == 2 || m[2] > "12" &&
			len(m[2]) == 2) {
			return t
		}
	}
	return texts[0]
}

// marks are how the texts of columns write numbers, blank where there is nothing to declare.
func marks(columns []*column) (decimal, thousands, because string) {
	for _, c := range columns {
		for _, t := range c.texts {
			switch {
			case pointComma.MatchString(t), manyPoints.MatchString(t):
				return "comma", "point", "as in " + short(t)
			case commaPoint.MatchString(t), manyCommas.MatchString(t):
				return "point", "comma", "as in " + short(t)
			case spaceComma.MatchString(t):
				decimal, thousands, because = "comma", "space", "as in "+short(t)
			case commaNumber.MatchString(t) && !threeDigits.MatchString(t) && decimal == "":
				decimal, because = "comma", "as in "+short(t)
			}
		}
	}
	if decimal != "" {
		return decimal, thousands, because
	}
	for _, c := range columns {
		if t := c.ambiguous(); t != "" {
			return blank, "", "comma or point? " + short(t) + " may be a decimal or a thousand"
		}
	}
	return "", "", ""
}

// ambiguous is a text that can be read in two ways, where no other one of the column shows a decimal point.
func (c *column) ambiguous() (text string) {
	for _, t := range c.texts {
		if standard.MarkOf(declaration.Spaced(t)) == standard.DecimalPoint {
			return ""
		}
		if declaration.Ambiguous(t) {
			text = t
		}
	}
	return text
}

// values is the part of a column's values, of whatever kind, that are something.
func (c *column) values(is func(string) bool) float64 {
	if c.filled() == 0 {
		return 0
	}
	n := 0
	for _, cell := range c.cells {
		if is(cell.Plain()) {
			n++
		}
	}
	return float64(n) / float64(c.filled())
}

// quarterForms are the ways in which quarters are written that a proposal tries, made once.
var quarterForms = sync.OnceValue(func() []*declaration.DateForm {
	var out []*declaration.DateForm
	for _, form := range []string{"YYYY QN", "QN YYYY", "YYYYQN", "QN/YYYY", "YYYY-QN", "QN-YYYY", "YY QN", "QN YY"} {
		if f, err := declaration.NewDateForm(form); err == nil {
			out = append(out, f)
		}
	}
	return out
})

func isQuarter(s string) bool {
	return slices.ContainsFunc(quarterForms(), func(f *declaration.DateForm) bool { _, ok := f.Parse(s); return ok })
}

var yearText = regexp.MustCompile(`^(19|20)\d{2}$`)

func isYear(s string) bool { return yearText.MatchString(s) }

// plain are the values as texts.
func (c *column) plain() (out []string) {
	for _, cell := range c.cells {
		out = append(out, cell.Plain())
	}
	return out
}

// clocks says that most values are times of day, or durations.
func (c *column) clocks() bool {
	n := 0
	for _, cell := range c.cells {
		if isClock(cell) {
			n++
		}
	}
	return n > 0 && float64(n)/float64(c.filled()) >= most
}

// buddhistDay is a date with a year of the Buddhist era, which is 543 ahead of ours.
var buddhistDay = regexp.MustCompile(`(?:^|\D)(25[3-9]\d)(?:\D|$)`)

// buddhistYear is a year of the Buddhist era among dates that are text, "" for none.
func buddhistYear(columns []*column) string {
	for _, c := range columns {
		for _, t := range c.texts {
			if m := buddhistDay.FindStringSubmatch(t); m != nil && isDate(t) {
				return m[1]
			}
		}
	}
	return ""
}
