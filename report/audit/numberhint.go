package audit

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

var (
	clock     = regexp.MustCompile(`^(\d{1,4})[:hH](\d{2})(:\d{2})?$`)
	thousands = regexp.MustCompile(`^[+-]?\d{1,3}([., '’]\d{3})+([.,]\d+)?$`)
	between   = regexp.MustCompile(`^([\d.,]+) ?(?:-|–|—|~|to|bis|至|đến) ?([\d.,]+)$`)
	aside     = regexp.MustCompile(`^(?:[~≈><≥≤±=]|ca\.?|approx\.?|about|约) ?([+-]?[\d.,]*\d)$`)
	withUnit  = regexp.MustCompile(`^\p{Sc}? ?([+-]?\d[\d., '’]*)(?:±.*|\pL.*|[%°\p{Sc}].*)?$`)
	anyNumber = regexp.MustCompile(`[\d.,]*\d`)
)

// numberHint says what to write instead; where the text shows a number, it names that.
func (d *decoder) numberHint(cell workbook.Cell) string {
	written := shown(cell)
	if m := clock.FindStringSubmatch(written); m != nil && (d.col.Hours || cell.Kind == workbook.Text) {
		return "write hours as a number: " + hoursOf(m) + ", and format the cell as a number"
	}
	if cell.Kind == workbook.Date {
		return "the cell is formatted as a date or a time: format it as a number and write the value again"
	}
	plain := plainText(written)
	if plain != written && plainNumber.MatchString(plain) {
		return "write it with ordinary digits, and nothing that cannot be seen: " + plain
	}
	return cmp.Or(d.belowHint(plain), d.markHint(plain), hintOfForm(plain), d.unitHint(plain), d.usualHint())
}

// belowHint is the hint for what says that a result lies below some limit, and says more than that.
func (d *decoder) belowHint(plain string) string {
	number := numberIn(anyNumber.FindString(plain))
	if number == "" || d.col.Kind != "concentration" || !strings.ContainsAny(plain, "<≤") {
		return ""
	}
	return "write <" + number
}

// markHint is the hint for a number with a mark that the programme does not declare.
func (d *decoder) markHint(plain string) string {
	declared := d.c.data.Programme.Decimal
	if declared == "" || numberIn(plain) == "" {
		return ""
	}
	return fmt.Sprintf("the sheet Programme declares a decimal %s: write it so, or as a numeric cell", declared)
}

// hintOfForm is the hint for a text that is nearly a number, and reads the same whatever the column; blank for any
// other.
func hintOfForm(plain string) string {
	switch number := numberIn(plain); {
	case thousands.MatchString(plain) && number != "":
		return "write it without thousands marks and with a decimal point: " + number
	case number != "":
		return "write it with a decimal point: " + number
	}
	if m := between.FindStringSubmatch(plain); m != nil {
		if low, high := numberIn(m[1]), numberIn(m[2]); low != "" && high != "" {
			return fmt.Sprintf(
				"a range is no reading: write what was measured, in a row of its own each, such as %s and %s", low,
				high)
		}
	}
	if m := aside.FindStringSubmatch(plain); m != nil && numberIn(m[1]) != "" {
		return "write " + numberIn(m[1]) + " if that is what was read, and the rest under Note"
	}
	return ""
}

// unitHint is the hint for a number with a unit.
func (d *decoder) unitHint(plain string) string {
	m := withUnit.FindStringSubmatch(plain)
	if m == nil {
		return ""
	}
	number := numberIn(m[1])
	switch hint := cmp.Or(d.col.Hint, "write the number without its unit"); {
	case number == "":
		return hint
	case d.col.Kind == "share":
		return "write a percent cell, or the share: " + hundredth(number)
	case strings.HasSuffix(hint, "without its unit"):
		return hint + ": " + number
	}
	return "write " + number + ", and nothing else"
}

// hundredth is a percentage as a share.
func hundredth(number string) string {
	percent, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return number
	}
	return numberText(percent / 100)
}

// usualHint says how numbers of the column are written.
func (d *decoder) usualHint() string {
	switch {
	case d.col.Kind == "share":
		return "write a percent cell, or a share from 0 to 1: 0.04"
	case d.col.Hint != "":
		return d.col.Hint
	case d.col.Kind == "count":
		return "write a whole number such as 12"
	}
	return "write a number such as 12.5, or N/A where nothing was measured"
}

// hoursOf is a duration of hours and minutes as hours.
func hoursOf(m []string) string {
	hours, _ := strconv.ParseFloat(m[1], 64)
	minutes, _ := strconv.ParseFloat(m[2], 64)
	return strconv.FormatFloat(float64(int((hours+minutes/60)*100+0.5))/100, 'f', -1, 64)
}

// numberIn is the number that a text can only be, as it has to be written; blank where it is none, or could be two.
func numberIn(s string) string {
	s = strings.NewReplacer(" ", "", "'", "", "’", "").Replace(s)
	switch m := standard.MarkOf(s); {
	case m != standard.UnknownMark:
		return m.Plain(s)
	case plainNumber.MatchString(s) && !standard.Ambiguous(s):
		return s
	}
	return ""
}

// plainText is a text with the digits of all scripts as 0 to 9, compatibility characters resolved, white space as
// single spaces, and without characters that nobody sees.
func plainText(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Cc, r) && !unicode.IsSpace(r):
			return -1
		case unicode.Is(unicode.Nd, r):
			return '0' + digit(r)
		}
		return r
	}, norm.NFKC.String(s))
	return strings.Join(strings.Fields(s), " ")
}

// digit is the value of a decimal digit of any script: they stand in blocks of ten.
func digit(r rune) rune {
	for _, block := range unicode.Nd.R16 {
		if rune(block.Lo) <= r && r <= rune(block.Hi) {
			return (r - rune(block.Lo)) % 10
		}
	}
	for _, block := range unicode.Nd.R32 {
		if rune(block.Lo) <= r && r <= rune(block.Hi) {
			return (r - rune(block.Lo)) % 10
		}
	}
	return 0
}
