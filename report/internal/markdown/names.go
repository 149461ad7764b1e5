package markdown

import "slices"

// Go has no constant lists; nothing writes to these.
var (
	containers   = []string{"band", "columns", "col", "grid", "cell", "keep", "page", "space", "small", "note", "table"}
	tableClasses = []string{"dense", "glance", "items", "matrix", "plain", "summary", "total"}
	classes      = []string{"cover", "title", "number", "big", "figure", "label", "small", "muted", "strong", "accent", "warn"}
)

// Classes are the names that [text]{.name} may use, for a theme to be held
// against.
func Classes() []string { return slices.Clone(classes) }

// nearest is a hint with the known name most like the given one, or all of them
// when none is.
func nearest(name string, known []string) string {
	best, least := "", 3
	for _, k := range known {
		if d := distance(name, k); d < least {
			best, least = k, d
		}
	}
	if best != "" {
		return " (did you mean " + best + "?)"
	}
	hint := " (known are"
	for _, k := range known {
		hint += " " + k
	}
	return hint + ")"
}

// distance is Levenshtein's, over bytes.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
