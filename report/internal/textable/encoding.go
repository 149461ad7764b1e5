package textable

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	utf "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"plimsoll/report/internal/fileerr"
)

const encodingHint = `save it as "CSV UTF-8", or declare its encoding: --encoding gb18030 (windows-1252, ` +
	`windows-1258, …)`

// CheckEncoding is an error where a declared name is that of no encoding of texts (the labels of the WHATWG's
// standard).
func CheckEncoding(name string) error {
	_, err := lookup(name)
	return err
}

func lookup(name string) (encoding.Encoding, error) {
	found, canonical := charset.Lookup(strings.TrimSpace(name))
	if found == nil || canonical == "replacement" || canonical == "x-user-defined" {
		return nil, fmt.Errorf("%q is no encoding known here", name)
	}
	return found, nil
}

// Decode brings a text file to UTF-8: by its byte order mark; as it is, where it is valid UTF-8; by the declared
// encoding; or by what its bytes can alone mean, which concluded then names. Else it is refused: a text that is read in
// the wrong encoding has other names and units than its sender wrote.
func Decode(data []byte, declared string) (text []byte, concluded string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		text, err = strictUTF8(data[3:], "its byte order mark says UTF-8")
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		text, err = decodeUTF16(data)
	case declared == "" && bytes.IndexByte(data, 0) >= 0:
		return nil, "", fileerr.UnknownEncoding("it holds NUL bytes: it is no text, or UTF-16 without its mark",
			encodingHint)
	case bytes.IndexByte(data, 0) < 0 && utf8.Valid(data):
		return data, "", nil
	case declared != "":
		text, err = decodeDeclared(data, declared)
	default:
		return conclude(data)
	}
	if err == nil && bytes.IndexByte(text, 0) >= 0 {
		err = fileerr.UnknownEncoding("it holds NUL characters and is no table",
			"open it in a spreadsheet program and save it as .xlsx")
	}
	return text, "", err
}

func strictUTF8(data []byte, reason string) ([]byte, error) {
	if !utf8.Valid(data) {
		line := 1 + bytes.Count(data[:firstInvalid(data)], []byte("\n"))
		return nil, fileerr.UnknownEncoding(fmt.Sprintf("%s, and line %d is not", reason, line), encodingHint)
	}
	return data, nil
}

// firstInvalid is where the first byte stands that is no UTF-8.
func firstInvalid(data []byte) int {
	at := 0
	for at < len(data) {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return at
}

func decodeUTF16(data []byte) ([]byte, error) {
	if len(data)%2 != 0 {
		return nil, fileerr.Unreadable("it is UTF-16 and ends in half a character",
			"it may have been cut off on its way; ask for it again")
	}
	return utf.UTF16(utf.BigEndian, utf.UseBOM).NewDecoder().Bytes(data)
}

// decodeDeclared holds a text to its declared encoding: a byte that means nothing in it refuses the file.
func decodeDeclared(data []byte, name string) ([]byte, error) {
	e, err := lookup(name)
	if err != nil {
		return nil, fileerr.UnknownEncoding(err.Error(), encodingHint)
	}
	if e == encoding.Encoding(utf.UTF8) {
		return strictUTF8(data, "it is declared as UTF-8")
	}
	text, err := e.NewDecoder().Bytes(data)
	if bad := bytes.Index(text, []byte("\uFFFD")); err == nil && bad >= 0 {
		line := 1 + bytes.Count(text[:bad], []byte("\n"))
		return nil, fileerr.UnknownEncoding(fmt.Sprintf("it is declared as %s, and line %d is not", name, line),
			encodingHint)
	}
	return norm.NFC.Bytes(text), err // windows-1258 writes Vietnamese letters in two parts
}

// conclude reads a text whose bytes can mean one thing only.
func conclude(data []byte) ([]byte, string, error) {
	line := 1 + bytes.Count(data[:firstInvalid(data)], []byte("\n"))
	unknown := fileerr.UnknownEncoding(fmt.Sprintf("line %d is not UTF-8, and nothing says which encoding it is in",
		line), encodingHint)
	var names []string
	var texts [][]byte
	for _, c := range []struct {
		name    string
		certain func([]byte) bool
		e       encoding.Encoding
	}{{"GB18030", isChinese, simplifiedchinese.GB18030}, {"Windows-1258", isVietnamese, charmap.Windows1258},
		{"Windows-1252", isLatin, charmap.Windows1252}} {
		if !c.certain(data) {
			continue
		}
		text, err := c.e.NewDecoder().Bytes(data)
		if err != nil {
			return nil, "", err
		}
		names, texts = append(names, c.name), append(texts, norm.NFC.Bytes(text))
	}
	if len(names) != 1 {
		return nil, "", unknown
	}
	return texts[0], names[0], nil
}

// isChinese is certain of GB18030 where every character is ASCII, punctuation or Han, where at least a dozen different
// Han stand in the text, and seven in ten of them are among the eight hundred that Chinese texts and audits are made
// of. Korean or Japanese bytes, which are Han in GB18030 too, hit those by chance in two of ten; Western ones never
// come in pairs.
func isChinese(data []byte) bool {
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	if err != nil {
		return false
	}
	seen, common := map[rune]bool{}, 0
	for _, r := range string(text) {
		switch {
		case r == utf8.RuneError, unicode.In(r, unicode.Hangul, unicode.Hiragana, unicode.Katakana, unicode.Co):
			return false
		case unicode.Is(unicode.Han, r) && !seen[r]:
			if seen[r] = true; strings.ContainsRune(commonHan, r) {
				common++
			}
		}
	}
	return len(seen) >= 12 && common*10 >= len(seen)*7
}

// commonHan are the characters of this program's own Chinese words, and the most frequent ones of the written language.
const commonHan = "一丁七万三上下不且世丙业东两严个中丰为主么义之乙九也习乡书了争事二于五亚些交产亮亲人什今从仓他代令以仪们仲件价任份仿众会" +
	"伟传伤似但位低住体何佛作你使供依便信修倒候值做停傅储像儿元先光克入全八公六共关兴其内再写军农冯冰冲决准几出击分切刘则刚利" +
	"别到制刷刻削前剪力办加动劳勒勤包化北区十千半华单南卫危却厂厅历压厕原厦去县参又及友反发取变口古句只叫可史右叶号司吃各合同" +
	"名后向吕吗吡否吧听吴吸告呋员呢周呼命和咯品响哥唐唱商喃善喷器噪四回因团围国土在地圳场址均坐块坚型城域培基堂士声处备复外多" +
	"夜够大天太失头女她好如始子字孙季学孩它守安宋完宏定实审室害家容宿对导将小少尔尘就层居屋展属山岁岗岛岸峰川州工左己已币市师" +
	"带席帮常干平年并广床序库应底庚度座廊建开异式弟张强归当录形彭往径很徐得微心必志忙快怎怕思急性总息您情想意感慢戊成我或战截" +
	"房所手才打找把抛护报拉拿指换据接控措描提攀收改放政效敌救教敢数整文斗料斩断斯新方施旁无日旧早时昌明星是晋晚更曹曾最月有服" +
	"望期木未本术朱机权李材村束条来极构林果枪查标栋树样核根格案梁梯检棉楦楼次欧款歌止正此步母每比毛毫民气氢氧氨氮氯氰水永求江" +
	"沈沙没河治泉法注洗活流测浓浙浴海涂消淋深混清渐渠温湖源溴满演火炭点热烯烷然照爱片牌牛物特率王环现班理生用由甲申男画界白百" +
	"的皮盐监盛目直相省看真眼着睛睡知石码研破硫确碳社神福离种科积称程税稽究空穿突立站章笑第等答算管箱米类粉粒粘精系素紧纠级纫" +
	"纯线组细终经结给绷编缝缺网罗置美群老者而职联胜胶胺脚脸腈自臭至舍般船良色花苏苦苯英草荣莞菜营萧落董蚁行街衣补表袁被裁装要" +
	"见观觉解触言认让训记讲许论设访证评识诉话该语说读课谁谈谢象贝货质贴费资走赶起越跑跟路跳身车转轻辖边达过运近还这进连述送适" +
	"通造道邓那邻郑部郭都配酒酚酮酯酰酸醇醋醛采里重野量鉴鑫针钟钱铲键镇镑长门闭问间队防阳阵阶际陈限难雨雪青非面革鞋韩音顶项顺" +
	"预领颗题额风飞食餐饭饰馈马验高黄黑"

// The bytes of Windows-1258: tone marks that stand behind their vowel, and the letters only Vietnamese has.
const (
	toneMarks   = "\xcc\xd2\xde\xec\xf2"
	vietLetters = "\xc2\xc3\xca\xd4\xd5\xdd\xe2\xe3\xea\xf4\xf5\xfd"
)

// isVietnamese is certain of Windows-1258 where at least eight tone marks stand in the text, each behind a vowel with
// which it makes one letter, and at least four of them behind â, ă, ê, ô, ơ or ư: as Windows-1252 that would be êì or
// ôò, which no language writes. Every other byte above ASCII has to be a letter or sign.
func isVietnamese(data []byte) bool {
	marks, after := 0, 0
	for i, b := range data {
		r := charmap.Windows1258.DecodeByte(b)
		switch {
		case r == utf8.RuneError || unicode.Is(unicode.C, r) && b >= 0x80:
			return false
		case strings.IndexByte(toneMarks, b) < 0:
			continue
		case i == 0:
			return false
		}
		before := charmap.Windows1258.DecodeByte(data[i-1])
		if utf8.RuneCountInString(norm.NFC.String(string([]rune{before, r}))) != 1 {
			return false
		}
		if marks++; strings.IndexByte(vietLetters, data[i-1]) >= 0 {
			after++
		}
	}
	return marks >= 8 && after >= 4
}

// isLatin is certain of Windows-1252 where the bytes above ASCII stand alone and mean the same in all Windows encodings
// of Latin script (1250, 1252, 1254, 1257, 1258): signs such as ° and µ, and ä é ó ö ü ß beside a letter.
func isLatin(data []byte) bool {
	letter := func(i int) bool { return i >= 0 && i < len(data) && unicode.IsLetter(rune(data[i])) && data[i] < 0x80 }
	high := func(i int) bool { return i < len(data) && data[i] >= 0x80 }
	for i, b := range data {
		switch r := charmap.Windows1252.DecodeByte(b); {
		case b < 0x80:
		case high(i + 1), !sameEverywhere(b):
			return false
		case unicode.IsLetter(r) && r != 'µ' && !letter(i-1) && !letter(i+1):
			return false
		}
	}
	return true
}

func sameEverywhere(b byte) bool {
	r := charmap.Windows1252.DecodeByte(b)
	for _, page := range []*charmap.Charmap{charmap.Windows1250, charmap.Windows1254, charmap.Windows1257,
		charmap.Windows1258} {
		if page.DecodeByte(b) != r {
			return false
		}
	}
	return unicode.IsLetter(r) || strings.ContainsRune("°±·§×€–—‘’“”•…™®©«»‰\u00a0", r)
}
