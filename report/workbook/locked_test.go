package workbook

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"plimsoll/report/internal/ooxml/ooxmltest"
)

// TestLocked opens a locked workbook by the password that fits, and names what else comes as a compound file.
func TestLocked(t *testing.T) {
	encrypted := func(data []byte) []byte {
		locked, err := excelize.Encrypt(data, &excelize.Options{Password: "päss 密码"})
		if err != nil {
			t.Fatal(err)
		}
		return locked
	}
	one := func(name string) []byte { return ooxmltest.Compound(ooxmltest.Stream{Name: name, Data: []byte("x")}) }
	standard := encrypted(sample().Zip(t))
	for _, c := range []struct {
		name      string
		data      []byte
		passwords []string
		want      string // the message, "" where it opens
	}{
		{"fitting", standard, []string{"a", "päss 密码"}, ""},
		{"none given", standard, nil, "the workbook is locked with a password"},
		{"wrong", standard, []string{"a", "b"},
			"the workbook is locked with a password, and none of the 2 given opens it"},
		{"no package", one("EncryptionInfo"), nil, "it is a compound file that holds no workbook"},
		{"an old workbook", one("WORKBOOK"), nil, "it is an old workbook (.xls)"},
		{"a letter", one("WordDocument"), nil, "it is a text document (.doc), not a workbook"},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := bytes.Clone(c.data)
			book := Read(c.data, "x.xlsx", Options{Passwords: c.passwords})
			switch {
			case !bytes.Equal(before, c.data):
				t.Error("reading changed the bytes it read")
			case c.want == "" && (len(book.Problems) > 0 || len(book.Sheets) != 1 || len(book.Sheets[0].Rows) != 40):
				t.Error(book.Sheets, book.Problems)
			case c.want != "" && (len(book.Problems) != 1 || book.Problems[0].Message != c.want ||
				book.Problems[0].Hint == "" || len(book.Sheets) > 0):
				t.Error(book.Sheets, book.Problems)
			}
		})
	}
}
