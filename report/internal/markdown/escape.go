package markdown

import (
	"strings"
	"unicode"
)

// Escape makes any string safe as text within the dialect, also in a table cell
// and at the beginning of a line. White space, line ends among it, becomes
// single spaces; control characters and invalid bytes are dropped or replaced.
func Escape(s string) string {
	s = tidy(s)
	var out strings.Builder
	out.Grow(len(s) + 8)
	digits := true // so far only digits: "1." would begin a list
	for i, r := range s {
		switch {
		case strings.ContainsRune("\\*_[]{}<>|!`", r),
			i == 0 && strings.ContainsRune("#+-=:~.)\"'(&", r),
			i > 0 && digits && (r == '.' || r == ')'):
			out.WriteByte('\\')
		}
		digits = digits && r >= '0' && r <= '9'
		out.WriteRune(r)
	}
	if strings.HasSuffix(s, `\`) {
		// A bar right behind would look escaped.
		out.WriteByte(' ')
	}
	return out.String()
}

// tidy collapses white space, and drops what no page can show.
func tidy(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\u0085' || r == '\u2028' || r == '\u2029' || r >= '\t' && r <= '\r':
			return ' '
		case unicode.IsControl(r) || r == '\ufeff':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }), " ")
}
