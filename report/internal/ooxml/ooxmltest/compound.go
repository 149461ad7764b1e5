package ooxmltest

import (
	"bytes"
	"encoding/binary"
	"slices"
	"unicode/utf16"
)

// CompoundStart is how every compound file begins.
const CompoundStart = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// Stream is a stream of a compound file.
type Stream struct {
	Name string
	Data []byte
}

// Compound writes a compound file of streams in their order, none of them in the mini stream.
func Compound(streams ...Stream) []byte {
	var body []byte
	var fat []uint32
	put := func(data []byte) uint32 {
		start := uint32(len(fat))
		for i := 0; i < len(data); i += 512 {
			body = append(body, make([]byte, 512)...)
			copy(body[len(body)-512:], data[i:])
			fat = append(fat, uint32(len(fat))+1)
		}
		fat[len(fat)-1] = 0xFFFFFFFE
		return start
	}
	entry := func(name string, kind byte, start uint32, size int) []byte {
		e := make([]byte, 128)
		for i, u := range utf16.Encode([]rune(name)) {
			binary.LittleEndian.PutUint16(e[2*i:], u)
		}
		binary.LittleEndian.PutUint16(e[64:], uint16(2*len(name)+2))
		e[66] = kind
		binary.LittleEndian.PutUint32(e[116:], start)
		binary.LittleEndian.PutUint32(e[120:], uint32(size))
		return e
	}
	directory := entry("Root Entry", 5, 0xFFFFFFFE, 0)
	for _, s := range streams {
		directory = append(directory, entry(s.Name, 2, put(s.Data), len(s.Data))...)
	}
	header := make([]byte, 512)
	copy(header, CompoundStart)
	binary.LittleEndian.PutUint16(header[30:], 9)
	binary.LittleEndian.PutUint32(header[48:], put(directory))
	for _, at := range []int{60, 68} { // no mini FAT, no DIFAT
		binary.LittleEndian.PutUint32(header[at:], 0xFFFFFFFE)
	}
	fill := bytes.Repeat([]byte{0xff}, 512)
	copy(header[76:], fill)
	sectors := (len(fat) + 127) / 128
	table := make([]byte, 512*sectors)
	for i := range sectors {
		binary.LittleEndian.PutUint32(header[76+4*i:], uint32(len(fat)+i))
	}
	for i, n := range fat {
		binary.LittleEndian.PutUint32(table[4*i:], n)
	}
	return slices.Concat(header, body, table)
}
