package workload

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"html"
	"io"
	"math"
	"os"
	"strconv"
	"strings"
	"time"
)

// book is a workbook that is being written. The zero value has no sheets.
type book struct {
	names  []string // of the sheets, in their order
	sheets map[string]*sheet
	texts  []string       // shared
	number map[string]int // of each text
}

// sheet is the XML of its rows so far.
type sheet struct {
	xml  bytes.Buffer
	rows int
}

// row adds a row to a sheet, which is begun with its first one. A cell is a text, a number or a day; a blank text is
// none.
func (b *book) row(name string, cells ...any) {
	if b.sheets == nil {
		b.sheets, b.number = map[string]*sheet{}, map[string]int{}
	}
	s := b.sheets[name]
	if s == nil {
		s = &sheet{}
		b.sheets[name], b.names = s, append(b.names, name)
	}
	s.rows++
	fmt.Fprintf(&s.xml, `<row r="%d">`, s.rows)
	for i, cell := range cells {
		at := string(rune('A'+i)) + strconv.Itoa(s.rows)
		switch v := cell.(type) {
		case string:
			if v != "" {
				fmt.Fprintf(&s.xml, `<c r="%s" t="s"><v>%d</v></c>`, at, b.text(v))
			}
		case time.Time:
			fmt.Fprintf(&s.xml, `<c r="%s" s="1"><v>%d</v></c>`, at, v.Unix()/86400+25569)
		default:
			fmt.Fprintf(&s.xml, `<c r="%s"><v>%v</v></c>`, at, plain(v))
		}
	}
	s.xml.WriteString("</row>")
}

// text is the number of a shared text.
func (b *book) text(s string) int {
	n, known := b.number[s]
	if !known {
		n = len(b.texts)
		b.texts, b.number[s] = append(b.texts, s), n
	}
	return n
}

// plain prints a number without an exponent.
func plain(v any) string {
	if f, is := v.(float64); is {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	return fmt.Sprint(v)
}

func rounded(v float64, digits int) float64 {
	unit := math.Pow10(-digits)
	return math.Round(math.Round(v/unit)*unit*1e6) / 1e6
}

const (
	head     = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	main     = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	relation = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
)

// parts are those of the package, by name; what a sheet is made of is written beside them.
func (b *book) parts() map[string]string {
	var sheets, relations, types, texts strings.Builder
	relate := func(id, kind, target string) {
		fmt.Fprintf(&relations, `<Relationship Id="%s" Type="%s/%s" Target="%s"/>`, id, relation, kind, target)
	}
	for i, name := range b.names {
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, name, i+1, i+1)
		relate(fmt.Sprintf("rId%d", i+1), "worksheet", fmt.Sprintf("worksheets/sheet%d.xml", i+1))
		fmt.Fprintf(&types, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="%s.worksheet+xml"/>`, i+1, content)
	}
	relate("texts", "sharedStrings", "sharedStrings.xml")
	relate("styles", "styles", "styles.xml")
	for _, text := range b.texts {
		texts.WriteString("<si><t>" + html.EscapeString(text) + "</t></si>")
	}
	return map[string]string{
		"[Content_Types].xml": head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="` + content + `.sheet.main+xml"/>` + types.String() + `</Types>`,
		"_rels/.rels": head + relationships(`<Relationship Id="rId1" Type="`+relation+`/officeDocument" Target="xl/workbook.xml"/>`),
		"xl/workbook.xml": head + `<workbook ` + main + ` xmlns:r="` + relation + `"><workbookPr/><sheets>` +
			sheets.String() + `</sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": head + relationships(relations.String()),
		"xl/sharedStrings.xml":       head + `<sst ` + main + `>` + texts.String() + `</sst>`,
		"xl/styles.xml":              head + `<styleSheet ` + main + `><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
	}
}

const content = "application/vnd.openxmlformats-officedocument.spreadsheetml"

func relationships(inside string) string {
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + inside + `</Relationships>`
}

// order is that of the parts in the file.
func order() []string {
	return []string{"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
		"xl/sharedStrings.xml", "xl/styles.xml"}
}

// save writes the workbook.
func (b *book) save(path string) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	out := zip.NewWriter(file)
	parts := b.parts()
	for _, name := range order() {
		if err := add(out, name, strings.NewReader(parts[name])); err != nil {
			return err
		}
	}
	for i, name := range b.names {
		s := b.sheets[name]
		rows := io.MultiReader(strings.NewReader(head+`<worksheet `+main+`><sheetData>`), &s.xml,
			strings.NewReader(`</sheetData></worksheet>`))
		if err := add(out, fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), rows); err != nil {
			return err
		}
	}
	return out.Close()
}

func add(out *zip.Writer, name string, from io.Reader) error {
	to, err := out.Create(name)
	if err == nil {
		_, err = io.Copy(to, from)
	}
	return err
}
