package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"sync"
)

// ref is the number of an object.
type ref int

// String refers to the object from within another.
func (r ref) String() string { return fmt.Sprintf("%d 0 R", int(r)) }

// file collects numbered objects, in any order.
type file struct {
	data    []byte
	offsets []int // of the objects, by number; 0 is not written yet
	pool    *sync.Pool
}

// newFile begins a file; the second line tells tools that it is not text.
func newFile(pool *sync.Pool) *file {
	data := make([]byte, 0, 1<<16)
	return &file{data: append(data, "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"...), offsets: make([]int, 1), pool: pool}
}

// reserve takes a number for an object that is written later.
func (f *file) reserve() ref {
	f.offsets = append(f.offsets, 0)
	return ref(len(f.offsets) - 1)
}

// put writes an object under its number.
func (f *file) put(r ref, body string) {
	f.offsets[r] = len(f.data)
	f.data = fmt.Appendf(f.data, "%d 0 obj\n%s\nendobj\n", int(r), body)
}

// add writes an object under the next number.
func (f *file) add(format string, args ...any) ref {
	r := f.reserve()
	f.put(r, fmt.Sprintf(format, args...))
	return r
}

// stream writes a compressed stream. The entries are those of its dictionary beside its length and filter.
func (f *file) stream(entries string, data []byte) ref {
	d := newDeflater(f.pool)
	defer f.pool.Put(d)
	return f.packed(entries, d.pack(data))
}

// packed writes a stream that is compressed already.
func (f *file) packed(entries string, packed []byte) ref {
	r := f.reserve()
	f.offsets[r] = len(f.data)
	f.data = fmt.Appendf(f.data, "%d 0 obj\n<<%s/Filter /FlateDecode /Length %d>>\nstream\n", int(r), entries, len(packed))
	f.data = append(f.data, packed...)
	f.data = append(f.data, "\nendstream\nendobj\n"...)
	return r
}

// finish writes the cross-reference table and the trailer. The file's id is a hash of all that stands before, so that it
// changes with the content and with nothing else.
func (f *file) finish(root, info ref) ([]byte, error) {
	sum := sha256.Sum256(f.data)
	start := len(f.data)
	f.data = fmt.Appendf(f.data, "xref\n0 %d\n0000000000 65535 f \n", len(f.offsets))
	for number, offset := range f.offsets[1:] {
		if offset == 0 {
			return nil, fmt.Errorf("pdf: object %d is not written", number+1)
		}
		f.data = fmt.Appendf(f.data, "%010d 00000 n \n", offset)
	}
	f.data = fmt.Appendf(f.data, "trailer\n<</Size %d /Root %v /Info %v /ID [<%x> <%x>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(f.offsets), root, info, sum[:16], sum[:16], start)
	return f.data, nil
}

// deflater compresses. A new one allocates about a megabyte, so they are pooled.
type deflater struct {
	out    bytes.Buffer
	writer *zlib.Writer
}

func newDeflater(pool *sync.Pool) *deflater {
	if d, ok := pool.Get().(*deflater); ok {
		return d
	}
	d := &deflater{}
	d.writer = zlib.NewWriter(&d.out)
	return d
}

// pack compresses data. What it returns is good until the next call.
func (d *deflater) pack(data []byte) []byte {
	d.out.Reset()
	d.writer.Reset(&d.out)
	// A bytes.Buffer takes everything: neither call can fail.
	_, _ = d.writer.Write(data)
	_ = d.writer.Close()
	return d.out.Bytes()
}
