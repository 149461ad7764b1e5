package annotate

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"

	"plimsoll/report/internal/grid"
	"plimsoll/report/internal/ooxml/xmlpart"
	"plimsoll/report/problem"
	"plimsoll/report/workbook"
)

// sheetName makes a name that a worksheet may have of one that it may not.
func sheetName(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) || r < ' ' {
			return '_'
		}
		return r
	}, name)
	if name = strings.Trim(grid.Cut(name, grid.MaxSheetName), "' "); name == "" {
		return "table"
	}
	return name
}

// textBook writes the table of a text file as a workbook of one sheet. All cells stay texts: a spreadsheet changes
// nothing.
func textBook(s *workbook.Sheet, called string) ([]byte, error) {
	const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	const package2006 = "http://schemas.openxmlformats.org/package/2006/"
	var rows strings.Builder
	for _, row := range s.Rows {
		fmt.Fprintf(&rows, `<row r="%d">`, row.Index)
		for i, c := range row.Cells {
			if len(grid.Cut(c.Text, grid.MaxCellText)) < len(c.Text) {
				return nil, errors.New("a value of it is longer than a cell of a workbook")
			}
			if c.Kind != workbook.Blank {
				fmt.Fprintf(&rows, `<c r="%s%d" t="inlineStr"><is>%s</is></c>`, problem.ColumnName(i+1), row.Index,
					textElement("", c.Text))
			}
		}
		rows.WriteString("</row>")
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range [][2]string{
		{contentTypes, `<Types xmlns="` + package2006 +
			`content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="` + typeOf +
			`spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="` + typeOf +
			`spreadsheetml.worksheet+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="` + package2006 + `relationships"><Relationship Id="rId1" Type="` +
			transitional + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/_rels/workbook.xml.rels",
			`<Relationships xmlns="` + package2006 + `relationships"><Relationship Id="rId1" Type="` + transitional +
				`/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns="` + main + `" xmlns:r="` + transitional + `"><sheets><sheet name="` +
			xmlpart.Escape(called) + `" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		{"xl/worksheets/sheet1.xml",
			`<worksheet xmlns="` + main + `"><sheetData>` + rows.String() + `</sheetData></worksheet>`},
	} {
		if err := writePart(w, part[0], []byte(xmlHead+part[1])); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}
