package standard

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold is the form in which names, headings and words are compared: compatibility characters resolved, lower case,
// letters, marks and digits only. "Factory ID*" and "factory_id" fold alike; 苯 and 甲苯 do not.
func Fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFKC.String(s))
}

// FoldSign is Fold for units, currencies and marks such as N/A or –, where punctuation carries the meaning.
func FoldSign(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(s))
}

// FoldText is a text in lower case with compatibility characters resolved and every run of white space made one space.
func FoldText(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(norm.NFKC.String(s)), " "))
}

// Words is a closed list: each word with its aliases.
type Words map[string][]string

// lookup maps every folded word and alias to its word. An alias of two words is refused.
func (w Words) lookup() (map[string]string, error) {
	out := map[string]string{}
	for _, word := range slices.Sorted(maps.Keys(w)) {
		for _, name := range append([]string{word}, w[word]...) {
			if other, taken := out[Fold(name)]; taken && other != word {
				return nil, fmt.Errorf("%q is a name of both %s and %s", name, other, word)
			}
			out[Fold(name)] = word
		}
	}
	return out, nil
}

// Nearest is the known word that looks most like s, or "" if none comes close: for hints only, never for matching.
func Nearest(s string, known []string) string {
	best, least := "", 3
	folded := []rune(Fold(s))
	for _, k := range known {
		if d := distance(folded, []rune(Fold(k))); d < least && d < (len(folded)+1)/2+1 {
			best, least = k, d
		}
	}
	return best
}

// distance is Levenshtein's.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, ra := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, rb := range b {
			cost := 1
			if ra == rb {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diagonal+cost)
		}
	}
	return row[len(b)]
}
