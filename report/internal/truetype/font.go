// Package truetype reads fonts with TrueType outlines and cuts them to the glyphs that a document uses.
//
//	font, err := truetype.Parse(file)
//	glyph, err := font.Glyph('é')                 // 0 where it has none
//	cut, err := font.Cut([]int{glyph})            // a font file of .notdef, that glyph and what it is made of
//
// A file is trusted in nothing: what is damaged is an error when it is read or, of glyphs, when they are asked for.
package truetype

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// ErrDamaged is a font file that ends too early or points outside itself.
var ErrDamaged = errors.New("the font file is damaged")

// Font is a font file, taken apart as far as cutting it needs. It never changes, so that goroutines may share it.
type Font struct {
	Name string // in PostScript, of characters that need no escape in PDF

	characters charmap
	tables     map[string][]byte
	units      int // to the em
	count      int // of glyphs
	metrics    int // of glyphs that have an advance of their own; the others share the last
	longLoca   bool
}

// part is n bytes of data; false when it ends before.
func part(data []byte, from, n int) ([]byte, bool) {
	if from < 0 || n < 0 || from > len(data) || n > len(data)-from {
		return nil, false
	}
	return data[from : from+n], true
}

func u16(data []byte, at int) int { return int(binary.BigEndian.Uint16(data[at:])) }
func i16(data []byte, at int) int { return int(int16(binary.BigEndian.Uint16(data[at:]))) }
func u32(data []byte, at int) int { return int(binary.BigEndian.Uint32(data[at:])) }

// Parse takes a font file apart.
func Parse(raw []byte) (*Font, error) {
	if head, ok := part(raw, 0, 12); !ok || string(head[:4]) != "\x00\x01\x00\x00" && string(head[:4]) != "true" {
		return nil, errors.New("not a TrueType font with glyf outlines")
	}
	f := &Font{tables: map[string][]byte{}}
	for i := range u16(raw, 4) {
		entry, ok := part(raw, 12+16*i, 16)
		if !ok {
			return nil, ErrDamaged
		}
		table, ok := part(raw, u32(entry, 8), u32(entry, 12))
		if !ok {
			return nil, fmt.Errorf("%w: table %q", ErrDamaged, entry[:4])
		}
		f.tables[string(entry[:4])] = table
	}
	if err := f.check(); err != nil {
		return nil, err
	}
	var err error
	f.characters, err = f.charmap()
	f.Name = f.postScriptName()
	return f, err
}

// Glyph finds the glyph of a character; 0 is that of none.
func (f *Font) Glyph(r rune) (int, error) {
	glyph, err := f.characters.glyph(r)
	if err == nil && glyph >= f.count {
		err = fmt.Errorf("%w: the glyph of U+%04X", ErrDamaged, r)
	}
	return glyph, err
}

// check reads what the tables are measured by and makes sure that they are as long as that.
func (f *Font) check() error {
	for tag, least := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "cmap": 4, "glyf": 0} {
		if table, ok := f.tables[tag]; !ok || len(table) < least {
			return fmt.Errorf("%w: table %q", ErrDamaged, tag)
		}
	}
	f.units = u16(f.tables["head"], 18)
	f.longLoca = u16(f.tables["head"], 50) != 0
	f.count = u16(f.tables["maxp"], 4)
	f.metrics = u16(f.tables["hhea"], 34)
	size := 2
	if f.longLoca {
		size = 4
	}
	switch {
	case f.units < 16 || f.count == 0 || f.metrics == 0 || f.metrics > f.count:
		return ErrDamaged
	case len(f.tables["loca"]) < size*(f.count+1):
		return fmt.Errorf("%w: table \"loca\"", ErrDamaged)
	case len(f.tables["hmtx"]) < 2*f.metrics+2*f.count:
		return fmt.Errorf("%w: table \"hmtx\"", ErrDamaged)
	}
	return nil
}

// outline is what the glyf table holds of a glyph; nothing for a blank.
func (f *Font) outline(glyph int) ([]byte, error) {
	loca := f.tables["loca"]
	var from, to int
	if f.longLoca {
		from, to = u32(loca, 4*glyph), u32(loca, 4*glyph+4)
	} else {
		from, to = 2*u16(loca, 2*glyph), 2*u16(loca, 2*glyph+2)
	}
	data, ok := part(f.tables["glyf"], from, to-from)
	if !ok {
		return nil, fmt.Errorf("%w: glyph %d", ErrDamaged, glyph)
	}
	return data, nil
}

// metric is a glyph's advance and left side bearing.
func (f *Font) metric(glyph int) (advance, bearing int) {
	hmtx := f.tables["hmtx"]
	if glyph < f.metrics {
		return u16(hmtx, 4*glyph), u16(hmtx, 4*glyph+2)
	}
	return u16(hmtx, 4*(f.metrics-1)), u16(hmtx, 4*f.metrics+2*(glyph-f.metrics))
}
