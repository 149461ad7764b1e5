package standard

import (
	"regexp"
	"strings"
)

// ambiguous is one to three digits, not a 0 alone, a point or comma, and exactly three digits.
var ambiguous = regexp.MustCompile(`^[+-]?[1-9]\d{0,2}[.,]\d{3}$`)

// Ambiguous says whether a text is one number with a decimal point, and another with a decimal comma: 60.000, 4,960. Nobody guesses
// which is meant; those who read it look for what says so. A group of thousands never begins with 0, so that 0.673 is no such text.
func Ambiguous(s string) bool { return ambiguous.MatchString(s) }

// DecimalMark parts the whole of a number from its fraction, in numbers that are text; the other of the two may then
// stand between thousands.
type DecimalMark byte

// The marks, as they are written. UnknownMark is that of a text that does not tell.
const (
	UnknownMark  DecimalMark = 0
	DecimalPoint DecimalMark = '.'
	DecimalComma DecimalMark = ','
)

// numbersWith are the forms of numbers with either mark. A group of thousands never begins with 0: 0.673 is no 673.
var numbersWith = map[DecimalMark]*regexp.Regexp{
	DecimalPoint: regexp.MustCompile(`^[+-]?(?:(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$`),
	DecimalComma: regexp.MustCompile(`^[+-]?(?:(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d*)?|,\d+)(?:[eE][+-]?\d{1,3})?$`),
}

// MarkOf is the decimal mark of a text that is a number in one way only (84.5, 0.3, 4.960.000, 1,200.5); of a number
// without a mark, of one that can be read in two ways (60.000, 4,960), and of anything else it is unknown.
func MarkOf(s string) DecimalMark {
	switch withPoint, withComma := DecimalPoint.Fits(s), DecimalComma.Fits(s); {
	case withPoint && !withComma:
		return DecimalPoint
	case withComma && !withPoint:
		return DecimalComma
	}
	return UnknownMark
}

// MarkShownBy is the decimal mark that a cell shows: its number, or the one in a result below a detection limit.
func (s *Standard) MarkShownBy(written string) DecimalMark {
	if limit, below := s.DetectionLimit(written); below && limit != "" {
		written = limit
	}
	return MarkOf(written)
}

// Fits says whether a text is a number with the mark, or without any.
func (m DecimalMark) Fits(s string) bool { return numbersWith[m].MatchString(s) }

// Plain rewrites a number of the mark with a decimal point, and without marks between thousands.
func (m DecimalMark) Plain(s string) string {
	other := string(rune(DecimalPoint + DecimalComma - m))
	return strings.Replace(strings.ReplaceAll(s, other, ""), string(rune(m)), ".", 1)
}
