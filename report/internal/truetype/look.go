package truetype

import (
	"math"
	"strings"
)

// postScriptName is what the font calls itself, in characters that need no escape in PDF.
func (f *Font) postScriptName() string {
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

// Look is what a font says about its looks, in 1/1000 of the size.
type Look struct {
	Ascent, Descent, CapHeight, Stem int
	Left, Low, Right, High           int // the box that holds every glyph
	Angle                            int // of slanted stems, in degrees against the clock
	Fixed, Serif                     bool
}

// Look reads the tables head, hhea, OS/2 and post.
func (f *Font) Look() Look {
	head, hhea, os2, post := f.tables["head"], f.tables["hhea"], f.tables["OS/2"], f.tables["post"]
	look := Look{Ascent: f.scaled(i16(hhea, 4)), Descent: f.scaled(i16(hhea, 6)), Stem: stem(400)}
	for i, side := range []*int{&look.Left, &look.Low, &look.Right, &look.High} {
		*side = f.scaled(i16(head, 36+2*i))
	}
	look.CapHeight = look.Ascent
	if len(os2) >= 78 {
		look.Stem = stem(u16(os2, 4))
		class := u16(os2, 30) >> 8
		look.Serif = class >= 1 && class <= 7 && class != 6
	}
	if len(os2) >= 96 && u16(os2, 0) >= 2 {
		look.CapHeight = f.scaled(i16(os2, 88))
	}
	if len(post) >= 16 {
		look.Angle = int(math.Round(float64(int32(u32(post, 4))) / 65536))
		look.Fixed = u32(post, 12) != 0
	}
	return look
}

// stem is the usual guess at the width of a font's stems, which no table tells.
func stem(weight int) int { return 50 + int(math.Pow(float64(weight)/65, 2)) }
