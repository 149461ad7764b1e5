package layout

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"plimsoll/report/internal/markdown"
)

// running are texts of many scripts, to be broken at every width.
func running() []string {
	return []string{
		"厂长说：“我们已在三号线装了局部排风，九月底前完成。”（见附件）检测显示，甲苯浓度由１２降到０.６ mg/m³；噪声仍为 86 dB(A)！",
		"《工作场所有害因素职业接触限值》（GBZ 2.1—2019）规定：苯的PC-TWA为6mg/m³、PC-STEL为10mg/m³……超限者，须于30日内整改。",
		"工場長は「九月末までに局所排気装置を設置する」と述べた。騒音レベルは８６デシベル（Ａ特性）で、基準を超えている。ローラー、プレス、カッター。",
		"공장장은 \"구월 말까지 국소 배기 장치를 설치하겠다\"고 말했다. 소음 수준은 86dB(A)로 기준을 넘는다.",
		"Quản đốc nói: “Chúng tôi đã lắp hệ thống hút cục bộ tại chuyền 3 và sẽ hoàn tất trước ngày 30 tháng 9.” Mức ồn vẫn là 86 dBA; người lao động phải được trang bị nút tai chống ồn.",
		"Thanks 👍🏽, see you at 👩🏽‍🔧’s line 🇻🇳🇨🇳; 👨‍👩‍👧‍👦 moved to room 12 🛏️. ½ done—next: 10 000 lx…",
		"العربية والعبرית mixed with English, URL https://example.org/a/very/long/path?with=query&and=more",
	}
}

// TestLinesKeepPunctuation: where every word fits, no line begins with a mark that closes, or ends with one that opens.
func TestLinesKeepPunctuation(t *testing.T) {
	s := newSetter(&markdown.Document{Lang: "zh-Hans"}, options(t))
	for _, text := range running() {
		text = s.clean(text, s.base())
		st := stretch{pieces: []piece{{text: text, style: s.base()}}}
		s.measure(&st)
		for width := max(12, widest(text, st.at)); width < 140; width += 0.7 {
			lines := wrap(text, st.at, width)
			for i, l := range lines {
				part := strings.TrimSpace(text[l.from:l.to])
				first, _ := utf8.DecodeRuneInString(part)
				last, _ := utf8.DecodeLastRuneInString(part)
				if i > 0 && strings.ContainsRune("。，、；：！？）》”」』.,;:!?)ー々", first) {
					t.Fatalf("at %.1f mm a line begins %q", width, part)
				}
				if i < len(lines)-1 && strings.ContainsRune("（《“「『(", last) {
					t.Fatalf("at %.1f mm a line ends %q", width, part)
				}
			}
		}
	}
}

// TestMarksAreNotSplit: Vietnamese, composed or not, breaks between letters only, and never loses a mark.
func TestMarksAreNotSplit(t *testing.T) {
	s := newSetter(&markdown.Document{}, options(t))
	for _, text := range []string{running()[4], norm.NFD.String(running()[4])} {
		clean := s.clean(text, s.base())
		if clean != norm.NFC.String(text) {
			t.Errorf("%q became %q", text, clean)
		}
		for _, width := range []float64{0.1, 2, 5, 9, 30} {
			hold(t, s, clean, width)
		}
	}
}

// TestNothingIsLost wraps the whole corpus at every width.
func TestNothingIsLost(t *testing.T) {
	s := newSetter(&markdown.Document{}, options(t))
	for _, text := range running() {
		for width := 0.5; width < 200; width *= 1.3 {
			hold(t, s, s.clean(text, s.base()), width)
		}
	}
}
