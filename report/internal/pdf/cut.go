package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"
	"unicode/utf16"
	"unicode/utf8"

	"plimsoll/report/internal/layout"
	"plimsoll/report/internal/truetype"
)

// cut is a font cut to some characters, which does not change any more. Every character has a glyph of its own, also when
// two look the same: so the text that is copied from a page is the text that was set, no-break spaces and all.
type cut struct {
	name    string                // in PostScript, of this cut
	file    []byte                // packed
	size    int                   // of the file before
	unicode []byte                // the CMap that turns glyphs back into characters, packed
	widths  []int                 // of the glyphs, in 1/1000 of the size
	cids    map[rune]uint16       // numbers of the glyphs
	low     [utf8.RuneSelf]uint16 // the same of ASCII
}

// cid is the number of a character's glyph.
func (c *cut) cid(r rune) uint16 {
	if r < utf8.RuneSelf {
		return c.low[r]
	}
	return c.cids[r]
}

// mostKept is how many cuts of a run are kept for other documents, of some 30 kB each.
const mostKept = 200

// cut cuts a font to characters, once for all documents that use the same ones of it.
func (s *FontSet) cut(face layout.Face, f *truetype.Font, runes []rune) (*cut, error) {
	key := string(face) + "\n" + string(runes)
	if known, ok := s.cuts.Load(key); ok {
		return known.(*cut), nil
	}
	c, err := s.newCut(f, runes)
	if err == nil && s.kept.Add(1) <= mostKept {
		s.cuts.Store(key, c)
	}
	return c, err
}

func (s *FontSet) newCut(f *truetype.Font, runes []rune) (*cut, error) {
	c := &cut{cids: make(map[rune]uint16, len(runes))}
	glyphs := make([]int, len(runes))
	for i, r := range runes {
		glyph, err := f.Glyph(r)
		if err == nil && glyph == 0 {
			err = fmt.Errorf("it lacks U+%04X", r)
		}
		if err != nil {
			return nil, err
		}
		glyphs[i], c.cids[r] = glyph, uint16(i+1)
		if r < utf8.RuneSelf {
			c.low[r] = uint16(i + 1)
		}
	}
	subset, err := f.Cut(glyphs)
	if err != nil {
		return nil, err
	}
	packer := s.packer()
	defer s.packers.Put(packer)
	c.name, c.size, c.widths = tag(subset.File)+"+"+f.Name, len(subset.File), subset.Widths
	c.file = bytes.Clone(packer.pack(subset.File))
	c.unicode = bytes.Clone(packer.pack(toUnicode(runes)))
	return c, nil
}

// tag is six letters that tell this subset of a font from others.
func tag(file []byte) string {
	sum := sha256.Sum256(file)
	letters := make([]byte, 6)
	for i := range letters {
		letters[i] = 'A' + sum[i]%26
	}
	return string(letters)
}

// atOnce is how many characters one section of a CMap may list.
const atOnce = 100

// toUnicode is the CMap that turns glyphs back into characters.
func toUnicode(runes []rune) []byte {
	out := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	cid := 0
	for section := range slices.Chunk(runes, atOnce) {
		out = fmt.Appendf(out, "%d beginbfchar\n", len(section))
		for _, r := range section {
			cid++
			out = fmt.Appendf(out, "<%04X> <", cid)
			for _, unit := range utf16.Encode([]rune{r}) {
				out = fmt.Appendf(out, "%04X", unit)
			}
			out = append(out, ">\n"...)
		}
		out = append(out, "endbfchar\n"...)
	}
	return append(out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}
