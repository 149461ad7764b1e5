package picture

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"image/png"
)

// Pixels is a raster. It is compressed when it is read, once a run and not once a document.
type Pixels struct {
	W, H  int
	RGB   []byte // three bytes a pixel, row by row, zlib
	Alpha []byte // one byte a pixel, row by row, zlib; nil when every pixel is opaque
}

// mostPixels is that of a logo as wide as a page at 300 dots an inch.
const mostPixels = 1_500_000

func readPNG(data []byte) (*Picture, error) {
	config, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf(" is not a PNG (%v)", err)
	}
	if config.Width*config.Height > mostPixels { // both are below 2^31
		return nil, fmt.Errorf(" has %d × %d pixels, more than %d in all (make it smaller)", config.Width, config.Height, mostPixels)
	}
	decoded, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf(" is damaged (%v)", err)
	}
	return &Picture{W: float64(config.Width), H: float64(config.Height), Pixels: pixelsOf(decoded)}, nil
}

func pixelsOf(m image.Image) *Pixels {
	box := m.Bounds()
	rgb, alpha := make([]byte, 0, 3*box.Dx()*box.Dy()), make([]byte, 0, box.Dx()*box.Dy())
	opaque := true
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			r, g, b, a := plain(m.At(x, y).RGBA())
			rgb, alpha = append(rgb, r, g, b), append(alpha, a)
			opaque = opaque && a == 0xff
		}
	}
	p := &Pixels{W: box.Dx(), H: box.Dy(), RGB: packed(rgb)}
	if !opaque {
		p.Alpha = packed(alpha)
	}
	return p
}

// plain takes the alpha out of the colours, which Go multiplies by it.
func plain(r, g, b, a uint32) (byte, byte, byte, byte) {
	if a == 0 {
		return 0xff, 0xff, 0xff, 0
	}
	straight := func(v uint32) byte { return byte((v*0xffff/a + 0x80) * 0xff / 0xffff) }
	return straight(r), straight(g), straight(b), byte(a >> 8)
}

func packed(data []byte) []byte {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	// A bytes.Buffer takes everything: neither call can fail.
	_, _ = w.Write(data)
	_ = w.Close()
	return out.Bytes()
}
