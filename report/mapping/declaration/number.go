package declaration

import (
	"fmt"
	"regexp"
	"strings"

	"plimsoll/report/standard"
)

// NumberForm is how numbers are written as text: the decimal mark and the mark between thousands.
type NumberForm struct {
	Decimal, Thousands string // point, comma; none, point, comma, space, apostrophe

	shape     *regexp.Regexp
	thousands *strings.Replacer
}

// marks are what the words stand for, as a class of characters. White space is one space by then.
func marks() map[string]string {
	return map[string]string{"point": ".", "comma": ",", "space": " ", "apostrophe": "'’"}
}

// newNumberForm completes what is declared: a decimal point and no mark between thousands are the default.
func newNumberForm(decimal, thousands string) (*NumberForm, error) {
	f := &NumberForm{Decimal: decimal, Thousands: thousands}
	switch {
	case f.Decimal == "":
		f.Decimal = "point"
	case f.Decimal != "point" && f.Decimal != "comma":
		return nil, fmt.Errorf("unknown decimal %q (point, comma)", decimal)
	}
	if f.Thousands == "" {
		f.Thousands = "none"
	}
	between, known := marks()[f.Thousands]
	switch {
	case !known && f.Thousands != "none":
		return nil, fmt.Errorf("unknown thousands %q (none, point, comma, space, apostrophe)", thousands)
	case f.Thousands == f.Decimal:
		return nil, fmt.Errorf("%s cannot be both the decimal mark and the mark between thousands; declare decimal: %s too",
			f.Decimal, map[string]string{"point": "comma", "comma": "point"}[f.Decimal])
	}
	whole := `\d+`
	if known {
		// a group of thousands never begins with 0: with points between thousands, 0.673 is no 673
		whole = `(?:[1-9]\d{0,2}(?:[` + between + `]\d{3})+|\d+)`
		var pairs []string
		for _, mark := range between {
			pairs = append(pairs, string(mark), "")
		}
		f.thousands = strings.NewReplacer(pairs...)
	}
	f.shape = regexp.MustCompile(`^([+-]?)(` + whole + `)(?:[` + marks()[f.Decimal] + `](\d+))?([eE][+-]?\d{1,3})?$`)
	return f, nil
}

// Plain rewrites a number with a decimal point and no mark between thousands; ok is false where it is not written so.
func (f *NumberForm) Plain(s string) (plain string, ok bool) {
	m := f.shape.FindStringSubmatch(Spaced(s))
	if m == nil {
		return "", false
	}
	whole := m[2]
	if f.thousands != nil {
		whole = f.thousands.Replace(whole)
	}
	plain = m[1] + whole
	if m[3] != "" {
		plain += "." + m[3]
	}
	return plain + m[4], true
}

// String says how numbers are written, for hints.
func (f *NumberForm) String() string {
	if f.Thousands == "none" {
		return "with a decimal " + f.Decimal + " and no mark between thousands"
	}
	return fmt.Sprintf("with a decimal %s and a %s between thousands", f.Decimal, f.Thousands)
}

// anyMark is a number with one decimal mark and no others.
var anyMark = regexp.MustCompile(`^[+-]?\d+(?:[.,]\d+)?([eE][+-]?\d{1,3})?$`)

// Ambiguous says whether a text can be read in two ways where no form is declared: 60.000, 4,960.
func Ambiguous(s string) bool { return standard.Ambiguous(Spaced(s)) }

// IsNumber says whether a text is a number with a decimal point, and nothing else.
func IsNumber(s string) bool { return anyMark.MatchString(s) && !strings.Contains(s, ",") }
