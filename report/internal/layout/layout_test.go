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

	"github.com/google/go-cmp/cmp"

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
			b := item.bounds()
			if item.Element != nil && (b.top < m.Top-0.5 || b.bottom > page.H-m.Bottom+0.5) ||
				b.left < m.Left-0.5 || b.right > page.W-m.Right+0.5 {
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
	runes := Runes(placed)
	for _, want := range []struct {
		face Face
		r    rune
		has  bool
	}{{HanRegular, '中', true}, {HanRegular, '≤', true}, {Regular, 'ồ', true}, {Regular, '🙂', false}} {
		if runes[want.face][want.r] != want.has {
			t.Errorf("%s has %c: %t", want.face, want.r, !want.has)
		}
	}
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
