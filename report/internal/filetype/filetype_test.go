package filetype

import (
	"errors"
	"testing"

	"plimsoll/report/internal/fileerr"
	"plimsoll/report/internal/ooxml/ooxmltest"
)

func TestSniff(t *testing.T) {
	compound := func(stream string) string {
		return string(ooxmltest.Compound(ooxmltest.Stream{Name: stream, Data: []byte("x")}))
	}
	for data, want := range map[string]string{
		"":                                "the file is empty",
		"%PDF-1.7":                        "it is a PDF, not a workbook",
		"\xff\xd8\xff\xe0":                "it is a picture (JPEG), not a workbook",
		"\ufeff \n<HTML>":                 "it is a web page with the name of a workbook",
		"<meta><table>":                   "it is a web page with the name of a workbook",
		`<?xml version="1.0"?><a/>`:       "it is an XML file with the name of a workbook",
		"7z\xbc\xaf\x27\x1c":              "it is an archive (.7z)",
		compound("Book"):                  "it is an old workbook (.xls)",
		compound("WordDocument"):          "it is a text document (.doc), not a workbook",
		compound("EncryptedPackage"):      "the workbook is locked with a password",
		compound("Other"):                 "it is a compound file that holds no workbook",
		ooxmltest.CompoundStart + "short": "it is an old workbook (.xls), or a locked one, and damaged",
		"a,b\n1,2":                        "it is a text file (CSV?) with the name of a workbook",
		"\x00\x01":                        "it is not an .xlsx file",
	} {
		var known *fileerr.Error
		if err := Sniff([]byte(data)); !errors.As(err, &known) || known.Message != want || known.Hint == "" {
			t.Errorf("%.20q: %v, want %s", data, err, want)
		}
	}
	if err := Sniff([]byte("PK\x03\x04")); err != nil {
		t.Error(err)
	}
	if err := Recognise([]byte("a,b\n1,2")); err != nil {
		t.Errorf("a text is no other file: %v", err)
	}
}

func TestEndings(t *testing.T) {
	for name, want := range map[string][4]bool{ // read, template, another table, text
		"a.xlsx": {true}, "in/A.XLSM": {true}, "a.csv": {true, false, false, true}, "a.tsv": {true, false, false, true},
		"a.txt": {false, false, false, true}, "a.xltx": {false, true}, "a.xls": {false, false, true},
		"a.ods": {false, false, true},
		"a.pdf": {}, "xlsx": {}, "": {},
	} {
		if got := [4]bool{IsRead(name), IsTemplate(name), IsOtherTable(name), IsText(name)}; got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}
