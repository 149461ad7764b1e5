package pdf

import (
	"bytes"
	"fmt"
	"sync"

	"plimsoll/report/internal/layout"
)

// FontSet is the fonts of a run, read once, and what else all documents share. It may be shared by goroutines; each
// document cuts what it uses.
type FontSet struct {
	faces   map[layout.Face]*face
	profile []byte // of the colours, packed
	packers sync.Pool
}

// face is a font that stays as it is while documents cut it to their characters.
type face struct {
	*truetype
	name       string // in PostScript
	characters charmap
}

// NewFontSet reads TrueType fonts.
func NewFontSet(raw map[layout.Face][]byte) (*FontSet, error) {
	set := &FontSet{faces: map[layout.Face]*face{}}
	for name, file := range raw {
		read, err := newFace(file)
		if err != nil {
			return nil, fmt.Errorf("font %s: %w", name, err)
		}
		set.faces[name] = read
	}
	p := set.packer()
	defer set.packers.Put(p)
	set.profile = bytes.Clone(p.pack(srgb()))
	return set, nil
}

func newFace(raw []byte) (*face, error) {
	font, err := parseFont(raw)
	if err != nil {
		return nil, err
	}
	characters, err := font.charmap()
	if err != nil {
		return nil, err
	}
	return &face{truetype: font, name: font.postScriptName(), characters: characters}, nil
}

// glyph finds the glyph of a character; 0 is that of none.
func (f *face) glyph(r rune) (int, error) {
	glyph, err := f.characters.glyph(r)
	if err == nil && glyph >= f.count {
		err = fmt.Errorf("%w: the glyph of U+%04X", errCut, r)
	}
	return glyph, err
}
