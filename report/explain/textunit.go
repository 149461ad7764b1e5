package explain

import (
	"fmt"
	"math"
	"strings"
)

// writeUnit writes what was judged, with its readings below.
func (r *Result) writeUnit(p *page, u *Unit) {
	p.line(4, fmt.Sprintf("%d. ", u.Number), u.title())
	if r.Row.Indicator == "all" {
		p.line(9, "", strings.Join(each(u.Readings, func(read ReadRow) string { return read.Place }), ", "))
	} else {
		r.writeReadings(p, u.Readings)
	}
	if u.Formula != "" {
		p.line(9, "", u.Formula)
	}
	for _, part := range u.JudgedBy {
		p.line(9, "", part.text())
	}
	if u.Why == "" {
		return
	}
	why := u.Why
	if len(r.Limits) > 1 && u.Limits > 0 {
		why += fmt.Sprintf(" (limits %d)", u.Limits)
	}
	p.line(9, "", why)
}

func (u *Unit) title() string {
	parts := []string{u.Name, u.Date, "weight " + number(float64(u.Weight))}
	if u.Name == "" {
		parts = parts[1:]
	}
	if !math.IsNaN(float64(u.Value)) {
		parts = append(parts, with(float64(u.Value), u.Unit))
	}
	return strings.Join(append(parts, u.State), " · ")
}

func (part *Contribution) text() string {
	text := fmt.Sprintf("%s: %s", part.Name, part.State)
	if !math.IsNaN(float64(part.Value)) {
		text += ", " + number(float64(part.Value))
	}
	if !math.IsNaN(float64(part.Limit)) {
		text += " against " + number(float64(part.Limit))
	}
	return text
}

func (r *Result) writeReadings(p *page, list []ReadRow) {
	for i := range list {
		writeReading(p, &list[i])
	}
}

// writeReading writes the main cell with its place in full, and beside it the cells of the row that enter a figure.
func writeReading(p *page, read *ReadRow) {
	place, text := read.Place, ""
	if read.main.Place != "" {
		place, text = read.main.Place, read.main.Column+" "+read.main.Text
	}
	for _, c := range read.Cells {
		if c.at != read.main.at && c.tells {
			text += fmt.Sprintf(", %s %s (%s)", c.Column, c.Text, c.at)
		}
	}
	if read.Rows != "" {
		text += ", made of " + read.Rows
	}
	p.line(7, "· ", strings.TrimSuffix(place+": "+strings.TrimPrefix(text, ", "), ": "))
	if read.Conversion != "" {
		p.line(9, "", read.Conversion)
	}
}
