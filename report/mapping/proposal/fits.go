package proposal

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// fitting holds the values of a column against the kind of the target's column. A name alone is never sure: what stands
// under it must be what the column takes.
func (p *proposer) fitting(g *guess, decl *standard.Column, c *column, r reading) reading {
	if r.how < likely || decl.Kind == "text" || decl.Kind == "id" && decl.Field != "factory" {
		return r
	}
	misfits, first := 0, ""
	for _, cell := range c.cells {
		if !p.takes(g, decl, cell) {
			if misfits++; misfits == 1 {
				first = short(cell.Plain())
			}
		}
	}
	switch total := c.filled(); {
	case total == 0:
		r.how = min(r.how, likely)
	case misfits == 0:
	case float64(total-misfits)/float64(total) >= most, misfits == 1 && total > 2:
		r.how = min(r.how, likely)
		r.because += fmt.Sprintf(", but %s no %s, such as %s", countOf(misfits, total), kindWord(decl), first)
	default:
		r.how = unsure
		r.because += fmt.Sprintf(", but %s no %s, such as %s", countOf(misfits, total), kindWord(decl), first)
	}
	return r
}

func countOf(n, total int) string {
	if n == 1 {
		return fmt.Sprintf("1 of %d values is", total)
	}
	return fmt.Sprintf("%d of %d values are", n, total)
}

// kindWord is what a column takes, in a word.
func kindWord(decl *standard.Column) string {
	switch decl.Kind {
	case "number", "count", "share", "concentration":
		return "number"
	case "date", "month", "period":
		return decl.Kind
	case "yesno":
		return "yes or no"
	case "agent":
		return "substance known here"
	}
	if decl.Field == "factory" {
		return "factory that was given"
	}
	return "word for " + decl.Name
}

// takes says whether a column of the target takes a cell, perhaps after a mapping says how it is written.
func (p *proposer) takes(g *guess, decl *standard.Column, cell workbook.Cell) bool {
	written := cell.Plain()
	if p.std.NotMeasured(written) {
		return true
	}
	switch decl.Kind {
	case "number", "count", "share":
		return cell.Kind == workbook.Number || isHours(decl) && isClock(cell) || cell.Kind == workbook.Text &&
			isNumber(written)
	case "concentration":
		return cell.Kind == workbook.Number || cell.Kind == workbook.Text &&
			(isNumber(written) || p.std.BelowDetection(written))
	case "date", "month":
		return cell.Kind == workbook.Date && !cell.Duration || isDate(written)
	case "period":
		_, quarter := standard.ParseQuarter(written)
		return quarter || cell.Kind == workbook.Date || isQuarter(written) || decl.Years && isYear(written)
	case "word":
		_, ok := decl.Word(written)
		return ok
	case "yesno":
		_, ok := p.std.YesNo(written)
		return ok
	case "agent":
		_, ok := p.std.Agent(written)
		return ok
	}
	switch {
	case decl.Field == "factory" && len(p.factories.ids) > 0:
		return p.factories.isID(written)
	case decl.Field == "unit" && g.area != nil && g.area.Unit != "currency":
		_, ok := g.area.UnitOf(written)
		return ok
	}
	return true
}

// isHours says whether a column counts hours, which people also write as a time of day or a duration.
func isHours(decl *standard.Column) bool {
	name := strings.ToLower(decl.Name)
	return strings.Contains(name, "hours") || name == "longest week"
}

func isClock(cell workbook.Cell) bool {
	switch cell.Kind {
	case workbook.Date:
		return cell.Duration || cell.Number >= 0 && cell.Number <= 1
	case workbook.Text:
		return clockText.MatchString(cell.Text)
	}
	return false
}

// endsInWord and beginsWithWord say whether a letter or digit stands beside what was found.
func endsInWord(s string) bool {
	r, n := utf8.DecodeLastRuneInString(s)
	return n > 0 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func beginsWithWord(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n > 0 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
