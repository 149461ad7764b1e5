package markdown

import (
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
)

const sample = `::: band
::: columns 55 45
::: col
[factory scorecard]{.label}

# Lanxi *Second* **Shoe** Co.
:::
::: col
::: table plain widths=1,3
| | |
|---|---:|
| Workers | [2,140]{.strong}<br>a \| b |
:::
:::
:::
:::

![the share over time](chart:trend?area=air&height=44 "worst: line 2")

- ![beyond](mark:beyond) one
- two
  of it

第一
行 and [**a** [b](http://x)]{.small .muted} [莆田 [*x*]{lang=}]{lang=zh-Hans .big} c[†]{says="not verified" .warn}
---
`

const sampleDump = `document "Lanxi Second Shoe Co."
  box band []
    box columns [55 45]
      box col []
        paragraph: "factory scorecard".label
        heading 1: "Lanxi " "Second".muted " " "Shoe"+bold " Co."
      box col []
        table classes=[plain] widths=[1 3] align=[0 2]
          row: "Workers" | "2,140".strong / "a | b"
  figure chart:trend?area=air&height=44 alt="the share over time" caption="worst: line 2"
  list ordered=false start=0
    item
      paragraph: <mark:beyond alt="beyond"> " one"
    item
      paragraph: "two of it"
  paragraph: "第一行 and " "a"+bold.small.muted " ".small.muted "b".small.muted->http://x` +
	` " " "莆田 ".big@zh-Hans "x".big.muted " c" "†".warn(not verified)
  rule
`

func TestParse(t *testing.T) {
	doc, err := Parse("a.md", sample)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(sampleDump, doc.Dump()); diff != "" {
		t.Error(diff)
	}
}

func TestParseErrors(t *testing.T) {
	for markdown, want := range map[string]string{
		"a\n\n::: bend\n:::":                  `a.md:3: unknown container "bend" (did you mean band?)`,
		"::: band\n":                          `a.md:1: container "band" is never closed (close it with :::)`,
		"a\n:::":                              `a.md:2: ::: closes nothing (a container opens with ::: and its name)`,
		"[x]{lang=ch!nese}":                   `a.md:1: "ch!nese" is no language (write its tag, such as lang=zh-Hans)`,
		"a\nb [x]{.bigg}":                     `a.md:2: unknown class ".bigg" (did you mean big?)`,
		"a\n\nb ![](x:y)":                     `a.md:3: image "x:y" has no alternative text (say what it shows, or - for mere decoration)`,
		"| a | b |\n|--|--|\n| 1 | 2 | 3 |":   `a.md:3: row has 3 cells and the table 2 columns (write \| for a bar within a cell)`,
		"a\n\n     b":                         `a.md:3: indented text (take the spaces away)`,
		"x]{.big}":                            `a.md:1: span ends that never began (write [text]{.class} on one line)`,
		"::: columns 1 2\n::: col\n:::\n:::":  `a.md:1: columns has 2 widths and 1 col (give each column a width)`,
		"::: table glanse\n| a |\n|---|\n:::": `a.md:1: unknown table class "glanse" (did you mean glance?)`,
	} {
		_, err := Parse("a.md", markdown)
		if err == nil || err.Error() != want {
			t.Errorf("%q\n got %v\nwant %s", markdown, err, want)
		}
	}
}

// hostile are names somebody might give a factory.
var hostile = []string{
	"# Mill | *x*", ":::", "::: band", "[x]{.big}", "![a](b)", "a<br>b", "`code`", "1. one", "12) one", "- item", "+ item",
	"* item",
	"## two", "---", "***", "> quote", "~~~", "https://example.com/?a=b&amp;c", "<b>x</b>", `\`, `a\|b`, `\\`,
	"a\nb\r\n\tc", "    indented",
	"a  ", "__init__", "_x_", "| a | b |", "|---|", "=====", "[a]: b", "&amp;", "!", "![", "](", "]{.big}",
	"Biên Hòa — 兰溪", "a*b*c", "", "{.big}",
	"1986. A great year", "\x00\x01x", "a\xffb", "a]{.x}", "<", "<br", "\u2028",
}

func roundTrip(t *testing.T, value string) {
	t.Helper()
	want := strings.Join(strings.Fields(tidy(value)), " ")
	if want == "" {
		return
	}
	doc, err := Parse("a.md", Escape(value)+"\n")
	if err != nil {
		t.Fatalf("%q as %q: %v", value, Escape(value), err)
	}
	p, ok := (*Paragraph)(nil), false
	if len(doc.Blocks) == 1 {
		p, ok = doc.Blocks[0].(*Paragraph)
	}
	if !ok || strings.Join(strings.Fields(Plain(p.Text)), " ") != want || len(p.Text) != 1 {
		t.Fatalf("%q as %q came back as\n%s", value, Escape(value), doc.Dump())
	}
	cellRoundTrip(t, value, want)
}

func cellRoundTrip(t *testing.T, value, want string) {
	t.Helper()
	doc, err := Parse("a.md", "|h|i|\n|---|---|\n|"+Escape(value)+"|[**"+Escape(value)+"**]{.big}x|\n")
	if err != nil {
		t.Fatalf("%q in a cell: %v", value, err)
	}
	table, ok := doc.Blocks[0].(*Table)
	if !ok || strings.Join(strings.Fields(Plain(table.Rows[0][0])), " ") != want {
		t.Fatalf("%q in a cell came back as\n%s", value, doc.Dump())
	}
	foreign := func(r rune) bool { return !unicode.IsLetter(r) }
	if strings.IndexFunc(want, foreign) < 0 && Plain(table.Rows[0][1]) != want+"x" {
		t.Fatalf("%q in a span came back as\n%s", value, doc.Dump())
	}
}

func TestEscape(t *testing.T) {
	for _, value := range hostile {
		roundTrip(t, value)
	}
}

func FuzzEscape(f *testing.F) {
	for _, value := range hostile {
		f.Add(value)
	}
	f.Fuzz(roundTrip)
}

func FuzzParse(f *testing.F) {
	f.Add(sample)
	for _, value := range hostile {
		f.Add(value)
	}
	f.Fuzz(func(_ *testing.T, markdown string) {
		// Any text gives a document or an error, never a panic.
		_, _ = Parse("a.md", markdown)
	})
}
