// Package xmlpart walks through the XML of a part of a workbook, and changes it in place.
//
// Scanner gives one event after another: a tag that opens, one that closes, text. It holds the part to being well
// formed, so that what breaks off is an error and never an end; it declines what no workbook needs (entities, elements
// nested without end, texts of megabytes). The lexer is tdewolff's, which hands out pieces of the part and copies
// nothing.
//
//	s := xmlpart.NewScanner(part)
//	for ev, err := s.Next(); err == nil; ev, err = s.Next() {
//		if ev == xmlpart.OpenTag && string(s.Name()) == "row" { … }
//	} // io.EOF after the root element is closed
//
// Outline says where elements lie, and Splice puts texts between them: whatever else stands in a part stays as it is,
// byte by byte, which no marshalling of structs could promise.
package xmlpart

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/xml"

	"plimsoll/report/internal/fileerr"
)

// Bounds of XML that no workbook comes near: elements within elements (real ones stay under twenty), attributes of one
// element, and bytes of one text (a cell holds 32,767 characters).
const (
	maxDepth      = 256
	maxAttributes = 256
	MaxText       = 1 << 20
)

// Event is what the scanner came to.
type Event uint8

const (
	OpenTag  Event = iota // an element begins; its attributes are known
	CloseTag              // an element ends, also right after opened where it is empty
	CharData              // characters between tags
)

type attribute struct{ name, value []byte } // local name; value still escaped

// Scanner walks through an XML part and holds it to being well formed: what breaks off is an error, never an end.
type Scanner struct {
	in    *parse.Input
	lex   *xml.Lexer
	start int      // where the token that made the event begins in the part
	stack [][]byte // qualified names of the open elements
	name  []byte   // local name of the element opened or closed
	attrs []attribute
	chars []byte // of text: raw, still escaped unless cdata
	cdata bool
	empty bool // the element just opened has no content; its closed event is due
	begun bool // the root element was opened
}

// NewScanner walks through a part. One byte of room beyond its end spares a copy.
func NewScanner(data []byte) *Scanner {
	in := parse.NewInputBytes(data)
	return &Scanner{in: in, lex: xml.NewLexer(in)}
}

// Name is the local name of the element opened or closed; it holds until the next event.
func (r *Scanner) Name() []byte { return r.name }

// Depth is how many elements are open; the root element has depth 1.
func (r *Scanner) Depth() int { return len(r.stack) }

// Parent is the local name of the element around the one just opened, "" where that is the root.
func (r *Scanner) Parent() string {
	if len(r.stack) < 2 {
		return ""
	}
	return string(local(r.stack[len(r.stack)-2]))
}

// Start and Offset are where the last event begins and ends in the part.
func (r *Scanner) Start() int  { return r.start }
func (r *Scanner) Offset() int { return r.in.Offset() }

var errCutOff = errors.New("it is cut off")

// Next gives the next event, io.EOF after the root element is closed.
func (r *Scanner) Next() (Event, error) {
	if r.empty {
		r.empty = false
		return r.pop(r.stack[len(r.stack)-1])
	}
	for {
		r.start = r.in.Offset()
		switch token, raw := r.lex.Next(); token {
		case xml.ErrorToken:
			return 0, r.ended()
		case xml.StartTagToken:
			return r.push(r.lex.Text())
		case xml.StartTagPIToken, xml.StartTagClosePIToken, xml.AttributeToken:
		case xml.CommentToken:
			if !bytes.HasSuffix(raw, []byte("-->")) {
				return 0, errCutOff
			}
		case xml.DOCTYPEToken:
			return 0, fileerr.Unreadable("its XML declares entities (DOCTYPE), which no workbook needs",
				"open it in a spreadsheet program and save it again as .xlsx")
		case xml.EndTagToken:
			return r.pop(r.lex.Text())
		case xml.TextToken, xml.CDATAToken:
			r.chars, r.cdata = r.lex.Text(), token == xml.CDATAToken
			if r.cdata && !bytes.HasSuffix(raw, []byte("]]>")) {
				return 0, errCutOff
			}
			return CharData, nil
		default:
			return 0, fmt.Errorf("unexpected %v in its XML", token)
		}
	}
}

// ended tells a whole document from one that stops in the middle.
func (r *Scanner) ended() error {
	switch {
	case len(r.stack) > 0:
		return fmt.Errorf("%w before </%s>", errCutOff, r.stack[len(r.stack)-1])
	case r.lex.Err() != io.EOF:
		return fmt.Errorf("its XML is damaged: %w", r.lex.Err())
	case !r.begun:
		return errCutOff
	}
	return io.EOF
}

func (r *Scanner) push(qualified []byte) (Event, error) {
	if len(r.stack) == maxDepth {
		return 0, fileerr.Oversize("its XML is nested deeper than any workbook's",
			"open it in a spreadsheet program and save it again")
	}
	if len(qualified) > maxAttributes {
		return 0, errors.New("its XML has an element without an end of its name")
	}
	r.stack, r.begun = append(r.stack, qualified), true
	r.name, r.attrs = local(qualified), r.attrs[:0]
	for {
		switch token, _ := r.lex.Next(); token {
		case xml.AttributeToken:
			if len(r.attrs) == maxAttributes {
				return 0, fileerr.TooLarge("an element of its XML has more attributes than any workbook's")
			}
			value := unquote(r.lex.AttrVal())
			if len(value) > MaxText {
				return 0, errLongText
			}
			r.attrs = append(r.attrs, attribute{local(r.lex.Text()), value})
		case xml.StartTagCloseVoidToken:
			r.empty = true
			return OpenTag, nil
		case xml.StartTagCloseToken:
			return OpenTag, nil
		default:
			return 0, errCutOff
		}
	}
}

func (r *Scanner) pop(qualified []byte) (Event, error) {
	if len(r.stack) == 0 || !bytes.Equal(r.stack[len(r.stack)-1], qualified) {
		return 0, fmt.Errorf("its XML is damaged: unexpected </%s>", qualified)
	}
	r.stack = r.stack[:len(r.stack)-1]
	r.name = local(qualified)
	return CloseTag, nil
}

// Attr is the unescaped value of an attribute by its local name.
func (r *Scanner) Attr(name string) (string, bool) {
	for _, a := range r.attrs {
		if string(a.name) == name {
			return Unescape(a.value), true
		}
	}
	return "", false
}

// Skip passes over the rest of the element just opened.
func (r *Scanner) Skip() error {
	for depth := len(r.stack); len(r.stack) >= depth; {
		if _, err := r.Next(); err != nil {
			return err
		}
	}
	return nil
}

// Content is the text of the element just opened, up to its end.
func (r *Scanner) Content() (string, error) {
	var out strings.Builder
	for depth := len(r.stack); len(r.stack) >= depth; {
		ev, err := r.Next()
		switch {
		case err != nil:
			return "", err
		case ev == CharData && r.cdata:
			out.Write(r.chars)
		case ev == CharData:
			out.WriteString(Unescape(r.chars))
		}
		if out.Len() > MaxText {
			return "", errLongText
		}
	}
	return out.String(), nil
}

var errLongText = fileerr.TooLarge(fmt.Sprintf("it holds a text of more than %d characters", MaxText))

// RichText is the text of the runs (t) of the element just opened. Phonetic guides (rPh) are not part of it, nor is the
// white space by which some writers indent its runs.
func (r *Scanner) RichText() (string, error) {
	var out strings.Builder
	for depth := len(r.stack); len(r.stack) >= depth; {
		ev, err := r.Next()
		run := ""
		switch {
		case err != nil || ev != OpenTag:
		case string(r.name) == "rPh":
			err = r.Skip()
		case string(r.name) == "t":
			run, err = r.Content()
		}
		if err == nil && out.Len()+len(run) > MaxText {
			err = errLongText
		}
		if err != nil {
			return "", err
		}
		out.WriteString(run)
	}
	return out.String(), nil
}
