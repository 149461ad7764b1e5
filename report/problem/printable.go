package problem

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Printable is a text of one line in which nothing steers a terminal, turns what stands behind it around, or begins a
// line of its own: control characters, line breaks, marks of direction and bytes that are no UTF-8 stand as \u001b, as
// JSON and YAML write them. What cells, sheets, files and arguments are called is printed through it.
func Printable(s string) string { return printable(s, "") }

// PrintableText is the same for a text of many lines.
func PrintableText(s string) string { return printable(s, "\n") }

func printable(s, kept string) string {
	if !strings.ContainsFunc(s, steers) && utf8.ValidString(s) {
		return s
	}
	var out strings.Builder
	for i, r := range s {
		_, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			out.WriteRune(utf8.RuneError)
		case !steers(r) || strings.ContainsRune(kept, r):
			out.WriteRune(r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&out, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&out, `\u%04x`, r)
		}
	}
	return out.String()
}

// steers says whether a character is no text: control characters (ESC, the C1 set, line breaks), separators of lines,
// marks that turn the direction of text (Unicode Standard Annex 9), the mark of byte order, and tags.
func steers(r rune) bool {
	switch {
	case unicode.IsControl(r), r == '\u2028', r == '\u2029', r == '\ufeff':
		return true
	case unicode.Is(unicode.Bidi_Control, r):
		return true
	}
	return r >= 0xe0000 && r <= 0xe007f
}
