package workbook

import (
	"encoding/binary"
	"math"
)

// Packed is the rows of a sheet in little room, some four bytes a cell instead of thirty-two and its text: what cells
// hold comes again and again. Rows gives them back as they were.
//
//	packed := workbook.Pack(sheet.Rows)
//	sheet.Rows = nil
//	… the sheets of the other workbooks …
//	rows := packed.Rows()
//
// A row is its number, its fields and its cells; a cell is the number of what it holds among what was seen before, or
// what it holds.
type Packed struct {
	data        []byte
	seen        []Cell // blank first
	rows, cells int
}

// literal stands before what a cell holds where it is not among what was seen. More than mostSeen things that differ
// are not worth looking for: sheets of others may hold millions.
const (
	blankCell = iota
	literal
	firstSeen
)

const mostSeen = 1 << 15

// Pack packs rows.
func Pack(rows []Row) *Packed {
	p := &Packed{rows: len(rows)}
	number := make(map[Cell]int)
	for _, row := range rows {
		p.put(row.Index, row.Fields, len(row.Cells))
		p.cells += len(row.Cells)
		for _, c := range row.Cells {
			at, known := number[c]
			switch {
			case c == Cell{}:
				p.put(blankCell)
			case known:
				p.put(firstSeen + at)
			case len(p.seen) < mostSeen:
				number[c] = len(p.seen)
				p.put(firstSeen + len(p.seen))
				p.seen = append(p.seen, c)
			default:
				p.putCell(c)
			}
		}
	}
	p.data = append([]byte(nil), p.data...) // without the room that growing left
	return p
}

func (p *Packed) put(numbers ...int) {
	for _, n := range numbers {
		p.data = binary.AppendUvarint(p.data, uint64(n))
	}
}

func (p *Packed) putCell(c Cell) {
	duration := 0
	if c.Duration {
		duration = 1
	}
	p.put(literal, int(c.Kind), duration)
	p.data = binary.LittleEndian.AppendUint64(p.data, math.Float64bits(c.Number))
	p.put(len(c.Text))
	p.data = append(p.data, c.Text...)
}

// Rows gives the rows back.
func (p *Packed) Rows() []Row {
	from := unpacker(p.data)
	rows, room := make([]Row, p.rows), make([]Cell, p.cells)
	for i := range rows {
		row := &rows[i]
		row.Index, row.Fields = from.number(), from.number()
		n := from.number()
		row.Cells, room = room[:n:n], room[n:]
		for j := range row.Cells {
			switch at := from.number(); at {
			case blankCell:
			case literal:
				row.Cells[j] = from.cell()
			default:
				row.Cells[j] = p.seen[at-firstSeen]
			}
		}
	}
	return rows
}

// unpacker is what is left to unpack.
type unpacker []byte

func (u *unpacker) number() int {
	n, size := binary.Uvarint(*u)
	*u = (*u)[size:]
	return int(n)
}

func (u *unpacker) cell() Cell {
	c := Cell{Kind: Kind(u.number()), Duration: u.number() == 1}
	c.Number = math.Float64frombits(binary.LittleEndian.Uint64(*u))
	*u = (*u)[8:]
	n := u.number()
	c.Text = string((*u)[:n])
	*u = (*u)[n:]
	return c
}
