package truetype

import (
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// raw is a font of the templates, by the name of its file.
func raw(t testing.TB, name string) []byte {
	t.Helper()
	file, err := os.ReadFile(filepath.Join("../../../templates/fonts", name+".ttf"))
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// texts are two that use several hundred glyphs, by their fonts; some look the same as others.
func texts() map[string]string {
	var latin, han strings.Builder
	for r := ' '; r < 0x250; r++ {
		if r < 0x7f || r > 0xa0 {
			latin.WriteRune(r)
		}
	}
	for r := rune(0x4e00); r < 0x4e00+500; r++ {
		han.WriteRune(r)
	}
	return map[string]string{"NotoSans-Regular": latin.String() + "\u00a0\u2010-\u2011\u202f\u0394Ω\u2126", "NotoSansSC-Regular": han.String() + "🄀𠂇，"}
}

// readable adds the tables to a cut font that PDF has no need of but other readers ask for.
func readable(t testing.TB, cut []byte, raw *Font) []byte {
	t.Helper()
	f, err := Parse(withTables(t, cut, map[string][]byte{"cmap": raw.tables["cmap"]}))
	if err != nil {
		t.Fatal(err)
	}
	post := make([]byte, 32)
	post[1] = 3
	for tag, table := range map[string][]byte{"post": post, "name": raw.tables["name"], "OS/2": raw.tables["OS/2"]} {
		f.tables[tag] = table
	}
	return assemble(f.tables)
}

// withTables is a font file with tables put in, read without any check.
func withTables(t testing.TB, file []byte, more map[string][]byte) []byte {
	t.Helper()
	tables := map[string][]byte{}
	for i := range u16(file, 4) {
		entry := file[12+16*i:]
		table, ok := part(file, u32(entry, 8), u32(entry, 12))
		if !ok || u32(entry, 4) != int(checksum(table)) && string(entry[:4]) != "head" || u32(entry, 8)%4 != 0 {
			t.Fatalf("table %q is damaged", entry[:4])
		}
		tables[string(entry[:4])] = slices.Clone(table)
	}
	for tag, table := range more {
		tables[tag] = table
	}
	return assemble(tables)
}

// Every character's outline and advance in the cut font are those of the raw one, also of glyphs made of others.
func TestOutlines(t *testing.T) {
	for name, text := range texts() {
		file := raw(t, name)
		f, err := Parse(file)
		if err != nil {
			t.Fatal(err)
		}
		runes := []rune(text)
		glyphs := make([]int, len(runes))
		for i, r := range runes {
			glyphs[i], _ = f.Glyph(r)
		}
		cut, err := f.Cut(glyphs)
		if err != nil {
			t.Fatal(err)
		}
		if sum := checksum(cut.File); sum != 0xb1b0afba {
			t.Errorf("%s: the file's checksum is %x", name, sum)
		}
		sameOutlines(t, file, readable(t, cut.File, f), glyphs)
	}
}

func sameOutlines(t *testing.T, raw, cut []byte, glyphs []int) {
	t.Helper()
	a, errA := sfnt.Parse(raw)
	b, errB := sfnt.Parse(cut)
	if errA != nil || errB != nil {
		t.Fatal(errA, errB)
	}
	for i, g := range append([]int{0}, glyphs...) {
		want, wantAdvance := glyph(t, a, g)
		got, gotAdvance := glyph(t, b, i)
		if !reflect.DeepEqual(want, got) || wantAdvance != gotAdvance {
			t.Errorf("glyph %d is not what glyph %d was", i, g)
		}
	}
}

func glyph(t *testing.T, f *sfnt.Font, g int) (sfnt.Segments, fixed.Int26_6) {
	t.Helper()
	var buffer sfnt.Buffer
	segments, err := f.LoadGlyph(&buffer, sfnt.GlyphIndex(g), fixed.I(1000), nil)
	if err != nil {
		t.Fatal(err)
	}
	segments = slices.Clone(segments)
	advance, err := f.GlyphAdvance(&buffer, sfnt.GlyphIndex(g), fixed.I(1000), font.HintingNone)
	if err != nil {
		t.Fatal(err)
	}
	return segments, advance
}

// Both kinds of tables of characters find what another reader finds, for every character of the basic plane.
func TestCharmap(t *testing.T) {
	for name := range texts() {
		file := raw(t, name)
		f, err := Parse(file)
		if err != nil {
			t.Fatal(err)
		}
		wide, err := f.charmap()
		if err != nil || !wide.wide {
			t.Fatalf("%s: %v, wide %v", name, err, wide.wide)
		}
		narrow := charmap{data: f.tables["cmap"][format4(t, f.tables["cmap"]):]}
		other, err := sfnt.Parse(file)
		if err != nil {
			t.Fatal(err)
		}
		var buffer sfnt.Buffer
		for r := rune(0); r < 0xffff; r++ {
			want, _ := other.GlyphIndex(&buffer, r)
			a, errA := wide.glyph(r)
			b, errB := narrow.glyph(r)
			if a != int(want) || b != int(want) || errA != nil || errB != nil {
				t.Fatalf("%s: U+%04X is %d, %d, not %d; %v %v", name, r, a, b, want, errA, errB)
			}
		}
	}
}

func format4(t *testing.T, table []byte) int {
	t.Helper()
	for i := range u16(table, 2) {
		if from := u32(table, 4+8*i+4); u16(table, from) == 4 {
			return from
		}
	}
	t.Fatal("no table of format 4")
	return 0
}

// small is a font of some characters, with accents made of other glyphs, and with a table that finds them.
func small(t testing.TB) []byte {
	t.Helper()
	f, err := Parse(raw(t, "NotoSans-Regular"))
	if err != nil {
		t.Fatal(err)
	}
	var glyphs []int
	for _, r := range "ab\u00e9\u1ed3" {
		g, err := f.Glyph(r)
		if err != nil {
			t.Fatal(err)
		}
		glyphs = append(glyphs, g)
	}
	cut, err := f.Cut(glyphs)
	if err != nil {
		t.Fatal(err)
	}
	return withTables(t, cut.File, map[string][]byte{"cmap": table4(), "name": f.tables["name"], "OS/2": f.tables["OS/2"], "post": make([]byte, 32)})
}

// table4 maps ab to the first two glyphs and é and ồ to the next, by all the ways of format 4.
func table4() []byte {
	var out []byte
	for _, v := range []int{0, 1, 3, 1, 0, 12, 4, 42, 0, 8, 8, 2, 0, 'b', 0xe9, 0x1ed3, 0xffff, 0, 'a', 0xe9, 0x1ed3, 0xffff, 1 - 'a', 0, 4 - 0x1ed3, 1, 0, 6, 0, 0, 3} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	return out
}

func TestSmallFont(t *testing.T) {
	f, err := Parse(small(t))
	if err != nil {
		t.Fatal(err)
	}
	for r, want := range map[rune]int{'a': 1, 'b': 2, 'é': 3, 'ồ': 4, 'c': 0} {
		if got, err := f.Glyph(r); got != want || err != nil {
			t.Errorf("%c: glyph %d, %v", r, got, err)
		}
	}
	if f.count <= 5 {
		t.Errorf("%d glyphs: nothing is made of others", f.count)
	}
}

// Wherever a font file is cut off or spoilt, it is an error or a font, never a panic.
func TestDamagedFonts(t *testing.T) {
	whole := small(t)
	for n := range whole {
		if err := try(whole[:n], "aé"); err == nil && n < len(whole)-4 {
			t.Errorf("no error at %d of %d bytes", n, len(whole))
		}
		for _, b := range []byte{0, 0xff} {
			spoilt := slices.Clone(whole)
			spoilt[n] = b
			_ = try(spoilt, "abéồc")
		}
	}
}

// try cuts a font to the characters of a text.
func try(raw []byte, text string) error {
	f, err := Parse(raw)
	if err != nil {
		return err
	}
	_ = f.Look()
	var glyphs []int
	for _, r := range text {
		glyph, err := f.Glyph(r)
		if err != nil {
			return err
		}
		glyphs = append(glyphs, glyph)
	}
	_, err = f.Cut(glyphs)
	return err
}

func TestLook(t *testing.T) {
	for name, want := range map[string]Look{
		"NotoSans-Regular":   {Ascent: 1069, Descent: -293, CapHeight: 714, Stem: 87},
		"NotoSans-Bold":      {Ascent: 1069, Descent: -293, CapHeight: 714, Stem: 165},
		"NotoSansSC-Regular": {Ascent: 1160, Descent: -288, CapHeight: 733, Stem: 87},
	} {
		f, err := Parse(raw(t, name))
		if err != nil {
			t.Fatal(err)
		}
		got := f.Look()
		if got.Left >= 0 || got.High <= 900 {
			t.Errorf("%s: %+v", name, got)
		}
		want.Left, want.Low, want.Right, want.High = got.Left, got.Low, got.Right, got.High
		if got != want || f.Name != name {
			t.Errorf("%s, which calls itself %s: %+v, not %+v", name, f.Name, got, want)
		}
	}
}

func FuzzSubset(f *testing.F) {
	f.Add(small(f), "abéồ")
	f.Fuzz(func(t *testing.T, raw []byte, text string) {
		if err := try(raw, text); err != nil {
			return
		}
		font, err := Parse(raw)
		if err != nil {
			t.Fatal(err)
		}
		cut, err := font.Cut([]int{0})
		if err != nil {
			t.Fatal(err)
		}
		again, err := Parse(withTables(t, cut.File, map[string][]byte{"cmap": table4()}))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := again.Cut([]int{0}); err != nil && !errors.Is(err, ErrDamaged) {
			t.Error(err)
		}
	})
}
