package pdf

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"strconv"
)

// errNotFpdf is a file that fpdf v0.9.0 would have written in another way.
var errNotFpdf = errors.New("pdf: fpdf has written another file than v0.9.0 does")

// object is what stands between "7 0 obj" and "endobj" of fpdf's file.
type object []byte

// rowWidth is the length of a row of fpdf's table.
const rowWidth = len("0000000015 00000 n \n")

// take takes fpdf's file apart. Objects end where the next one begins by fpdf's own table, and nowhere else: what looks
// like their end may stand in a text, as in the title U+0A65 U+6E64 U+6F62 U+6A0A, which is "\nendobj\n" in UTF-16.
func take(made []byte) ([]object, error) {
	match := beginning.FindSubmatch(made[max(0, len(made)-64):])
	if match == nil {
		return nil, errNotFpdf
	}
	table, _ := strconv.Atoi(string(match[1])) // as long as an offset
	offsets, err := readTable(made, table)
	if err != nil {
		return nil, err
	}
	order := make([]ref, len(offsets)-1)
	for i := range order {
		order[i] = ref(i + 1)
	}
	slices.SortFunc(order, func(a, b ref) int { return cmp.Compare(offsets[a], offsets[b]) })
	objects := make([]object, len(offsets))
	for i, r := range order {
		end := table
		if i+1 < len(order) {
			end = offsets[order[i+1]]
		}
		body, begins := bytes.CutPrefix(made[offsets[r]:end], []byte(strconv.Itoa(int(r))+" 0 obj\n"))
		body, ends := bytes.CutSuffix(body, []byte("\nendobj\n"))
		if !begins || !ends {
			return nil, errNotFpdf
		}
		objects[r] = body
	}
	return objects, nil
}

// readTable reads where the objects begin, by number.
func readTable(made []byte, at int) ([]int, error) {
	head := []byte("xref\n0 ")
	if at > len(made) || !bytes.HasPrefix(made[at:], head) {
		return nil, errNotFpdf
	}
	count, rows, _ := bytes.Cut(made[at+len(head):], []byte("\n"))
	n, err := strconv.Atoi(string(count))
	if err != nil || n < 1 || n > len(rows)/rowWidth {
		return nil, errNotFpdf
	}
	offsets := make([]int, n)
	for i := range offsets {
		offset, err := strconv.Atoi(string(rows[i*rowWidth : i*rowWidth+10]))
		if err != nil || offset < 0 || offset > at {
			return nil, errNotFpdf
		}
		offsets[i] = offset
	}
	return offsets, nil
}

// field is an entry of a dictionary, its value as fpdf has written it.
type field struct {
	key   name
	value []byte
}

// fields are the entries of a dictionary in fpdf's order.
type fields []field

// dictionary reads the entries that an object begins with, and what follows them.
func (o object) dictionary() (fields, []byte, error) {
	s := &scanner{data: o}
	if s.peek() != '<' || !bytes.HasPrefix(o[s.at:], []byte("<<")) {
		return nil, nil, errNotFpdf
	}
	var out fields
	for s.at += 2; s.peek() == '/'; {
		key, _ := s.value().(name)
		out = append(out, field{key, s.raw()})
	}
	rest, closed := bytes.CutPrefix(o[s.at:], []byte(">>"))
	if s.err != nil || !closed {
		return nil, nil, errNotFpdf
	}
	return out, rest, nil
}

// raw is the next value as it is written.
func (s *scanner) raw() []byte {
	s.peek()
	from := s.at
	s.value()
	return s.data[from:s.at]
}

// items are the values of a list, as they are written.
func items(list []byte) ([][]byte, error) {
	s := &scanner{data: list}
	if s.peek() != '[' {
		return nil, errNotFpdf
	}
	var out [][]byte
	for s.at++; s.err == nil && s.peek() != ']'; {
		out = append(out, s.raw())
	}
	if s.err != nil {
		return nil, errNotFpdf
	}
	return out, nil
}

// stream reads an object that is one: the entries of its dictionary but the length, and its data.
func (o object) stream() (fields, []byte, error) {
	entries, rest, err := o.dictionary()
	if err != nil {
		return nil, nil, err
	}
	data, begins := bytes.CutPrefix(rest, []byte("\nstream\n"))
	data, ends := bytes.CutSuffix(data, []byte("\nendstream"))
	if length, err := strconv.Atoi(string(entries.get("Length"))); err != nil || length != len(data) || !begins || !ends {
		return nil, nil, errNotFpdf
	}
	return entries.without("Length"), data, nil
}

// get is the value of a key, nil without one.
func (f fields) get(key name) []byte {
	for _, e := range f {
		if e.key == key {
			return e.value
		}
	}
	return nil
}

// without is the fields but some.
func (f fields) without(keys ...name) fields {
	return slices.DeleteFunc(slices.Clone(f), func(e field) bool { return slices.Contains(keys, e.key) })
}

// String is the entries as they stand in a dictionary.
func (f fields) String() string {
	var out []byte
	for _, e := range f {
		out = append(append(append(append(append(out, '/'), e.key...), ' '), e.value...), '\n')
	}
	return string(out)
}
