package proposal

import (
	"fmt"
	"slices"
	"strings"

	"plimsoll/report/mapping/declaration"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// above finds a value that holds for the whole table: in a line such as "Factory: CN-01", beside a label, or where
// sheets of several names have one header, in the name of the sheet.
func (p *proposer) above(g *guess, decl *standard.Column, names []string) string {
	if perRow(decl) {
		return ""
	}
	for _, row := range g.sheet.Rows {
		if row.Index >= g.top {
			break
		}
		for i, c := range row.Cells {
			if c.Kind != workbook.Text {
				continue
			}
			before, after, found := strings.Cut(strings.Replace(c.Text, "：", ":", 1), ":")
			if found && strings.TrimSpace(after) != "" && p.named(before, g, decl) {
				return "{title: " + scalar(literal(strings.TrimSpace(before))+": *") + "}"
			}
			if p.named(c.Text, g, decl) && rightOf(g.sheet, row, i+1).Kind != workbook.Blank {
				return "{label: " + scalar(c.Text) + "}"
			}
		}
	}
	if prefix := commonPrefix(names); decl.Name == "Factory ID" && len(names) > 1 {
		return "{sheet: " + scalar(literal(prefix)+"<*>") + "}"
	}
	return ""
}

func (p *proposer) named(s string, g *guess, decl *standard.Column) bool {
	return p.meaning(newText(s, nil), g.target, decl).how >= likely
}

// perRow says that a column tells the rows of a table apart, so that no line above it can fill it.
func perRow(decl *standard.Column) bool {
	switch decl.Field {
	case "place", "room", "value", "subject", "group", "worker", "occupants", "workers":
		return true
	}
	return slices.Contains([]string{"Name", "Finding", "Key", "Value", "Topic", "Channel"}, decl.Name)
}

// manyADay is how many rows a day make a log of a sheet.
const manyADay = 20

// log proposes a mean a day for a sheet with many readings a day.
func (p *proposer) log(w *writer, g *guess) {
	date := g.column("date")
	c := g.means[date]
	if date == nil || c == nil || g.column("value") == nil {
		return
	}
	days := map[string]int{}
	most := 0
	for _, row := range g.below {
		if day := dayOf(row.At(c.at)); day != "" {
			days[day]++
			most = max(most, days[day])
		}
	}
	if most >= manyADay {
		w.line(4, "# mean: {over: day, values: "+fmt.Sprint(most)+", at_least: 75 %}",
			"a log? The fullest day has so many rows; how many has a whole one?")
	}
}

// dayOf is what tells the day of a moment with a time of day, "" where there is none.
func dayOf(c workbook.Cell) string {
	switch c.Kind {
	case workbook.Date:
		if c.Number != float64(int(c.Number)) {
			return c.Plain()
		}
	case workbook.Text:
		if day, clock, found := strings.Cut(strings.ReplaceAll(c.Text, "T", " "), " "); found &&
			strings.Contains(clock, ":") {
			return declaration.Key(day)
		}
	}
	return ""
}
