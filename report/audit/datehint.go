package audit

import (
	"fmt"
	"regexp"
	"strings"

	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// The forms in which people write a day, on the form of plainText. A day that two of them can read is never read: they
// make hints.
var (
	eraFirst   = regexp.MustCompile(`(?i)^(令和|平成|民國|民国|r|h) ?(\d{1,3}) ?[年./-] ?(\d{1,2}) ?[月./-] ?(\d{1,2})\b`)
	yearFirst  = regexp.MustCompile(`^(\d{3,4}) ?[年./-] ?(\d{1,2}) ?[月./-] ?(\d{1,2})(?:\D|$)`)
	yearLast   = regexp.MustCompile(`^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})(?:\D|$)`)
	compact    = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
	monthForms = []*regexp.Regexp{regexp.MustCompile(`^(?P<y>\d{4})(?: ?[年./-] ?)?(?P<m>\d{1,2})月?$`),
		regexp.MustCompile(`^(?:tháng )?(?P<m>\d{1,2})[./ -](?P<y>\d{4})$`)}
	named   = regexp.MustCompile(`^(?:(\d{1,2})[. -]+)?(\pL[\pL\pM.]*)[., -]+(?:(\d{1,2}),? +)?(\d{4})$`)
	quarter = []*regexp.Regexp{
		regexp.MustCompile(`(?i)^(?:q|quarter|quý)? ?(?P<q>[1-4])(?:st|nd|rd|th)?(?: ?q| ?quarter)?[ ./,-]*(?P<y>\d{4})$`),
		regexp.MustCompile(`(?i)^(?P<y>\d{4}) ?年?[ ./-]*(?:第|q|quarter|quý)? ?(?P<q>[1-4])(?:季度?|q)?$`),
	}
)

// months are the names of months as they begin, in lower case: English, and Thai in full and short.
var months = [][]string{
	{"jan", "มกรา", "ม.ค"}, {"feb", "กุมภา", "ก.พ"}, {"mar", "มีนา", "มี.ค"}, {"apr", "เมษา", "เม.ย"},
	{"may", "พฤษภา", "พ.ค"}, {"jun", "มิถุนา", "มิ.ย"}, {"jul", "กรกฎา", "ก.ค"}, {"aug", "สิงหา", "ส.ค"},
	{"sep", "กันยา", "ก.ย"}, {"oct", "ตุลา", "ต.ค"}, {"nov", "พฤศจิกา", "พ.ย"}, {"dec", "ธันวา", "ธ.ค"},
}

// monthNamed is the number of a month, 0 where the word is none.
func monthNamed(word string) int {
	for i, names := range months {
		for _, name := range names {
			if strings.HasPrefix(strings.ToLower(word), name) {
				return i + 1
			}
		}
	}
	return 0
}

// dateHint says what to write instead; where the text shows a day, it names that.
func (d *decoder) dateHint(cell workbook.Cell) string {
	if cell.Kind == workbook.Number {
		return d.serialHint(cell)
	}
	plain := plainText(cell.Text)
	if cell.Kind != workbook.Text {
		plain = ""
	}
	if d.col.Kind == "month" {
		if hint := monthHint(plain); hint != "" {
			return hint
		}
	}
	if m := eraFirst.FindStringSubmatch(plain); m != nil {
		e, _ := namedEra(m[1])
		return e.hint(number(m[2]), number(m[3]), number(m[4]))
	}
	for _, form := range []*regexp.Regexp{yearFirst, compact} {
		if m := form.FindStringSubmatch(plain); m != nil {
			return dayHint(number(m[1]), number(m[2]), number(m[3]))
		}
	}
	if m := yearLast.FindStringSubmatch(plain); m != nil {
		return d.orderHint(number(m[1]), number(m[2]), number(m[3]))
	}
	if m := named.FindStringSubmatch(plain); m != nil && monthNamed(m[2]) > 0 && m[1]+m[3] != "" {
		return dayHint(number(m[4]), monthNamed(m[2]), number(m[1]+m[3]))
	}
	if d.col.Kind == "month" {
		return "write the month as 2026-07"
	}
	return "write it as a date cell, or as text: 2026-07-14"
}

// serialHint is the hint for a number under a date: the day it would be in a cell of that format, or that its digits
// show.
func (d *decoder) serialHint(cell workbook.Cell) string {
	if m := compact.FindStringSubmatch(cell.Plain()); m != nil {
		return dayHint(number(m[1]), number(m[2]), number(m[3]))
	}
	if hint := monthHint(cell.Plain()); hint != "" && d.col.Kind == "month" {
		return hint
	}
	date, ok := standard.SerialDate(cell.Number)
	if ok && date >= oldest() && date <= newest() {
		return "format the cell as a date: it would be " + date.String()
	}
	return "format the cell as a date, or write it as text: 2026-07-14"
}

// monthHint names the month that a text shows; blank for none.
func monthHint(plain string) string {
	year, month := 0, 0
	for _, form := range monthForms {
		if m := form.FindStringSubmatch(plain); m != nil {
			year, month = number(m[form.SubexpIndex("y")]), number(m[form.SubexpIndex("m")])
		}
	}
	if m := named.FindStringSubmatch(plain); m != nil && m[1]+m[3] == "" {
		year, month = number(m[4]), monthNamed(m[2])
	}
	e, other := eraOf(year)
	if _, ok := standard.DateOf(year, month, 1); !ok || other && e.otherMonths {
		return ""
	}
	if other {
		return fmt.Sprintf("%d is a year of %s: write the month as %d-%02d", year, e.name, e.ofThisYear(year), month)
	}
	return fmt.Sprintf("write the month as %d-%02d", year, month)
}

// dayHint names the day that a text shows, year first.
func dayHint(year, month, day int) string {
	if e, other := eraOf(year); other {
		return e.hint(year, month, day)
	}
	if date, ok := standard.DateOf(year, month, day); ok && date >= oldest() && date <= newest() {
		return "write it as a date cell, or as text: " + date.String()
	}
	return "there is no such day: write it as a date cell, or as text, such as 2026-07-14"
}

// orderHint names the days that a text of two numbers and a year can be.
func (d *decoder) orderHint(first, second, year int) string {
	if e, other := eraOf(year); other {
		if first > 12 {
			return e.hint(year, second, first)
		}
		return e.hint(year, 0, 0)
	}
	dmy, isDMY := standard.DateOf(year, second, first)
	mdy, isMDY := standard.DateOf(year, first, second)
	declared := d.c.data.Programme.DateOrder
	switch {
	case !isDMY && !isMDY:
		return "there is no such day: write it as 2026-07-14"
	case declared != "":
		return fmt.Sprintf("the sheet Programme declares the Date order %s, in which that is no day: write %s",
			declared, where(isDMY, dmy, mdy))
	case isDMY && isMDY && dmy != mdy:
		return fmt.Sprintf("write %s or %s, whichever is meant, or declare the Date order (dmy or mdy) in the sheet "+
			"Programme", dmy, mdy)
	}
	return fmt.Sprintf("write %s, or declare the Date order (dmy or mdy) in the sheet Programme", where(isDMY, dmy,
		mdy))
}

func where(is bool, a, b standard.Date) standard.Date {
	if is {
		return a
	}
	return b
}

// periodHint names the quarter that a cell shows, as far as one can be told.
func (d *decoder) periodHint(cell workbook.Cell) string {
	if date, ok := d.calendarDay(cell); ok && cell.Kind == workbook.Date {
		return "write the quarter: " + d.c.data.Quarter(date).String()
	}
	for _, form := range quarter {
		if m := form.FindStringSubmatch(plainText(cell.Plain())); m != nil {
			return fmt.Sprintf("write the quarter as %s-Q%s", m[form.SubexpIndex("y")], m[form.SubexpIndex("q")])
		}
	}
	if d.col.Years {
		return "write the quarter as 2026-Q3 or the year as 2026"
	}
	return "write the quarter as 2026-Q3"
}
