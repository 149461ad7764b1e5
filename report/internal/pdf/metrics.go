package pdf

import (
	"math"
	"strings"

	"github.com/go-pdf/fpdf"
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
func (f *truetype) descriptor() fpdf.FontDescType {
	head, hhea, os2 := f.tables["head"], f.tables["hhea"], f.tables["OS/2"]
	d := fpdf.FontDescType{Flags: fpdf.FontFlagSymbolic, Ascent: f.scaled(i16(hhea, 4)), Descent: f.scaled(i16(hhea, 6))}
	for i, side := range []*int{&d.FontBBox.Xmin, &d.FontBBox.Ymin, &d.FontBBox.Xmax, &d.FontBBox.Ymax} {
		*side = f.scaled(i16(head, 36+2*i))
	}
	weight := 400
	d.CapHeight = d.Ascent
	if len(os2) >= 78 {
		weight = u16(os2, 4)
		if class := u16(os2, 30) >> 8; class >= 1 && class <= 7 && class != 6 {
			d.Flags |= fpdf.FontFlagSerif
		}
	}
	if len(os2) >= 96 && u16(os2, 0) >= 2 {
		d.CapHeight = f.scaled(i16(os2, 88))
	}
	d.StemV = stem(weight)
	f.slant(&d)
	return d
}

// slant reads the post table.
func (f *truetype) slant(d *fpdf.FontDescType) {
	post := f.tables["post"]
	if len(post) < 16 {
		return
	}
	angle := float64(int32(u32(post, 4))) / 65536
	d.ItalicAngle = int(math.Round(angle))
	if angle != 0 {
		d.Flags |= fpdf.FontFlagItalic
	}
	if u32(post, 12) != 0 {
		d.Flags |= fpdf.FontFlagFixedPitch
	}
}

// stem is the usual guess at the width of a font's stems, which no table tells.
func stem(weight int) int { return 50 + int(math.Pow(float64(weight)/65, 2)) }
