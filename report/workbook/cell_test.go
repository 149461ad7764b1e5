package workbook

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/internal/ooxml/ooxmltest"
	"plimsoll/report/problem"
)

// cellCases are cells as their XML has them, each alone in row 1, and what they are read as. "" is no cell at all.
var cellCases = []struct{ name, xml, want string }{
	{"number", `<c r="A1"><v>84.5</v></c>`, "A1 number 84.5"},
	{"number said to be one", `<c r="A1" t="n"><v>84.5</v></c>`, "A1 number 84.5"},
	{"number as computed", `<c r="A1"><v>85.300000000000011</v></c>`,
		"A1 number 85.300000000000011 =85.30000000000001"},
	{"number with an exponent", `<c r="A1"><v>1E-3</v></c>`, "A1 number 1E-3 =0.001"},
	{"number below zero", `<c r="A1"><v>-0.25</v></c>`, "A1 number -0.25"},
	{"number in white space", `<c r="A1"><v> 7 </v></c>`, "A1 number 7"},
	{"number too large for any", `<c r="A1"><v>1e999</v></c>`, "A1 error 1e999"},
	{"text called a number", `<c r="A1" t="n"><v>84dB</v></c>`, "A1 error 84dB"},
	{"not a number called one", `<c r="A1"><v>NaN</v></c>`, "A1 error NaN"},
	{"a number as programs write it", `<c r="A1"><v>0x1p-2</v></c>`, "A1 error 0x1p-2"},
	{"an unknown type is a number", `<c r="A1" t="zz"><v>3</v></c>`, "A1 number 3"},

	{"shared", `<c r="A1" t="s"><v>0</v></c>`, "A1 text shared text"},
	{"shared rich text", `<c r="A1" t="s"><v>1</v></c>`, "A1 text 甲苯 toluene"},
	{"shared without its phonetic guide", `<c r="A1" t="s"><v>2</v></c>`, "A1 text 東京"},
	{"shared blank", `<c r="A1" t="s"><v>3</v></c>`, ""},
	{"shared, indented by its writer", `<c r="A1" t="s"><v>4</v></c>`, "A1 text onetwo"},
	{"shared, out of range", `<c r="A1" t="s"><v>5</v></c>`,
		"A1 error text number 5, which the workbook does not hold"},
	{"shared, negative", `<c r="A1" t="s"><v>-1</v></c>`, "A1 error text number -1, which the workbook does not hold"},
	{"shared, no number", `<c r="A1" t="s"><v>x</v></c>`, "A1 error text number x, which the workbook does not hold"},
	{"shared, no index", `<c r="A1" t="s"/>`, ""},

	{"inline", `<c r="A1" t="inlineStr"><is><t>CN-01</t></is></c>`, "A1 text CN-01"},
	{"inline rich text", `<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>CN</t></r><r><t>-01</t></r></is></c>`,
		"A1 text CN-01"},
	{"inline with a phonetic guide",
		`<c r="A1" t="inlineStr"><is><t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh></is></c>`, "A1 text 東京"},
	{"inline beside a value", `<c r="A1" t="inlineStr"><v>1.0</v><is><t>1.</t></is></c>`, "A1 text 1."},
	{"inline text under v", `<c r="A1" t="inlineStr"><v>CN-01</v></c>`, "A1 text CN-01"},
	{"inline without its type", `<c r="A1"><is><t>CN-01</t></is></c>`, "A1 text CN-01"},
	{"inline blank", `<c r="A1" t="inlineStr"><is><t>  </t></is></c>`, ""},

	{"formula's text", `<c r="A1" t="str"><f>B1&amp;C1</f><v>CN-01</v></c>`, "A1 text CN-01"},
	{"formula's empty text", `<c r="A1" t="str"><f>""</f><v></v></c>`, ""},
	{"formula's empty text, closed at once", `<c r="A1" t="str"><f>""</f><v/></c>`, ""},
	{"formula's number", `<c r="A1"><f>1+1</f><v>2</v></c>`, "A1 number 2"},
	{"formula without value", `<c r="A1"><f>1+1</f></c>`, "A1 uncached"},
	{"formula with an empty number", `<c r="A1"><f>1+1</f><v></v></c>`, "A1 uncached"},
	{"text formula without value", `<c r="A1" t="str"><f>B1</f></c>`, "A1 uncached"},
	{"boolean formula without value", `<c r="A1" t="b"><f>B1&gt;2</f></c>`, "A1 uncached"},
	{"shared formula's follower", `<c r="A1"><f t="shared" si="0"/><v>4</v></c>`, "A1 number 4"},

	{"true", `<c r="A1" t="b"><v>1</v></c>`, "A1 bool 1"},
	{"false", `<c r="A1" t="b"><v>0</v></c>`, "A1 bool 0"},
	{"true as a word", `<c r="A1" t="b"><v>true</v></c>`, "A1 bool 1"},
	{"neither true nor false", `<c r="A1" t="b"><v>2</v></c>`, "A1 error 2"},
	{"error", `<c r="A1" t="e"><v>#N/A</v></c>`, "A1 error #N/A"},
	{"error of a formula", `<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>`, "A1 error #DIV/0!"},
	{"error without a name", `<c r="A1" t="e"><v/></c>`, "A1 error"},
	{"styled only", `<c r="A1" s="3"/>`, ""},
	{"styled beyond all styles", `<c r="A1" s="999"><v>1</v></c>`, "A1 number 1"},

	{"entities", `<c r="A1" t="str"><v>&lt;0.5 &amp; &quot;x&quot; &apos;y&apos; &gt;</v></c>`,
		`A1 text <0.5 & "x" 'y' >`},
	{"numeric entities", `<c r="A1" t="str"><v>&#30002;&#x82EF;</v></c>`, "A1 text 甲苯"},
	{"an entity nobody declared stays", `<c r="A1" t="str"><v>a&euro;b</v></c>`, "A1 text a&euro;b"},
	{"CDATA", `<c r="A1" t="str"><v><![CDATA[<b>&amp;</b>]]></v></c>`, "A1 text <b>&amp;</b>"},
	{"Excel's escapes", `<c r="A1" t="str"><v>a_x0041_b</v></c>`, "A1 text aAb"},
	{"Excel's escape of its escape", `<c r="A1" t="str"><v>_x005F_x000D_</v></c>`, "A1 text _x000D_"},
	{"no escape", `<c r="A1" t="str"><v>line_x00 _x00ZZ_</v></c>`, "A1 text line_x00 _x00ZZ_"},
	{"ends of lines", "<c r=\"A1\" t=\"str\"><v>a_x000D_\nb\r\nc\rd</v></c>", "A1 text a\nb\nc\nd"},
	{"white space around", `<c r="A1" t="str"><v xml:space="preserve">&#160; 12 &#12288;</v></c>`, "A1 text 12"},
	{"broken UTF-8", "<c r=\"A1\" t=\"str\"><v>a\xffb</v></c>", "A1 text a\uFFFDb"},
	{"half a surrogate pair", `<c r="A1" t="str"><v>a_xD83D_&#xD83D;b</v></c>`, "A1 text a\uFFFD\uFFFDb"},
	{"a comment inside", `<c r="A1"><!-- <v>1</v> --><v>2</v></c>`, "A1 number 2"},

	{"ISO date", `<c r="A1" t="d"><v>2026-07-14</v></c>`, "A1 date 2026-07-14 =46217"},
	{"ISO date and time", `<c r="A1" t="d"><v>2026-07-14T12:00:00</v></c>`, "A1 date 2026-07-14T12:00:00 =46217.5"},
	{"ISO date of the east", `<c r="A1" t="d"><v>2026-07-14T00:00:00+08:00</v></c>`,
		"A1 date 2026-07-14T00:00:00+08:00 =46217"},
	{"ISO date of a script", `<c r="A1" t="d"><v>2026-07-14T06:00:00.000Z</v></c>`,
		"A1 date 2026-07-14T06:00:00.000Z =46217.25"},
	{"ISO date that is none", `<c r="A1" t="d"><v>14 July</v></c>`, "A1 text 14 July"},
}

func TestCells(t *testing.T) {
	for _, c := range cellCases {
		t.Run(c.name, func(t *testing.T) {
			book := readParts(t, ooxmltest.Workbook(`<row r="1">`+c.xml+`</row>`).WithStrings(`<t>shared text</t>`,
				`<r><t>甲苯</t></r><r><t xml:space="preserve"> toluene</t></r>`,
				`<t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh>`, `<t/>`,
				"\n  <r>\n    <t>one</t>\n  </r>\n  <r><t>two</t></r>\n").WithFormats("0.0"))
			if got := only(t, book); got != c.want {
				t.Errorf("%s\ngot  %q\nwant %q", c.xml, got, c.want)
			}
		})
	}
}

// only is the one cell of the one sheet.
func only(t *testing.T, book *Book) string {
	t.Helper()
	if len(book.Problems) > 0 || len(book.Sheets) != 1 {
		t.Fatalf("%d sheets, %v", len(book.Sheets), book.Problems)
	}
	return strings.Join(dump(book.Sheets[0]), "; ")
}

func TestDateFormats(t *testing.T) {
	date := []string{"14", "15", "18", "20", "21", "22", "27", "30", "31", "36", "45", "47", "50", "57", "58",
		"yyyy-mm-dd", "d/m/yy", "mmm-yy", "dddd", "h:mm", "[h]:mm:ss", "[mm]:ss", "mm:ss.0", "YYYY/M/D",
		`yyyy"年"m"月"d"日"`, `[$-804]yyyy"年"m"月"`,
		`[$-804]aaaa`, `aaa`, `[DBNum1][$-804]yyyy"年"m"月"d"日";@`, `[$-F800]dddd\,\ mmmm\ dd\,\ yyyy`,
		`[$-409]d\-mmm\-yy;@`, `[$-411]ggge"年"m"月"d"日"`,
		`上午/下午h"时"mm"分"`, `[Red]yyyy-mm-dd`, `_-* dd/mm/yyyy_-`, `"Q"dd`}
	number := []string{"0", "1", "2", "9", "10", "11", "12", "13", "37", "40", "48", "49", "59", "164",
		"General", "GENERAL", "0.0", "#,##0.00", `0.0" dB"`, `0.0\ \d\B`, `"days" 0`, "0%", "0.00E+00", "# ?/?", "@",
		"[Red]0.0", `[>=85][Red]0.0;[Blue]0.0`,
		`_-* #,##0.00\ [$€-407]_-`, `#,##0\ "đ"`, `[$¥-804]#,##0.00`, `0.0_m`, `0*d`, `General;[Red]-General`,
		`0"unclosed`, "[unclosed", "0.0\\"}
	for _, list := range []struct {
		codes []string
		want  Kind
	}{{date, Date}, {number, Number}} {
		for _, code := range list.codes {
			book := readParts(t, ooxmltest.Workbook(`<row r="1"><c r="A1" s="1"><v>46217.25</v></c></row>`+
				``).WithFormats(code))
			if len(book.Problems) > 0 || book.Sheets[0].Rows[0].At(1).Kind != list.want {
				t.Errorf("format %s: %s, want kind %v", code, only(t, book), list.want)
			}
		}
	}
}

// TestDateFormatOverrides holds that a workbook's own format stands in front of the built-in one of the same number.
func TestDateFormatOverrides(t *testing.T) {
	p := ooxmltest.Workbook(`<row r="1"><c r="A1" s="1"><v>5</v></c></row>`).WithFormats("14").
		Replace("xl/styles.xml", `<numFmts>`, `<numFmts><numFmt numFmtId="14" formatCode="0.0"/>`)
	if got := only(t, readParts(t, p)); got != "A1 number 5" {
		t.Error(got)
	}
}

// TestCalendars holds that a serial day is one of the 1900 system whatever the workbook counts by.
func TestCalendars(t *testing.T) {
	const rows = `<row r="1"><c r="A1" s="1"><v>44755</v></c><c r="B1"><v>44755</v></c><c r="C1" t="d"><v>` +
		`2026-07-14</v></c></row>`
	for setting, want := range map[string][]string{
		`date1904="1"`:     {"A1 date 44755 =46217", "B1 number 44755", "C1 date 2026-07-14 =46217"},
		`date1904="true"`:  {"A1 date 44755 =46217", "B1 number 44755", "C1 date 2026-07-14 =46217"},
		`date1904="0"`:     {"A1 date 44755", "B1 number 44755", "C1 date 2026-07-14 =46217"},
		`date1904="false"`: {"A1 date 44755", "B1 number 44755", "C1 date 2026-07-14 =46217"},
	} {
		book := readParts(t, ooxmltest.Workbook(rows).WithFormats("14").Replace("xl/workbook.xml", "<workbookPr/>",
			"<workbookPr "+setting+"/>"))
		if diff := cmp.Diff(want, dump(book.Sheets[0])); diff != "" {
			t.Errorf("%s (-want +got):\n%s", setting, diff)
		}
	}
}

// TestDurations holds that a length of time is one however long it is, and counts from no calendar.
func TestDurations(t *testing.T) {
	const row = `<row r="1"><c r="A1" s="1"><v>2.5208333333333335</v></c><c r="B1" s="1"><v>0.25</v></c></row>`
	for _, code := range []string{"[h]:mm", "[hh]:mm:ss", "46", "[mm]"} {
		for _, setting := range []string{"", `date1904="1"`} {
			p := ooxmltest.Workbook(row).WithFormats(code).Replace(ooxmltest.MainPart, "<workbookPr/>",
				"<workbookPr "+setting+"/>")
			want := []Cell{{Kind: Date, Duration: true, Number: 2.5208333333333335, Text: "2.5208333333333335"},
				{Kind: Date, Duration: true, Number: 0.25, Text: "0.25"}}
			if diff := cmp.Diff(want, readParts(t, p).Sheets[0].Rows[0].Cells); diff != "" {
				t.Errorf("%s %s (-want +got):\n%s", code, setting, diff)
			}
		}
	}
	p := ooxmltest.Workbook(row).WithFormats("h:mm")
	if c := readParts(t, p).Sheets[0].Rows[0].At(2); c.Duration || c.Kind != Date {
		t.Errorf("a time of day is %+v", c)
	}
}

// TestFullCalcOnLoad holds what values of formulas are worth that a program perhaps never computed.
func TestFullCalcOnLoad(t *testing.T) {
	rows := `<row r="1"><c r="A1"><f>1-1</f><v>0</v></c><c r="B1"><f>1-1</f><v>0.0</v></c><c r="C1" t="str"><f>` +
		`""</f><v></v></c>` +
		`<c r="D1"><v>0</v></c><c r="E1" t="b"><f>1=2</f><v>0</v></c><c r="F1" t="inlineStr"><is><t></t></is></c></row>`
	computed := `<row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>`
	zero := []string{"A1 uncached", "B1 uncached", "C1 uncached", "D1 number 0", "E1 bool 0"}
	for _, c := range []struct {
		name, setting, rows string
		want                []string
		warned              bool
	}{
		{"asked for", `fullCalcOnLoad="1"`, rows + computed, append(slices.Clone(zero), "A2 number 2"), true},
		{"asked for in a word", `fullCalcOnLoad="true"`, computed, []string{"A2 number 2"}, true},
		{"asked for, and nothing was computed", `fullCalcOnLoad="1"`,
			rows[:strings.Index(rows, `<c r="E1"`)] + `</row>`, zero[:4], false},
		{"asked for, without formulas", `fullCalcOnLoad="1"`, `<row r="1"><c r="A1"><v>0</v></c></row>`,
			[]string{"A1 number 0"}, false},
		{"not asked for", `fullCalcOnLoad="0"`, computed, []string{"A2 number 2"}, false},
		{"not said", ``, `<row r="1"><c r="A1"><f>1-1</f><v>0</v></c></row>`, []string{"A1 number 0"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := ooxmltest.Workbook(c.rows).Replace(ooxmltest.MainPart, "</sheets>", "</sheets><calcPr "+c.setting+"/>")
			sheet := readParts(t, p).Sheets[0]
			if diff := cmp.Diff(c.want, dump(sheet)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			notes := sheet.Notes()
			if sheet.FullCalcOnLoad != c.warned || (len(notes) == 1) != c.warned {
				t.Errorf("%v %v", sheet.FullCalcOnLoad, notes)
			}
			for _, n := range notes {
				if n.Severity != problem.Warning || n.Code != "formula-without-value" {
					t.Error(n)
				}
			}
		})
	}
}
