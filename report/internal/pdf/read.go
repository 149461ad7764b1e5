package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
)

// errNotOurs is a file that Write did not make, or that was changed since.
var errNotOurs = errors.New("it is no PDF as this program writes them, or was changed")

// Attached reads the attachments of a document that Write made, sorted by name. It trusts nothing: a file that was
// changed is an error, or has other attachments, but their sums are right.
func Attached(data []byte) ([]Attachment, error) {
	r, err := newReader(data)
	if err != nil {
		return nil, err
	}
	root := r.dictionary(r.trailer["Root"])
	if root == nil {
		return nil, errNotOurs
	}
	var out []Attachment
	for _, file := range list(root["AF"]) {
		a, err := r.attachment(r.dictionary(file))
		if err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, nil
}

func (r *reader) attachment(spec dictionary) (Attachment, error) {
	a := Attachment{Name: text(spec["UF"]), Description: text(spec["Desc"])}
	a.Relationship = string(named(spec["AFRelationship"]))
	embedded, ok := r.dictionary(spec["EF"])["F"].(ref)
	if !ok {
		return a, errNotOurs
	}
	entries, data, err := r.stream(embedded)
	if err != nil {
		return a, err
	}
	a.MIME, a.Data = string(named(entries["Subtype"])), data
	params := r.dictionary(entries["Params"])
	if sum, ok := params["CheckSum"].(literal); !ok || params["Size"] != len(data) || string(sum) != md5Sum(data) {
		return a, fmt.Errorf("attachment %s does not have the sum that it should have", a.Name)
	}
	return a, nil
}

// reader finds the objects of a file that Write made.
type reader struct {
	data    []byte
	trailer dictionary
	places  []address
	packed  map[ref][]any // the objects of packed streams
}

var beginning = regexp.MustCompile(`startxref\n(\d{1,10})\n%%EOF\n$`)

func newReader(data []byte) (*reader, error) {
	match := beginning.FindSubmatch(data[max(0, len(data)-64):])
	if match == nil || !bytes.HasPrefix(data, []byte("%PDF-1.7\n")) {
		return nil, errNotOurs
	}
	at, _ := strconv.Atoi(string(match[1]))
	r := &reader{data: data, packed: map[ref][]any{}}
	entries, rows, err := r.streamAt(at)
	if err != nil {
		return nil, err
	}
	r.trailer = entries
	return r, r.address(rows)
}

// address reads the rows that say where the objects stand.
func (r *reader) address(rows []byte) error {
	var row [rowLength]byte
	for ; len(rows) >= 1+rowLength; rows = rows[1+rowLength:] {
		for i := range row {
			row[i] += rows[1+i]
		}
		at, index := binary.BigEndian.Uint32(row[1:]), binary.BigEndian.Uint16(row[5:])
		r.places = append(r.places, address{row[0], int(at), int(index)})
	}
	if len(rows) != 0 || len(r.places) != number(r.trailer["Size"]) {
		return errNotOurs
	}
	return nil
}

// object is what a reference leads to; nil where it leads nowhere. Anything else is itself.
func (r *reader) object(v any) any {
	at, is := v.(ref)
	if !is {
		return v
	}
	if at <= 0 || int(at) >= len(r.places) {
		return nil
	}
	switch p := r.places[at]; p.kind {
	case 1:
		entries, _, err := r.streamAt(p.at)
		if err != nil {
			return nil
		}
		return entries
	case 2:
		if all := r.unpack(ref(p.at)); p.index < len(all) {
			return all[p.index]
		}
	}
	return nil
}

// unpack reads the objects of a packed stream.
func (r *reader) unpack(at ref) []any {
	if all, known := r.packed[at]; known {
		return all
	}
	r.packed[at] = nil
	entries, data, err := r.stream(at)
	if err != nil {
		return nil
	}
	first := number(entries["First"])
	if first < 0 || first > len(data) {
		return nil
	}
	var all []any
	head := &scanner{data: data[:first]}
	for range number(entries["N"]) {
		_, offset := head.value(), number(head.value())
		if head.err != nil || offset < 0 || offset > len(data)-first {
			return nil
		}
		body := &scanner{data: data[first+offset:]}
		all = append(all, body.value())
	}
	r.packed[at] = all
	return all
}

// stream reads the entries and the data of a stream.
func (r *reader) stream(at ref) (dictionary, []byte, error) {
	if at <= 0 || int(at) >= len(r.places) || r.places[at].kind != 1 {
		return nil, nil, errNotOurs
	}
	return r.streamAt(r.places[at].at)
}

var objectHead = regexp.MustCompile(`^\d+ 0 obj\n`)

// largestStream bounds what one stream may unpack to.
const largestStream = 1 << 28

func (r *reader) streamAt(at int) (dictionary, []byte, error) {
	if at < 0 || at > len(r.data) {
		return nil, nil, errNotOurs
	}
	rest := r.data[at:]
	s := &scanner{data: rest, at: len(objectHead.Find(rest[:min(len(rest), 32)]))}
	entries, ok := s.value().(dictionary)
	body, found := bytes.CutPrefix(s.data[s.at:], []byte("\nstream\n"))
	length := number(entries["Length"])
	if !ok || s.err != nil || !found || length < 0 || length > len(body) {
		return nil, nil, errNotOurs
	}
	body = body[:length]
	if entries["Filter"] == nil {
		return entries, body, nil
	}
	inflated, err := zlib.NewReader(bytes.NewReader(body))
	if err != nil {
		return nil, nil, errNotOurs
	}
	out, err := io.ReadAll(io.LimitReader(inflated, largestStream))
	if err != nil {
		return nil, nil, errNotOurs
	}
	return entries, out, nil
}

// dictionary is what an object is, nil for any other.
func (r *reader) dictionary(v any) dictionary {
	d, _ := r.object(v).(dictionary)
	return d
}
