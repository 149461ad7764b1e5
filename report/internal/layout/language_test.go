package layout

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/internal/markdown"
)

func TestPassages(t *testing.T) {
	for text, want := range map[string]string{
		"plain":                     "plain",
		"worst: 胶二, 1.91":           "worst: |胶二|, 1.91",
		"针车 A 第 5 排, 540":           "|针车 A 第 5 排|, 540",
		"包装 (新工) 2026":              "|包装 (新工)| 2026",
		"胶二; 刷胶一线":                  "|胶二|; |刷胶一线|",
		"room 1 and 裁断":             "room 1 and |裁断|",
		"宿舍 of the upper floor, 楼梯": "|宿舍| of the upper floor, |楼梯|",
		"莆田恒远鞋底厂":                   "|莆田恒远鞋底厂|",
		"Đồng Nai":                  "Đồng Nai",
	} {
		l := &layouter{Options: Options{Lang: "en", Han: "zh-Hans"}}
		var got strings.Builder
		for rest := text; rest != ""; {
			part, lang := l.passage(rest, "")
			if lang == "zh-Hans" {
				got.WriteString("|" + part + "|")
			} else {
				got.WriteString(part)
			}
			rest = rest[len(part):]
		}
		if got.String() != want {
			t.Errorf("%s is divided as %s, not %s", text, got.String(), want)
		}
		l.Lang = "zh-Hans"
		if part, lang := l.passage(text, ""); part != text || lang != "" {
			t.Errorf("%s is divided in a Chinese document: %s", text, part)
		}
	}
}

func TestReadingOfLanguages(t *testing.T) {
	text := "# At 莆田\n\n[Nhà máy *ba*]{lang=vi} and [plain]{lang=en} [see 莆田](https://example.com)\n"
	doc, err := markdown.Parse("a.md", text)
	if err != nil {
		t.Fatal(err)
	}
	opt := options(t)
	opt.Lang, opt.Han = "en", "zh-Hans"
	placed, _, err := Pages(doc, opt)
	if err != nil {
		t.Fatal(err)
	}
	want := `Document
  H1
    "At "
    Span lang="zh-Hans" "莆田"
  P
    Span lang="vi" "Nhà máy "
    Span lang="vi" "ba"
    " and plain "
    Link url="https://example.com"
      "see "
      Span lang="zh-Hans" "莆田"
`
	if diff := cmp.Diff(want, StructureOf(placed).Dump()); diff != "" {
		t.Error(diff)
	}
	if at := Headings(placed)[HeadingKey("At 莆田")]; at != 1 {
		t.Errorf("the heading is found on page %d", at)
	}
}
