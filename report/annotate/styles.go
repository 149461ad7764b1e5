package annotate

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"plimsoll/report/internal/ooxml/xmlpart"
	"plimsoll/report/problem"
)

// fillOf is the colour of a severity, of cells and of comments: light red, amber, grey-blue. All are light enough for
// black and for red figures; the word stands in the text, for those who cannot tell them apart.
func fillOf(s problem.Severity) string { return [...]string{"FFC7CE", "FFE699", "CFD8E6"}[s] }

// maxStyles is how many formats of cells Excel holds, with some room. Beyond it cells keep their own.
const maxStyles = 64_000

// styleTable adds formats to a workbook.
type styleTable struct {
	data   []byte
	list   []xmlpart.Element
	prefix string
	xfs    []string // the formats of cells there are, as they are written
	own    int      // how many of them are the sender's
	fonts  int      // how many there were; so with fills
	fills  int
	made   map[[2]int]int    // by format and severity
	texts  map[int][2]string // of formats: as a value, and as an attribute
}

func (c *editor) styleTable(part string) (*styleTable, error) {
	data, list, err := c.outlined(part, 3)
	if err != nil {
		return nil, err
	}
	if list[0].Single { // <styleSheet/>
		if err := c.change(part, list[0].Grow(data, "", 0)); err != nil {
			return nil, err
		}
		return c.styleTable(part)
	}
	t := &styleTable{data: data, list: list, prefix: list[0].Prefix(data), made: map[[2]int]int{},
		texts: map[int][2]string{}}
	for i := range list {
		if list[i].Depth != 3 {
			continue
		}
		switch list[list[i].Parent].Name {
		case "fonts":
			t.fonts++
		case "fills":
			t.fills++
		case "cellXfs":
			t.xfs = append(t.xfs, string(data[list[i].Start:list[i].End]))
		}
	}
	t.fonts, t.fills = max(t.fonts, 1), max(t.fills, 2) // those that are made where there are none
	if len(t.xfs) == 0 {
		t.xfs = []string{t.of(`<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`)}
	} else {
		t.own = len(t.xfs)
	}
	return t, nil
}

// newStyles gives a workbook without formats a part for them.
func (c *editor) newStyles() (string, error) {
	data, list, err := c.outlined(c.book.Part, 1)
	if err != nil {
		return "", err
	}
	name := path.Join(path.Dir(c.book.Part), "styles.xml") // some programs look for no other
	if c.has(name) {
		name = c.free(path.Join(path.Dir(c.book.Part), "styles%d.xml"))
	}
	c.add(name, typeOf+"spreadsheetml.styles+xml",
		xmlHead+fmt.Sprintf(`<styleSheet xmlns="%s"></styleSheet>`, xmlpart.Escape(namespaceOf(data, &list[0]))))
	_, err = c.relate(c.book.Part, "styles", name)
	return name, err
}

// of writes elements with the prefix that those of the part have.
func (t *styleTable) of(xml string) string {
	return strings.NewReplacer("</", "</"+t.prefix, "<", "<"+t.prefix).Replace(xml)
}

// filled is a format with the fill of a severity, and otherwise as it is.
func (t *styleTable) filled(style int, severity problem.Severity) int {
	if style < 0 || style >= max(t.own, 1) {
		style = 0
	}
	key := [2]int{style, int(severity)}
	if n, is := t.made[key]; is {
		return n
	}
	if len(t.xfs) >= maxStyles {
		return style
	}
	xf := t.xfs[style]
	end := strings.IndexByte(xf, '>') + 1
	tag := xmlpart.WithAttribute(xmlpart.WithAttribute(xf[:end], "fillId", strconv.Itoa(t.fills+int(severity))),
		"applyFill", "1")
	t.made[key] = t.add(tag + xf[end:])
	return t.made[key]
}

// written is the number of a format, and the attribute of a cell that has it: the same strings for all cells.
func (t *styleTable) written(style int) [2]string {
	if _, is := t.texts[style]; !is {
		n := strconv.Itoa(style)
		t.texts[style] = [2]string{n, ` s="` + n + `"`}
	}
	return t.texts[style]
}

func (t *styleTable) add(xf string) int {
	t.xfs = append(t.xfs, xf)
	return len(t.xfs) - 1
}

// listed makes the formats of the list: of its header, a link, a text, and the severities.
func (t *styleTable) listed() (head, link, text int, severities [problem.Note + 1]int) {
	xf := func(font, fill int) int {
		const form = `<xf numFmtId="0" fontId="%d" fillId="%d" borderId="0" applyFont="1" applyFill="1"` +
			` applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`
		return t.add(t.of(fmt.Sprintf(form, font, fill)))
	}
	for s := range severities {
		severities[s] = xf(0, t.fills+s)
	}
	return xf(t.fonts, 0), xf(t.fonts+1, 0), xf(0, 0), severities
}

// edits puts what was added into the part.
func (t *styleTable) edits() []xmlpart.Edit {
	var fills []string
	for s := problem.Error; s <= problem.Note; s++ {
		fills = append(fills,
			`<fill><patternFill patternType="solid"><fgColor rgb="FF`+fillOf(s)+`"/><bgColor indexed="64"/>`+
				`</patternFill></fill>`)
	}
	const ink = "FF0B5C7A"
	fonts := []string{`<font><b/><sz val="11"/><name val="Calibri"/></font>`,
		`<font><u/><sz val="11"/><color rgb="` + ink + `"/><name val="Calibri"/></font>`}
	return slices.Concat(
		t.grow("fonts", fonts, `<font><sz val="11"/><name val="Calibri"/></font>`),
		t.grow("fills", fills, `<fill><patternFill patternType="none"/></fill>`,
			`<fill><patternFill patternType="gray125"/></fill>`),
		t.grow("borders", nil, `<border><left/><right/><top/><bottom/><diagonal/></border>`),
		t.grow("cellStyleXfs", nil, `<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`),
		t.grow("cellXfs", t.xfs[t.own:]),
		t.grow("cellStyles", nil, `<cellStyle name="Normal" xfId="0" builtinId="0"/>`))
}

// grow adds elements to a collection, and before them what every workbook has in it and this one has not.
func (t *styleTable) grow(name string, items []string, usual ...string) []xmlpart.Edit {
	e, there := xmlpart.Child(t.list, name), 0
	for i := range t.list {
		if t.list[i].Depth == 3 && e != nil && t.list[i].Start >= e.Inner && t.list[i].End <= e.Close {
			there++
		}
	}
	items = slices.Concat(usual[min(there, len(usual)):], items)
	text := strings.Join(items, "")
	if name != "cellXfs" { // those are copies, as the part has them
		text = t.of(text)
	}
	switch {
	case len(items) == 0:
		return nil
	case e != nil:
		return e.Grow(t.data, text, len(items))
	}
	at := t.list[0].Close
	for i := range t.list {
		if t.list[i].Depth == 2 && slices.Index(styleOrder(), t.list[i].Name) > slices.Index(styleOrder(), name) {
			at = min(at, t.list[i].Start)
		}
	}
	return []xmlpart.Edit{xmlpart.Insert(at,
		fmt.Sprintf(`<%s%s count="%d">%s</%s%s>`, t.prefix, name, len(items), text, t.prefix, name))}
}

// styleOrder is the order of what a part of styles holds (ECMA-376 part 1, 18.8.39).
func styleOrder() []string {
	return []string{"numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
		"tableStyles", "colors", "extLst"}
}
