package pdf

import (
	"math"
	"strings"
)

// The bits of a font descriptor's Flags.
const (
	fixedPitch = 1 << 0
	serif      = 1 << 1
	symbolic   = 1 << 2 // not of the standard Latin characters alone
	italic     = 1 << 6
)

// postScriptName is what the font calls itself, in characters that need no escape in PDF.
func (f *truetype) postScriptName() string {
	table := f.tables["name"]
	if head, ok := part(table, 0, 6); ok {
		for i := range u16(head, 2) {
			record, ok := part(table, 6+12*i, 12)
			if !ok {
				break
			}
			text, ok := part(table, u16(head, 4)+u16(record, 10), u16(record, 8))
			if name := safeName(text); ok && u16(record, 6) == 6 && name != "" {
				return name
			}
		}
	}
	return "Font"
}

// safeName keeps letters, digits and hyphens, be they in one byte or in two.
func safeName(text []byte) string {
	name := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, string(text))
	return name[:min(len(name), 63)]
}

// descriptor is what a font says about its looks, in 1/1000 of the size.
type descriptor struct {
	flags, ascent, descent, capHeight, stem int
	angle                                   float64
	box                                     [4]int
}

func (f *truetype) descriptor() descriptor {
	head, hhea, os2 := f.tables["head"], f.tables["hhea"], f.tables["OS/2"]
	d := descriptor{flags: symbolic, ascent: f.scaled(i16(hhea, 4)), descent: f.scaled(i16(hhea, 6))}
	for i := range d.box {
		d.box[i] = f.scaled(i16(head, 36+2*i))
	}
	weight := 400
	d.capHeight = d.ascent
	if len(os2) >= 78 {
		weight = u16(os2, 4)
		if class := u16(os2, 30) >> 8; class >= 1 && class <= 7 && class != 6 {
			d.flags |= serif
		}
	}
	if len(os2) >= 96 && u16(os2, 0) >= 2 {
		d.capHeight = f.scaled(i16(os2, 88))
	}
	d.stem = stem(weight)
	f.slant(&d)
	return d
}

// slant reads the post table.
func (f *truetype) slant(d *descriptor) {
	post := f.tables["post"]
	if len(post) < 16 {
		return
	}
	d.angle = float64(int32(u32(post, 4))) / 65536
	if d.angle != 0 {
		d.flags |= italic
	}
	if u32(post, 12) != 0 {
		d.flags |= fixedPitch
	}
}

// stem is the usual guess at the width of a font's stems, which no table tells.
func stem(weight int) int { return 50 + int(math.Pow(float64(weight)/65, 2)) }
