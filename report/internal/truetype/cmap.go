package truetype

import (
	"fmt"
	"sort"
)

// charmap finds the glyphs of characters in one subtable of a font's cmap, of format 4 or 12.
type charmap struct {
	data []byte
	wide bool // format 12
}

// charmap picks the subtable that knows most characters.
func (f *Font) charmap() (charmap, error) {
	var best charmap
	table := f.tables["cmap"]
	for i := range u16(table, 2) {
		record, ok := part(table, 4+8*i, 8)
		if !ok {
			return best, ErrDamaged
		}
		from := u32(record, 4)
		if head, ok := part(table, from, 16); ok && unicodeMap(u16(record, 0), u16(record, 2)) {
			switch format := u16(head, 0); {
			case format == 12:
				best = charmap{table[from:], true}
			case format == 4 && best.data == nil:
				best = charmap{table[from:], false}
			}
		}
	}
	if best.data == nil {
		return best, fmt.Errorf("the font has no table of its characters that serves")
	}
	return best, best.check()
}

// unicodeMap tells whether a subtable is one of Unicode characters.
func unicodeMap(platform, encoding int) bool {
	return platform == 0 && encoding != 5 || platform == 3 && (encoding == 1 || encoding == 10)
}

// check makes sure that the subtable is as long as it says.
func (c charmap) check() error {
	count, size := u32(c.data, 12), 12
	if !c.wide {
		count, size = c.span()/2, 8
	}
	if count < 0 || count > (len(c.data)-16)/size {
		return fmt.Errorf("%w: table \"cmap\"", ErrDamaged)
	}
	return nil
}

// span is the length of each of the four arrays of format 4.
func (c charmap) span() int { return u16(c.data, 6) &^ 1 }

// glyph is a character's glyph; 0 when the font has none.
func (c charmap) glyph(r rune) (int, error) {
	if c.wide {
		return c.group(int(r)), nil
	}
	if r > 0xffff {
		return 0, nil
	}
	return c.segment(int(r))
}

// group looks into format 12: groups of first and last character and first glyph.
func (c charmap) group(r int) int {
	n := u32(c.data, 12)
	i := sort.Search(n, func(i int) bool { return u32(c.data, 16+12*i+4) >= r })
	if i == n || u32(c.data, 16+12*i) > r {
		return 0
	}
	return u32(c.data, 16+12*i+8) + r - u32(c.data, 16+12*i)
}

// segment looks into format 4: arrays of last and first characters, of differences to glyphs, and of offsets to lists
// of glyphs, counted from where the offset stands.
func (c charmap) segment(r int) (int, error) {
	span := c.span()
	i := 2 * sort.Search(span/2, func(i int) bool { return u16(c.data, 14+2*i) >= r })
	if i == span || u16(c.data, 16+span+i) > r {
		return 0, nil
	}
	delta, at := u16(c.data, 16+2*span+i), 16+3*span+i
	offset := u16(c.data, at)
	if offset == 0 {
		return (r + delta) & 0xffff, nil
	}
	listed, ok := part(c.data, at+offset+2*(r-u16(c.data, 16+span+i)), 2)
	if !ok {
		return 0, fmt.Errorf("%w: the glyph of U+%04X", ErrDamaged, r)
	}
	if u16(listed, 0) == 0 {
		return 0, nil
	}
	return (u16(listed, 0) + delta) & 0xffff, nil
}
