package annotate

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"plimsoll/report/internal/grid"
	"plimsoll/report/internal/ooxml"
	"plimsoll/report/internal/ooxml/xmlpart"
	"plimsoll/report/problem"
)

const (
	vmlNames = ` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"` +
		` xmlns:x="urn:schemas-microsoft-com:office:excel"`
	vmlHead = `<xml` + vmlNames + `>` +
		`<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>`
	vmlForm = `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">` +
		`<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`
	vmlTail = `</xml>`
)

// boxes draws a box for each comment: for the old ones too where the sheet has no drawing for them. Edits are those of
// the sheet, which names its drawing.
func (c *editor) boxes(part string, p *worksheet, relations ooxml.Relations, marks []*mark,
	old []string) ([]xmlpart.Edit, error) {
	fresh := slices.DeleteFunc(slices.Clone(marks), func(m *mark) bool { return slices.Contains(old, m.cell()) })
	tag := p.boxes.Tag(p.data)
	var drawing string
	for _, v := range xmlpart.TagValues(tag) {
		if p.boxes.Name != "" && strings.HasSuffix(v.Name, ":id") {
			drawing = relations[tag[v.From:v.To]].Target
		}
	}
	if drawing != "" && c.has(drawing) {
		return nil, errors.Join(c.heighten(drawing, p, marks), c.draw(drawing, p, fresh))
	}
	for _, ref := range old {
		if row, column, ok := grid.ParseCell(ref); ok {
			fresh = append(fresh, &mark{cellAt: cellAt{row, column}})
		}
	}
	drawing = c.free("xl/drawings/vmlDrawing%d.vml")
	c.add(drawing, typeOf+"vmlDrawing", vmlHead+vmlTail)
	if err := c.draw(drawing, p, fresh); err != nil {
		return nil, err
	}
	id, err := c.relate(part, "vmlDrawing", drawing)
	text := fmt.Sprintf(`<%slegacyDrawing xmlns:r="%s" r:id="%s"/>`, p.root.Prefix(p.data), c.relations, id)
	if p.boxes.Name != "" {
		return []xmlpart.Edit{xmlpart.Replace(p.boxes.Start, p.boxes.End, text)}, err
	}
	return []xmlpart.Edit{xmlpart.Insert(p.last, text)}, err
}

// shapeNumber is the number in the name of a shape.
var shapeNumber = regexp.MustCompile(`_x0000_s(\d{1,9})\b`)

// draw adds boxes to a drawing, before its end: what else stands there is not always XML. Where the drawing calls the
// namespaces something else, each box names them.
func (c *editor) draw(part string, p *worksheet, marks []*mark) error {
	data, err := c.part(part)
	if err != nil {
		return err
	}
	end := bytes.LastIndex(data, []byte(vmlTail))
	if end < 0 {
		return fmt.Errorf("its part %s is cut off", part)
	}
	number := 1024
	for _, m := range shapeNumber.FindAllSubmatch(data, -1) {
		n, _ := strconv.Atoi(string(m[1]))
		number = max(number, n)
	}
	var out strings.Builder
	if !bytes.Contains(data, []byte(`id="_x0000_t202"`)) {
		out.WriteString(vmlForm)
	}
	for i, m := range marks {
		out.WriteString(p.box(m, number+1+i))
	}
	text := out.String()
	root, _, _ := bytes.Cut(data[max(bytes.Index(data, []byte("<xml ")), 0):], []byte(">"))
	if !bytes.Contains(root, []byte(`xmlns:v="urn:schemas-microsoft-com:vml"`)) {
		names := vmlNames + " "
		text = strings.NewReplacer("<v:shape ", "<v:shape"+names, "<v:shapetype ", "<v:shapetype"+names).Replace(text)
	}
	return c.change(part, []xmlpart.Edit{xmlpart.Insert(end, text)})
}

// What a drawing says of the box of a comment. The prefixes are its own.
var (
	clientData = regexp.MustCompile(`(?s)<(\w+:)ClientData\s[^>]*ObjectType="Note".*?</\w+:ClientData>`)
	boxAnchor  = regexp.MustCompile(`:Anchor>\s*(?:-?\d+\s*,\s*){6}(\d{1,7})\s*,`)
	boxRow     = regexp.MustCompile(`<\w+:Row>\s*(\d{1,7})\s*<`)
	boxColumn  = regexp.MustCompile(`:Column>\s*(\d{1,5})\s*<`)
)

// heighten makes the boxes of comments that are there as much higher as their texts become longer.
func (c *editor) heighten(part string, p *worksheet, marks []*mark) error {
	data, err := c.part(part)
	if err != nil {
		return err
	}
	by := map[string]*mark{}
	for _, m := range marks {
		by[m.cell()] = m
	}
	var edits []xmlpart.Edit
	for _, at := range clientData.FindAllSubmatchIndex(data, -1) {
		box := data[at[0]:at[1]]
		row, column := boxRow.FindSubmatchIndex(box), boxColumn.FindSubmatchIndex(box)
		if row == nil || column == nil {
			continue
		}
		r, _ := strconv.Atoi(string(box[row[2]:row[3]]))
		k, _ := strconv.Atoi(string(box[column[2]:column[3]]))
		if m := by[problem.Place{Row: r + 1, Column: k + 1}.Cell()]; m != nil {
			edits = append(edits, p.higher(m, box, at[0], row[0], string(data[at[2]:at[3]])))
		}
	}
	return c.change(part, edits)
}

// higher moves the lower end of a box that begins at a place of its drawing. A box that says none gets one, before its
// row.
func (p *worksheet) higher(m *mark, box []byte, begin, row int, prefix string) xmlpart.Edit {
	anchor := boxAnchor.FindSubmatchIndex(box)
	if anchor == nil {
		return xmlpart.Insert(begin+row, "<"+prefix+"Anchor>"+p.anchor(m)+"</"+prefix+"Anchor>")
	}
	bottom, _ := strconv.Atoi(string(box[anchor[2]:anchor[3]]))
	return xmlpart.Replace(begin+anchor[2], begin+anchor[3], strconv.Itoa(min(bottom+p.rowsOf(m), grid.MaxRow-1)))
}

// box is the box of a comment, hidden until somebody points at its cell. Comments of a sender keep the usual colour.
func (p *worksheet) box(m *mark, number int) string {
	color := "#ffffe1"
	if len(m.problems) > 0 {
		color = "#" + strings.ToLower(fillOf(m.problems[0].Severity))
	}
	return fmt.Sprintf(`<v:shape id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;margin-left:60pt;`+
		`margin-top:2pt;width:240pt;height:80pt;z-index:1;visibility:hidden" fillcolor="%s" o:insetmode="auto">`+
		`<v:fill color2="%s"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>`+
		`<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>`+
		`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%s</x:Anchor><x:AutoFill>`+
		`False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`,
		number, color, color, p.anchor(m), m.row-1, m.column-1)
}

// The size of a box, in pixels.
const (
	boxWidth   = 320
	boxLine    = 15
	boxLetters = 50 // in a line
)

// anchor says from where to where a box reaches: cells counted from 0, and pixels into them. It stands to the right of
// its cell, and at the last columns over it.
func (p *worksheet) anchor(m *mark) string {
	left := min(m.column, grid.MaxColumn-40)
	right := left
	for width := 0.0; width < boxWidth && right < grid.MaxColumn-1; right++ {
		width += p.form(right+1).width*7 + 5
	}
	top := max(m.row-2, 0)
	bottom := min(top+2+p.rowsOf(m), grid.MaxRow-1)
	return fmt.Sprintf("%d, 15, %d, 4, %d, 15, %d, 4", left, min(top, grid.MaxRow-4), right, bottom)
}

// rowsOf is how many rows of the sheet the text of a mark is high.
func (p *worksheet) rowsOf(m *mark) int {
	lines := 1
	for line := range strings.Lines(m.text()) {
		lines += 1 + utf8.RuneCountInString(line)/boxLetters
	}
	return int(float64(lines*boxLine) / (p.height * 4 / 3))
}
