package layout

import (
	"fmt"
	"math"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Face is one of the fonts a page is set in.
type Face string

// The faces. The Han ones serve the characters that the others lack.
const (
	Regular    Face = "regular"
	Bold       Face = "bold"
	HanRegular Face = "han-regular"
	HanBold    Face = "han-bold"
)

// mm is the length of a point.
const mm = 25.4 / 72

// Fonts measures text. It is made once a run and may be shared by goroutines.
type Fonts struct {
	faces map[Face]*metrics
}

// metrics holds one font's advances, in 1/1000 of the size and filled when
// first asked for: 0 means not asked yet, -1 no such glyph, else advance + 1.
type metrics struct {
	font     *sfnt.Font
	units    float64
	advances [1 << 16]atomic.Int32
	buffers  sync.Pool
}

// NewFonts reads the TrueType fonts of the four faces.
func NewFonts(files map[Face][]byte) (*Fonts, error) {
	fonts := &Fonts{faces: map[Face]*metrics{}}
	for _, face := range []Face{Regular, Bold, HanRegular, HanBold} {
		f, err := sfnt.Parse(files[face])
		if err != nil {
			return nil, fmt.Errorf("font %s: %w (only TrueType fonts with glyf outlines serve)", face, err)
		}
		fonts.faces[face] = &metrics{font: f, units: float64(f.UnitsPerEm())}
	}
	return fonts, nil
}

// advance is a character's width in 1/1000 of the size, rounded as a document
// states it; false when the font lacks the character.
func (m *metrics) advance(r rune) (int, bool) {
	if r < 0 || r > 0xffff {
		width := m.lookup(r) // rare, so not remembered
		return int(width) - 1, width > 0
	}
	known := m.advances[r].Load()
	if known == 0 {
		known = m.lookup(r)
		m.advances[r].Store(known)
	}
	return int(known) - 1, known > 0
}

func (m *metrics) lookup(r rune) int32 {
	buffer, ok := m.buffers.Get().(*sfnt.Buffer)
	if !ok {
		buffer = &sfnt.Buffer{}
	}
	defer m.buffers.Put(buffer)
	glyph, err := m.font.GlyphIndex(buffer, r)
	if err != nil || glyph == 0 {
		return -1
	}
	width, err := m.font.GlyphAdvance(buffer, glyph, fixed.I(int(m.units)), font.HintingNone)
	if err != nil {
		return -1
	}
	return int32(math.Round(float64(width)/64*1000/m.units)) + 1
}

// face picks the face that has the character. In Chinese text the Han face
// comes first for the marks that Latin text has too, which are wide there.
func (f *Fonts) face(r rune, bold, chinese bool) (Face, int, bool) {
	latin, han := Regular, HanRegular
	if bold {
		latin, han = Bold, HanBold
	}
	if chinese && sharedMark(r) {
		latin, han = han, latin
	}
	if width, ok := f.faces[latin].advance(r); ok {
		return latin, width, true
	}
	if width, ok := f.faces[han].advance(r); ok {
		return han, width, true
	}
	return latin, 0, false
}

// substitute stands for a character that no face has: a box, which is also what is copied and read aloud, so that
// nobody takes it for the character itself.
func (f *Fonts) substitute() rune {
	if _, _, ok := f.face('□', false, false); ok {
		return '□'
	}
	return '?'
}

func sharedMark(r rune) bool {
	switch r {
	case '—', '‘', '’', '“', '”', '…':
		return true
	}
	return false
}

// invisible reports whether a character only guides the breaking or joining of
// its neighbours.
func invisible(r rune) bool {
	return r >= 0x200b && r <= 0x200f || r == 0x2060 || r == 0xfeff || r >= 0xfe00 && r <= 0xfe0f || r == 0xad
}

// visible is a text without characters that only guide.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if invisible(r) {
			return -1
		}
		return r
	}, text)
}

// Runes are the characters in use, by face, so that fonts can be cut to them.
func Runes(pages []Page) map[Face]map[rune]bool {
	runes := map[Face]map[rune]bool{}
	seen := map[Face]*[utf8.RuneSelf]bool{} // most characters are of these few, and met a thousand times
	for _, page := range pages {
		for _, item := range page.Items {
			if item.Text == nil {
				continue
			}
			known := seen[item.Text.Face]
			if known == nil {
				known = &[utf8.RuneSelf]bool{}
				seen[item.Text.Face], runes[item.Text.Face] = known, map[rune]bool{}
			}
			for _, r := range item.Text.String {
				if r >= utf8.RuneSelf {
					runes[item.Text.Face][r] = true
				} else if !known[r] {
					known[r], runes[item.Text.Face][r] = true, true
				}
			}
		}
	}
	return runes
}
