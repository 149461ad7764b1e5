package audit

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"strings"
	"testing"
)

const (
	sheetName = "xl/worksheets/sheet1.xml"
	oneCell   = `<row><c><v>1</v></c></row>`
)

// many is a number that says how much, and no limit hangs on it: an eighth of it where PLIMSOLL_HOSTILE does not ask for the
// whole, as .ci/run does. What is beyond a limit or just within it is always made in full.
func many(n int) int {
	if os.Getenv("PLIMSOLL_HOSTILE") == "whole" {
		return n
	}
	return n / 8
}

var noiseHead = textXML("Factory ID", "Date", "Location", "Level")

// sheetOf is a workbook whose sheet has these rows.
func sheetOf(rows ...repeated) func(*testing.T) []byte {
	return packed(func() hostileParts { return ordinary(rows...) })
}

// partOf is a workbook of one cell, and of one part as it is said.
func partOf(name string, pieces ...repeated) func(*testing.T) []byte {
	return packed(func() hostileParts { return ordinary(repeated{oneCell, 1}).with(name, pieces...) })
}

// claiming is a workbook whose archive lies about its sheet.
func claiming(rows repeated, claim func(*zip.FileHeader)) func(*testing.T) []byte {
	return func(t *testing.T) []byte { return ordinary(rows).zip(t, claim) }
}

// hostilePackages hurt by their archive, or by what a workbook says of itself.
var hostilePackages = []hostileFile{
	{"a part of 300 MB", sheetOf(repeated{" ", 300 << 20}), "too-large", 0},
	{"a part of 190 MB of nothing", sheetOf(repeated{" ", 190 << 20}), "missing-heading", 0},
	{"a part that claims little and is long", claiming(repeated{" ", 64 << 20}, func(h *zip.FileHeader) { h.UncompressedSize64 = 1000 }), "truncated-sheet", 0},
	{"a part that claims too much", claiming(repeated{oneCell, 1}, func(h *zip.FileHeader) { h.UncompressedSize64 = 1 << 60 }), "too-large", 0},
	{"a part that is an archive", func(t *testing.T) []byte {
		return ordinary().with(sheetName, repeated{string(ordinary(repeated{oneCell, 1}).zip(t, nil)), 1}).zip(t, nil)
	}, "truncated-sheet", 0},
	{"parts over each other", overlapping, "missing-heading", 1},
	{"30,000 parts", packed(func() hostileParts {
		p := ordinary(repeated{oneCell, 1})
		for n := range 30_000 {
			p.with(fmt.Sprint("xl/media/", n))
		}
		return p
	}), "too-large", 0},
	{"names that climb", packed(func() hostileParts {
		return ordinary(repeated{oneCell, 1}).with("../../../../etc/passwd", repeated{"x", 1}).
			with("xl/_rels/workbook.xml.rels", relationsXML(relationXML("rId1", "worksheet", "../../../../../etc/passwd"))...)
	}), "truncated-sheet", 0},
	{"100,000 sheets", partOf("xl/workbook.xml", repeated{"<workbook><sheets>", 1}, repeated{`<sheet name="Noise" sheetId="1" r:id="rId1"/>`, 100_000}, repeated{"</sheets></workbook>", 1}), "too-large", 0},
	{"5,000 sheets of one part", partOf("xl/workbook.xml", repeated{"<workbook><sheets>", 1}, repeated{`<sheet name="Noise" sheetId="1" r:id="rId1"/>`, 5000}, repeated{"</sheets></workbook>", 1}), "missing-heading unreadable-workbook", 1},
	{"a sheet's name of a million letters", partOf("xl/workbook.xml", repeated{`<workbook><sheets><sheet name="`, 1}, repeated{"x", 1_000_000}, repeated{`" r:id="rId1"/></sheets></workbook>`, 1}), "too-large", 0},
	{"200,000 relations", partOf("xl/_rels/workbook.xml.rels", repeated{"<Relationships>", 1}, repeated{relationXML("rId1", "worksheet", "worksheets/sheet1.xml"), 200_000}, repeated{"</Relationships>", 1}), "too-large", 0},
	{"a circle of relations", partOf("xl/_rels/workbook.xml.rels", relationsXML(relationXML("rId1", "worksheet", "workbook.xml")+relationXML("rId2", "sharedStrings", "workbook.xml")+relationXML("rId3", "styles", "_rels/workbook.xml.rels"))...), "unreadable-workbook", 0},
	{"a sheet on another machine", partOf("xl/_rels/workbook.xml.rels", relationsXML(`<Relationship Id="rId1" TargetMode="External" Type="x/worksheet" Target="http://192.0.2.1/sheet1.xml"/>`)...), "truncated-sheet", 0},
	{"a million styles", partOf("xl/styles.xml", repeated{"<styleSheet><cellXfs>", 1}, repeated{`<xf numFmtId="14" xfId="0"/>`, 1_000_000}, repeated{"</cellXfs></styleSheet>", 1}), "too-large", 0},
	{"a format of a million letters", partOf("xl/styles.xml", repeated{`<styleSheet><numFmts><numFmt numFmtId="164" formatCode="`, 1}, repeated{"[", 1_000_000}, repeated{`"/></numFmts></styleSheet>`, 1}), "missing-heading", 1},
	{"entities of entities", partOf("xl/sharedStrings.xml", repeated{`<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>`, 1}), "unreadable-workbook", 0},
	{"more shared texts than are read", partOf("xl/sharedStrings.xml", repeated{"<sst>", 1}, repeated{"<si><t>x</t></si>", 3_000_002}, repeated{"</sst>", 1}), "too-large", 0},
	{"shared texts that claim to be many", partOf("xl/sharedStrings.xml", repeated{`<sst count="99999999999999999999" uniqueCount="-1"><si><t>x</t></si></sst>`, 1}), "missing-heading", 1},
	{"a shared text of 100 MB", partOf("xl/sharedStrings.xml", repeated{"<sst><si><t>", 1}, repeated{"x", 100 << 20}, repeated{"</t></si></sst>", 1}), "too-large", 0},
	{"a shared text of ten million runs", partOf("xl/sharedStrings.xml", repeated{"<sst><si>", 1}, repeated{"<r><t>x</t></r>", 10_000_000}, repeated{"</si></sst>", 1}), "too-large", 0},
}

// overlapping is an archive of which five thousand entries name the same bytes, as some bombs do.
func overlapping(t *testing.T) []byte {
	data := ordinary(repeated{oneCell, 1}).zip(t, nil)
	end := bytes.LastIndex(data, []byte("PK\x05\x06"))
	start := int(binary.LittleEndian.Uint32(data[end+16:]))
	last := data[start+bytes.LastIndex(data[start:end], []byte("PK\x01\x02")) : end]
	var more []byte
	for n := range 5000 {
		entry := bytes.Clone(last)
		copy(entry[46:], fmt.Sprintf("%05d", n))
		more = append(more, entry...)
	}
	out := append(append(bytes.Clone(data[:end]), more...), data[end:]...)
	end += len(more)
	count := binary.LittleEndian.Uint16(data[end-len(more)+8:]) + 5000
	binary.LittleEndian.PutUint16(out[end+8:], count)
	binary.LittleEndian.PutUint16(out[end+10:], count)
	binary.LittleEndian.PutUint32(out[end+12:], uint32(end-start))
	return out
}

// hostileSheets hurt by the XML of their sheet.
var hostileSheets = []hostileFile{
	{"all rows that a sheet has", sheetOf(repeated{oneCell, 1 << 20}), "missing-heading", 1 << 20},
	{"a row more", sheetOf(repeated{oneCell, 1<<20 + 1}), "too-large", 0},
	{"a row far below", sheetOf(repeated{`<row r="3000000"><c><v>1</v></c></row>`, 1}), "too-large", 0},
	{"a row below nothing", sheetOf(repeated{`<row r="-3"><c><v>1</v></c></row>`, 1}), "truncated-sheet", 0},
	{"the last column of each row", sheetOf(repeated{`<row><c r="XFD1"><v>1</v></c></row>`, 1 << 20}), "too-large", 0},
	{"three million cells", sheetOf(repeated{"<row>" + strings.Repeat("<c><v>1</v></c>", 100) + "</row>", 30_000}), "missing-heading", 30_000},
	{"a row of ten million cells", sheetOf(repeated{"<row>", 1}, repeated{"<c><v>1</v></c>", 10_000_000}, repeated{"</row>", 1}), "too-large", 0},
	{"blank rows with formats", sheetOf(repeated{`<row s="1">` + strings.Repeat(`<c s="1"/>`, 10) + `</row>`, many(1 << 20)}), "missing-heading", 0},
	{"merged blocks over each other", packed(func() hostileParts {
		return ordinary().with(sheetName, repeated{"<worksheet><sheetData>" + oneCell + "</sheetData><mergeCells>", 1}, repeated{`<mergeCell ref="A1:XFD1"/>`, many(1_000_000)}, repeated{"</mergeCells></worksheet>", 1})
	}), "merged-cells missing-heading", 1},
	{"columns hidden again and again", packed(func() hostileParts {
		return ordinary().with(sheetName, repeated{"<worksheet><cols>", 1}, repeated{`<col min="1" max="16384" hidden="1"/>`, many(1_000_000)}, repeated{"</cols><sheetData>" + oneCell + "</sheetData></worksheet>", 1})
	}), "missing-heading", 1},
	{"elements within elements", sheetOf(repeated{"<a>", 10_000_000}), "too-large", 0},
	{"an element of ten million attributes", sheetOf(repeated{"<row", 1}, repeated{` a=""`, 10_000_000}, repeated{"/>", 1}), "too-large", 0},
	{"a name without end", sheetOf(repeated{"<", 1}, repeated{"x", many(50 << 20)}, repeated{"/>", 1}), "truncated-sheet", 0},
	{"a place without end", sheetOf(repeated{`<row><c r="`, 1}, repeated{"A", 50 << 20}, repeated{`1"><v>1</v></c></row>`, 1}), "too-large", 0},
	{"a row number without end", sheetOf(repeated{`<row r="`, 1}, repeated{"9", 500_000}, repeated{`"><c><v>1</v></c></row>`, 1}), "too-large", 0},
	{"a comment without end", sheetOf(repeated{"<!-- ", 1}, repeated{"x", many(100 << 20)}), "truncated-sheet", 0},
	{"comments and no end", sheetOf(repeated{"<!---->", many(10_000_000)}, repeated{oneCell, 1}), "missing-heading", 1},
	{"a tag closed again and again", sheetOf(repeated{"</row>", many(10_000_000)}), "truncated-sheet", 0},
	{"formulas of a million letters", sheetOf(repeated{"<row><c><f>" + strings.Repeat("A1+", 333_333) + "A1</f></c></row>", 50}), "missing-heading", 50},
	{"a number of 100 MB", sheetOf(repeated{"<row><c><v>", 1}, repeated{"9", 100 << 20}, repeated{"</v></c></row>", 1}), "too-large", 0},
	{"long texts shown often", packed(func() hostileParts {
		return ordinary(repeated{`<row><c t="s"><v>0</v></c></row>`, 1 << 20}).with("xl/sharedStrings.xml", repeated{"<sst><si><t>", 1}, repeated{"x", 1000}, repeated{"</t></si></sst>", 1})
	}), "too-large", 0},
	{"numbers that are none", packed(func() hostileParts {
		rows := noiseHead
		for _, level := range []string{"1e308", "-1e308", "1e-400", "1e309", "NaN", "-Inf", strings.Repeat("9", 400), "-0", "0x1p-2"} {
			rows += noiseRow(level)
		}
		return ordinary(repeated{rows, 1}).knowing()
	}), "error-value out-of-range", 12},
	{"dates that are none", packed(func() hostileParts {
		rows := noiseHead
		for _, day := range []string{"-1", "0", "0.5", "60", "2958465", "2958466", "1e18", "-1e300", "1e308"} {
			rows += `<row><c t="str"><v>CN-01</v></c><c s="1"><v>` + day + `</v></c><c t="str"><v>Line</v></c><c><v>84</v></c></row>`
		}
		return ordinary(repeated{rows, 1}).knowing().with("xl/styles.xml", once(`<styleSheet><cellXfs><xf numFmtId="9"/><xf numFmtId="14"/></cellXfs></styleSheet>`)...)
	}), "not-a-date out-of-range", 12},
	{"rows of which each is wrong", sheetOf(repeated{noiseHead, 1}, repeated{noiseRow("x"), many(100_000)}), "error-value unknown-factory", many(100_000) + 1},
}

// noiseRow is a row under noiseHead.
func noiseRow(level string) string {
	return `<row><c t="str"><v>CN-01</v></c><c t="d"><v>2026-07-14</v></c><c t="str"><v>Line</v></c><c><v>` + level + `</v></c></row>`
}

// hostileTexts are text files.
var hostileTexts = []hostileFile{
	{"a line of 100 MB", text(repeated{"x", 100 << 20}), "too-large", 0},
	{"a line of 100 MB, parted", text(repeated{"x,", 50 << 20}), "too-large", 0},
	{"commas and nothing else", text(repeated{"a,b\n", 1}, repeated{strings.Repeat(",", 10_000) + "\n", many(10_000)}), "missing-heading", 1},
	{"blank lines", text(repeated{"a,b\n", 1}, repeated{"\n", many(20 << 20)}), "missing-heading", 1},
	{"a quote that nobody closes", text(repeated{"a,b\n\"", 1}, repeated{"x,1\n", 15 << 20}), "truncated-sheet", 0},
	{"a quote that is doubled for ever", text(repeated{"a,b\n\"", 1}, repeated{`""`, 30 << 20}), "too-large", 0},
	{"quotes around everything", text(repeated{"a,b\n", 1}, repeated{"\"x\",\"\"\n", many(1_000_000)}), "missing-heading", many(1_000_000) + 1},
	{"a million rows", text(repeated{"a,b\n", 1}, repeated{"1,2\n", 1<<20 - 1}), "missing-heading", 1 << 20},
	{"ten million rows", text(repeated{"a,b\n", 1}, repeated{"1,2\n", 10_000_000}), "too-large", 0},
	{"NUL bytes", text(repeated{"a,b\n", 1}, repeated{"\x00", 50 << 20}), "unknown-encoding", 0},
	{"bytes that mean nothing", text(repeated{"a,b\n", 1}, repeated{"\xff\x81\n", many(13 << 20)}), "unknown-encoding", 0},
	{"100 MB of bytes that mean nothing", text(repeated{"\xff\x81\n", 34 << 20}), "too-large", 0},
	{"40 MB of UTF-16", text(repeated{"\xff\xfe", 1}, repeated{"1\x00,\x002\x00\n\x00", 5 << 20}), "too-large", 0},
	{"absurd numbers", text(repeated{"Factory ID,Date,Location,Level\nCN-01,2026-07-14,L,1e999\nCN-01,2026-07-14,L,NaN\nCN-01,99999-07-14,L," + strings.Repeat("9", 400) + "\nCN-01,2026-02-30,L,-1e300\n", 1}), "not-a-date not-a-number out-of-range unknown-factory", 5},
}
