package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"plimsoll/report/chart"
	"plimsoll/report/document"
	"plimsoll/report/layout"
)

const markdown = `# Lanxi Second Shoe Co.

[兰溪第二制鞋有限公司]{.label} costs −0.92 ≤ 1 and (brackets) \\ Đồng Nai, see [there](https://example.com/a(b)).

![a mark](mark:stale?width=40&height=30)

| A | B |
|---|---|
| 1 | **2** |

::: page
![another](mark:line-warm?width=40)
:::
`

type sample struct {
	raw   map[layout.Face][]byte
	pages []layout.Page
	err   error
}

// shared is made once for all tests: four fonts take a moment to read.
var shared = sync.OnceValue(func() sample {
	s := sample{raw: map[layout.Face][]byte{}}
	for face, name := range map[layout.Face]string{
		layout.Regular: "NotoSans-Regular", layout.Bold: "NotoSans-Bold", layout.HanRegular: "NotoSansSC-Regular", layout.HanBold: "NotoSansSC-Bold",
	} {
		if s.raw[face], s.err = os.ReadFile(filepath.Join("../../templates/fonts", name+".ttf")); s.err != nil {
			return s
		}
	}
	s.pages, s.err = place(s.raw)
	return s
})

func place(raw map[layout.Face][]byte) ([]layout.Page, error) {
	fonts, err := layout.NewFonts(raw)
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile("../../templates/theme.yaml")
	if err != nil {
		return nil, err
	}
	theme, err := layout.LoadTheme(data, "theme.yaml")
	if err != nil {
		return nil, err
	}
	doc, err := document.Parse("a.md", markdown)
	if err != nil {
		return nil, err
	}
	figures := func(ref string) (chart.Figure, error) {
		name, _, _ := strings.Cut(strings.TrimPrefix(ref, "mark:"), "?")
		return chart.NewMark(name)
	}
	pages, _, err := layout.Pages(doc, layout.Options{Theme: theme, Fonts: fonts, Figures: figures, Left: "foot"})
	return pages, err
}

func prepared(t testing.TB) (sample, *FontSet) {
	t.Helper()
	s := shared()
	if s.err != nil {
		t.Fatal(s.err)
	}
	set, err := NewFontSet(s.raw, layout.Runes(s.pages))
	if err != nil {
		t.Fatal(err)
	}
	return s, set
}

var meta = Meta{
	Title: "Lanxi (兰溪)", Author: "Harbour", Lang: "en", Producer: "plimsoll 0",
	Date: time.Date(2026, 9, 30, 0, 0, 0, 0, time.UTC),
}

func write(t testing.TB) []byte {
	t.Helper()
	s, set := prepared(t)
	data, err := Write(s.pages, meta, set)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestSameBytes(t *testing.T) {
	first := write(t)
	for range 5 {
		if !bytes.Equal(first, write(t)) {
			t.Fatal("two writes differ")
		}
	}
	if len(first) > 60_000 {
		t.Errorf("%d bytes for two small pages", len(first))
	}
}

func TestConcurrentWrites(t *testing.T) {
	s, set := prepared(t)
	want := write(t)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			got, err := Write(s.pages, meta, set)
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("a concurrent write differs: %v", err)
			}
		})
	}
	wait.Wait()
}

func TestWhatIsInIt(t *testing.T) {
	data := write(t)
	for _, want := range []string{"/FontFile2", "/DisplayDocTitle true", "/Lang (en)", "/URI (https://example.com/a\\(b\\))"} {
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("%s is not in it", want)
		}
	}
	if bytes.Contains(data, []byte("/BaseFont /Helvetica")) {
		t.Error("a core font is in it, which is never embedded")
	}
}

// TestReaders asks the tools that are installed; text extraction cannot see
// missing glyphs, but it can see missing text.
func TestReaders(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(file, write(t), 0o644); err != nil {
		t.Fatal(err)
	}
	if path, err := exec.LookPath("qpdf"); err == nil {
		if out, err := exec.Command(path, "--check", file).CombinedOutput(); err != nil {
			t.Errorf("qpdf: %s", out)
		}
	}
	path, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed")
	}
	out, err := exec.Command(path, file, "-").CombinedOutput()
	if err != nil {
		t.Fatalf("pdftotext: %s", out)
	}
	for _, want := range []string{"Lanxi Second Shoe Co.", "兰溪第二制鞋有限公司", "−0.92 ≤ 1", "(brackets) \\ Đồng Nai", "foot"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%q is not in the text\n%s", want, out)
		}
	}
}

// A page must not begin with the dashes that the one before ended with.
func TestDashesEndWithThePage(t *testing.T) {
	_, set := prepared(t)
	ink := layout.Color{Visible: true}
	steps := []layout.Step{{Op: 'M'}, {Op: 'L', Points: [3]layout.Point{{X: 9, Y: 9}}}}
	dashed := layout.Item{Path: &layout.Path{Steps: steps, Stroke: ink, Width: 1, Dash: []float64{1, 2}}}
	solid := layout.Item{Path: &layout.Path{Steps: steps, Stroke: ink, Width: 1}}
	data, err := Write([]layout.Page{{W: 50, H: 50, Items: []layout.Item{dashed}}, {W: 50, H: 50, Items: []layout.Item{solid}}}, meta, set)
	if err != nil {
		t.Fatal(err)
	}
	contents := streams(t, data)
	if len(contents) != 2 || !strings.Contains(contents[0], "[2.83 5.67]") || strings.Contains(contents[1], "[2.83") {
		t.Errorf("%q", contents)
	}
}

// streams are the inflated streams of a file.
func streams(t *testing.T, data []byte) []string {
	t.Helper()
	var out []string
	for _, part := range bytes.Split(data, []byte("\nstream\n"))[1:] {
		reader, err := zlib.NewReader(bytes.NewReader(part))
		if err != nil {
			continue
		}
		inflated, err := io.ReadAll(reader)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(inflated))
	}
	return out
}

func TestErrors(t *testing.T) {
	s, set := prepared(t)
	if _, err := Write(nil, meta, set); err == nil {
		t.Error("no error for no pages")
	}
	if _, err := Write(s.pages, meta, &FontSet{}); err == nil {
		t.Error("no error for missing fonts")
	}
	bad := map[layout.Face][]byte{layout.Regular: []byte("no font")}
	if _, err := NewFontSet(bad, map[layout.Face]map[rune]bool{layout.Regular: {'a': true}}); err == nil {
		t.Error("no error for a font that is none")
	}
	wild := []layout.Page{{W: 100, H: 100, Items: []layout.Item{{Text: &layout.Text{Face: layout.Regular, Size: 9, String: "🙂"}}}}}
	if _, err := Write(wild, meta, set); err == nil {
		t.Error("no error for a character that fpdf panics on")
	}
}

func BenchmarkWrite(b *testing.B) {
	s, set := prepared(b)
	for b.Loop() {
		if _, err := Write(s.pages, meta, set); err != nil {
			b.Fatal(err)
		}
	}
}
