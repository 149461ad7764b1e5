package workbook

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// edit puts a text in place of the bytes of a part from at to end; where the two are one, it goes in between.
type edit struct {
	at, end int
	text    string
}

// splice makes the edits, which lie beside each other. Those at one place keep their order, an insertion comes first.
func splice(data []byte, edits []edit) []byte {
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.end, b.end)) })
	size := len(data) + 1 // room for the lexer
	for _, e := range edits {
		size += len(e.text)
	}
	out, from := make([]byte, 0, size), 0
	for _, e := range edits {
		out = append(append(out, data[from:e.at]...), e.text...)
		from = e.end
	}
	return append(out, data[from:]...)
}

// element is where an element of a part lies: its tags, and between them from inner to close what it holds. An empty one
// may be a single tag; inner and close then are its end.
type element struct {
	name                     string // local
	depth, parent            int    // the root has depth 1; parent is its number in the outline
	start, inner, close, end int
	single                   bool
}

// outline lists the elements of a part down to a depth, in their order.
func outline(data []byte, depth int) ([]element, error) {
	r := newReader(data)
	var out []element
	var open []int // the elements that are being read
	for {
		ev, err := r.next()
		switch {
		case errors.Is(err, io.EOF):
			return out, nil
		case err != nil:
			return nil, err
		case ev == opened && len(r.stack) <= depth:
			parent := -1
			if len(open) > 0 {
				parent = open[len(open)-1]
			}
			open = append(open, len(out))
			out = append(out, r.element(parent))
		case ev == closed && len(r.stack) < depth:
			e := &out[open[len(open)-1]]
			open = open[:len(open)-1]
			if !e.single {
				e.close, e.end = r.start, r.in.Offset()
			}
		}
	}
}

// element is the one just opened.
func (r *reader) element(parent int) element {
	end := r.in.Offset()
	return element{name: string(r.name), depth: len(r.stack), parent: parent, start: r.start, inner: end, close: end, end: end, single: r.empty}
}

// child finds the first child of the root that has a name; nil where there is none.
func child(list []element, name string) *element {
	for i := range list {
		if list[i].depth == 2 && list[i].name == name {
			return &list[i]
		}
	}
	return nil
}

// tag is the start tag of an element.
func (e *element) tag(data []byte) string { return string(data[e.start:e.inner]) }

// qualified is the name of an element as its tag has it; prefix is what stands before the local name.
func (e *element) qualified(data []byte) string {
	tag := e.tag(data)[1:]
	return tag[:strings.IndexAny(tag+">", " \t\r\n/>")]
}

func (e *element) prefix(data []byte) string {
	return strings.TrimSuffix(e.qualified(data), e.name)
}

// grow puts elements at the end of another, and adds their number to its attribute count, if it has one.
func (e *element) grow(data []byte, text string, number int) []edit {
	tag := e.tag(data)
	if n, err := strconv.Atoi(attributeOf(tag, "count")); err == nil {
		tag = withAttribute(tag, "count", strconv.Itoa(n+number))
	}
	if e.single {
		tag = strings.TrimRight(strings.TrimSuffix(tag, "/>"), " ") + ">"
		return []edit{{e.start, e.end, tag + text + "</" + e.qualified(data) + ">"}}
	}
	return []edit{{e.start, e.inner, tag}, {e.close, e.close, text}}
}

// tagValue is an attribute of a start tag: where its value lies, without the quotes.
type tagValue struct {
	name     string // with its prefix
	from, to int
}

// tagValues lists the attributes of a start tag.
func tagValues(tag string) (out []tagValue) {
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
		out = append(out, tagValue{name, value + 1, value + 1 + length})
		at = value + length + 2
	}
	return out
}

// attributeOf is the value of an attribute by its name with prefix, "" where there is none.
func attributeOf(tag, name string) string {
	for _, s := range tagValues(tag) {
		if s.name == name {
			return unescape([]byte(tag[s.from:s.to]))
		}
	}
	return ""
}

// withAttribute sets an attribute of a start tag.
func withAttribute(tag, name, value string) string {
	for _, s := range tagValues(tag) {
		if s.name == name {
			return tag[:s.from] + escapeXML(value) + tag[s.to:]
		}
	}
	end := strings.IndexAny(tag, " \t\r\n/>")
	return fmt.Sprintf(`%s %s="%s"%s`, tag[:end], name, escapeXML(value), tag[end:])
}

// escapeXML writes a text so that it may stand in XML, between tags or in quotes. Characters that XML has not are replaced.
func escapeXML(s string) string {
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

// excelEscape begins what Excel reads as one character by its number; an underscore more may follow.
var (
	excelEscape = regexp.MustCompile(`_(x[0-9A-Fa-f]{4})`)
	controls    = regexp.MustCompile(`[\x00-\x08\x0b\x0c\x0e-\x1f]`)
)

// textElement is an element t that holds a text as it is, of cells and comments. Characters that XML has not are written as
// Excel does.
func textElement(prefix, s string) string {
	s = excelEscape.ReplaceAllString(s, "_x005F_$1")
	s = controls.ReplaceAllStringFunc(s, func(c string) string { return fmt.Sprintf("_x%04X_", c[0]) })
	return fmt.Sprintf(`<%st xml:space="preserve">%s</%st>`, prefix, strings.ReplaceAll(escapeXML(s), "&#10;", "\n"), prefix)
}
