package layout

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rivo/uniseg"
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
		"Quản đốc nói: “Chúng tôi đã lắp hệ thống hút cục bộ tại chuyền 3 và " +
			"sẽ hoàn tất trước ngày 30 tháng 9.” " +
			"Mức ồn vẫn là 86 dBA; người lao động phải được trang bị nút tai chống ồn.",
		"Thanks 👍🏽, see you at 👩🏽‍🔧’s line 🇻🇳🇨🇳; 👨‍👩‍👧‍👦 moved to room 12 🛏️. ½ done—next: 10 000 lx…",
		"العربية والعبرית mixed with English, URL https://example.org/a/very/long/path?with=query&and=more",
	}
}

// TestLinesKeepPunctuation: where every word fits, no line begins with a mark that closes, or ends with one that opens.
func TestLinesKeepPunctuation(t *testing.T) {
	l := newLayouter(&markdown.Document{Lang: "zh-Hans"}, options(t))
	for _, text := range running() {
		text = l.clean(text, l.base())
		run := textRun{pieces: []piece{{text: text, style: l.base()}}}
		l.measure(&run)
		for width := max(12, widest(text, run.at)); width < 140; width += 0.7 {
			lines := wrap(text, run.at, width)
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
	l := newLayouter(&markdown.Document{}, options(t))
	for _, text := range []string{running()[4], norm.NFD.String(running()[4])} {
		clean := l.clean(text, l.base())
		if clean != norm.NFC.String(text) {
			t.Errorf("%q became %q", text, clean)
		}
		for _, width := range []float64{0.1, 2, 5, 9, 30} {
			hold(t, l, clean, width)
		}
	}
}

// TestNothingIsLost wraps the whole corpus at every width.
func TestNothingIsLost(t *testing.T) {
	l := newLayouter(&markdown.Document{}, options(t))
	for _, text := range running() {
		for width := 0.5; width < 200; width *= 1.3 {
			hold(t, l, l.clean(text, l.base()), width)
		}
	}
}

func TestWrap(t *testing.T) {
	l := newLayouter(&markdown.Document{}, options(t))
	for _, text := range []string{
		"", " ", "one", "one two  three   ", "离心机附近的工人没有佩戴听力保护用品，超过八十五分贝。", "Thiếu ánh sáng ở hành lang của nhà máy",
		"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft and more",
		"👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦 family", "e\u0301e\u0301e\u0301e\u0301", "日本語の文章もここで折り返される",
		"한국어 문장도 여기서 줄바꿈", "a\u00a0b\u00a0c\u00a0d", "2026-08-12, 1,234.5 %", strings.Repeat("long word ", 50),
	} {
		for _, width := range []float64{0.1, 3, 10, 25, 80} {
			hold(t, l, text, width)
		}
	}
}

// hold wraps a text: the lines joined are the text, and none is too wide unless
// it is a single grapheme.
func hold(t *testing.T, l *layouter, text string, width float64) {
	t.Helper()
	run := textRun{pieces: []piece{{text: text, style: l.base()}}}
	l.measure(&run)
	var joined strings.Builder
	for _, l := range wrap(text, run.at, width) {
		part := text[l.from:l.to]
		joined.WriteString(part)
		visible := strings.TrimRight(part, " ")
		w := run.at[l.from+len(visible)] - run.at[l.from]
		if w > width+0.01 && uniseg.GraphemeClusterCount(visible) > 1 {
			t.Errorf("%q is %.2f wide, more than %.2f", part, w, width)
		}
	}
	if joined.String() != text {
		t.Errorf("at %.1f: %q became %q", width, text, joined.String())
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("one 二 three", 12.0)
	f.Fuzz(func(t *testing.T, text string, width float64) {
		if math.IsNaN(width) {
			return
		}
		l := newLayouter(&markdown.Document{}, options(t))
		hold(t, l, l.clean(text, l.base()), math.Abs(width))
	})
}
