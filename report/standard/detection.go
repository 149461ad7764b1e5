package standard

import (
	"regexp"
	"strings"
)

// detection is how laboratories write a result below their detection limit, in the forms of FoldSign.
type detection struct {
	words  map[string]bool // that stand alone, or before the limit
	behind map[string]bool // that stand behind the limit alone
}

// BelowDetection says that a text is a word for "below the detection limit".
func (s *Standard) BelowDetection(written string) bool { return s.detection.words[FoldSign(written)] }

// resultBelow parts a result into what stands before its number, the number, and what stands behind.
var resultBelow = regexp.MustCompile(`^([^\d.,+-]*)([+-]?[\d.,]*\d(?:e[+-]?\d{1,3})?)(\D*)$`)

// DetectionLimit reads a result below the detection limit: ND, <0.25, ND (<0.25), <MDL 0.25, 0.25 U. The limit is given
// as it is written, blank where the result does not name it.
func (s *Standard) DetectionLimit(written string) (limit string, below bool) {
	folded := FoldSign(written)
	if s.detection.words[folded] {
		return "", true
	}
	m := resultBelow.FindStringSubmatch(folded)
	if m == nil {
		return "", false
	}
	before, behind := strings.TrimRight(m[1], "<=:(["), strings.Trim(m[3], "()[]")
	switch {
	case before != "":
		below = s.detection.words[before] && behind == ""
	case behind == "":
		below = strings.HasPrefix(m[1], "<")
	case strings.HasPrefix(m[1], "<"):
		below = s.detection.words[behind] || s.detection.behind[behind]
	default:
		below = s.detection.behind[behind]
	}
	return m[2], below
}
