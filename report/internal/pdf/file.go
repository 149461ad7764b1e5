package pdf

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
)

// ref is the number of an object.
type ref int

// String refers to the object from within another.
func (r ref) String() string { return fmt.Sprintf("%d 0 R", int(r)) }

// file collects numbered objects, in any order. Those that are no streams are packed together in the end: the thousands
// of a document's structure are a tenth as large so.
type file struct {
	data   []byte
	places []address // of the objects, by number
	loose  []byte    // the bodies of the objects that are not packed yet
	begins []member  // where each of them begins
	set    *FontSet
}

// address is where an object stands: alone, at an offset, or as one of those in a packed stream.
type address struct {
	kind  byte // 0 is not written yet; else as in a cross-reference stream: 1 alone, 2 packed
	at    int  // the offset, or the number of the stream
	index int  // within the stream
}

type member struct {
	ref
	at int
}

// newFile begins a file whose first numbers are taken, 0 among them; the second line tells tools that it is not text.
func newFile(set *FontSet, taken int) *file {
	data := make([]byte, 0, 1<<16)
	return &file{data: append(data, "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"...), places: make([]address, taken), set: set}
}

// reserve takes a number for an object that is written later.
func (f *file) reserve() ref {
	f.places = append(f.places, address{})
	return ref(len(f.places) - 1)
}

// put writes an object under its number.
func (f *file) put(r ref, body string) {
	f.loose = append(append(f.begin(r), body...), '\n')
}

// add writes an object under the next number.
func (f *file) add(format string, args ...any) ref {
	r := f.reserve()
	f.loose = append(fmt.Appendf(f.begin(r), format, args...), '\n')
	return r
}

// begin is for an object that is written straight behind the others: to what it returns is added, up to a line's end,
// and that becomes loose again.
func (f *file) begin(r ref) []byte {
	f.begins = append(f.begins, member{r, len(f.loose)})
	return f.loose
}

// stream writes a compressed stream under the next number. The entries are those of its dictionary beside its length
// and filter.
func (f *file) stream(entries string, data []byte) ref {
	r := f.reserve()
	f.compressed(r, entries, data)
	return r
}

// compressed writes a compressed stream under its number.
func (f *file) compressed(r ref, entries string, data []byte) {
	p := f.set.packer()
	defer f.set.packers.Put(p)
	f.packed(r, entries, p.pack(data))
}

// packed writes a stream that is compressed already.
func (f *file) packed(r ref, entries string, packed []byte) {
	f.alone(r, entries+"/Filter /FlateDecode ", packed)
}

// alone writes a stream as it is.
func (f *file) alone(r ref, entries string, data []byte) {
	f.places[r] = address{kind: 1, at: len(f.data)}
	f.data = fmt.Appendf(f.data, "%d 0 obj\n<<%s/Length %d>>\nstream\n", int(r), entries, len(data))
	f.data = append(f.data, data...)
	f.data = append(f.data, "\nendstream\nendobj\n"...)
}

// together is how many objects are packed into one stream at the most.
const together = 1000

// pack writes the loose objects.
func (f *file) pack() {
	for from := 0; from < len(f.begins); from += together {
		to, end := min(from+together, len(f.begins)), len(f.loose)
		if to < len(f.begins) {
			end = f.begins[to].at
		}
		f.group(f.begins[from:to], end)
	}
}

// group packs objects; before the first stands a list of their numbers and of where they begin.
func (f *file) group(members []member, end int) {
	first := members[0].at
	var out []byte
	for _, m := range members {
		out = append(appendInt(out, int64(m.ref)), ' ')
		out = append(appendInt(out, int64(m.at-first)), ' ')
	}
	entries := fmt.Sprintf("/Type /ObjStm /N %d /First %d ", len(members), len(out))
	r := f.stream(entries, append(out, f.loose[first:end]...))
	for i, m := range members {
		f.places[m.ref] = address{2, int(r), i}
	}
}

// finish writes what is loose, and where everything stands. The file's id is a hash of all that stands before, so that
// it changes with the content and with nothing else.
func (f *file) finish(root, info ref) ([]byte, error) {
	f.pack()
	sum := sha256.Sum256(f.data)
	start, self := len(f.data), f.reserve()
	f.places[self] = address{kind: 1, at: start}
	for number, p := range f.places[1:] {
		if p.kind == 0 {
			return nil, fmt.Errorf("pdf: object %d is not written", number+1)
		}
	}
	entries := fmt.Sprintf("/Type /XRef /Size %d /W [1 4 2] /Root %v /Info %v /ID [<%x> <%[4]x>] "+
		"/DecodeParms <</Predictor 12 /Columns %d>> /Filter /FlateDecode ", len(f.places), root, info, sum[:16], rowLength)
	p := f.set.packer()
	defer f.set.packers.Put(p)
	f.alone(self, entries, p.pack(f.rows()))
	f.data = fmt.Appendf(f.data, "startxref\n%d\n%%%%EOF\n", start)
	return f.data, nil
}

// rowLength is the number of bytes that say where an object stands: what kind of place, and two numbers.
const rowLength = 1 + 4 + 2

// rows lists the places of all objects. Each is written as its difference to the one before, which packs better.
func (f *file) rows() []byte {
	out := make([]byte, 0, len(f.places)*(1+rowLength))
	var last [rowLength]byte
	for number, p := range f.places {
		var row [rowLength]byte
		row[0] = p.kind
		binary.BigEndian.PutUint32(row[1:], uint32(p.at))
		binary.BigEndian.PutUint16(row[5:], uint16(p.index))
		if number == 0 {
			binary.BigEndian.PutUint16(row[5:], 0xffff)
		}
		out = append(out, 2)
		for i := range row {
			out = append(out, row[i]-last[i])
		}
		last = row
	}
	return out
}
