package pdf

import (
	"fmt"
	"math"
	"strings"
	"time"
	"unicode/utf16"
)

// largest bounds the numbers of a page, in points; readers may fail on greater ones.
const largest = 32767

// appendNumber writes a number with up to three decimals. It tells whether the number is one that a page can hold.
func appendNumber(out []byte, v float64, places int) ([]byte, bool) {
	if !(math.Abs(v) <= largest) {
		return append(out, '0'), false
	}
	scale := [...]int64{1, 10, 100, 1000}[places]
	n := int64(math.Round(v * float64(scale)))
	if n < 0 {
		out, n = append(out, '-'), -n
	}
	out = appendInt(out, n/scale)
	n %= scale
	if n == 0 {
		return out, true
	}
	out = append(out, '.')
	for ; n > 0; n %= scale {
		scale /= 10
		out = append(out, byte('0'+n/scale))
	}
	return out, true
}

func appendInt(out []byte, n int64) []byte {
	if n >= 10 {
		out = appendInt(out, n/10)
	}
	return append(out, byte('0'+n%10))
}

// appendLiteral writes bytes as a string. A carriage return must be escaped, since readers take it for a line feed.
func appendLiteral(out, s []byte) []byte {
	out = append(out, '(')
	for _, b := range s {
		out = appendEscaped(out, b)
	}
	return append(out, ')')
}

func appendEscaped(out []byte, b byte) []byte {
	switch b {
	case '(', ')', '\\':
		return append(out, '\\', b)
	case '\r':
		return append(out, '\\', 'r')
	}
	return append(out, b)
}

// textString is a string that people read.
func textString(s string) string { return string(appendLiteral(nil, []byte(textBytes(s)))) }

// textBytes is a string that people read as it is before it is escaped: in ASCII where that serves, else in UTF-16.
func textBytes(s string) string {
	if plain(s) {
		return s
	}
	wide := []byte{0xfe, 0xff}
	for _, unit := range utf16.Encode([]rune(s)) {
		wide = append(wide, byte(unit>>8), byte(unit))
	}
	return string(wide)
}

func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// uri is an address as PDF has it. It must be ASCII: other bytes, and blanks, are escaped as addresses escape them.
func uri(address string) string {
	var out strings.Builder
	for i := range len(address) {
		if b := address[i]; b <= ' ' || b > '~' {
			fmt.Fprintf(&out, "%%%02X", b)
		} else {
			out.WriteByte(b)
		}
	}
	return out.String()
}

// date is a moment in UTC.
func date(t time.Time) string { return t.UTC().Format("(D:20060102150405Z)") }
