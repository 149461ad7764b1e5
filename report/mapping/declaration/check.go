package declaration

import (
	"slices"
	"strconv"

	"plimsoll/report/standard"
)

// checkColumn refuses what a column's kind has no use for. ownDates says that the dates were declared at the column.
func (r *reader) checkColumn(c *Column, t *Target, ownDates bool) {
	name, kind := c.Decl.Name, c.Decl.Kind
	isNumber, isDate := kind == "number" || kind == "count" || kind == "share", kind == "date" || kind == "month" ||
		kind == "period"
	switch {
	case c.Optional && c.From != Heading && c.From != Label:
		r.Fail(c.Line, "", "optional is for headings and labels that may be missing")
	case c.Optional && c.Decl.Required && c.IfBlank == "":
		r.Fail(c.Line, "say with if_blank: what stands there then", "%s is required, so its heading cannot be optional", name)
	case (c.Right > 0 || c.Below > 0) && c.From != Label:
		r.Fail(c.Line, "", "right and below tell where the value of a label stands")
	case c.From == Label && !IsLabel(c.Label):
		r.Fail(c.Line, "", "the label has no letter")
	case c.FindUnit == nil && c.Decl.Field != "unit" && c.From == HeadingOf && len(c.Pattern) == 0:
		r.Fail(c.Line, `say with pattern: which part counts, or write find: unit`, "%s would be the whole heading", name)
	case c.Times.Unit != "" && !isNumber:
		r.Fail(c.Line, "", "%s is no number, so it has no unit", name)
	case c.Gathers() && !isNumber && kind != "concentration":
		r.Fail(c.Line, "", "%s is no number, so nothing is added up for it", name)
	case ownDates && !isDate:
		r.Fail(c.Line, "", "%s is no date", name)
	case c.Time != nil && (kind != "date" || c.From != Heading):
		r.Fail(c.Line, "", "time: is for dates that stand under a heading")
	case c.Day != "" && kind != "date":
		r.Fail(c.Line, "", "day: is for dates, and %s is none", name)
	case c.From == WideValue && t.Area != nil && c.Decl.Field != "value":
		r.Fail(c.Line, "give them to "+valueName(t), "%s cannot take the values of wide columns", name)
	}
	r.checkDates(c, ownDates)
	if c.From == Written {
		r.checkConstant(c, t)
	}
	r.checkWords(c, t)
}

func valueName(t *Target) string {
	for _, c := range t.Sheet.Columns {
		if c.Field == "value" {
			return c.Name
		}
	}
	return "a number"
}

// checkDates wants of a form of dates what the column needs: a day, a month or a quarter. Forms that were declared for
// all columns and do not suit this one are dropped.
func (r *reader) checkDates(c *Column, own bool) {
	var kept []*DateForm
	for _, f := range c.Dates {
		month, day, quarter := f.Has()
		problem := ""
		switch c.Decl.Kind {
		case "date":
			if !day && c.Day == "" {
				problem = "it has no day: add day: first or day: last, and it is said that this is a convention"
			}
		case "month":
			if !month {
				problem = "it has no month"
			}
		case "period":
			if !quarter && !(c.Decl.Years && !month) {
				problem = "it has no quarter: write it as YYYY QN"
			}
		}
		switch {
		case problem == "":
			kept = append(kept, f)
		case own:
			r.Fail(c.Line, "", "dates %q do not suit %s: %s", f.Written, c.Decl.Name, problem)
		}
	}
	c.Dates = kept
}

// checkWords holds the words of a translation against the closed list of the column.
func (r *reader) checkWords(c *Column, t *Target) {
	for _, word := range sortedWords(c.Words) {
		if word != "" {
			r.checkWord(c, t, word)
		}
	}
	if c.IfBlank != "" {
		r.checkWord(c, t, c.IfBlank)
	}
}

// checkConstant holds a text that is the same everywhere against what its column takes.
func (r *reader) checkConstant(c *Column, t *Target) {
	if len(c.Text) == 0 && c.Decl.Required {
		r.Fail(c.Line, "", "%s cannot be blank", c.Decl.Name)
	}
	if c.Text.Constant() && len(c.Text) == 1 {
		r.checkWord(c, t, c.Text[0].Words)
	}
}

// checkWord refuses a word that the audit would refuse in every row.
func (r *reader) checkWord(c *Column, t *Target, word string) {
	if r.std.NotMeasured(word) {
		return
	}
	fail := func(hint, what string) { r.Fail(c.Line, hint, "%q is no %s", word, what) }
	switch c.Decl.Kind {
	case "word":
		if _, ok := c.Decl.Word(word); !ok {
			fail("one of "+c.Decl.WordList(), "word for "+c.Decl.Name)
		}
	case "yesno":
		if _, ok := r.std.YesNo(word); !ok {
			fail("write yes or no", "yes or no")
		}
	case "agent":
		if _, ok := r.std.Agent(word); !ok {
			fail("write its CAS number, or a name that templates/agents.yaml has", "substance known here")
		}
	case "number", "count", "share":
		if _, err := strconv.ParseFloat(word, 64); err != nil {
			fail("write it with a decimal point and without its unit", "number")
		}
	case "date":
		if _, ok := standard.ParseDate(word); !ok {
			fail("write it as 2026-07-14", "date")
		}
	case "period":
		if _, ok := standard.ParseQuarter(word); !ok && !c.Decl.Years {
			fail("write it as 2026-Q3", "quarter")
		}
	}
	switch {
	case c.Decl.Field == "unit" && t.Area != nil:
		if _, ok := t.Area.UnitOf(word); !ok {
			fail("one of "+t.Area.UnitNames(), "unit of "+t.Area.Name)
		}
	case c.Decl.Field == "currency" && t.Area != nil:
		if _, ok := t.Area.Currency(word); !ok {
			fail("write its ISO 4217 code, such as CNY", "currency code")
		}
	}
}

func sortedWords(words map[string]string) []string {
	seen, out := map[string]bool{}, []string{}
	for _, w := range words {
		if !seen[w] {
			seen[w] = true
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return out
}
