// Package textable reads tables that are texts (.csv, .tsv): Decode brings their bytes to UTF-8, Records parts them
// into records of values. Neither guesses: an encoding or a delimiter that two readings fit is an error that says what
// to declare.
//
//	text, concluded, err := textable.Decode(data, "gb18030")
//	for record, err := range textable.Records(text, 0) { … record.Index, record.Fields … }
package textable

import (
	"bytes"
	"cmp"
	"fmt"
	"iter"
	"strings"

	"plimsoll/report/internal/fileerr"
	"plimsoll/report/internal/grid"
)

// maxText bounds a value, in bytes: a cell of a spreadsheet holds 32,767 letters.
const maxText = 1 << 20

// Record is one record of a text. Index counts from 1, as a spreadsheet numbers the row: blank lines count, ends of
// lines in quotes do not, nor does a line sep=. Fields hold until the next record.
type Record struct {
	Index  int
	Fields []string
}

// Records parts a text into its records by a delimiter; 0 lets the text say it: in a line sep=;, or by its own
// regularity. An error ends them, and nothing that came before it may be used.
func Records(text []byte, delimiter byte) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		text, said := cutSep(text)
		var err error
		parts := cmp.Or(delimiter, said)
		if parts == 0 {
			parts, err = findDelimiter(text)
		}
		r := &recordReader{rest: text, delimiter: parts}
		for index, more := 1, err == nil; more; index++ {
			if more, err = r.next(); more && !yield(Record{index, r.fields}, nil) {
				return
			}
		}
		if err != nil {
			yield(Record{}, err)
		}
	}
}

// recordReader parts a text into records as RFC 4180 has them: a value in quotes may hold delimiters, ends of lines and
// doubled quotes. Beyond that standard, a record may end in \n, \r\n or \r, a quote inside of a value stands for
// itself, and spaces may stand around a value in quotes; whatever else is odd about a quote is an error.
type recordReader struct {
	rest      []byte
	delimiter byte // 0 = none: every line is one value
	line      int  // of the text that was passed, ends of lines within quotes included
	fields    []string
	open      int // the line in which a quote opens that is not closed; 0 = none
}

// next reads a record into fields; false at the end of the text.
func (r *recordReader) next() (bool, error) {
	if len(r.rest) == 0 {
		return false, nil
	}
	r.fields = r.fields[:0]
	for more := true; more; {
		if len(r.fields) == grid.MaxColumn {
			return false, fileerr.TooLarge(fmt.Sprintf("line %d holds more than %d values", r.line+1, grid.MaxColumn))
		}
		value, err := r.value()
		if err != nil {
			return false, err
		}
		r.fields = append(r.fields, value)
		more = r.separated()
	}
	return true, nil
}

// separated passes what ends a value; false where it ends the record too.
func (r *recordReader) separated() bool {
	if len(r.rest) == 0 {
		return false
	}
	end := r.rest[0]
	r.rest = r.rest[1:]
	if r.delimiter != 0 && end == r.delimiter {
		return true
	}
	if end == '\r' && len(r.rest) > 0 && r.rest[0] == '\n' {
		r.rest = r.rest[1:]
	}
	r.line++
	return false
}

// value takes one value and leaves its end.
func (r *recordReader) value() (string, error) {
	spaces := len(r.rest) - len(bytes.TrimLeft(r.rest, " "))
	if spaces < len(r.rest) && r.rest[spaces] == '"' {
		r.rest = r.rest[spaces+1:]
		return r.quoted()
	}
	end := r.end()
	if end > maxText {
		return "", r.tooLong()
	}
	value := string(r.rest[:end])
	r.rest = r.rest[end:]
	return value, nil
}

// end is where the value ends that no quote surrounds.
func (r *recordReader) end() int {
	for i, b := range r.rest {
		if b == '\n' || b == '\r' || b == r.delimiter && b != 0 {
			return i
		}
	}
	return len(r.rest)
}

// quoted takes a value after its opening quote.
func (r *recordReader) quoted() (string, error) {
	r.open = r.line + 1
	var out strings.Builder
	for {
		i := bytes.IndexByte(r.rest, '"')
		if i < 0 {
			return "", fileerr.Truncated(fmt.Sprintf("the quote that opens in line %d is never closed", r.open),
				"close it, or ask for the whole file; none of its rows were used")
		}
		if out.Len()+i > maxText {
			return "", r.tooLong()
		}
		out.Write(r.rest[:i])
		r.line += ends(r.rest[:i])
		if r.rest = r.rest[i+1:]; len(r.rest) == 0 || r.rest[0] != '"' {
			break
		}
		out.WriteByte('"')
		r.rest = r.rest[1:]
	}
	r.open = 0
	after := r.rest[:r.end()]
	if len(bytes.Trim(after, " ")) > 0 {
		return "", fileerr.Truncated(fmt.Sprintf("line %d has text after a closing quote", r.line+1),
			"double a quote that stands inside of quotes; none of its rows were used")
	}
	r.rest = r.rest[len(after):]
	return out.String(), nil
}

func (r *recordReader) tooLong() error {
	return fileerr.TooLarge(fmt.Sprintf("line %d holds a text of more than %d characters", r.line+1, maxText))
}

// ends counts the ends of lines.
func ends(text []byte) int {
	return bytes.Count(text, []byte("\n")) + bytes.Count(text, []byte("\r")) - bytes.Count(text, []byte("\r\n"))
}
