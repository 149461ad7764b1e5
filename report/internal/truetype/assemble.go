package truetype

import (
	"encoding/binary"
	"maps"
	"math/bits"
	"slices"
)

// assemble makes a font file of tables.
func assemble(tables map[string][]byte) []byte {
	binary.BigEndian.PutUint32(tables["head"][8:], 0)
	tags := slices.Sorted(maps.Keys(tables))
	out := offsetTable(len(tags))
	at := len(out) + 16*len(tags)
	for _, tag := range tags {
		out = append(out, tag...)
		out = binary.BigEndian.AppendUint32(out, checksum(tables[tag]))
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		out = binary.BigEndian.AppendUint32(out, uint32(len(tables[tag])))
		at += (len(tables[tag]) + 3) &^ 3
	}
	head := 0
	for _, tag := range tags {
		if tag == "head" {
			head = len(out)
		}
		out = append(out, tables[tag]...)
		out = append(out, make([]byte, -len(out)&3)...)
	}
	binary.BigEndian.PutUint32(out[head+8:], 0xb1b0afba-checksum(out))
	return out
}

// offsetTable is what a font file begins with: the number of tables and what a binary search in them starts from.
func offsetTable(tables int) []byte {
	log := bits.Len(uint(tables)) - 1
	out := []byte{0, 1, 0, 0}
	for _, v := range []int{tables, 16 << log, log, 16*tables - 16<<log} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	return out
}

// checksum adds a table up in words, as if zeros stood behind it.
func checksum(table []byte) uint32 {
	var sum uint32
	for ; len(table) >= 4; table = table[4:] {
		sum += binary.BigEndian.Uint32(table)
	}
	var last [4]byte
	copy(last[:], table)
	return sum + binary.BigEndian.Uint32(last[:])
}
