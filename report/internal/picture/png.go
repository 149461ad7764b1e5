package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
)

// Pixels is a raster. It is read and written anew once a run, so that every document gets a PNG of the plainest kind: 8
// bits a colour, RGB or RGBA, not interlaced.
type Pixels struct {
	W, H int
	png  []byte
}

// PNG is the file; nobody may change it.
func (p *Pixels) PNG() []byte { return p.png }

// mostPixels is that of a logo as wide as a page at 300 dots an inch.
const mostPixels = 1_500_000

func readPNG(data []byte) (*Picture, error) {
	config, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf(" is not a PNG (%v)", err)
	}
	if config.Width*config.Height > mostPixels { // both are below 2^31
		return nil, fmt.Errorf(" has %d × %d pixels, more than %d in all (make it smaller)",
			config.Width, config.Height, mostPixels)
	}
	decoded, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf(" is damaged (%v)", err)
	}
	pixels, err := pixelsOf(decoded)
	return &Picture{W: float64(config.Width), H: float64(config.Height), Pixels: pixels}, err
}

func pixelsOf(m image.Image) (*Pixels, error) {
	box := m.Bounds()
	plain := image.NewNRGBA(image.Rect(0, 0, box.Dx(), box.Dy()))
	for y := range box.Dy() {
		for x := range box.Dx() {
			plain.SetNRGBA(x, y, straight(m.At(box.Min.X+x, box.Min.Y+y).RGBA()))
		}
	}
	var out bytes.Buffer
	err := png.Encode(&out, plain)
	return &Pixels{W: box.Dx(), H: box.Dy(), png: out.Bytes()}, err
}

// straight takes the alpha out of the colours, which Go multiplies by it. What nobody sees is white.
func straight(r, g, b, a uint32) color.NRGBA {
	if a == 0 {
		return color.NRGBA{R: 0xff, G: 0xff, B: 0xff}
	}
	of := func(v uint32) uint8 { return uint8((v*0xffff/a + 0x80) * 0xff / 0xffff) }
	return color.NRGBA{R: of(r), G: of(g), B: of(b), A: uint8(a >> 8)}
}
