package explain

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// writeUnit writes what was judged, with its readings below.
func (r *Result) writeUnit(p *page, u *Unit) {
	p.line(4, fmt.Sprintf("%d. ", u.Number), r.unitTitle(u))
	for i := range u.Readings {
		r.writeReading(p, &u.Readings[i])
	}
	if u.Formula != "" {
		p.line(9, "", u.Formula)
	}
	for _, part := range u.JudgedBy {
		p.line(9, "", r.partText(part))
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

func (r *Result) unitTitle(u *Unit) string {
	parts := []string{u.Name, u.Date, "weight " + number(float64(u.Weight))}
	if u.Name == "" {
		parts = parts[1:]
	}
	if !math.IsNaN(float64(u.Value)) {
		parts = append(parts, with(float64(u.Value), u.Unit))
	}
	return strings.Join(append(parts, u.State), " · ")
}

func (r *Result) partText(part Part) string {
	text := fmt.Sprintf("%s: %s", part.Name, part.State)
	if !math.IsNaN(float64(part.Value)) {
		text += ", " + number(float64(part.Value))
	}
	if !math.IsNaN(float64(part.Limit)) {
		text += " against " + number(float64(part.Limit))
	}
	return text
}

// writeReading writes the main cell with its place in full, and beside it the cells of the row that enter a figure.
func (r *Result) writeReading(p *page, read *Reading) {
	place, text := read.Place, ""
	if read.main.Place != "" {
		place, text = read.main.Place, read.main.Column+" "+read.main.Text
	}
	for _, c := range read.Cells {
		if c.at != read.main.at && slices.Contains(telling(), c.field) {
			text += fmt.Sprintf(", %s %s (%s)", c.Column, c.Text, c.at)
		}
	}
	p.line(6, "", strings.TrimSuffix(place+": "+strings.TrimPrefix(text, ", "), ": "))
	if read.Conversion != "" {
		p.line(9, "", read.Conversion)
	}
}

// telling lists the fields that enter a figure beside the main one.
func telling() []string {
	return []string{"unit", "subject", "hours", "worker", "workers", "detection", "sample", "occupants", "toilets", "showers", "building", "currency", "basis",
		"lowest", "ordinary", "weekly", "longest"}
}
