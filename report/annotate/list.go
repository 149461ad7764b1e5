package annotate

import (
	"fmt"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"

	"plimsoll/report/internal/grid"
	"plimsoll/report/internal/ooxml/xmlpart"
	"plimsoll/report/problem"
)

const listName = "plimsoll"

// Bounds of the list, which a spreadsheet must open: rows, and places that one of them names. Who has more causes has
// one mistake often.
const (
	maxList     = 50_000
	namedPlaces = 12
)

// addList adds a sheet after the others that lists the causes of problems in their order, each with a link to its first
// place.
func (c *editor) addList(causes []problem.Cause, sheets map[string]string, t *styleTable) error {
	data, list, err := c.outlined(c.book.Part, 3)
	if err != nil {
		return err
	}
	names := xmlpart.Child(list, "sheets")
	if names == nil {
		return fmt.Errorf("its part %s names no sheets", c.book.Part)
	}
	name, id := freeSheet(data, list)
	part := c.free(path.Join(path.Dir(c.book.Part), "worksheets", "sheet%d.xml"))
	c.add(part, typeOf+"spreadsheetml.worksheet+xml", listXML(namespaceOf(data, &list[0]), causes, sheets, t))
	relation, err := c.relate(c.book.Part, "worksheet", part)
	if err != nil {
		return err
	}
	text := fmt.Sprintf(`<%ssheet name="%s" sheetId="%d" xmlns:r="%s" r:id="%s"/>`, list[0].Prefix(data), name, id,
		c.relations, relation)
	return c.change(c.book.Part, names.Grow(data, text, 0))
}

// freeSheet finds a name and a number that no sheet has.
func freeSheet(workbook []byte, list []xmlpart.Element) (name string, id int) {
	names, ids := map[string]bool{}, map[string]bool{}
	for i := range list {
		if tag := list[i].Tag(workbook); list[i].Depth == 3 && list[i].Name == "sheet" {
			names[strings.ToLower(xmlpart.Attribute(tag, "name"))], ids[xmlpart.Attribute(tag, "sheetId")] = true, true
		}
	}
	for name = listName; names[name]; {
		id++
		name = fmt.Sprintf("%s %d", listName, id+1)
	}
	for id = 1; ids[strconv.Itoa(id)]; {
		id++
	}
	return name, id
}

// listXML writes the sheet of the list. Sheets are the names that the workbook has of the sheets of places.
func listXML(namespace string, causes []problem.Cause, sheets map[string]string, t *styleTable) string {
	head, link, text, severities := t.listed()
	var rows, links strings.Builder
	listRow(&rows, 1, [5]int{head, head, head, head, head}, [5]string{"severity", "code", "place", "message", "hint"})
	listed := causes[:min(len(causes), maxList)]
	for i, c := range listed {
		place := text
		if location := locationOf(c.Place, sheets); location != "" {
			fmt.Fprintf(&links, `<hyperlink ref="C%d" location="%s"/>`, i+2, xmlpart.Escape(location))
			place = link
		}
		listRow(&rows, i+2, [5]int{severities[c.Severity], text, place, text, text},
			[5]string{c.Severity.String(), c.Code, c.Where(namedPlaces), c.Message, c.Hint})
	}
	last := 1 + len(listed)
	if more := len(causes) - len(listed); more > 0 {
		last++
		listRow(&rows, last, [5]int{text, text, text, text, text},
			[5]string{"", "", "", fmt.Sprintf("and %d more, which plimsoll check lists", more), ""})
	}
	return listForm(namespace, last, rows.String(), links.String())
}

// listRow writes a row as high as its longest text.
func listRow(rows *strings.Builder, index int, styles [5]int, cells [5]string) {
	lines := 1
	for i, cell := range cells {
		lines = max(lines, 1+utf8.RuneCountInString(cell)/listWidths()[i])
	}
	fmt.Fprintf(rows, `<row r="%d" ht="%d" customHeight="1">`, index, 15*min(lines, 25))
	for i, cell := range cells {
		fmt.Fprintf(rows, `<c r="%s%d" s="%d" t="inlineStr"><is>%s</is></c>`, problem.ColumnName(i+1), index, styles[i],
			textElement("", grid.Cut(cell, grid.MaxCellText)))
	}
	rows.WriteString("</row>")
}

// listWidths are those of the columns of the list, in characters.
func listWidths() []int { return []int{10, 24, 24, 75, 60} }

func listForm(namespace string, last int, rows, links string) string {
	var out strings.Builder
	fmt.Fprintf(&out, xmlHead+`<worksheet xmlns="%s"><sheetPr><tabColor rgb="FF%s"/><pageSetUpPr fitToPage="1"/>`+
		`</sheetPr><dimension ref="A1:E%d"/>`, xmlpart.Escape(namespace), "0B5C7A", last)
	out.WriteString(`<sheetViews><sheetView workbookViewId="0">` +
		`<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
		`<sheetFormatPr defaultRowHeight="15"/><cols>`)
	for i, width := range listWidths() {
		fmt.Fprintf(&out, `<col min="%d" max="%d" width="%d" customWidth="1"/>`, i+1, i+1, width)
	}
	fmt.Fprintf(&out, `</cols><sheetData>%s</sheetData><autoFilter ref="A1:E%d"/>`, rows, last)
	if links != "" {
		out.WriteString("<hyperlinks>" + links + "</hyperlinks>")
	}
	out.WriteString(`<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>` +
		`<pageSetup orientation="landscape" fitToHeight="0"/></worksheet>`)
	return out.String()
}

// locationOf is where a link leads: the cell, or the first one of the row or sheet; blank where there is no such sheet.
func locationOf(p problem.Place, sheets map[string]string) string {
	name, is := sheets[p.Sheet]
	if !is {
		return ""
	}
	at := problem.Place{Row: max(p.Row, 1), Column: max(p.Column, 1)}
	return "'" + strings.ReplaceAll(name, "'", "''") + "'!" + at.Cell()
}
