package annotate

import (
	"strings"
	"testing"

	"plimsoll/report/internal/ooxml/ooxmltest"
	"plimsoll/report/workbook"
)

// FuzzTextElement holds that a text is read from a cell as it was written there, white space around it aside.
func FuzzTextElement(f *testing.F) {
	for _, s := range []string{"plain", "<a> & \"b\"", "_x000D_ _x_ _xyz_", "a\nb\tc", "bell \a", "\u3000 wide", "]]>",
		"\ufffe"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(strings.NewReplacer("\r", "", "\ufffe", "", "\uffff", "").Replace(s), "")
		p := ooxmltest.Workbook(`<row r="1"><c r="A1" t="inlineStr"><is>` + textElement("", s) +
			`</is></c><c r="B1"><v>1</v></c></row>`)
		book := workbook.Read(p.Zip(t), "x.xlsx", workbook.Options{})
		if want := strings.TrimSpace(s); len(book.Problems) > 0 || book.Sheets[0].Rows[0].At(1).Text != want {
			t.Errorf("%q is read as %q %v", s, book.Sheets[0].Rows[0].At(1).Text, book.Problems)
		}
	})
}
