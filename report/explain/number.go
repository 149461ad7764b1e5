package explain

import (
	"math"
	"strconv"
	"strings"
)

// digits is the number of significant digits that the text shows; the JSON has them all.
const digits = 6

// number is a figure for the text: whole numbers in full, others with six digits.
func number(v float64) string {
	switch {
	case math.IsNaN(v):
		return "none"
	case math.IsInf(v, 0):
		return "∞"
	case v == math.Trunc(v) && math.Abs(v) < 1e15:
		return minus(strconv.FormatFloat(v+0, 'f', 0, 64))
	}
	whole := max(int(math.Floor(math.Log10(math.Abs(v))))+1, 1)
	if v != 0 && math.Abs(v) < 1 {
		whole = int(math.Floor(math.Log10(math.Abs(v)))) + 1 // zeros behind the point are no digits
	}
	s := strconv.FormatFloat(v, 'f', min(max(digits-whole, 0), 12), 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return minus(s)
}

func minus(s string) string {
	if s == "-0" {
		return "0"
	}
	return strings.Replace(s, "-", "−", 1)
}

// percent is a share for the text.
func percent(v float64) string { return number(v*100) + " %" }

// with joins a value and its unit.
func with(v float64, unit string) string { return strings.TrimSpace(number(v) + " " + unit) }

// mostTerms is the most terms that a sum shows one by one.
const mostTerms = 24

// joined is a list of terms; of a long one its first and last, and how many there are.
func joined(terms []string, by string) string {
	if len(terms) <= mostTerms {
		return strings.Join(terms, by)
	}
	return strings.Join(terms[:3], by) + by + "…" + by + terms[len(terms)-1] + " [" + strconv.Itoa(len(terms)) + " terms]"
}

// each makes a term of every element.
func each[T, U any](list []T, term func(T) U) []U {
	out := make([]U, len(list))
	for i, v := range list {
		out[i] = term(v)
	}
	return out
}
