package layout

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rivo/uniseg"

	"plimsoll/report/internal/chart"
	"plimsoll/report/internal/markdown"
)

var update = flag.Bool("update", false, "write the golden files")

// shared is made once for all tests: four fonts take a moment to read.
var shared = sync.OnceValues(func() (Options, error) {
	files := map[Face][]byte{}
	for face, name := range map[Face]string{
		Regular: "NotoSans-Regular", Bold: "NotoSans-Bold", HanRegular: "NotoSansSC-Regular", HanBold: "NotoSansSC-Bold",
	} {
		data, err := os.ReadFile(filepath.Join("../../../templates/fonts", name+".ttf"))
		if err != nil {
			return Options{}, err
		}
		files[face] = data
	}
	fonts, err := NewFonts(files)
	if err != nil {
		return Options{}, err
	}
	theme, err := LoadTheme(os.DirFS("../../../templates"))
	right := func(page, pages int) string { return fmt.Sprintf("page %d of %d", page, pages) }
	return Options{Theme: theme, Fonts: fonts, Figures: figure, Left: "left", Middle: "middle", Right: right}, err
})

func figure(ref string) (chart.Figure, error) {
	name, _, _ := strings.Cut(strings.TrimPrefix(ref, "mark:"), "?")
	if name == "trend" {
		return chart.Trend{Periods: []string{"2026 Q1", "2026 Q2"}, NoData: "no data"}, nil
	}
	return chart.NewMark(name)
}

func options(t testing.TB) Options {
	t.Helper()
	opt, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return opt
}

func pages(t testing.TB, text string) ([]Page, []Missing) {
	t.Helper()
	doc, err := markdown.Parse("a.md", text)
	if err != nil {
		t.Fatal(err)
	}
	pages, missing, err := Pages(doc, options(t))
	if err != nil {
		t.Fatal(err)
	}
	return pages, missing
}

func TestPlaces(t *testing.T) {
	files, err := filepath.Glob("testdata/*.md")
	if err != nil || len(files) == 0 {
		t.Fatal("no test data", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		placed, _ := pages(t, string(text))
		got, golden := Dump(placed), strings.TrimSuffix(file, ".md")+".txt"
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s: %s", file, diff)
		}
		sound(t, placed)
	}
}

// sound holds what is true of every page: nothing beyond the margins, and no
// text upon another.
func sound(t *testing.T, placed []Page) {
	t.Helper()
	m := options(t).Theme.Margin
	for n, page := range placed {
		var texts []*Text
		for _, item := range page.Items {
			left, right := item.sides()
			top, bottom := item.extent()
			if item.Element != nil && (top < m.Top-0.5 || bottom > page.H-m.Bottom+0.5) || left < m.Left-0.5 || right > page.W-m.Right+0.5 {
				t.Errorf("page %d: %+v leaves the margins", n+1, item)
			}
			if item.Text != nil {
				texts = append(texts, item.Text)
			}
		}
		for i, a := range texts {
			for _, b := range texts[:i] {
				if overlap(a, b) {
					t.Errorf("page %d: %+v stands on %+v", n+1, *a, *b)
				}
			}
		}
	}
}

func overlap(a, b *Text) bool {
	top, bottom := a.Y-a.Size*mm*0.7, a.Y
	otherTop, otherBottom := b.Y-b.Size*mm*0.7, b.Y
	return a.X < b.X+b.Width-0.01 && b.X < a.X+a.Width-0.01 && top < otherBottom-0.01 && otherTop < bottom-0.01
}

func TestTableOverPages(t *testing.T) {
	for rows := 1; rows < 150; rows += 7 {
		table := "intro\n\n## Heading\n\n| Head | B |\n|---|---|\n" + strings.Repeat("| Row | b |\n", rows)
		placed, _ := pages(t, table)
		sound(t, placed)
		total := 0
		for n, page := range placed {
			heads, count := words(page, "Head"), words(page, "Row")
			total += count
			if heads != 1 || count == 1 && rows > 1 {
				t.Errorf("%d rows: page %d has %d heads and %d rows", rows, n+1, heads, count)
			}
		}
		if total != rows {
			t.Errorf("%d rows became %d", rows, total)
		}
	}
}

func words(page Page, word string) int {
	count := 0
	for _, item := range page.Items {
		if item.Text != nil && strings.TrimSpace(item.Text.String) == word {
			count++
		}
	}
	return count
}

func TestNoWidowsAndOrphans(t *testing.T) {
	for filler := range 70 {
		placed, _ := pages(t, strings.Repeat("filler\n\n", filler)+"## Title\n\n"+strings.Repeat("many words ", 80))
		sound(t, placed)
		for n, page := range placed {
			lines := map[float64]bool{}
			title := words(page, "Title")
			for _, item := range page.Items {
				if item.Text != nil && strings.Contains(item.Text.String, "many") {
					lines[item.Text.Y] = true
				}
			}
			if len(lines) == 1 || title == 1 && len(lines) < 2 {
				t.Errorf("filler %d: page %d has %d lines, %d titles", filler, n+1, len(lines), title)
			}
		}
	}
}

func TestRowHigherThanAPage(t *testing.T) {
	placed, _ := pages(t, "| A | B |\n|---|---|\n| "+strings.Repeat("x<br>", 200)+" | y |\n")
	sound(t, placed)
	count := 0
	for _, page := range placed {
		count += words(page, "x")
		for _, item := range page.Items {
			if _, bottom := item.extent(); bottom > page.H {
				t.Errorf("%+v lies below the page", item)
			}
		}
	}
	if count != 200 {
		t.Errorf("%d of 200 lines are left", count)
	}
}

func TestRowsShareABaseline(t *testing.T) {
	placed, _ := pages(t, "| A | B | C |\n|---|---|---|\n| [12]{.big} | [small]{.small}<br>more | text |\n")
	at := map[string]float64{}
	for _, item := range placed[0].Items {
		if item.Text != nil {
			at[strings.TrimSpace(item.Text.String)] = item.Text.Y
		}
	}
	if at["12"] == 0 || math.Abs(at["12"]-at["small"]) > 0.01 || math.Abs(at["12"]-at["text"]) > 0.01 {
		t.Errorf("baselines %v", at)
	}
}

func TestKeep(t *testing.T) {
	for filler := range 60 {
		placed, _ := pages(t, strings.Repeat("filler\n\n", filler)+"::: keep\none\n\ntwo\n\nthree\n\nfour\n:::\n")
		for _, page := range placed {
			if n := words(page, "one") + words(page, "two") + words(page, "three") + words(page, "four"); n != 0 && n != 4 {
				t.Errorf("filler %d: %d of 4 are on one page", filler, n)
			}
		}
	}
}

func TestConcurrentPages(t *testing.T) {
	text, err := os.ReadFile("testdata/page.md")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := markdown.Parse("a.md", string(text))
	if err != nil {
		t.Fatal(err)
	}
	opt := options(t)
	first, _, err := Pages(doc, opt)
	if err != nil {
		t.Fatal(err)
	}
	want := Dump(first)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if got, _, err := Pages(doc, opt); err != nil || Dump(got) != want {
				t.Errorf("a concurrent layout differs: %v", err)
			}
		})
	}
	wait.Wait()
}

func TestMissing(t *testing.T) {
	placed, missing := pages(t, "a 🙂 b 🙂 中文 ≤ → Đồng")
	if len(missing) != 1 || missing[0].Rune != '🙂' {
		t.Errorf("missing %+v", missing)
	}
	if runes := Runes(placed); !runes[HanRegular]['中'] || !runes[HanRegular]['≤'] || !runes[Regular]['ồ'] || runes[Regular]['🙂'] {
		t.Errorf("runes %v", runes)
	}
}

func TestWrap(t *testing.T) {
	s := newSetter(&markdown.Document{}, options(t))
	for _, text := range []string{
		"", " ", "one", "one two  three   ", "离心机附近的工人没有佩戴听力保护用品，超过八十五分贝。", "Thiếu ánh sáng ở hành lang của nhà máy",
		"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft and more", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦 family", "e\u0301e\u0301e\u0301e\u0301",
		"日本語の文章もここで折り返される", "한국어 문장도 여기서 줄바꿈", "a\u00a0b\u00a0c\u00a0d", "2026-08-12, 1,234.5 %", strings.Repeat("long word ", 50),
	} {
		for _, width := range []float64{0.1, 3, 10, 25, 80} {
			hold(t, s, text, width)
		}
	}
}

// hold wraps a text: the lines joined are the text, and none is too wide unless
// it is a single grapheme.
func hold(t *testing.T, s *setter, text string, width float64) {
	t.Helper()
	st := stretch{pieces: []piece{{text: text, style: s.base()}}}
	s.measure(&st)
	var joined strings.Builder
	for _, l := range wrap(text, st.at, width) {
		part := text[l.from:l.to]
		joined.WriteString(part)
		visible := l.from + len(strings.TrimRight(part, " "))
		if w := st.at[visible] - st.at[l.from]; w > width+0.01 && uniseg.GraphemeClusterCount(strings.TrimRight(part, " ")) > 1 {
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
		s := newSetter(&markdown.Document{}, options(t))
		hold(t, s, s.clean(text, s.base()), math.Abs(width))
	})
}

// Whatever the document, it becomes pages or an error.
func FuzzPages(f *testing.F) {
	text, err := os.ReadFile("testdata/page.md")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(text))
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := markdown.Parse("a.md", text)
		if err != nil {
			return
		}
		if placed, _, err := Pages(doc, options(t)); err == nil && len(placed) == 0 {
			t.Error("no pages and no error")
		}
	})
}

func TestDivide(t *testing.T) {
	got := divide(100, []float64{10, 10, 20}, []float64{15, 20, 300})
	for i, want := range []float64{15, 20, 65} {
		if math.Abs(got[i]-want) > 0.01 {
			t.Errorf("divide gives %v", got)
		}
	}
	if got := widened([]float64{5, 45, 50}, []float64{10, 20, 20}); math.Abs(total(got)-100) > 0.01 || got[0] != 10 {
		t.Errorf("widened gives %v", got)
	}
}

func TestThemeErrors(t *testing.T) {
	data, err := os.ReadFile("../../../templates/theme.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for change, want := range map[[2]string]string{
		{"paper: a4", "paper: a5"}:                    "theme.yaml:2: paper is \"a5\" (a4 or letter)",
		{"foot:", "foott:"}:                           "theme.yaml:5: the key \"foott\" is not known here",
		{"height: 9.2", "height: nine"}:               "theme.yaml:5: \"nine\" stands where a number belongs",
		{"\"#0b5c7a\"", "\"blue\""}:                   "theme.yaml:44: \"blue\" is no colour",
		{"\"#0b5c7a\"", "[1]"}:                        "theme.yaml:44: ",
		{"left: 15 }", "left: 120 }"}:                 "theme.yaml:3: margins leave less than half of the paper",
		{"top: 13.5", "top: -3"}:                      "theme.yaml:3: -3 is no length",
		{"row: 3 }", "row: .inf }"}:                   "theme.yaml:8: +Inf is no length",
		{"  warm: \"", "  warmer: \""}:                "colors lacks \"warm\"",
		{"  warn: { color", "  warn: { colour"}:       "theme.yaml:27: the key \"colour\" is not known here",
		{"warn: { color: warm", "warn: { color: red"}: "theme.yaml:27: colors lacks \"red\"",
		{"  warn: {", "  warning: {"}:                 "theme.yaml:18: classes lacks \"warn\"",
		{"  default: {", "  other: {"}:                "theme.yaml:30: tables lacks \"default\"",
		{"leading: 1.3, c", "lead: 1, c"}:             "theme.yaml:7: the key \"lead\"",
		{"- { size: 11.5", "- { size: 1150"}:          "theme.yaml:13: 1150 is no size for text",
		{"colors:", "colors: {}\ncolours:"}:           "theme.yaml:",
		{"# logo: {", "logo: { colour: red,"}:         "the key \"colour\" is not known here",
	} {
		broken := strings.Replace(string(data), change[0], change[1], 1)
		templates := fstest.MapFS{"theme.yaml": {Data: []byte(broken)}}
		if _, err := LoadTheme(templates); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v: %v", change, err)
		}
	}
}

// TestReading holds what a reader who does not see the pages is told, and in which order.
func TestReading(t *testing.T) {
	placed, _ := pages(t, `### Title

One [two](https://example.com) three.

![two quarters](mark:trend?height=30 "caption")

- ![within](mark:within) item
- ![-](mark:within) bare
- plain

1. first

#### Deep

::: note
A note.
:::

| A | |
|---|---|
| 1<br>2 | ![-](mark:up) |

::: table plain
| | |
|---|---|
| Name | **value** |
:::

| A | B |
|---|---|
| [1]{.strong} one | x |
| **2** two | x |

## Second
`)
	want := `Document
  H1 "Title"
  P
    "One "
    Link url="https://example.com" "two"
    " three."
  Figure alt="two quarters"
  Caption "caption"
  L
    LI
      Lbl
        Figure alt="within"
      LBody
        P "item"
    LI
      LBody
        P "bare"
    LI
      Lbl "•"
      LBody
        P "plain"
  L
    LI
      Lbl "1."
      LBody
        P "first"
  H2 "Deep"
  Note
    P "A note."
  Table
    THead
      TR
        TH scope="Column" "A"
        TH scope="Column"
    TBody
      TR
        TD "1 2"
        TD
  Table
    TBody
      TR
        TH scope="Row" "Name"
        TD "value"
  Table
    THead
      TR
        TH scope="Column" "A"
        TH scope="Column" "B"
    TBody
      TR
        TH scope="Row" "1 one"
        TD "x"
      TR
        TH scope="Row" "2 two"
        TD "x"
  H1 "Second"
`
	if diff := cmp.Diff(want, Read(placed).Dump()); diff != "" {
		t.Error(diff)
	}
	for _, item := range placed[0].Items {
		if e := item.Element; e != nil && e.Role == "Figure" && (e.Box.W <= 0 || e.Box.H <= 0) {
			t.Errorf("figure %q has no place", e.Alt)
		}
	}
}

// On the back of a sheet the margins and the ends of the foot are exchanged.
func TestDuplex(t *testing.T) {
	doc, err := markdown.Parse("a.md", "one\n\n::: page\ntwo\n:::\n")
	if err != nil {
		t.Fatal(err)
	}
	opt := options(t)
	opt.Theme.Margin.Left, opt.Theme.Margin.Right = 30, 10
	for _, duplex := range []bool{false, true} {
		opt.Theme.Duplex = duplex
		placed, _, err := Pages(doc, opt)
		if err != nil || len(placed) != 2 {
			t.Fatal(placed, err)
		}
		at := map[string]float64{}
		for _, item := range placed[1].Items {
			if item.Text != nil {
				at[item.Text.String] = item.Text.X
			}
		}
		left := opt.Theme.Margin.Left
		if duplex {
			left = opt.Theme.Margin.Right
		}
		if at["two"] != left || duplex != (at["page 2 of 2"] == left) || duplex == (at["left"] == left) {
			t.Errorf("duplex %t: %v", duplex, at)
		}
	}
}

// A table that goes on over pages, with a row higher than a page, is read as one, and its repeated head not at all.
func TestReadingOverPages(t *testing.T) {
	high := strings.Repeat("high<br>", 120)
	placed, _ := pages(t, "| Head | B |\n|---|---|\n"+strings.Repeat("| Row | b |\n", 60)+"| "+high+"end | last |\n")
	dump := Read(placed).Dump()
	if len(placed) < 3 || strings.Count(dump, "\"Head\"") != 1 || strings.Count(dump, "Table") != 1 || strings.Count(dump, "TR\n") != 62 || strings.Count(dump, "high") != 120 {
		t.Errorf("%d pages:\n%s", len(placed), dump)
	}
}

// A head without rows, and a heading without text, as data may make them of a template.
func TestReadingOfBlanks(t *testing.T) {
	placed, _ := pages(t, "# \u200b\n\n## Below\n\n| A | B |\n|---|---|\n")
	want := `Document
  H1 "Below"
  Table
    TR
      TH scope="Column" "A"
      TH scope="Column" "B"
`
	if diff := cmp.Diff(want, Read(placed).Dump()); diff != "" {
		t.Error(diff)
	}
}

// What an attempt left behind that was given up is not read.
func TestReadingAfterFallback(t *testing.T) {
	long := strings.Repeat("A line.\n\n", 120)
	for _, box := range []string{"::: band\n" + long + ":::\n", "::: columns 50 50\n::: col\n" + long + ":::\n::: col\nb\n:::\n:::\n", "::: grid 2\n::: cell\n" + long + ":::\n:::\n"} {
		placed, _ := pages(t, box)
		if got := strings.Count(Read(placed).Dump(), "\"A line.\""); got != 120 {
			t.Errorf("%.20q: %d lines are read", box, got)
		}
	}
}

func BenchmarkPages(b *testing.B) {
	text, err := os.ReadFile("testdata/page.md")
	if err != nil {
		b.Fatal(err)
	}
	doc, err := markdown.Parse("a.md", string(text))
	if err != nil {
		b.Fatal(err)
	}
	opt := options(b)
	for b.Loop() {
		if _, _, err := Pages(doc, opt); err != nil {
			b.Fatal(err)
		}
	}
}

// The shipped colours can be told from the paper and the tint, also printed in grey: text by 4.5 to 1, lines of figures by
// 3 to 1 (WCAG 2.1, 1.4.3 and 1.4.11).
func TestContrast(t *testing.T) {
	theme := options(t).Theme
	for role, least := range map[chart.Color]float64{chart.Ink: 7, chart.Muted: 4.5, chart.Accent: 4.5, chart.Warm: 4.5, chart.Grey: 3} {
		for _, ground := range []chart.Color{chart.White, chart.Tint} {
			light, dark := luminance(theme.color(ground)), luminance(theme.color(role))
			if got := (light + 0.05) / (dark + 0.05); got < least {
				t.Errorf("%s on %s has a contrast of %.2f", role, ground, got)
			}
		}
	}
}

// luminance is relative, after WCAG.
func luminance(c Color) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// A size is measured as documents state it: in hundredths of a point.
func TestSizes(t *testing.T) {
	opt := options(t)
	opt.Theme.Text.Size = 8.3333
	doc, err := markdown.Parse("a.md", "words\n")
	if err != nil {
		t.Fatal(err)
	}
	placed, _, err := Pages(doc, opt)
	if err != nil {
		t.Fatal(err)
	}
	if words := placed[0].Items[0].Text; words.String != "words" || words.Size != 8.33 {
		t.Errorf("%q in a size of %g", words.String, words.Size)
	}
}
