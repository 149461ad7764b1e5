package workbook

import (
	"bytes"
	"fmt"
	"strings"
)

// recordReader parts a text into records as RFC 4180 has them: a value in quotes may hold delimiters, ends of lines and
// doubled quotes. Beyond that standard, a record may end in \n, \r\n or \r, a quote inside of a value stands for itself,
// and spaces may stand around a value in quotes; whatever else is odd about a quote is an error.
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
		if len(r.fields) == maxColumn {
			return false, tooLarge(fmt.Sprintf("line %d holds more than %d values", r.line+1, maxColumn))
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
	if end > longestText {
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
			return "", &refusal{"truncated-sheet", fmt.Sprintf("the quote that opens in line %d is never closed", r.open), "close it, or ask for the whole file; none of its rows were used"}
		}
		if out.Len()+i > longestText {
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
		return "", &refusal{"truncated-sheet", fmt.Sprintf("line %d has text after a closing quote", r.line+1), "double a quote that stands inside of quotes; none of its rows were used"}
	}
	r.rest = r.rest[len(after):]
	return out.String(), nil
}

func (r *recordReader) tooLong() error {
	return tooLarge(fmt.Sprintf("line %d holds a text of more than %d characters", r.line+1, longestText))
}

// ends counts the ends of lines.
func ends(text []byte) int {
	return bytes.Count(text, []byte("\n")) + bytes.Count(text, []byte("\r")) - bytes.Count(text, []byte("\r\n"))
}
