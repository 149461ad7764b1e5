package proposal

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"plimsoll/report/mapping/declaration"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// above finds a value that holds for the whole table: in a line such as "Factory: CN-01", beside a label, in a cell
// that names a factory that was given, or in the name of the sheet or of the file. It must be there in every sheet of
// the same header.
func (p *proposer) above(g *guess, decl *standard.Column) (source, because string) {
	if perRow(decl) {
		return "", ""
	}
	if titles, values := p.titles(g, decl); titles != "" {
		return "{title: " + titles + datesOf(decl, values) + "}", "likely: it stands above the table"
	}
	if label, values := p.label(g, decl); label != "" {
		return "{label: " + scalar(label) + datesOf(decl, values) + "}", "likely: it stands above the table"
	}
	if !isFactory(decl) {
		return "", ""
	}
	if cell := p.factoryCell(g); cell != "" {
		return cell, "likely: there stands a factory that was given, above the table"
	}
	names, files := g.names(func(s *workbook.Sheet) string { return s.Name }),
		g.names(func(s *workbook.Sheet) string { return s.File })
	for _, from := range []struct {
		key   string
		names []string
	}{{"sheet", names}, {"file", files}} {
		if pattern := p.factories.pattern(from.names); pattern != "" {
			return "{" + from.key + ": " + scalar(pattern) + "}",
				"likely: the " + from.key + "'s name has the id of a factory that was given"
		}
	}
	if len(names) > 1 {
		return "{sheet: " + scalar(literal(commonPrefix(names))+"<*>") + "}", "likely: it stands in the name of the sheet"
	}
	return "", ""
}

// names are those of the sheets with one header, or of their files, each once.
func (g *guess) names(of func(*workbook.Sheet) string) (out []string) {
	for _, s := range g.alike {
		if name := of(s); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// datesOf says how the dates beside a label or in a title are written, where they are texts.
func datesOf(decl *standard.Column, values []workbook.Cell) string {
	if decl.Kind != "date" && decl.Kind != "month" {
		return ""
	}
	c := &column{}
	for _, v := range values {
		c.look(v)
	}
	if form, _, _ := order([]*column{c}); form != "" {
		return ", dates: " + scalar(form)
	}
	return ""
}

// speaks says whether a text above a table names a column; of a date it is enough to speak of one before a date.
func (p *proposer) speaks(s string, value workbook.Cell, g *guess, decl *standard.Column) bool {
	how := p.meaning(newText(s, nil), g.target, decl).how
	return how >= likely || how == unsure && decl.Kind == "date" && p.takes(g, decl, value)
}

// titles are the lines above the tables that speak of a column: "Factory: *", or a list where the files say it in other
// words.
func (p *proposer) titles(g *guess, decl *standard.Column) (patterns string, values []workbook.Cell) {
	var found []string
	for _, sheet := range g.alike {
		title, value := p.title(g, sheet, decl)
		if title == "" {
			return "", nil
		}
		if values = append(values, value); !slices.Contains(found, title) {
			found = append(found, title)
		}
	}
	if len(found) == 1 {
		return scalar(found[0]), values
	}
	return scalars(found), values
}

func (p *proposer) title(g *guess, sheet *workbook.Sheet, decl *standard.Column) (string, workbook.Cell) {
	for _, c := range g.aboveIn(sheet) {
		before, after, found := strings.Cut(strings.Replace(c.Text, "：", ":", 1), ":")
		before = strings.Join(strings.Fields(before), " ")
		value := workbook.Cell{Kind: workbook.Text, Text: strings.TrimSpace(after)}
		if found && value.Text != "" && declaration.IsTitle(before) && p.speaks(before, value, g, decl) {
			return literal(before) + ": *", value
		}
	}
	return "", workbook.Cell{}
}

// label is the text of the cells beside which the value stands.
func (p *proposer) label(g *guess, decl *standard.Column) (label string, values []workbook.Cell) {
	for i, sheet := range g.alike {
		above := g.aboveIn(sheet)
		at := slices.IndexFunc(above, func(c aboveCell) bool {
			return c.right.Kind != workbook.Blank && declaration.IsLabel(c.Text) && p.speaks(c.Text, c.right, g, decl)
		})
		switch {
		case at < 0:
			return "", nil
		case i == 0:
			label = above[at].Text
		case !declaration.SameName(label, above[at].Text):
			return "", nil
		}
		values = append(values, above[at].right)
	}
	return label, values
}

// aboveCell is a text above the table, with the cell to its right.
type aboveCell struct {
	workbook.Cell
	right workbook.Cell
	at    problem.Place
}

func (g *guess) aboveIn(sheet *workbook.Sheet) (out []aboveCell) {
	for _, row := range sheet.Rows {
		if row.Index >= g.top {
			break
		}
		for i, c := range row.Cells {
			if c.Kind == workbook.Text {
				out = append(out, aboveCell{c, rightOf(sheet, row, i+1), problem.Place{Row: row.Index, Column: i + 1}})
			}
		}
	}
	return out
}

// factoryCell is a cell above the table that holds the id or the name of a factory that was given, the same in every
// sheet.
func (p *proposer) factoryCell(g *guess) string {
	for _, c := range g.aboveIn(g.sheet) {
		var all []string
		for _, sheet := range g.alike {
			for _, other := range g.aboveIn(sheet) {
				if other.at == c.at && (p.factories.isID(other.Text) || p.factories.isName(other.Text)) {
					all = append(all, other.Text)
				}
			}
		}
		if len(all) < len(g.alike) {
			continue
		}
		if slices.ContainsFunc(all, func(s string) bool { return !p.factories.isID(s) }) {
			return "{cell: " + c.at.Cell() + ", words: " + p.factories.words(all) + "}"
		}
		return "{cell: " + c.at.Cell() + "}"
	}
	return ""
}

// pattern takes the ids of factories out of names: what stands before them is the same in all, and a word.
func (f *factories) pattern(names []string) string {
	pattern := ""
	for i, name := range names {
		before, after, found := f.within(name)
		if !found {
			return ""
		}
		tail := literal(after)
		if r, size := utf8.DecodeRuneInString(after); size > 0 {
			tail = literal(string(r)) + "*"
		}
		if this := literal(before) + "<*>" + tail; i == 0 {
			pattern = this
		} else if this != pattern {
			return ""
		}
	}
	return pattern
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
