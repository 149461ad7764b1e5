package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// writtenInHan reports whether the document itself is written in Han characters.
func (l *layouter) writtenInHan() bool {
	base, _, _ := strings.Cut(l.Lang, "-")
	return base == "zh" || base == "ja" || base == "ko" || base == "yue"
}

// passage is the beginning of a text that is in one language, and which: "" is that of the document. What is said of a
// text counts for all of it; in other text, Han characters are in the language that the options say.
func (l *layouter) passage(text, lang string) (string, string) {
	switch {
	case lang != "" && lang != l.Lang:
		return text, lang
	case lang != "" || l.Han == "" || l.writtenInHan() || plain(text):
		return text, ""
	}
	from, to := firstHan(text)
	if from > 0 {
		return text[:from], ""
	}
	return text[:to], l.Han
}

// nearHan is how many other characters may stand between Han ones of one name: 针车 A 第 5 排.
const nearHan = 4

// firstHan finds the first passage of Han characters; from is the text's length without one.
func firstHan(text string) (from, to int) {
	from, to = len(text), len(text)
	between := 0
	for i, r := range text {
		switch {
		case unicode.Is(unicode.Han, r) || from < i && r >= 0x3001 && r <= 0x303f:
			from = min(from, i)
			to, between = i+utf8.RuneLen(r), 0
		case from > i: // not begun
		case strings.ContainsRune(",;:·", r) || between == nearHan:
			return from, closed(text, from, to)
		default:
			between++
		}
	}
	return from, closed(text, from, to)
}

// closed takes in a bracket that belongs to one within the passage: 包装 (新工).
func closed(text string, from, to int) int {
	inside := text[from:to]
	if strings.HasPrefix(text[to:], ")") && strings.Count(inside, "(") > strings.Count(inside, ")") {
		to++
	}
	return to
}
