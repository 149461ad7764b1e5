package explain

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// width of the text, in characters.
const width = 100

// page is text in lines that are wrapped at the width.
type page struct{ strings.Builder }

// line writes a text behind an indent; what does not fit follows below, hung under its first word.
func (p *page) line(indent int, label, text string) {
	hang := indent + utf8.RuneCountInString(label)
	at := hang
	p.WriteString(strings.Repeat(" ", indent) + label)
	for i, word := range strings.Fields(text) {
		size := utf8.RuneCountInString(word)
		switch {
		case i > 0 && at+1+size > width:
			p.WriteString("\n" + strings.Repeat(" ", hang))
			at = hang
		case i > 0:
			p.WriteString(" ")
			at++
		}
		p.WriteString(word)
		at += size
	}
	p.WriteString("\n")
}

func (p *page) gap() { p.WriteString("\n") }

// Text is the explanation for people.
func (e *Explanation) Text() string {
	p := &page{}
	title := fmt.Sprintf("%s %s · %s · %s", e.Factory.ID, e.Factory.Name, e.Area, e.Period)
	p.line(0, "", strings.TrimSuffix(title, " · "))
	e.head(p)
	for i := range e.Results {
		p.gap()
		e.Results[i].write(p)
	}
	e.foot(p)
	return p.String()
}

// head says which quarter is explained, where that is not the one reported.
func (e *Explanation) head(p *page) {
	p.line(0, "", fmt.Sprintf("region %s, wage region %s", cmp.Or(e.Factory.Region, "–"), cmp.Or(e.Factory.WageRegion, "–")))
	switch c := e.Carried; {
	case e.Measured == "":
		p.line(0, "", "not measured: "+e.Reason)
	case c != nil:
		p.line(0, "", fmt.Sprintf("%s: nothing was measured in %s; what follows is %s, last measured on %s",
			c.Status, e.Period, e.Measured, c.MeasuredOn))
	}
}

func (e *Explanation) foot(p *page) {
	if len(e.LeftOut) > 0 {
		p.gap()
		p.line(0, "", "Rows that enter no figure: "+strings.Join(e.LeftOut, ", "))
	}
	if len(e.Problems) > 0 {
		p.gap()
		p.line(0, "", "Problems")
	}
	for _, problem := range e.Problems {
		text := problem.Place + " " + problem.Code + ": " + problem.Message
		if problem.Hint != "" {
			text += " (hint: " + problem.Hint + ")"
		}
		p.line(2, problem.Severity+" ", text)
	}
}

func (r *Result) write(p *page) {
	p.line(0, "", r.title())
	p.line(0, "", strings.Repeat("─", min(utf8.RuneCountInString(r.title()), width)))
	r.writeLimits(p)
	p.line(2, "", fmt.Sprintf("%s (%d)", r.unitsName, len(r.Units)))
	for i := range r.Units {
		r.writeUnit(p, &r.Units[i])
	}
	if len(r.OtherRows) > 0 {
		p.line(4, "", "further rows that count here: "+strings.Join(r.OtherRows, ", "))
	}
	p.line(2, "", "result")
	longest := 0
	for _, s := range r.Steps {
		longest = max(longest, utf8.RuneCountInString(s.Figure))
	}
	for _, s := range r.Steps {
		p.line(4, s.Figure+strings.Repeat(" ", longest-len(s.Figure)+2), r.stepText(s))
	}
	r.writeSeries(p)
}

// title is the figure in one line: its level, the share within and the status.
func (r *Result) title() string {
	parts := []string{r.Name}
	if r.Row.Indicator != "all" {
		parts[0] += ": " + r.figure(r.Row.Level, r.Row.Qualifier == "<")
	}
	if !math.IsNaN(float64(r.Row.Within)) {
		parts = append(parts, percent(float64(r.Row.Within))+" within")
	}
	return strings.Join(append(parts, r.Row.Status, r.Row.Period), " · ")
}

func (r *Result) figure(v Number, below bool) string {
	if below {
		return "<" + with(float64(v), r.Row.Unit)
	}
	return with(float64(v), r.Row.Unit)
}

// stepText is a formula with what it gives, in the unit of the figure.
func (r *Result) stepText(s Step) string {
	v := float64(s.Value)
	if math.IsNaN(v) {
		return s.Formula
	}
	shown := with(v, r.Row.Unit)
	switch s.Figure {
	case "within", "gap_closed":
		shown = number(v)
	case "weight":
		shown = number(v)
	case "trend_per_year":
		shown += " a year"
	case "level":
		shown = r.figure(s.Value, r.Row.Qualifier == "<")
	}
	if slices.Contains([]string{"limit", "worst", "baseline", "peers_median"}, s.Figure) || strings.Contains(s.Formula,
		": ") {
		return shown + ": " + s.Formula
	}
	return s.Formula + " = " + shown
}

func (r *Result) writeSeries(p *page) {
	if len(r.Series) == 0 {
		return
	}
	p.line(2, "", "earlier quarters (level or share within; · = of another series)")
	for _, s := range r.Series {
		mark := " "
		if !s.Same {
			mark = "·"
		}
		text := fmt.Sprintf("%s from %d, %s", r.figure(s.Value, s.Below), s.N, s.Status)
		if r.Row.Indicator != "all" && !math.IsNaN(float64(s.Within)) {
			text += ", " + percent(float64(s.Within)) + " within"
		}
		if s.Verdict != "" {
			text += ", " + s.Verdict
		}
		p.line(3, mark+s.Period+"  ", text)
	}
}

func (r *Result) writeLimits(p *page) {
	for i, set := range r.Limits {
		title := "limits in force"
		if len(r.Limits) > 1 {
			title += fmt.Sprintf(" (%d)", i+1)
		}
		p.line(2, "", title)
		for _, l := range set {
			mark := "  "
			if l.Governs {
				mark = "→ "
			}
			p.line(4, mark, l.text())
		}
	}
}

// text is a limit with its source, and what became of it.
func (l *Limit) text() string {
	text := with(float64(l.Value), l.Unit)
	if l.Conversion != "" {
		text += " (" + l.Conversion + ")"
	}
	if l.Averaging != "" && l.Averaging != "8h" {
		text += " over " + l.Averaging
	}
	text += fmt.Sprintf(", %s, %s: %s", l.Kind, l.Jurisdiction, l.Source)
	if l.Clause != "" {
		text += ", " + l.Clause
	}
	if l.From != "" {
		text += ", since " + l.From
	}
	if l.To != "" {
		text += ", until " + l.To
	}
	if !l.Verified {
		text += ", not verified at its source"
	}
	return text + " [" + l.Place + "]. It " + l.Why
}
