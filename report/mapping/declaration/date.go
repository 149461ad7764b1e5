package declaration

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"plimsoll/report/standard"
)

// DateForm is how dates are written: an order (dmy, mdy, ymd, with a year of four digits) or a form such as DD.MM.YY
// hh:mm.
type DateForm struct {
	Written string

	era     Era
	shape   *regexp.Regexp
	parts   []string // what its groups are
	quarter bool     // it names a quarter and no month
}

// Moment is a date as far as it is written; Month and Day are 0 where they are not, Quarter where no quarter is named.
type Moment struct{ Year, Month, Day, Quarter int }

// clock is a time of day behind a date, which is cut off.
const clock = `(?:[T ]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?)?`

// tokens of a form, the longer first.
var tokens = []struct{ sign, part, shape string }{
	{"YYYY", "year", `(\d{4})`}, {"YY", "short year", `(\d{2})`}, {"Y", "year", `(\d{1,4})`},
	{"MMMM", "name", `(\p{L}+)\.?`}, {"MMM", "name", `(\p{L}+)\.?`}, {"MM", "month", `(\d{2})`},
	{"M", "month", `(\d{1,2})`},
	{"DD", "day", `(\d{2})`}, {"D", "day", `(\d{1,2})`}, {"N", "quarter", `([1-4])`},
	{"hh", "", `\d{1,2}`}, {"mm", "", `\d{2}`}, {"ss", "", `\d{2}(?:[.,]\d+)?`}, {"AM", "", `[AaPp]\.?[Mm]\.?`},
}

// NewDateForm reads an order or a form. Y is a year of an era, which may have few digits.
func NewDateForm(written string) (*DateForm, error) { return newDateForm(written, Era{}) }

// in is the form where years are those of an era.
func (f *DateForm) in(era Era) *DateForm {
	other, _ := newDateForm(f.Written, era) // it has been read before
	return other
}

func newDateForm(written string, era Era) (*DateForm, error) {
	orders := map[string]string{"dmy": "day month year", "mdy": "month day year", "ymd": "year month day"}
	f := &DateForm{Written: written, era: era}
	if order, ok := orders[strings.ToLower(written)]; ok {
		f.parts = strings.Fields(order)
		shapes := map[string]string{"day": `(\d{1,2})`, "month": `(\d{1,2})`, "year": `(\d{4})`}
		if era.Offset > 0 {
			shapes["year"] = `(\d{1,3})` // it began in living memory
		}
		f.shape = regexp.MustCompile("^" + shapes[f.parts[0]] + `[/. -]+` + shapes[f.parts[1]] + `[/. -]+` +
			shapes[f.parts[2]] + `\.?` + clock + "$")
		return f, nil
	}
	var shape strings.Builder
	shape.WriteString("(?i)^")
	for rest := Spaced(written); rest != ""; {
		n := f.token(rest, &shape)
		rest = rest[n:]
	}
	f.shape = regexp.MustCompile(shape.String() + "$")
	return f, f.check()
}

// token adds what the form begins with and says how many bytes that is.
func (f *DateForm) token(rest string, shape *strings.Builder) int {
	for _, t := range tokens {
		if strings.HasPrefix(rest, t.sign) {
			shape.WriteString(t.shape)
			if t.part != "" {
				f.parts = append(f.parts, t.part)
			}
			return len(t.sign)
		}
	}
	if rest[0] == '\\' && len(rest) > 1 {
		return 1 + writeLiteral(rest[1:], shape)
	}
	return writeLiteral(rest, shape)
}

func writeLiteral(rest string, shape *strings.Builder) int {
	for _, r := range rest {
		shape.WriteString(regexp.QuoteMeta(string(r)))
		return len(string(r))
	}
	return 0
}

func (f *DateForm) check() error {
	count := map[string]int{}
	for _, p := range f.parts {
		count[p]++
	}
	years, months := count["year"]+count["short year"], count["month"]+count["name"]
	f.quarter = count["quarter"] == 1
	switch {
	case years != 1:
		return errors.New("a form of dates has the year once (YYYY or YY): write it as in DD/MM/YYYY, " +
			"or write dmy, mdy or ymd")
	case months > 1 || count["day"] > 1 || count["quarter"] > 1 || f.quarter && months+count["day"] > 0 ||
		count["day"] > months:
		return errors.New("the form of dates does not go together; it is made of YYYY, MM (or MMM for a name) and DD, " +
			"or of YYYY and N for the quarter")
	}
	return nil
}

// Parse reads a text; ok is false where it is no date of this form.
func (f *DateForm) Parse(s string) (m Moment, ok bool) {
	found := f.shape.FindStringSubmatch(western(Spaced(s)))
	if found == nil {
		return m, false
	}
	for i, part := range f.parts {
		n, _ := strconv.Atoi(found[i+1])
		switch part {
		case "year":
			m.Year = n
		case "short year":
			if m.Year = n; f.era.Name == "" {
				m.Year = century(n)
			}
		case "month":
			m.Month = n
		case "name":
			m.Month = monthNamed(found[i+1])
		case "day":
			m.Day = n
		case "quarter":
			m.Quarter = n
		}
	}
	m.Year = f.era.Here(m.Year)
	return m, f.exists(m)
}

// western writes the digits of other scripts as 0 to 9.
func western(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Nd, r) {
			for zero := r; ; zero-- {
				if !unicode.Is(unicode.Nd, zero-1) || r-zero == 9 {
					return '0' + r - zero
				}
			}
		}
		return r
	}, s)
}

// exists holds a moment against the calendar.
func (f *DateForm) exists(m Moment) bool {
	month, day := m.Month, m.Day
	for _, part := range f.parts {
		if (part == "month" || part == "name") && month == 0 || part == "day" && day == 0 {
			return false
		}
	}
	_, ok := standard.DateOf(m.Year, max(month, 1), max(day, 1))
	return ok
}

// century completes a year of two digits: no audit is older than 1990.
func century(n int) int {
	if n >= 90 {
		return 1900 + n
	}
	return 2000 + n
}

// monthNamed knows the English names of months and their first three letters, and Sept; 0 for any other word.
func monthNamed(s string) int {
	names := strings.Fields("january february march april may june july august september october november december")
	s = strings.ToLower(s)
	for i, name := range names {
		if s == name || s == name[:3] || s == "sept" && i == 8 {
			return i + 1
		}
	}
	return 0
}

// IsOrder says that the form is one of the three orders.
func (f *DateForm) IsOrder() bool {
	return len(f.Written) == 3 && strings.Trim(strings.ToLower(f.Written), "dmy") == ""
}

// Has says which parts the form names: its months and days, or its quarter.
func (f *DateForm) Has() (month, day, quarter bool) {
	for _, p := range f.parts {
		month = month || p == "month" || p == "name"
		day = day || p == "day"
	}
	return month, day, f.quarter
}

// First and Last are the first and the last day of what is written: a day, a month, a quarter of the calendar or a
// year.
func (m Moment) First() standard.Date {
	month := max(m.Month, 1)
	if m.Quarter > 0 {
		month = m.Quarter*3 - 2
	}
	d, _ := standard.DateOf(m.Year, month, max(m.Day, 1))
	return d
}

// Last is the last day of what is written.
func (m Moment) Last() standard.Date {
	year, month := m.Year, 12
	switch {
	case m.Day > 0:
		return m.First()
	case m.Quarter > 0:
		month = m.Quarter * 3
	case m.Month > 0:
		month = m.Month
	}
	if month++; month > 12 {
		year, month = year+1, 1
	}
	d, _ := standard.DateOf(year, month, 1)
	return d - 1
}

// HasDigit says whether a text has a digit of any script: without one it is no date.
func HasDigit(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }
