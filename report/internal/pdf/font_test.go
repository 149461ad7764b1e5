package pdf

import (
	"encoding/hex"
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/go-pdf/fpdf"

	"plimsoll/report/internal/layout"
	"plimsoll/report/internal/truetype"
)

// wide reads UTF-16 in hexadecimal digits.
func wide(t *testing.T, digits string) string {
	t.Helper()
	data, err := hex.DecodeString(digits)
	if err != nil || len(data)%2 != 0 {
		t.Fatalf("%q is no UTF-16", digits)
	}
	var units []uint16
	for i := 0; i < len(data); i += 2 {
		units = append(units, uint16(data[i])<<8|uint16(data[i+1]))
	}
	return string(utf16.Decode(units))
}

// texts are two that use several hundred glyphs, so that numbers of glyphs hold every byte there is to escape; some
// look the same as others.
func texts() map[layout.Face]string {
	var latin, han strings.Builder
	for r := ' '; r < 0x250; r++ {
		if r < 0x7f || r > 0xa0 {
			latin.WriteRune(r)
		}
	}
	for r := rune(0x4e00); r < 0x4e00+500; r++ {
		han.WriteRune(r)
	}
	return map[layout.Face]string{
		layout.Regular:    latin.String() + "\u00a0\u2010-\u2011\u202f\u0394Ω\u2126",
		layout.HanRegular: han.String() + "🄀𠂇，",
	}
}

// one is a page of the texts, and fonts for it.
func one(t testing.TB) ([]layout.Page, *FontSet) {
	t.Helper()
	s := shared()
	if s.err != nil {
		t.Fatal(s.err)
	}
	page := layout.Page{W: 210, H: 297}
	p := &layout.Element{Role: "P"}
	for _, face := range []layout.Face{layout.Regular, layout.HanRegular} {
		t := &layout.Text{X: 10, Y: 20, Size: 1, Face: face, String: texts()[face]}
		page.Items = append(page.Items, layout.Item{Element: p, Text: t})
	}
	pages := []layout.Page{page}
	set, err := NewFontSet(s.raw)
	if err != nil {
		t.Fatal(err)
	}
	return pages, set
}

// What is set can be copied again, character by character.
func TestTextRoundTrip(t *testing.T) {
	pages, set := one(t)
	data, err := Write(pages, meta, set)
	if err != nil {
		t.Fatal(err)
	}
	o := open(t, data)
	marks, _ := o.marks(0)
	if got, want := marks[0].text, texts()[layout.Regular]+texts()[layout.HanRegular]; got != want {
		t.Errorf("%q\nbecame %q", want, got)
	}
}

// A character that the font lacks is no empty box but an error: layout asks before.
func TestNoNotdef(t *testing.T) {
	_, set := prepared(t)
	face := &layout.Text{Size: 9, Face: layout.Regular, String: "a🙂"}
	page := layout.Page{W: 50, H: 50, Items: []layout.Item{{Text: face}}}
	if _, err := Write([]layout.Page{page}, meta, set); err == nil || !strings.Contains(err.Error(), "U+1F642") {
		t.Error(err)
	}
}

// The widths in the file are those that layout measured with.
func TestWidths(t *testing.T) {
	s, set := prepared(t)
	for _, page := range s.pages {
		for _, item := range page.Items {
			if item.Text == nil || item.Text.Spacing != 0 {
				continue
			}
			c, err := set.newCut(set.faces[item.Text.Face], []rune(item.Text.String))
			if err != nil {
				t.Fatal(err)
			}
			var sum int
			for _, width := range c.widths[1:] {
				sum += width
			}
			if got := float64(sum) / 1000 * item.Text.Size / pt; got-item.Text.Width > 1e-6 || item.Text.Width-got > 1e-6 {
				t.Errorf("%q is %f wide, and %f to layout", item.Text.String, got, item.Text.Width)
			}
		}
	}
}

func TestDescriptor(t *testing.T) {
	look := truetype.Look{Ascent: 1069, Descent: -293, CapHeight: 714, Stem: 87, Angle: -12, Serif: true}
	look.Left, look.Low, look.Right, look.High = -1, -2, 3, 4
	got := descriptor(look)
	want := fpdf.FontDescType{Ascent: 1069, Descent: -293, CapHeight: 714, StemV: 87, ItalicAngle: -12, Flags: 4 + 64 + 2}
	want.FontBBox.Xmin, want.FontBBox.Ymin, want.FontBBox.Xmax, want.FontBBox.Ymax = -1, -2, 3, 4
	if got != want {
		t.Errorf("%+v, not %+v", got, want)
	}
}

// These titles are "\nendobj\n" and "\nstream\n" in UTF-16, so that no such line may be taken for the end of an object.
const (
	objectEnd = "\u0a65\u6e64\u6f62\u6a0a"
	streamEnd = "\u0a73\u7472\u6561\u6d0a"
)

// Whatever a document is named, its file is whole and says so.
func TestHostileMeta(t *testing.T) {
	s, set := prepared(t)
	for _, hostile := range []string{
		"a) >> endobj (b", `back\slash\`, "line\r\nend\r", "兰溪 (🙂)", "bad \xff\xfe utf", "\x00", "%d %s %!v(MISSING)",
		strings.Repeat("(", 5000), "⼍㐨\u0d28\u290d",
		objectEnd, streamEnd,
	} {
		wild := Meta{Title: hostile, Author: hostile, Subject: hostile, Keywords: hostile, Producer: hostile, Lang: hostile,
			Date: time.Unix(0, 0)}
		data, err := Write(s.pages, wild, set)
		if err != nil {
			t.Fatal(err)
		}
		o := open(t, data)
		want := told(hostile)
		if got := text(o.dictionary(o.trailer["Info"])["Title"]); got != want {
			t.Errorf("%q became %q", hostile, got)
		}
		var packet struct {
			Title string `xml:"RDF>Description>title>Alt>li"`
			Part  string `xml:"RDF>Description>part"`
		}
		if err := xml.Unmarshal([]byte(o.stream(o.root["Metadata"])), &packet); err != nil || packet.Title != want {
			t.Errorf("%q became %q: %v", hostile, packet.Title, err)
		}
		sound(t, data)
	}
}

// sound asks qpdf, where it is installed.
func sound(t *testing.T, data []byte) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	if path, err := exec.LookPath("qpdf"); err == nil {
		if out, err := exec.Command(path, "--check", file).CombinedOutput(); err != nil {
			t.Errorf("qpdf: %s", out)
		}
	}
}
