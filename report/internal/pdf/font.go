package pdf

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"plimsoll/report/internal/layout"
)

// embedded is a font of one document. Every character has a glyph of its own, also when two look the same: so the text
// that is copied from a page is the text that was set, no-break spaces and all.
type embedded struct {
	name string                // among the resources
	cids map[rune]uint16       // numbers of the glyphs
	low  [utf8.RuneSelf]uint16 // the same of ASCII
}

// cid is the number of a character's glyph.
func (e *embedded) cid(r rune) uint16 {
	if r < utf8.RuneSelf {
		return e.low[r]
	}
	return e.cids[r]
}

// fonts embeds what the pages use and returns it by face, and the dictionary of resources that names it.
func (w *writer) fonts(pages []layout.Page) (map[layout.Face]*embedded, string, error) {
	out := map[layout.Face]*embedded{}
	used := layout.Runes(pages)
	var names strings.Builder
	for i, name := range slices.Sorted(maps.Keys(used)) {
		font, ok := w.set.faces[name]
		if !ok {
			return nil, "", fmt.Errorf("pdf: font %s is not in the set", name)
		}
		e := &embedded{name: fmt.Sprintf("F%d", i+1)}
		r, err := w.embed(font, e, slices.Sorted(maps.Keys(used[name])))
		if err != nil {
			return nil, "", fmt.Errorf("pdf: font %s: %w", name, err)
		}
		fmt.Fprintf(&names, "/%s %v ", e.name, r)
		out[name] = e
	}
	return out, "<<" + strings.TrimSpace(names.String()) + ">>", nil
}

// embed writes the objects of a font cut to characters.
func (w *writer) embed(f *face, e *embedded, runes []rune) (ref, error) {
	e.cids = make(map[rune]uint16, len(runes))
	glyphs := make([]int, len(runes))
	for i, r := range runes {
		glyph, err := f.glyph(r)
		if err == nil && glyph == 0 {
			err = fmt.Errorf("it lacks U+%04X", r)
		}
		if err != nil {
			return 0, err
		}
		glyphs[i], e.cids[r] = glyph, uint16(i+1)
		if r < utf8.RuneSelf {
			e.low[r] = uint16(i + 1)
		}
	}
	cut, err := f.cut(glyphs)
	if err != nil {
		return 0, err
	}
	name := tag(cut.file) + "+" + f.name
	file := w.stream(fmt.Sprintf("/Length1 %d ", len(cut.file)), cut.file)
	descendant := w.add("<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> "+
		"/FontDescriptor %v /CIDToGIDMap /Identity /DW 1000 /W [0 %v]>>", name, w.descriptor(f, name, file), cut.widths)
	return w.add("<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%v] /ToUnicode %v>>",
		name, descendant, w.stream("", toUnicode(runes))), nil
}

func (w *writer) descriptor(f *face, name string, file ref) ref {
	look := f.descriptor()
	angle, _ := appendNumber(nil, look.angle, 2)
	return w.add("<</Type /FontDescriptor /FontName /%s /Flags %d /FontBBox %v /ItalicAngle %s /Ascent %d /Descent %d /CapHeight %d /StemV %d /FontFile2 %v>>",
		name, look.flags, look.box, angle, look.ascent, look.descent, look.capHeight, look.stem, file)
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
