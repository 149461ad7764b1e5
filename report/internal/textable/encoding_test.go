package textable

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"plimsoll/report/internal/fileerr"
)

// Texts as people write them, by language.
const (
	chinese     = "工厂编号,日期,地点,噪声级,单位,工序,备注\nCN-01,2026-07-14,二楼针车车间,84.5,dB(A),针车,靠近空压机 25℃ μ±\n"
	traditional = "工廠編號,日期,地點,噪音級,單位\nTW-01,2026-07-14,二樓針車車間,84.5,dB(A)\n"
	vietnamese  = "Mã nhà máy,Ngày,Vị trí,Mức ồn,Đơn vị,Ghi chú\nVN-01,2026-07-14,Xưởng may số 2,84.5,dB(A),gần máy " +
		"nén khí; nhiệt độ cao, đường đi\n"
	french    = "Usine,Date,Lieu,Niveau\nFR-01,2026-07-14,Atelier de piqûre près de l'entrée,84.5\n"
	german    = "Werk,Datum,Ort,Pegel\nDE-01,2026-07-14,Näherei Süd – Öfen (25 °C, 3 µg),84.5\n"
	italian   = "Fabbrica,Luogo\nIT-01,Perché no; ciò che può; così; lunedì; martedì; farò; però; là\n"
	korean1   = "공장번호,날짜,장소,소음,단위,비고\nKR-01,2026-07-14,이층 재봉 작업장,84.5,dB(A),공기압축기 근처 온도 높음\n"
	japanese1 = "工場番号,日付,場所,騒音,単位,備考\nJP-01,2026-07-14,二階縫製工場,84.5,dB(A),空気圧縮機の近く\n"
	kanji     = "工場番号,日付,場所,騒音,単位,備考\nJP-01,2026-07-14,二階縫製工場,84.5,dB(A),空気圧縮機附近\n"
	russian   = "Фабрика,Дата,Место,Уровень\nRU-01,2026-07-14,Швейный цех,84.5\n"
	polish    = "Fabryka,Data,Miejsce\nPL-01,2026-07-14,Szwalnia główna ąęłśź\n"
)

// decomposed writes tone marks behind their vowels, as Windows-1258 has them.
func decomposed(s string) string {
	marks := strings.NewReplacer("a\u0302", "â", "e\u0302", "ê", "o\u0302", "ô", "A\u0302", "Â", "E\u0302", "Ê",
		"O\u0302", "Ô", "a\u0306", "ă", "A\u0306", "Ă",
		"o\u031b", "ơ", "O\u031b", "Ơ", "u\u031b", "ư", "U\u031b", "Ư", "a\u0323\u0302", "â\u0323", "e\u0323\u0302",
		"ê\u0323", "o\u0323\u0302", "ô\u0323", "a\u0323\u0306", "ă\u0323")
	return marks.Replace(norm.NFD.String(s))
}

func in(t *testing.T, e encoding.Encoding, text string) []byte {
	t.Helper()
	data, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestEncodings(t *testing.T) {
	gb, utf16 := simplifiedchinese.GB18030, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	for _, c := range []struct {
		name, text, declared string
		e                    encoding.Encoding
		want                 string // the encoding concluded, "" where none need be, "?" where the file is rejected
	}{
		{"UTF-8", chinese, "", encoding.Nop, ""},
		{"UTF-8, declared as another", chinese, "windows-1252", encoding.Nop, ""},
		{"UTF-8 with its mark", "\ufeff" + chinese, "gb18030", encoding.Nop, ""},
		{"UTF-16", chinese, "", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), ""},
		{"UTF-16, big", chinese, "", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), ""},
		{"UTF-16 without its mark", chinese, "", utf16, "?"},
		{"UTF-16 without its mark, declared", chinese, "utf-16le", utf16, ""},
		{"Chinese", chinese, "", gb, "GB18030"},
		{"Chinese, declared", chinese, "gb18030", gb, ""},
		{"Chinese, declared by its old name", chinese, "GB2312", gb, ""},
		{"Chinese, declared as UTF-8", chinese, "UTF-8", gb, "?"},
		{"one Chinese word", "a,b\n车间,2\n", "", gb, "?"},
		{"one Chinese word, declared", "a,b\n车间,2\n", "gbk", gb, ""},
		{"traditional Chinese", traditional, "", traditionalchinese.Big5, "?"},
		{"traditional Chinese, declared", traditional, "big5", traditionalchinese.Big5, ""},
		{"Vietnamese", vietnamese, "", charmap.Windows1258, "Windows-1258"},
		{"Vietnamese, declared", vietnamese, "windows-1258", charmap.Windows1258, ""},
		{"German", german, "", charmap.Windows1252, "Windows-1252"},
		{"German, declared", german, "windows-1252", charmap.Windows1252, ""},
		{"French", french, "", charmap.Windows1252, "?"},
		{"French, declared", french, "windows-1252", charmap.Windows1252, ""},
		{"Italian", italian, "", charmap.Windows1252, "?"},
		{"German of DOS", strings.NewReplacer("–", "-", "µ", "u").Replace(german), "", charmap.CodePage850, "?"},
		{"German of the Macintosh", german, "", charmap.Macintosh, "?"},
		{"Korean", korean1, "", korean.EUCKR, "?"},
		{"Japanese", japanese1, "", japanese.ShiftJIS, "?"},
		{"Japanese of Unix", japanese1, "", japanese.EUCJP, "?"},
		{"Japanese of Unix without kana", kanji, "", japanese.EUCJP, "?"},
		{"Russian", russian, "", charmap.Windows1251, "?"},
		{"Russian of Unix", russian, "", charmap.KOI8R, "?"},
		{"Polish", polish, "", charmap.Windows1250, "?"},
		{"an encoding that is none", french, "klingon", charmap.Windows1252, "?"},
		{"UTF-8 that is cut", chinese[:len(chinese)-2], "", encoding.Nop, "?"},
		{"UTF-8 with its mark that is cut", "\ufeff" + chinese[:len(chinese)-2], "", encoding.Nop, "?"},
	} {
		t.Run(c.name, func(t *testing.T) {
			source := c.text
			if c.e == charmap.Windows1258 {
				source = decomposed(source)
			}
			text, concluded, err := Decode(in(t, c.e, source), c.declared)
			switch {
			case c.want == "?" && err == nil:
				t.Errorf("it was read as %s: %q", concluded, text)
			case c.want == "?":
				if known, ok := err.(*fileerr.Error); !ok || known.Kind != fileerr.EncodingKind {
					t.Error(err)
				}
			case err != nil || concluded != c.want || string(text) != strings.TrimPrefix(c.text, "\ufeff"):
				t.Errorf("as %q: %v\ngot  %q\nwant %q", concluded, err, text, c.text)
			}
		})
	}
}

func TestCheckEncoding(t *testing.T) {
	for name, want := range map[string]bool{"gb18030": true, "GBK": true, " windows-1252 ": true, "cp1258": true,
		"utf-8": true, "": false, "utf-7": false, "replacement": false, "cp936": false} {
		if err := CheckEncoding(name); (err == nil) != want {
			t.Errorf("%q: %v", name, err)
		}
	}
}
