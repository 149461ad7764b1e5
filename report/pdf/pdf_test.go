package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/chart"
	"plimsoll/report/document"
	"plimsoll/report/layout"
	"plimsoll/report/picture"
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
	theme, err := layout.LoadTheme(os.DirFS("../../templates"))
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
	set, err := NewFontSet(s.raw)
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

// Every object stands where the table says, and every one that is referred to exists.
func TestCrossReferences(t *testing.T) {
	data := write(t)
	all := objects(t, data)
	trailer := string(data[bytes.LastIndex(data, []byte("trailer")):])
	count := 0
	for number, body := range all {
		dictionary, _, _ := strings.Cut(body, "\nstream\n")
		for _, match := range regexp.MustCompile(`(\d+) 0 R`).FindAllStringSubmatch(dictionary+trailer, -1) {
			if count++; all[match[1]] == "" {
				t.Errorf("object %s refers to %s, which does not exist", number, match[1])
			}
		}
		if _, rest, ok := strings.Cut(body, "\nstream\n"); ok {
			length := regexp.MustCompile(`/Length (\d+)`).FindStringSubmatch(dictionary)[1]
			if n, _ := strconv.Atoi(length); len(rest)-len("\nendstream") != n {
				t.Errorf("stream %s has %d bytes, not %s", number, len(rest), length)
			}
		}
	}
	if count < 20 || !regexp.MustCompile(`/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]`).MatchString(trailer) {
		t.Errorf("%d references; the trailer is %s", count, trailer)
	}
}

func TestNumbers(t *testing.T) {
	for want, v := range map[string]float64{"0": -0.0004, "-0.001": -0.001, "12": 12, "0.5": 0.5, "100.05": 100.05, "-3.142": -math.Pi, "0.001": 0.0009999, "32767": 32767} {
		if got, ok := appendNumber(nil, v, 3); string(got) != want || !ok {
			t.Errorf("%g became %s", v, got)
		}
	}
	for _, v := range []float64{math.NaN(), math.Inf(1), -1e9} {
		if _, ok := appendNumber(nil, v, 2); ok {
			t.Errorf("%g is a number of a page", v)
		}
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

// A picture is written once, whatever the number of pages it stands on, and its transparency beside it.
func TestImages(t *testing.T) {
	_, set := prepared(t)
	m := image.NewNRGBA(image.Rect(0, 0, 2, 1))
	m.SetNRGBA(0, 0, color.NRGBA{200, 100, 7, 255})
	var file bytes.Buffer
	if err := png.Encode(&file, m); err != nil {
		t.Fatal(err)
	}
	logo, err := picture.Read("a.png", file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	page := layout.Page{W: 50, H: 50, Items: []layout.Item{{Image: &layout.Image{Rect: layout.Rect{X: 10, Y: 5, W: 25.4, H: 12.7}, Pixels: logo.Pixels}}}}
	data, err := Write([]layout.Page{page, page}, meta, set)
	if err != nil {
		t.Fatal(err)
	}
	contents := streams(t, data)
	want := []string{"\xff\x00", "\xc8\x64\x07\xff\xff\xff", "1 j\nq 72 0 0 36 28.35 91.56 cm /I1 Do Q\n"}
	if diff := cmp.Diff(append(want, want[2]), contents); diff != "" {
		t.Error(diff)
	}
	if !regexp.MustCompile(`/XObject <</I1 (\d+) 0 R>>`).Match(data) || !bytes.Contains(data, []byte("/DeviceRGB /SMask ")) {
		t.Error("the image is not among the resources")
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
	if len(contents) != 2 || !strings.Contains(contents[0], "[ 2.83 5.67 ] 0 d") || strings.Contains(contents[1], "[") {
		t.Errorf("%q", contents)
	}
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
	if _, err := NewFontSet(bad); err == nil {
		t.Error("no error for a font that is none")
	}
	if _, err := Write(s.pages, meta, nil); err == nil {
		t.Error("no error for no fonts")
	}
	far := []layout.Page{{W: 100, H: 100, Items: []layout.Item{{Text: &layout.Text{Face: layout.Regular, Size: 9, X: math.NaN()}}}}}
	if _, err := Write(far, meta, set); err == nil {
		t.Error("no error for a place that is none")
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
