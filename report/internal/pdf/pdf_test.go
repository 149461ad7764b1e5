package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/internal/chart"
	"plimsoll/report/internal/layout"
	"plimsoll/report/internal/markdown"
	"plimsoll/report/internal/picture"
)

var page = `# Lanxi Second Shoe Co.

[兰溪第二制鞋有限公司]{.label} costs −0.92 ≤ 1 and (brackets) \\ Đồng Nai, see [there](https://example.com/a(b)).

![a mark](mark:stale?width=40&height=30)

### Marks [兰]{.small}

- one
- ![-](mark:up) two

1. first

#### Deep

::: note
A note, and [a link that is so long that it does not fit one line of the page, for which reason it has an annotation for each of the two](https://example.com/b).
:::

::: page
## Over pages

| A | B |
|---|---|
` + strings.Repeat("| 1 | **2** |\n| | ![x](mark:up) |\n", 40) + `
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
		layout.Regular: "NotoSans-Regular", layout.Bold: "NotoSans-Bold",
		layout.HanRegular: "NotoSansSC-Regular", layout.HanBold: "NotoSansSC-Bold",
	} {
		if s.raw[face], s.err = os.ReadFile(filepath.Join("../../../templates/fonts", name+".ttf")); s.err != nil {
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
	theme, err := layout.LoadTheme(os.DirFS("../../../templates"))
	if err != nil {
		return nil, err
	}
	doc, err := markdown.Parse("a.md", page)
	if err != nil {
		return nil, err
	}
	figures := func(ref string) (chart.Figure, error) {
		name, _, _ := strings.Cut(strings.TrimPrefix(ref, "mark:"), "?")
		return chart.NewMark(name)
	}
	pages, _, err := layout.Pages(doc, layout.Options{Theme: theme, Fonts: fonts, Figures: figures, Left: "foot", Watermark: "DRAFT"})
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
	o := open(t, write(t))
	shown, marked := o.dictionary(o.root["ViewerPreferences"])["DisplayDocTitle"], o.dictionary(o.root["MarkInfo"])["Marked"]
	if shown != true || marked != true || text(o.root["Lang"]) != "en" {
		t.Errorf("the catalog is %v", o.root)
	}
	for _, page := range o.pages {
		if page["Tabs"] != name("S") {
			t.Error("a page does not say in which order the tabulator visits it")
		}
	}
	intent := o.dictionary(list(o.root["OutputIntents"])[0])
	profile := []byte(o.stream(intent["DestOutputProfile"]))
	if len(profile) < 500 || int(binary.BigEndian.Uint32(profile)) != len(profile) {
		t.Errorf("the profile has %d bytes", len(profile))
	}
	if bytes.Contains(write(t), []byte("/BaseFont /Helvetica")) {
		t.Error("a core font is in it, which is never embedded")
	}
}

// The structure in the file is that of the pages, whole and in order.
func TestStructure(t *testing.T) {
	s, _ := prepared(t)
	want := layout.StructureOf(s.pages).Dump()
	if diff := cmp.Diff(want, open(t, write(t)).told()); diff != "" {
		t.Error(diff)
	}
	for _, part := range []string{"Link url=", "THead", "Note", "Figure alt=\"a mark\"", "LBody"} {
		if !strings.Contains(want, part) {
			t.Errorf("the sample has no %s", part)
		}
	}
}

func TestArtifacts(t *testing.T) {
	o := open(t, write(t))
	kinds := map[string]int{}
	for page := range o.pages {
		_, artifacts := o.marks(page)
		for _, a := range artifacts {
			kinds[a]++
		}
	}
	footers, again, layout := kinds["Artifact Pagination Footer"], kinds["Artifact Pagination "], kinds["Artifact Layout "]
	if footers != len(o.pages) || kinds["Artifact Pagination Watermark"] != len(o.pages) || again != 1 || layout == 0 {
		t.Errorf("%v", kinds)
	}
}

func TestBookmarks(t *testing.T) {
	o := open(t, write(t))
	var out strings.Builder
	var walk func(v any, indent string)
	walk = func(v any, indent string) {
		for b := o.dictionary(v); b != nil; b = o.dictionary(b["Next"]) {
			dest := list(b["Dest"])
			fmt.Fprintf(&out, "%s%s on %d\n", indent, text(b["Title"]), slices.Index(o.refs, dest[0].(ref)))
			walk(b["First"], indent+"  ")
		}
	}
	walk(o.dictionary(o.root["Outlines"])["First"], "")
	want := "Lanxi Second Shoe Co. on 0\n  Marks 兰 on 0\n    Deep on 0\n  Over pages on 1\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
}

// Every object is where it should be, and every one that is referred to exists.
func TestCrossReferences(t *testing.T) {
	data := write(t)
	o := open(t, data)
	seen := map[ref]bool{}
	var visit func(v any)
	visit = func(v any) {
		switch v := v.(type) {
		case ref:
			if seen[v] {
				return
			}
			seen[v] = true
			if o.object(v) == nil {
				t.Errorf("object %d does not exist", v)
			}
			visit(o.object(v))
		case dictionary:
			for _, inner := range v {
				visit(inner)
			}
		case []any:
			for _, inner := range v {
				visit(inner)
			}
		}
	}
	visit(o.trailer["Root"])
	visit(o.trailer["Info"])
	packs := bytes.Count(data, []byte("/Type /ObjStm"))
	if len(seen)+packs+2 != len(o.places) { // the table itself, and the entry 0
		t.Errorf("%d of %d objects are referred to", len(seen), len(o.places))
	}
	if id := list(o.trailer["ID"]); len(id) != 2 || id[0] != id[1] || len(id[0].(literal)) != 16 {
		t.Errorf("the id is %v", id)
	}
}

func TestNumbers(t *testing.T) {
	for want, v := range map[string]float64{
		"0": -0.0004, "-0.001": -0.001, "12": 12, "0.5": 0.5, "100.05": 100.05, "-3.142": -math.Pi, "0.001": 0.0009999,
		"32767": 32767,
	} {
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
	shown := &layout.Image{Rect: layout.Rect{X: 10, Y: 5, W: 25.4, H: 12.7}, Pixels: logo.Pixels}
	page := layout.Page{W: 50, H: 50, Items: []layout.Item{{Image: shown}}}
	data, err := Write([]layout.Page{page, page}, meta, set)
	if err != nil {
		t.Fatal(err)
	}
	o := open(t, data)
	named := o.dictionary(o.dictionary(o.pages[1]["Resources"])["XObject"])
	if len(named) != 1 {
		t.Fatalf("%d pictures", len(named))
	}
	for called, at := range named {
		drawn := "q 72.00000 0 0 36.00000 28.35000 91.56000 cm /" + string(called) + " Do Q"
		for _, content := range o.contents() {
			if !strings.Contains(content, "BDC\n"+drawn+"\nEMC\n") {
				t.Errorf("%s draws no picture", content)
			}
		}
		colours, mask := o.stream(at), o.stream(o.dictionary(at)["SMask"])
		if colours[1:] != "\xc8\x64\x07\xff\xff\xff" || mask[1:] != "\xff\x00" { // a filter stands before each row
			t.Errorf("the pixels are %x, %x", colours, mask)
		}
	}
}

// fpdf sorts pictures by their widths and nothing else, so that those of one width come in any order: here are the same
// bytes all the same, and every picture shows its own pixels.
func TestPicturesOfOneWidth(t *testing.T) {
	_, set := prepared(t)
	page := layout.Page{W: 50, H: 50}
	for shade := range 6 {
		m := image.NewNRGBA(image.Rect(0, 0, 3, 3))
		for i := range m.Pix {
			m.Pix[i] = byte(shade * 40)
		}
		var file bytes.Buffer
		if err := png.Encode(&file, m); err != nil {
			t.Fatal(err)
		}
		shown, err := picture.Read("a.png", file.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		box := layout.Rect{X: float64(shade), W: 1, H: 1}
		page.Items = append(page.Items, layout.Item{Image: &layout.Image{Rect: box, Pixels: shown.Pixels}})
	}
	var first []byte
	for range 20 {
		data, err := Write([]layout.Page{page}, meta, set)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = data
		}
		if !bytes.Equal(first, data) {
			t.Fatal("two writes differ")
		}
	}
	o := open(t, first)
	masks := map[string]bool{}
	for called, at := range o.dictionary(o.dictionary(o.pages[0]["Resources"])["XObject"]) {
		masks[o.stream(o.dictionary(at)["SMask"])] = true
		if !strings.Contains(o.contents()[0], "/"+string(called)+" Do") {
			t.Errorf("%s is not shown", called)
		}
	}
	if len(masks) != 6 {
		t.Errorf("%d masks for six pictures", len(masks))
	}
	sound(t, first)
}

// Whatever file is given as a picture, and whatever size it shall have, it is refused or is in a document that is whole.
func FuzzPicture(f *testing.F) {
	box := image.Rect(0, 0, 3, 2)
	black := image.NewPaletted(box, color.Palette{color.Black, color.Transparent})
	for _, m := range []image.Image{image.NewNRGBA(box), image.NewGray16(box), black, image.NewRGBA64(box), image.NewGray(box)} {
		var file bytes.Buffer
		if err := png.Encode(&file, m); err != nil {
			f.Fatal(err)
		}
		f.Add(file.Bytes(), 1.0, 2.0)
		f.Add(file.Bytes()[:file.Len()-9], -1.0, 0.0)
		f.Add(file.Bytes(), math.Inf(1), math.NaN())
	}
	_, set := prepared(f)
	f.Fuzz(func(t *testing.T, file []byte, w, h float64) {
		shown, err := picture.Read("a.png", file)
		if err != nil {
			return
		}
		item := layout.Item{Image: &layout.Image{Rect: layout.Rect{X: -1, Y: h, W: w, H: h}, Pixels: shown.Pixels}}
		data, err := Write([]layout.Page{{W: 9, H: 9, Items: []layout.Item{item, item}}}, meta, set)
		if err != nil {
			return
		}
		o := open(t, data)
		o.marks(0)
		for _, at := range o.dictionary(o.dictionary(o.pages[0]["Resources"])["XObject"]) {
			if got := len(o.stream(at)); got != shown.Pixels.H*(1+3*shown.Pixels.W) {
				t.Errorf("%d × %d pixels have %d bytes", shown.Pixels.W, shown.Pixels.H, got)
			}
		}
	})
}

// A page must not begin with the dashes that the one before ended with.
func TestDashesEndWithThePage(t *testing.T) {
	_, set := prepared(t)
	ink := layout.Color{Visible: true}
	steps := []layout.Step{{Op: 'M'}, {Op: 'L', Points: [3]layout.Point{{X: 9, Y: 9}}}}
	dashed := layout.Item{Path: &layout.Path{Steps: steps, Stroke: ink, Width: 1, Dash: []float64{1, 2}}}
	solid := layout.Item{Path: &layout.Path{Steps: steps, Stroke: ink, Width: 1}}
	pages := []layout.Page{{W: 50, H: 50, Items: []layout.Item{dashed}}, {W: 50, H: 50, Items: []layout.Item{solid}}}
	data, err := Write(pages, meta, set)
	if err != nil {
		t.Fatal(err)
	}
	contents := open(t, data).contents()
	if len(contents) != 2 || !strings.Contains(contents[0], "[2.83 5.67] 0.00 d") {
		t.Fatalf("%q", contents)
	}
	_, after, dashes := strings.Cut(contents[1], "[2.83 5.67] 0.00 d")
	if dashes && !strings.Contains(after, "[] 0.00 d") {
		t.Errorf("%q", contents[1])
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
	far := layout.Item{Text: &layout.Text{Face: layout.Regular, Size: 9, X: math.NaN()}}
	if _, err := Write([]layout.Page{{W: 100, H: 100, Items: []layout.Item{far}}}, meta, set); err == nil {
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
