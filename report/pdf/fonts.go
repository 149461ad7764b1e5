package pdf

import (
	"fmt"
	"sync"

	"plimsoll/report/layout"
)

// FontSet is the fonts of a run and the glyphs of the characters that its documents use. It is made once and may be
// shared by goroutines.
type FontSet struct {
	faces     map[layout.Face]*face
	deflaters sync.Pool
}

// face is a font that stays as it is while documents cut it to their characters.
type face struct {
	*truetype
	name   string // in PostScript
	glyphs map[rune]int
}

// NewFontSet reads TrueType fonts and finds the glyphs of the runes that are used in the whole run; see layout.Runes. A
// rune that its font lacks gets a glyph that looks like the font's box for missing ones.
func NewFontSet(raw map[layout.Face][]byte, runes map[layout.Face]map[rune]bool) (*FontSet, error) {
	set := &FontSet{faces: map[layout.Face]*face{}}
	for name, used := range runes {
		if len(raw[name]) == 0 {
			return nil, fmt.Errorf("font %s: no file", name)
		}
		read, err := newFace(raw[name], used)
		if err != nil {
			return nil, fmt.Errorf("font %s: %w", name, err)
		}
		set.faces[name] = read
	}
	return set, nil
}

func newFace(raw []byte, used map[rune]bool) (*face, error) {
	font, err := parseFont(raw)
	if err != nil {
		return nil, err
	}
	characters, err := font.charmap()
	if err != nil {
		return nil, err
	}
	f := &face{truetype: font, name: font.postScriptName(), glyphs: map[rune]int{}}
	for r := range used {
		glyph, err := characters.glyph(r)
		if err != nil {
			return nil, err
		}
		if glyph >= font.count {
			return nil, fmt.Errorf("%w: the glyph of U+%04X", errCut, r)
		}
		f.glyphs[r] = glyph
	}
	return f, nil
}
