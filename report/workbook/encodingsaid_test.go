package workbook

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

func TestEncodingIsSaid(t *testing.T) {
	const chinese = "工厂编号,日期,地点,噪声级,单位,工序,备注\nCN-01,2026-07-14,二楼针车车间,84.5,dB(A),针车,靠近空压机\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(chinese))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		data     []byte
		declared string
		want     string
	}{
		{gb, "", "note x.csv text-encoding: it was read as GB18030, which its bytes alone can be"},
		{gb[:len(gb)/2], "utf-8",
			"error x.csv unknown-encoding: it is declared as utf-8, and line 1 is not (hint: " + encodingHint + ")"},
		{[]byte("a,b\n\"1\n2\",x\n\xff,2"), "",
			"error x.csv unknown-encoding: line 4 is not UTF-8, and nothing says which encoding it is in (hint: " +
				encodingHint + ")"},
		{[]byte("a,b\n1,2\n\x81,2"), "windows-1252",
			"error x.csv unknown-encoding: it is declared as windows-1252, and line 3 is not (hint: " + encodingHint +
				")"},
		{[]byte("\xff\xfea\x00,"), "",
			"error x.csv unreadable-workbook: it is UTF-16 and ends in half a character (hint: it may have been cut " +
				"off on its way; ask for it again)"},
		{[]byte("\xff\xfea\x00,\x00\x00\x00"), "",
			"error x.csv unknown-encoding: it holds NUL characters and is no table (hint: open it in a spreadsheet " +
				"program and save it as .xlsx)"},
		{[]byte("\xc3\x28,2\n"), "klingon",
			`error x.csv unknown-encoding: "klingon" is no encoding known here (hint: ` + encodingHint + ")"},
	} {
		o := Options{Text: func(string) TextForm { return TextForm{Encoding: c.declared} }}
		if got := strings.Join(said(Read(c.data, "x.csv", o)), "\n"); got != c.want {
			t.Errorf("\ngot  %s\nwant %s", got, c.want)
		}
	}
}
