package pdf

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/go-pdf/fpdf"
	"github.com/google/go-cmp/cmp"

	"plimsoll/report/internal/layout"
)

// drawn is fpdf's file of the sample's pages.
func drawn(t testing.TB) (*drawing, []byte, *FontSet) {
	t.Helper()
	s, set := prepared(t)
	d, err := draw(s.pages, meta, set)
	if err != nil {
		t.Fatal(err)
	}
	made, err := d.output()
	if err != nil {
		t.Fatal(err)
	}
	return d, made, set
}

// fpdf draws: what the pages of the finished document hold is what it has written, byte for byte.
func TestContentsAreFpdfs(t *testing.T) {
	d, made, set := drawn(t)
	objects, err := take(made)
	if err != nil {
		t.Fatal(err)
	}
	data, err := finish(objects, d, meta, set)
	if err != nil {
		t.Fatal(err)
	}
	for i, content := range open(t, data).contents() {
		_, want, err := objects[3+2*i+1].stream()
		if err != nil || content != string(want) || len(want) < 1000 {
			t.Errorf("page %d: %d bytes, not the %d of fpdf: %v", i, len(content), len(want), err)
		}
	}
}

// While the colours of texts and areas differ, fpdf writes a colour around every text.
func TestNoColourAroundTexts(t *testing.T) {
	for _, content := range open(t, write(t)).contents() {
		if strings.Contains(content, "\nq ") || !strings.Contains(content, " Tj ET\n") {
			t.Error("a text has a colour of its own")
		}
	}
}

// Where a file ends too early, or has other objects than fpdf v0.9.0 writes, it is refused.
func TestOtherFilesAreRefused(t *testing.T) {
	d, made, set := drawn(t)
	for _, change := range [][2]string{
		{"/Type /Page\n", "/Type /Pane\n"}, {"/BaseFont /", "/BaseFond /"}, {"1 0 obj\n", "9 0 obj\n"},
		{"\nendobj\n", "\nendobs\n"},
		{"/Length ", "/Lengho "}, {"/Annots [", "/Annots <"}, {"/Type /Catalog", "/Type /Catalan"}, {"xref\n0 ", "xref\n1 "},
		{"/Annot /Subtype /Link /Rect [", "/Annot /Subtype /Link /Rect (("},
	} {
		objects, err := take(bytes.Replace(made, []byte(change[0]), []byte(change[1]), 1))
		if err == nil {
			_, err = finish(objects, d, meta, set)
		}
		if !errors.Is(err, errNotFpdf) {
			t.Errorf("%q for %q: %v", change[1], change[0], err)
		}
	}
	for n := range 200 {
		if _, err := take(made[:len(made)-1-n]); err == nil {
			t.Errorf("no error without the last %d bytes", n+1)
		}
	}
}

func TestDictionary(t *testing.T) {
	entries, rest, err := object("<</A (\\)>> /B\\\\)\n/C [1 <</D 2>>]/E /F/G 3 0 R>>\nstream").dictionary()
	want := fields{
		{"A", []byte("(\\)>> /B\\\\)")}, {"C", []byte("[1 <</D 2>>]")}, {"E", []byte("/F")}, {"G", []byte("3 0 R")},
	}
	diff := cmp.Diff(want, entries, cmp.AllowUnexported(field{}))
	if diff != "" || string(rest) != "\nstream" || err != nil {
		t.Error(diff, string(rest), err)
	}
	if got := entries.without("C", "E").String(); got != "/A (\\)>> /B\\\\)\n/G 3 0 R\n" {
		t.Errorf("%q", got)
	}
	for _, none := range []string{"", "<", "<<", "<</A", "<</A 1", "<</A (>>", "[1]", "<</A 1>"} {
		if _, _, err := object(none).dictionary(); !errors.Is(err, errNotFpdf) {
			t.Errorf("%q: %v", none, err)
		}
	}
}

// Bookmarks of two levels are open. The figures are counted by hand.
func TestCounts(t *testing.T) {
	for _, c := range []struct {
		levels, each []int
		all          int
	}{
		{nil, []int{}, 0},
		{[]int{0}, []int{0}, 1},
		{[]int{0, 1, 1, 0}, []int{2, 0, 0, 0}, 4},
		{[]int{0, 1, 2, 3, 2, 1, 0, 1, 2}, []int{2, -2, -1, 0, 0, 0, 1, -1, 0}, 5},
	} {
		each, all := counts(c.levels)
		if !slices.Equal(each, c.each) || all != c.all {
			t.Errorf("%v: %v and %d, not %v and %d", c.levels, each, all, c.each, c.all)
		}
	}
}

// The smallest programs that show what fpdf does, where drawing works around it. If one of these tests fails with
// another version, its workaround may go.

// A page that one goes back to is the last one that fpdf writes.
func TestFpdfLosesPagesBehind(t *testing.T) {
	doc := fpdf.New("", "pt", "", "")
	doc.AddPage()
	doc.AddPage()
	doc.SetPage(1)
	if out := output(t, doc); strings.Count(out, "/Type /Page\n") != 1 {
		t.Error("fpdf has written both pages")
	}
}

// The size 0 is the size before.
func TestFpdfTakesNoSizeForTheLast(t *testing.T) {
	doc := fpdf.New("", "pt", "", "")
	doc.SetCompression(false)
	doc.AddPage()
	doc.SetFont("courier", "", 7)
	doc.SetFont("courier", "", 0)
	if out := output(t, doc); strings.Count(out, " 7.00 Tf") != 2 {
		t.Error("fpdf has set a size of 0")
	}
}

// A level that is skipped makes a bookmark the child of itself.
func TestFpdfLosesSkippedLevels(t *testing.T) {
	doc := fpdf.New("", "pt", "", "")
	doc.AddPage()
	doc.Bookmark("a", 1, 0)
	if out := output(t, doc); !strings.Contains(out, "5 0 obj\n<</Title (a)\n/Parent 5 0 R") {
		t.Error("fpdf has kept the tree whole")
	}
}

func output(t *testing.T, doc *fpdf.Fpdf) string {
	t.Helper()
	var out bytes.Buffer
	if err := doc.Output(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// titled is two pages of other sizes, with a heading that skips two levels, a link, and shapes.
func titled(title, url string, x, y, size, width, dash float64) []layout.Page {
	root := &layout.Element{Role: "Document"}
	of := func(role, url string) *layout.Element {
		e := &layout.Element{Role: role, URL: url, Parent: root}
		root.Kids = append(root.Kids, e)
		return e
	}
	ink := layout.Color{Visible: true}
	text := func(e *layout.Element, s string) layout.Item {
		return layout.Item{Element: e, Text: &layout.Text{
			X: x, Y: y, Width: width, Size: size, Spacing: dash, Face: layout.Regular, Color: ink, String: s,
		}}
	}
	line := []layout.Step{
		{Op: 'M', Points: [3]layout.Point{{X: x, Y: y}}},
		{Op: 'C', Points: [3]layout.Point{{X: y, Y: x}, {X: size, Y: width}, {X: dash}}},
		{Op: 'Z'},
	}
	red := layout.Color{R: 9, Visible: true}
	items := []layout.Item{
		text(of("H3", ""), title), text(of("Link", url), "a"),
		{Path: &layout.Path{Steps: line, Stroke: ink, Fill: red, Width: width, Dash: []float64{dash, x}}},
		{Path: &layout.Path{Steps: line, Stroke: ink, Width: size, EvenOdd: true}},
	}
	return []layout.Page{{W: 50, H: 50, Items: items[:2]}, {W: 60, H: 40, Items: items}}
}

// Whatever is written and wherever it shall stand, it is an error or a document that says it.
func FuzzWrite(f *testing.F) {
	f.Add("a", "https://example.com", 1.0, 2.0, 9.0, 3.0, 0.5)
	f.Add(objectEnd, "https://example.com/a)>>]/Contents", -1.0, 1e3, 0.0, 0.001, -2.0)
	f.Add(streamEnd, "(\\\r\n\xff "+objectEnd, 1e300, 0.0, 1e-9, 0.0, 0.0)
	f.Add("\xff\x00", "", 0.0, 0.0, -4.0, -1.0, 11000.0)
	f.Add("(((\\\r\n", strings.Repeat(">><<", 500), 3.0, 3.0, 11557.0, 3.0, 3.0)
	_, set := prepared(f)
	f.Fuzz(func(t *testing.T, title, url string, x, y, size, width, dash float64) {
		m := Meta{Title: title, Author: title, Lang: title, Attachments: attachments()}
		data, err := Write(titled("a", url, x, y, size, width, dash), m, set)
		if err != nil {
			return
		}
		o := open(t, data)
		if got := text(o.dictionary(o.trailer["Info"])["Title"]); got != told(title) {
			t.Errorf("%q became %q", title, got)
		}
		for page, entries := range o.pages {
			o.marks(page)
			for _, link := range list(entries["Annots"]) {
				if got := text(o.dictionary(o.dictionary(link)["A"])["URI"]); got != uri(url) {
					t.Errorf("%q became %q", url, got)
				}
			}
		}
		if all, err := Attached(data); err != nil || len(all) != 2 {
			t.Errorf("%d attachments: %v", len(all), err)
		}
	})
}

// Whatever is given to it as fpdf's file, it is taken apart or refused.
func FuzzTake(f *testing.F) {
	_, made, _ := drawn(f)
	f.Add(made)
	f.Add(bytes.Replace(made, []byte("xref\n0 "), []byte("xref\n0 9"), 1))
	f.Add([]byte("xref\n0 2\n-000000001 65535 f \n0000000000 00000 n \nstartxref\n0\n%%EOF\n"))
	f.Fuzz(func(t *testing.T, made []byte) {
		if objects, err := take(made); err == nil {
			d, _, set := drawn(t)
			_, _ = finish(objects, d, meta, set)
		}
	})
}

// What a packer makes does not depend on what it has packed before.
func TestPacking(t *testing.T) {
	_, made, set := drawn(t)
	used := set.packer()
	for from := 0; from < len(made); from += 9973 {
		data := made[from:min(len(made), from+3*9973)]
		fresh := (&FontSet{}).packer()
		if want := bytes.Clone(fresh.pack(data)); !bytes.Equal(used.pack(data), want) {
			t.Fatalf("%d bytes from %d are packed in another way", len(data), from)
		}
	}
}
