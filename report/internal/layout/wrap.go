package layout

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

// slack forgives the noise of floating point when a text just fits.
const slack = 1e-6

// span is a part of a text in bytes, [from, to).
type span struct{ from, to int }

// wrap divides a text into lines not wider than width, at the places UAX #14
// allows; at[i] is the width of text[:i]. Spaces at a line's end stay with it and
// hang beyond the width. A word wider than a line breaks between graphemes. The
// lines joined are the text, and there is at least one.
func wrap(text string, at []float64, width float64) []span {
	var lines []span
	start, end := 0, 0
	rest, state := directed(text), -1
	for rest != "" {
		var segment string
		segment, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		next := end + len(segment)
		visible := next - (len(segment) - len(strings.TrimRight(segment, " ")))
		if at[visible]-at[start] > width+slack {
			if start < end {
				lines = append(lines, span{start, end})
				start = end
			}
			if at[visible]-at[start] > width+slack {
				var cut []span
				cut, start = chop(text[start:visible], start, at, width)
				lines = append(lines, cut...)
			}
		}
		end = next
	}
	return append(lines, span{start, end})
}

// chop breaks a word that is wider than a line, and returns its full lines and
// where the rest begins.
func chop(word string, start int, at []float64, width float64) ([]span, int) {
	var lines []span
	end, state := start, -1
	for word != "" {
		var cluster string
		cluster, word, _, state = uniseg.FirstGraphemeClusterInString(word, state)
		next := end + len(cluster)
		if at[next]-at[start] > width+slack && start < end {
			lines = append(lines, span{start, end})
			start = end
		}
		end = next
	}
	return lines, start
}

// widest is the width of a text's widest part that cannot be broken.
func widest(text string, at []float64) float64 {
	var most float64
	end := 0
	rest, state := directed(text), -1
	for rest != "" {
		var segment string
		segment, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		visible := end + len(strings.TrimRight(segment, " "))
		most = max(most, at[visible]-at[end])
		end += len(segment)
	}
	return most
}

// directed is a text for finding breaks in, of the same length in bytes: quotation marks next to Han become ones that
// plainly open or close, since UAX #14 cannot tell which “ and ” are, and would break on neither side of them;
// hyphens inside ids become letters, so that F-CN03-02 stays whole.
func directed(text string) string {
	if strings.Contains(text, "-") {
		text = hyphenated.ReplaceAllStringFunc(text, func(word string) string {
			if len(word) > longestID || !strings.ContainsAny(word, "0123456789") {
				return word
			}
			return strings.ReplaceAll(word, "-", "_")
		})
	}
	if !strings.ContainsAny(text, "“”‘’") {
		return text
	}
	runes := []rune(text)
	for i, r := range runes {
		mark, quote := quotes()[r]
		if quote && (i > 0 && wide(runes[i-1]) || i+1 < len(runes) && wide(runes[i+1])) {
			runes[i] = mark
		}
	}
	return string(runes)
}

// longestID is the length in bytes up to which a word with hyphens and digits is an id and not broken.
const longestID = 20

var hyphenated = regexp.MustCompile(`[A-Za-z0-9]+(-[A-Za-z0-9]+)+`)

func quotes() map[rune]rune {
	return map[rune]rune{'“': '「', '”': '」', '‘': '『', '’': '』'}
}

// wide reports Han, kana and their punctuation.
func wide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) ||
		r >= '\u3000' && r <= '\u303f' || r >= '\uff00' && r <= '\uff60'
}
