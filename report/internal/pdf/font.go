package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/go-pdf/fpdf"

	"plimsoll/report/internal/layout"
)

// embedded is a font of one document. Every character has a glyph of its own, also when two look the same: so the text
// that is copied from a page is the text that was set, no-break spaces and all.
type embedded struct {
	family string                // to fpdf
	name   string                // in PostScript, of this cut
	file   []byte                // packed
	size   int                   // of the file before
	widths []int                 // of the glyphs, in 1/1000 of the size
	runes  []rune                // of the glyphs behind .notdef
	cids   map[rune]uint16       // numbers of the glyphs
	low    [utf8.RuneSelf]uint16 // the same of ASCII
}

// cid is the number of a character's glyph.
func (e *embedded) cid(r rune) uint16 {
	if r < utf8.RuneSelf {
		return e.low[r]
	}
	return e.cids[r]
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
		e, err := font.embed(slices.Sorted(maps.Keys(used[name])), set)
		if err != nil {
			return fmt.Errorf("pdf: font %s: %w", name, err)
		}
		e.family = fmt.Sprintf("f%04d", i+1) // fpdf writes fonts in the order of these
		d.doc.AddFontFromBytes(e.family, "", font.definition(e, i), e.file)
		d.fonts[name], d.embedded = e, append(d.embedded, e)
	}
	return nil
}

// definition says of a font what fpdf asks of one, in JSON. Its glyphs have more than the 256 widths that are here for
// fpdf, which the finisher replaces. fpdf calls a font by a hash of all this: the place tells two apart that are one file
// and have the same characters.
func (f *face) definition(e *embedded, place int) []byte {
	out, _ := json.Marshal(struct { // it has nothing that could fail
		Tp, Name, File string
		Desc           fpdf.FontDescType
		Up             int
		Cw             [256]int
		OriginalSize   int
	}{Tp: "TrueType", Name: e.name, File: e.family + ".z", Desc: f.descriptor(), Up: place, OriginalSize: e.size})
	return out
}

// embed cuts a font to characters.
func (f *face) embed(runes []rune, set *FontSet) (*embedded, error) {
	e := &embedded{runes: runes, cids: make(map[rune]uint16, len(runes))}
	glyphs := make([]int, len(runes))
	for i, r := range runes {
		glyph, err := f.glyph(r)
		if err == nil && glyph == 0 {
			err = fmt.Errorf("it lacks U+%04X", r)
		}
		if err != nil {
			return nil, err
		}
		glyphs[i], e.cids[r] = glyph, uint16(i+1)
		if r < utf8.RuneSelf {
			e.low[r] = uint16(i + 1)
		}
	}
	cut, err := f.cut(glyphs)
	if err != nil {
		return nil, err
	}
	packer := set.packer()
	defer set.packers.Put(packer)
	e.name, e.size, e.widths = tag(cut.file)+"+"+f.name, len(cut.file), cut.widths
	e.file = bytes.Clone(packer.pack(cut.file))
	return e, nil
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
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
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
