package textable

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

func simplifiedChinese(f *testing.F) []byte {
	data, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(chinese))
	if err != nil {
		f.Fatal(err)
	}
	return data
}

// FuzzEncoding holds that a text that is read is UTF-8 without NULs, and that a conclusion is the only one.
func FuzzEncoding(f *testing.F) {
	f.Add([]byte("a"), "")
	f.Add([]byte("\xff\xfea\x00"), "")
	f.Add([]byte("\xfe\xff\x00a"), "")
	f.Add(simplifiedChinese(f), "gbk")
	f.Add(simplifiedChinese(f), "")
	for _, name := range []string{"utf-16le", "windows-1258", "shift_jis", "iso-2022-jp", "big5", "hz-gb-2312",
		"utf-8"} {
		f.Add([]byte("25\xb0C \xe9t\xe9"), name)
	}
	if data, err := charmap.Windows1258.NewEncoder().Bytes([]byte(decomposed(vietnamese))); err == nil {
		f.Add(data, "")
	}
	if data, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(chinese)); err == nil {
		f.Add(data, "")
	}
	f.Fuzz(func(t *testing.T, data []byte, declared string) {
		text, concluded, err := Decode(data, declared)
		if err == nil && (!utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0) {
			t.Errorf("%q became %q", data, text)
		}
		if concluded != "" && (declared != "" || utf8.Valid(data)) {
			t.Errorf("%q was taken for %s", data, concluded)
		}
	})
}
