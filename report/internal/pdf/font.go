package pdf

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/go-pdf/fpdf"

	"plimsoll/report/internal/layout"
	"plimsoll/report/internal/truetype"
)

// embedded is a font of one document.
type embedded struct {
	family string // to fpdf
	*cut
}

// addFonts gives fpdf what the pages use, each font cut to its characters.
func (d *drawing) addFonts(pages []layout.Page, set *FontSet) error {
	d.fonts = map[layout.Face]*embedded{}
	used := layout.Runes(pages)
	for i, name := range slices.Sorted(maps.Keys(used)) {
		font, ok := set.faces[name]
		if !ok {
			return fmt.Errorf("pdf: font %s is not in the set", name)
		}
		c, err := set.cut(name, font, slices.Sorted(maps.Keys(used[name])))
		if err != nil {
			return fmt.Errorf("pdf: font %s: %w", name, err)
		}
		e := &embedded{fmt.Sprintf("f%04d", i+1), c} // fpdf writes fonts in the order of these
		d.doc.AddFontFromBytes(e.family, "", definition(font, e, i), e.file)
		d.fonts[name], d.embedded = e, append(d.embedded, e)
	}
	return nil
}

// definition says of a font what fpdf asks of one, in JSON. Its glyphs have more than the 256 widths that are here for
// fpdf, which the finisher replaces. fpdf calls a font by a hash of all this: the place tells two apart that are one
// file and have the same characters.
func definition(f *truetype.Font, e *embedded, place int) []byte {
	out, _ := json.Marshal(struct { // it has nothing that could fail
		Tp, Name, File string
		Desc           fpdf.FontDescType
		Up             int
		Cw             [256]int
		OriginalSize   int
	}{Tp: "TrueType", Name: e.name, File: e.family + ".z", Desc: descriptor(f.Look()), Up: place, OriginalSize: e.size})
	return out
}

// descriptor tells fpdf how a font looks.
func descriptor(look truetype.Look) fpdf.FontDescType {
	d := fpdf.FontDescType{Ascent: look.Ascent, Descent: look.Descent, CapHeight: look.CapHeight, StemV: look.Stem,
		ItalicAngle: look.Angle, Flags: fpdf.FontFlagSymbolic} // not of the standard Latin characters alone
	d.FontBBox.Xmin, d.FontBBox.Ymin, d.FontBBox.Xmax, d.FontBBox.Ymax = look.Left, look.Low, look.Right, look.High
	if look.Fixed {
		d.Flags |= fpdf.FontFlagFixedPitch
	}
	if look.Serif {
		d.Flags |= fpdf.FontFlagSerif
	}
	if look.Angle != 0 {
		d.Flags |= fpdf.FontFlagItalic
	}
	return d
}
