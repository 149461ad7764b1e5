package pdf

import (
	"fmt"
	"slices"

	"github.com/go-pdf/fpdf"

	"plimsoll/report/layout"
)

// FontSet is the fonts of a run, cut to the characters its documents use. It is
// made once and may be shared by goroutines.
type FontSet struct {
	cut map[layout.Face][]byte
}

// NewFontSet cuts TrueType fonts to the runes that are used in the whole run;
// see layout.Runes.
func NewFontSet(raw map[layout.Face][]byte, runes map[layout.Face]map[rune]bool) (*FontSet, error) {
	set := &FontSet{cut: map[layout.Face][]byte{}}
	for face, used := range runes {
		if len(raw[face]) == 0 {
			return nil, fmt.Errorf("font %s: no file", face)
		}
		cut, err := cutFont(raw[face], used)
		if err != nil {
			return nil, fmt.Errorf("font %s: %w", face, err)
		}
		set.cut[face] = cut
	}
	return set, nil
}

// cutFont asks fpdf to cut; it panics on a font it does not understand.
func cutFont(raw []byte, used map[rune]bool) (cut []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("cannot be cut: %v", p)
		}
	}()
	var runes []rune
	for r := range used {
		runes = append(runes, r)
	}
	// Digits are in every font: fpdf measures a font by some characters of it.
	for r := '0'; r <= '9'; r++ {
		if !used[r] {
			runes = append(runes, r)
		}
	}
	slices.Sort(runes)
	cut = fpdf.UTF8CutFont(raw, string(runes))
	if len(cut) == 0 {
		return nil, fmt.Errorf("cannot be cut")
	}
	return cut, nil
}
