// Package compound reads OLE2 compound files (MS-CFB): a file system of streams, in which workbooks of before 2007 and
// locked ones come. It proves every sector against the file's size and every chain against going round in a circle.
//
//	c, err := compound.Open(data)
//	if err == nil && c.Has("EncryptedPackage") { … }
package compound

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"unicode/utf16"
)

// Marks of MS-CFB. A chain of sectors ends at the first number that is no sector.
const (
	compoundHeader = 512
	headerDIFAT    = 109 // places of FAT sectors that the header itself lists
	directoryEntry = 128
	miniSector     = 64
	lastSector     = 0xFFFFFFFA
)

// File is an OLE2 compound file (MS-CFB): a file system of streams in which old workbooks and locked ones come.
type File struct {
	data    []byte
	sector  int      // bytes of a sector
	fat     []uint32 // the sectors that hold the FAT
	cutoff  uint64   // shorter streams stand in the mini stream
	mini    []byte   // the mini stream
	miniFAT []byte
	streams []stream
}

// stream is an entry of the directory.
type stream struct {
	name  string
	start uint32
	size  uint64
}

var errDamaged = errors.New("its compound file is damaged")

// Is says whether a file begins as compound files do.
func Is(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
}

// Open reads the tables of a compound file: where its sectors and streams lie.
func Open(data []byte) (*File, error) {
	if len(data) < compoundHeader {
		return nil, errDamaged
	}
	shift := binary.LittleEndian.Uint16(data[30:])
	if shift != 9 && shift != 12 {
		return nil, errDamaged
	}
	at := func(offset int) uint32 { return binary.LittleEndian.Uint32(data[offset:]) }
	c := &File{data: data, sector: 1 << shift, cutoff: uint64(at(56))}
	if err := c.findFAT(at(68)); err != nil {
		return nil, err
	}
	directory, err := c.chain(at(48))
	if err != nil {
		return nil, err
	}
	root := c.list(directory)
	if root == nil {
		return nil, errDamaged
	}
	if c.miniFAT, err = c.chain(at(60)); err != nil {
		return nil, err
	}
	c.mini, err = c.chain(root.start)
	return c, err
}

// findFAT lists the sectors of the FAT: those that the header names, and those of the chain of DIFAT sectors.
func (c *File) findFAT(next uint32) error {
	place := c.data[76 : 76+4*headerDIFAT]
	for turns := 0; ; turns++ {
		for ; len(place) >= 4; place = place[4:] {
			if n := binary.LittleEndian.Uint32(place); n < lastSector {
				c.fat = append(c.fat, n)
			}
		}
		if next >= lastSector {
			return nil
		}
		sector := c.at(next)
		if len(sector) < c.sector || turns > len(c.data)/c.sector {
			return errDamaged
		}
		place, next = sector[:c.sector-4], binary.LittleEndian.Uint32(sector[c.sector-4:])
	}
}

// at is a sector's bytes, nil where the file does not hold it. The last one of a file may be short.
func (c *File) at(n uint32) []byte {
	from := (int64(n) + 1) * int64(c.sector)
	if from >= int64(len(c.data)) {
		return nil
	}
	return c.data[from:min(from+int64(c.sector), int64(len(c.data)))]
}

// after is the sector that follows in a chain, by the FAT.
func (c *File) after(n uint32) uint32 {
	per := uint32(c.sector / 4)
	if int(n/per) >= len(c.fat) {
		return lastSector
	}
	table := c.at(c.fat[n/per])
	if len(table) < c.sector {
		return lastSector
	}
	return binary.LittleEndian.Uint32(table[n%per*4:])
}

// chain joins the sectors that begin at one. A chain longer than the file goes round in a circle.
func (c *File) chain(n uint32) ([]byte, error) {
	var out []byte
	for n < lastSector {
		sector := c.at(n)
		if sector == nil || len(out) > len(c.data) {
			return nil, errDamaged
		}
		out, n = append(out, sector...), c.after(n)
	}
	return out, nil
}

// list reads the directory and gives its root.
func (c *File) list(directory []byte) (root *stream) {
	const streamType, rootType = 2, 5
	for ; len(directory) >= directoryEntry; directory = directory[directoryEntry:] {
		entry := directory[:directoryEntry]
		units := make([]uint16, min(int(binary.LittleEndian.Uint16(entry[64:])), 64)/2)
		for i := range units {
			units[i] = binary.LittleEndian.Uint16(entry[2*i:])
		}
		s := stream{name: strings.TrimRight(string(utf16.Decode(units)), "\x00"),
			start: binary.LittleEndian.Uint32(entry[116:]), size: binary.LittleEndian.Uint64(entry[120:])}
		if c.sector == 512 {
			s.size &= 0xFFFFFFFF // what stands above is undefined in version 3
		}
		switch entry[66] {
		case streamType:
			c.streams = append(c.streams, s)
		case rootType:
			root = &s
		}
	}
	return root
}

// Has says whether there is a stream of a name, in any case.
func (c *File) Has(name string) bool {
	for _, s := range c.streams {
		if strings.EqualFold(s.name, name) {
			return true
		}
	}
	return false
}

// Read gives the first stream of a name, or as much as there is of it: some writers claim more than they write.
func (c *File) Read(name string) ([]byte, error) {
	for _, s := range c.streams {
		if strings.EqualFold(s.name, name) {
			data, err := c.content(s)
			return data[:min(s.size, uint64(len(data)))], err
		}
	}
	return nil, errDamaged
}

func (c *File) content(s stream) ([]byte, error) {
	if s.size >= c.cutoff {
		return c.chain(s.start)
	}
	var out []byte
	for n := s.start; n < lastSector; n = binary.LittleEndian.Uint32(c.miniFAT[4*n:]) {
		from := int64(n) * miniSector
		if from+miniSector > int64(len(c.mini)) || 4*int64(n)+4 > int64(len(c.miniFAT)) || len(out) > len(c.mini) {
			return nil, errDamaged
		}
		out = append(out, c.mini[from:from+miniSector]...)
	}
	return out, nil
}
