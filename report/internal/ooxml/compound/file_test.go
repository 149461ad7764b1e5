package compound_test

import (
	"bytes"
	"testing"

	"plimsoll/report/internal/ooxml/compound"
	"plimsoll/report/internal/ooxml/ooxmltest"
)

// streams are two, the second longer than a sector.
func streams() []ooxmltest.Stream {
	return []ooxmltest.Stream{{Name: "Workbook", Data: []byte("short")},
		{Name: "EncryptedPackage", Data: bytes.Repeat([]byte("long "), 1000)}}
}

func TestStreams(t *testing.T) {
	c, err := compound.Open(ooxmltest.Compound(streams()...))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range streams() {
		if got, err := c.Read(s.Name); err != nil || !bytes.Equal(got, s.Data) || !c.Has(s.Name) {
			t.Errorf("%s: %d bytes, %v", s.Name, len(got), err)
		}
	}
	if !c.Has("WORKBOOK") || c.Has("Book") || c.Has("Root Entry") {
		t.Error("a stream is found by its name in any case, and by no other")
	}
	if _, err := c.Read("Book"); err == nil {
		t.Error("a stream that is not there was read")
	}
}

func TestIs(t *testing.T) {
	for data, want := range map[string]bool{ooxmltest.CompoundStart: true, ooxmltest.CompoundStart + "x": true,
		"":                          false,
		ooxmltest.CompoundStart[:7]: false, "PK": false} {
		if got := compound.Is([]byte(data)); got != want {
			t.Errorf("%q: %v", data, got)
		}
	}
}

// TestDamagedFiles turns over each byte and cuts the file off there: reading ends, in bytes of the file's length at
// most.
func TestDamagedFiles(t *testing.T) {
	data := ooxmltest.Compound(streams()...)
	for at := range data {
		damaged := bytes.Clone(data)
		damaged[at] ^= 0xff
		for _, d := range [][]byte{damaged, data[:at]} {
			c, err := compound.Open(d)
			if err != nil {
				continue
			}
			for _, s := range streams() {
				if got, err := c.Read(s.Name); err == nil && len(got) > 2*len(data) {
					t.Fatalf("byte %d: %d bytes of %s", at, len(got), s.Name)
				}
			}
		}
	}
}
