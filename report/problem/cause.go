package problem

import (
	"fmt"
	"slices"
	"strings"
)

// Cause is problems of one kind that have one cause: what is said of the first is true of all, or where there are too
// many different ones of a column (mostCauses), the first is an example.
type Cause struct {
	Problem
	also []Place // where the others are
}

// ByCause puts together the problems of one sheet that are of one severity and code and say the same, in the order of
// the first of each. Those of a code that has a sentence for many (Code.Many) are one cause wherever they are, whatever
// each of them says.
func ByCause(problems []Problem) []Cause {
	type key struct {
		severity            Severity
		file, sheet         string
		code, message, hint string
	}
	many := map[string]string{}
	for _, c := range codes {
		many[c.Name] = c.Many
	}
	at := map[key]int{}
	var out []Cause
	for _, p := range problems {
		k := key{p.Severity, p.File, p.Sheet, p.Code, p.Message, p.Hint}
		if many[p.Code] != "" {
			k.file, k.sheet, k.message = "", "", ""
		}
		if i, is := at[k]; is {
			out[i].also = append(out[i].also, p.Place)
			continue
		}
		at[k] = len(out)
		out = append(out, Cause{Problem: p})
	}
	out = byColumn(out)
	for i := range out {
		if sentence := many[out[i].Code]; sentence != "" && len(out[i].also) > 0 {
			out[i].Message = fmt.Sprintf(sentence, 1+len(out[i].also))
		}
	}
	return out
}

// Places are where the problems are, in their order.
func (c Cause) Places() []Place { return append([]Place{c.Place}, c.also...) }

// mostCauses is the most causes of one code that are told apart in a column. A sheet of a hundred thousand values that
// are none is one mistake of whoever filled in the column.
const mostCauses = 12

// byColumn makes one cause of those of a code in a column that are too many. Its message is that of the first, and says
// so.
func byColumn(causes []Cause) []Cause {
	type column struct {
		severity          Severity
		file, sheet, code string
		number            int
	}
	of := func(c *Cause) column { return column{c.Severity, c.File, c.Sheet, c.Code, c.Column} }
	count := map[column]int{}
	for i := range causes {
		count[of(&causes[i])]++
	}
	first := map[column]int{}
	var out []Cause
	for _, c := range causes {
		k := of(&c)
		if i, is := first[k]; is {
			out[i].also = append(append(out[i].also, c.Place), c.also...)
			continue
		}
		if count[k] > mostCauses {
			first[k] = len(out)
		}
		out = append(out, c)
	}
	for _, i := range first {
		slices.SortStableFunc(out[i].also, Place.Compare)
		out[i].Message += fmt.Sprintf("; so or alike in %d more of the column", len(out[i].also))
	}
	return out
}

// Count is how many problems have the cause.
func (c Cause) Count() int { return 1 + len(c.also) }

// namedPlaces is how many places of one cause are named on a line; problems.csv has all.
const namedPlaces = 3

// String is the line that goes to standard error. Nothing in it steers a terminal.
func (c Cause) String() string { return c.line(c.Where(namedPlaces)) }

// Where names the first places of the cause, at most so many: a.xlsx!Noise!I6, I10, I14 and 9 more.
func (c Cause) Where(most int) string {
	places := c.Places()
	var named []string
	for i, at := range places[:min(len(places), most)] {
		switch cell := at.Cell(); {
		case i > 0 && at == places[i-1]:
		case i > 0 && cell != "" && at.File == places[i-1].File && at.Sheet == places[i-1].Sheet:
			named = append(named, cell)
		case at != Place{}:
			named = append(named, at.String())
		}
	}
	where := strings.Join(named, ", ")
	if more := len(places) - most; more > 0 {
		where += fmt.Sprintf(" and %d more", more)
	}
	return strings.TrimSpace(where)
}
