package truetype

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
)

// Subset is a font file cut to some glyphs.
type Subset struct {
	File   []byte
	Widths []int // of its glyphs, in 1/1000 of the size, without those that only serve as components
}

// cutter numbers glyphs anew.
type cutter struct {
	font   *Font
	glyphs []int       // in the raw font, by new number
	fresh  map[int]int // new number, by number in the raw font
	glyf   []byte
	ends   []int // of the glyphs within glyf
}

// Cut makes a font of glyphs: the given ones behind .notdef, in their order and each as often as it is given, then what
// composite glyphs are made of.
func (f *Font) Cut(glyphs []int) (*Subset, error) {
	c := &cutter{font: f, fresh: map[int]int{}}
	c.take(0)
	for _, g := range glyphs {
		c.take(g)
	}
	for i := 0; i < len(c.glyphs); i++ {
		if err := c.copy(c.glyphs[i]); err != nil {
			return nil, err
		}
	}
	if len(c.glyphs) > math.MaxUint16 {
		return nil, errors.New("more characters than a font can have")
	}
	widths := make([]int, len(glyphs)+1)
	for i := range widths {
		advance, _ := f.metric(c.glyphs[i])
		widths[i] = f.scaled(advance)
	}
	return &Subset{File: assemble(c.tables()), Widths: widths}, nil
}

// scaled turns units of the font into 1/1000 of the size. Layout measures with the same rounding.
func (f *Font) scaled(v int) int { return int(math.Round(float64(v) * 1000 / float64(f.units))) }

// take gives a glyph the next number.
func (c *cutter) take(glyph int) {
	if _, ok := c.fresh[glyph]; !ok {
		c.fresh[glyph] = len(c.glyphs)
	}
	c.glyphs = append(c.glyphs, glyph)
}

// copy adds a glyph's outline, padded to four bytes.
func (c *cutter) copy(glyph int) error {
	data, err := c.font.outline(glyph)
	if err != nil {
		return err
	}
	from := len(c.glyf)
	c.glyf = append(c.glyf, data...)
	if len(data) >= 10 && i16(data, 0) < 0 {
		if err := c.renumber(c.glyf[from:]); err != nil {
			return fmt.Errorf("%w: glyph %d", err, glyph)
		}
	}
	c.glyf = append(c.glyf, make([]byte, -len(c.glyf)&3)...)
	c.ends = append(c.ends, len(c.glyf))
	return nil
}

// The flags of a component.
const (
	wordArguments = 1 << 0
	oneScale      = 1 << 3
	moreFollow    = 1 << 5
	twoScales     = 1 << 6
	fourScales    = 1 << 7
)

// renumber takes the components of a composite glyph and puts their new numbers in.
func (c *cutter) renumber(data []byte) error {
	for at := 10; ; {
		component, ok := part(data, at, 4)
		if !ok || u16(component, 2) >= c.font.count {
			return ErrDamaged
		}
		flags, glyph := u16(component, 0), u16(component, 2)
		if _, ok := c.fresh[glyph]; !ok {
			c.take(glyph)
		}
		binary.BigEndian.PutUint16(component[2:], uint16(c.fresh[glyph]))
		if flags&moreFollow == 0 {
			return nil
		}
		at += componentSize(flags)
	}
}

func componentSize(flags int) int {
	size := 6
	if flags&wordArguments != 0 {
		size += 2
	}
	switch {
	case flags&oneScale != 0:
		size += 2
	case flags&twoScales != 0:
		size += 4
	case flags&fourScales != 0:
		size += 8
	}
	return size
}

// tables are those that PDF wants. Hinting programs are kept, since glyphs may call them.
func (c *cutter) tables() map[string][]byte {
	out := map[string][]byte{"glyf": c.glyf}
	for _, tag := range []string{"head", "hhea", "maxp", "cvt ", "fpgm", "prep"} {
		if table, ok := c.font.tables[tag]; ok {
			out[tag] = slices.Clone(table)
		}
	}
	n := uint16(len(c.glyphs))
	binary.BigEndian.PutUint16(out["maxp"][4:], n)
	binary.BigEndian.PutUint16(out["hhea"][34:], n)
	for _, glyph := range c.glyphs {
		advance, bearing := c.font.metric(glyph)
		out["hmtx"] = binary.BigEndian.AppendUint16(out["hmtx"], uint16(advance))
		out["hmtx"] = binary.BigEndian.AppendUint16(out["hmtx"], uint16(bearing))
	}
	out["loca"] = c.loca(out["head"])
	return out
}

// loca says where glyphs begin, and in head whether it says so in four bytes each or in two.
func (c *cutter) loca(head []byte) []byte {
	long := len(c.glyf) > 2*math.MaxUint16
	binary.BigEndian.PutUint16(head[50:], 0)
	if long {
		binary.BigEndian.PutUint16(head[50:], 1)
	}
	var out []byte
	for _, end := range append([]int{0}, c.ends...) {
		if long {
			out = binary.BigEndian.AppendUint32(out, uint32(end))
		} else {
			out = binary.BigEndian.AppendUint16(out, uint16(end/2))
		}
	}
	return out
}
