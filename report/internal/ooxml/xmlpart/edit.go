package xmlpart

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Edit puts a text in place of the bytes of a part from at to end; where the two are one, it goes in between.
type Edit struct {
	At, End int
	Text    string
}

// Replace puts a text in place of the bytes from at to end.
func Replace(at, end int, text string) Edit { return Edit{at, end, text} }

// Insert puts a text between two bytes.
func Insert(at int, text string) Edit { return Edit{at, at, text} }

// Splice makes the edits, which lie beside each other. Those at one place keep their order, an insertion comes first.
func Splice(data []byte, edits []Edit) []byte {
	slices.SortStableFunc(edits,
		func(a, b Edit) int { return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.End, b.End)) })
	size := len(data) + 1 // room for the lexer
	for _, e := range edits {
		size += len(e.Text)
	}
	out, from := make([]byte, 0, size), 0
	for _, e := range edits {
		out = append(append(out, data[from:e.At]...), e.Text...)
		from = e.End
	}
	return append(out, data[from:]...)
}

// Element is where an element of a part lies: its tags, and between them from inner to close what it holds. An empty
// one may be a single tag; inner and close then are its end.
type Element struct {
	Name                     string // local
	Depth, Parent            int    // the root has depth 1; parent is its number in the outline
	Start, Inner, Close, End int
	Single                   bool
}

// Outline lists the elements of a part down to a depth, in their order.
func Outline(data []byte, depth int) ([]Element, error) {
	r := NewScanner(data)
	var out []Element
	var open []int // the elements that are being read
	for {
		ev, err := r.Next()
		switch {
		case errors.Is(err, io.EOF):
			return out, nil
		case err != nil:
			return nil, err
		case ev == OpenTag && r.Depth() <= depth:
			parent := -1
			if len(open) > 0 {
				parent = open[len(open)-1]
			}
			open = append(open, len(out))
			out = append(out, r.Element(parent))
		case ev == CloseTag && r.Depth() < depth:
			e := &out[open[len(open)-1]]
			open = open[:len(open)-1]
			if !e.Single {
				e.Close, e.End = r.Start(), r.Offset()
			}
		}
	}
}

// Element is the one just opened.
func (r *Scanner) Element(parent int) Element {
	end := r.Offset()
	return Element{Name: string(r.Name()), Depth: r.Depth(), Parent: parent, Start: r.Start(), Inner: end, Close: end,
		End: end, Single: r.empty}
}

// Child finds the first child of the root that has a name; nil where there is none.
func Child(list []Element, name string) *Element {
	for i := range list {
		if list[i].Depth == 2 && list[i].Name == name {
			return &list[i]
		}
	}
	return nil
}

// Tag is the start tag of an element.
func (e *Element) Tag(data []byte) string { return string(data[e.Start:e.Inner]) }

// Qualified is the name of an element as its tag has it.
func (e *Element) Qualified(data []byte) string {
	tag := e.Tag(data)[1:]
	return tag[:strings.IndexAny(tag+">", " \t\r\n/>")]
}

// Prefix is what stands before the local name in its tag.
func (e *Element) Prefix(data []byte) string {
	return strings.TrimSuffix(e.Qualified(data), e.Name)
}

// Grow puts elements at the end of another, and adds their number to its attribute count, if it has one.
func (e *Element) Grow(data []byte, text string, number int) []Edit {
	tag := e.Tag(data)
	if n, err := strconv.Atoi(Attribute(tag, "count")); err == nil {
		tag = WithAttribute(tag, "count", strconv.Itoa(n+number))
	}
	if e.Single {
		tag = strings.TrimRight(strings.TrimSuffix(tag, "/>"), " ") + ">"
		return []Edit{Replace(e.Start, e.End, tag+text+"</"+e.Qualified(data)+">")}
	}
	return []Edit{Replace(e.Start, e.Inner, tag), Insert(e.Close, text)}
}

// TagValue is an attribute of a start tag: where its value lies, without the quotes.
type TagValue struct {
	Name     string // with its prefix
	From, To int
}

// TagValues lists the attributes of a start tag.
func TagValues(tag string) (out []TagValue) {
	const space = " \t\r\n"
	at := strings.IndexAny(tag, space)
	for at >= 0 && at < len(tag) {
		at += len(tag[at:]) - len(strings.TrimLeft(tag[at:], space))
		equals := strings.IndexByte(tag[at:], '=')
		if equals < 0 {
			return out
		}
		name := strings.TrimSpace(tag[at : at+equals])
		value := at + equals + 1
		value += len(tag[value:]) - len(strings.TrimLeft(tag[value:], space))
		if value >= len(tag) || tag[value] != '"' && tag[value] != '\'' {
			return out
		}
		length := strings.IndexByte(tag[value+1:], tag[value])
		if length < 0 {
			return out
		}
		out = append(out, TagValue{name, value + 1, value + 1 + length})
		at = value + length + 2
	}
	return out
}

// Attribute is the value of an attribute by its name with prefix, "" where there is none.
func Attribute(tag, name string) string {
	for _, s := range TagValues(tag) {
		if s.Name == name {
			return Unescape([]byte(tag[s.From:s.To]))
		}
	}
	return ""
}

// WithAttribute sets an attribute of a start tag.
func WithAttribute(tag, name, value string) string {
	for _, s := range TagValues(tag) {
		if s.Name == name {
			return tag[:s.From] + Escape(value) + tag[s.To:]
		}
	}
	end := strings.IndexAny(tag, " \t\r\n/>")
	return fmt.Sprintf(`%s %s="%s"%s`, tag[:end], name, Escape(value), tag[end:])
}

// Escape writes a text so that it may stand in XML, between tags or in quotes. Characters that XML has not are
// replaced.
func Escape(s string) string {
	var out strings.Builder
	for _, r := range s {
		switch {
		case r == '&':
			out.WriteString("&amp;")
		case r == '<':
			out.WriteString("&lt;")
		case r == '>':
			out.WriteString("&gt;")
		case r == '"':
			out.WriteString("&quot;")
		case r == '\t' || r == '\n' || r == '\r':
			fmt.Fprintf(&out, "&#%d;", r)
		case r < ' ' || r == 0xFFFE || r == 0xFFFF:
			out.WriteRune('\uFFFD')
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}
