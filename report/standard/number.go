package standard

import "regexp"

// ambiguous is one to three digits, not a 0 alone, a point or comma, and exactly three digits.
var ambiguous = regexp.MustCompile(`^[+-]?[1-9]\d{0,2}[.,]\d{3}$`)

// Ambiguous says whether a text is one number with a decimal point, and another with a decimal comma: 60.000, 4,960. Nobody guesses
// which is meant; those who read it look for what says so. A group of thousands never begins with 0, so that 0.673 is no such text.
func Ambiguous(s string) bool { return ambiguous.MatchString(s) }
