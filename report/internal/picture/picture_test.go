package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func svg(inside string) []byte {
	return []byte("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"10 20 100 50\">\n" + inside + "\n</svg>")
}

// dump writes shapes as PDF would, with two decimals at most.
func dump(p *Picture) string {
	var out strings.Builder
	for _, s := range p.Shapes {
		fmt.Fprintf(&out, "%x", s.Fill)
		if s.EvenOdd {
			out.WriteString(" evenodd")
		}
		for _, step := range s.Steps {
			fmt.Fprintf(&out, " %c", step.Op)
			points := map[byte]int{'M': 1, 'L': 1, 'C': 3}[step.Op]
			for _, at := range step.Points[:points] {
				fmt.Fprintf(&out, " %g,%g", math.Round(at.X*100)/100+0, math.Round(at.Y*100)/100+0)
			}
		}
		out.WriteByte('\n')
	}
	return out.String()
}

func TestShapes(t *testing.T) {
	for _, c := range []struct{ inside, want string }{
		{`<rect x="10" y="20" width="4" height="2" fill="#0b5c7a"/>`, "0b5c7a M 0,0 L 4,0 L 4,2 L 0,2 L 0,0 Z\n"},
		{`<polygon points="20,30 30,30,25 40" fill="red"/>`, "ff0000 M 10,10 L 20,10 L 15,20 Z\n"},
		{`<path d="M20 30h5v5H20z m1 1l.5.5-1-1z" fill-rule="evenodd"/>`,
			"000000 evenodd M 10,10 L 15,10 L 15,15 L 10,15 Z M 11,11 L 11.5,11.5 L 10.5,10.5 Z\n"},
		{`<path d="M20,30 30,30 30,40"/>`, "000000 M 10,10 L 20,10 L 20,20\n"},
		{`<path d="M20 30c1 0 2 1 2 2s1 2 2 2"/>`, "000000 M 10,10 C 11,10 12,11 12,12 C 12,13 13,14 14,14\n"},
		{`<path d="M20 30q3 0 3 3t3 3"/>`, "000000 M 10,10 C 12,10 13,11 13,13 C 13,15 14,16 16,16\n"},
		{`<path d="M20 30a5 5 0 0110 0z"/>`, "000000 M 10,10 C 10,7.24 12.24,5 15,5 C 17.76,5 20,7.24 20,10 Z\n"},
		{`<path d="M20 30A1 1 0 0 0 30 30"/>`, "000000 M 10,10 C 10,12.76 12.24,15 15,15 C 17.76,15 20,12.76 20,10\n"},
		{`<circle cx="20" cy="30" r="5" style="fill: #fff; stroke: none"/>`,
			"ffffff M 5,10 C 5,7.24 7.24,5 10,5 C 12.76,5 15,7.24 15,10" +
				" C 15,12.76 12.76,15 10,15 C 7.24,15 5,12.76 5,10 Z\n"},
		{`<g fill="blue" transform="translate(20 30) scale(2)"><path d="M0 0h1" fill="none"/><path d="M1 1h1"/></g>`,
			"0000ff M 12,12 L 14,12\n"},
		{`<g transform="rotate(90 20 30)"><path d="M20 30h10"/></g><title>x</title><defs><style/></defs>`,
			"000000 M 10,10 L 10,20\n"},
	} {
		p, err := Read("a.svg", svg(c.inside))
		if err != nil {
			t.Errorf("%s: %v", c.inside, err)
			continue
		}
		if diff := cmp.Diff(c.want, dump(p)); diff != "" || p.W != 100 || p.H != 50 {
			t.Errorf("%s: %g × %g\n%s", c.inside, p.W, p.H, diff)
		}
	}
}

// A circle drawn in curves stays one, also turned and in another unit.
func TestArcsStayRound(t *testing.T) {
	p, err := Read("a.svg", svg(`<path transform="rotate(20 60 45)" d="M40 45a20 20 30 1 1 0 .01z"/>`))
	if err != nil {
		t.Fatal(err)
	}
	var at Point
	for _, s := range p.Shapes[0].Steps {
		if s.Op == 'C' {
			for _, part := range []float64{0.25, 0.5, 0.75} {
				q := 1 - part
				point := func(a, b, c, d float64) float64 { return q*q*q*a + 3*q*q*part*b + 3*q*part*part*c + part*part*part*d }
				a, b, c := s.Points[0], s.Points[1], s.Points[2]
				x, y := point(at.X, a.X, b.X, c.X), point(at.Y, a.Y, b.Y, c.Y)
				if r := math.Hypot(x-50, y-25); math.Abs(r-20) > 0.02 {
					t.Errorf("the circle passes %g from its centre", r)
				}
			}
		}
		at = s.Points[0]
		if s.Op == 'C' {
			at = s.Points[2]
		}
	}
}

func TestMistakesInSVG(t *testing.T) {
	for inside, want := range map[string]string{
		`<text>Mill</text>`:                          "a.svg:2: <text> is not understood (turn text",
		`<path d="M0 0h1" stroke="#000"/>`:           "a.svg:2: a stroke is not understood",
		`<path d="M20 30h1" fill="url(#a)"/>`:        "fill \"url(#a)\" is not understood (write #rrggbb)",
		`<path d="M20 30h1" opacity=".5"/>`:          "opacity is not understood",
		`<path d="M20 30h1" class="a"/>`:             "class is not understood",
		`<path d="L1 1"/>`:                           "the path is not understood",
		`<path d="M20 30 h"/>`:                       "the path lacks a number",
		`<path d="M20 30 h1e300"/>`:                  "the path lacks a number",
		`<path d="M20 30 z 4 4"/>`:                   "the path is not understood",
		`<path d="M20 30 B4 4"/>`:                    "the path is not understood",
		`<path d="M20 30 h500"/>`:                    "reaches beyond the viewBox",
		`<polygon points="1 2 3"/>`:                  "are not three pairs",
		`<g transform="skewX(4)"/>`:                  "transform",
		`<rect width="10%" height="1"/>`:             "width is \"10%\"",
		`<path d="M20 30h1"`:                         "it is no XML",
		`<g>` + "\n\n" + `<image href="a.png"/></g>`: "a.svg:4: <image>",
		``: "draws nothing",
		`<path d="M20 30` + strings.Repeat("h1h-1", 20_000) + `"/>`: "more than 20000 steps",
	} {
		if _, err := Read("a.svg", svg(inside)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60s: %v, not %s", inside, err, want)
		}
	}
	for whole, want := range map[string]string{
		"": "draws nothing", "<g/>": "stands where none can", `<svg><path d="M0 0h1"/></svg>`: "has no size",
	} {
		if _, err := Read("a.svg", []byte(whole)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, not %s", whole, err, want)
		}
	}
}

func encoded(t *testing.T, m image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, m); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestPixels(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 2, 1))
	m.SetNRGBA(0, 0, color.NRGBA{200, 100, 7, 255})
	m.SetNRGBA(1, 0, color.NRGBA{200, 100, 7, 128})
	p, err := Read("logo.PNG", encoded(t, m))
	if err != nil || p.W != 2 || p.H != 1 {
		t.Fatal(p, err)
	}
	plain, err := png.Decode(bytes.NewReader(p.Pixels.PNG()))
	want := []byte{200, 100, 7, 255, 200, 100, 7, 128}
	if got, is := plain.(*image.NRGBA); err != nil || !is || !bytes.Equal(got.Pix, want) {
		t.Errorf("the pixels are %v: %v", plain, err)
	}
}

// Whatever kind of PNG was sent, the one that is kept is RGB with 8 bits a colour, or RGBA where something shows
// through.
func TestKindsOfPNG(t *testing.T) {
	paletted := image.NewPaletted(image.Rect(0, 0, 3, 2), color.Palette{color.Black, color.White})
	wide := image.NewNRGBA64(image.Rect(0, 0, 3, 2))
	grey, deep, clear := image.NewGray(wide.Rect), image.NewGray16(wide.Rect), image.NewRGBA(wide.Rect)
	for _, m := range []image.Image{paletted, wide, grey, deep, clear} {
		p, err := Read("logo.png", encoded(t, m))
		if err != nil {
			t.Fatal(err)
		}
		_, _, _, alpha := m.At(0, 0).RGBA()
		want := byte(2)
		if alpha != 0xffff {
			want = 6
		}
		if head := p.Pixels.PNG()[24:29]; !bytes.Equal(head, []byte{8, want, 0, 0, 0}) {
			t.Errorf("%T became one of depth, kind, packing, filter and order %v", m, head)
		}
	}
}

func TestMistakesInFiles(t *testing.T) {
	whole := encoded(t, image.NewGray(image.Rect(0, 0, 40, 40)))
	for name, c := range map[string]struct {
		file string
		data []byte
		want string
	}{
		"no PNG":    {"a.png", []byte("GIF89a"), "a.png is not a PNG"},
		"cut":       {"a.png", whole[:len(whole)-20], "a.png is damaged"},
		"huge":      {"a.png", encoded(t, image.NewGray(image.Rect(0, 0, 2000, 1000))), "2000 × 1000 pixels, more than"},
		"too long":  {"a.svg", make([]byte, largestFile+1), "more than 1048576"},
		"other":     {"a.jpg", whole, "neither .png nor .svg"},
		"no ending": {"png", whole, "neither .png nor .svg"},
	} {
		if _, err := Read(c.file, c.data); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzSVG(f *testing.F) {
	f.Add("M20 30a5 5 0 0110 0q3 0 3 3t3 3c1 0 2 1 2 2s1 2 2 2z", "rotate(20)")
	f.Add("M0 0A0 1 2 1 1 3 3", "matrix(1 2 3 4 5 6)")
	f.Fuzz(func(t *testing.T, d, transform string) {
		var box strings.Builder
		fmt.Fprintf(&box, `<path d=%q transform=%q/>`, d, transform)
		p, err := Read("a.svg", svg(box.String()))
		if err != nil {
			return
		}
		for _, s := range p.Shapes[0].Steps {
			for _, at := range s.Points {
				if math.IsNaN(at.X + at.Y) {
					t.Errorf("%s %s: a point is no place", d, transform)
				}
			}
		}
	})
}
