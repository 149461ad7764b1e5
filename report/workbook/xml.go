package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/xml"
)

// Bounds of XML that no workbook comes near: elements within elements (real ones stay under twenty), attributes of one
// element, and bytes of one text (a cell holds 32,767 characters).
const (
	maxDepth      = 256
	maxAttributes = 256
	longestText   = 1 << 20
)

type event uint8

const (
	opened event = iota // an element begins; its attributes are known
	closed              // an element ends, also right after opened where it is empty
	text                // characters between tags
)

type attribute struct{ name, value []byte } // local name; value still escaped

// reader walks through an XML part and holds it to being well formed: what breaks off is an error, never an end.
type reader struct {
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

func newReader(data []byte) *reader {
	in := parse.NewInputBytes(data)
	return &reader{in: in, lex: xml.NewLexer(in)}
}

var errCutOff = errors.New("it is cut off")

// next gives the next event, io.EOF after the root element is closed.
func (r *reader) next() (event, error) {
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
			return 0, &refusal{"unreadable-workbook", "its XML declares entities (DOCTYPE), which no workbook needs", "open it in a spreadsheet program and save it again as .xlsx"}
		case xml.EndTagToken:
			return r.pop(r.lex.Text())
		case xml.TextToken, xml.CDATAToken:
			r.chars, r.cdata = r.lex.Text(), token == xml.CDATAToken
			if r.cdata && !bytes.HasSuffix(raw, []byte("]]>")) {
				return 0, errCutOff
			}
			return text, nil
		default:
			return 0, fmt.Errorf("unexpected %v in its XML", token)
		}
	}
}

// ended tells a whole document from one that stops in the middle.
func (r *reader) ended() error {
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

func (r *reader) push(qualified []byte) (event, error) {
	if len(r.stack) == maxDepth {
		return 0, &refusal{"too-large", "its XML is nested deeper than any workbook's", "open it in a spreadsheet program and save it again"}
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
				return 0, tooLarge("an element of its XML has more attributes than any workbook's")
			}
			value := unquote(r.lex.AttrVal())
			if len(value) > longestText {
				return 0, errLongText
			}
			r.attrs = append(r.attrs, attribute{local(r.lex.Text()), value})
		case xml.StartTagCloseVoidToken:
			r.empty = true
			return opened, nil
		case xml.StartTagCloseToken:
			return opened, nil
		default:
			return 0, errCutOff
		}
	}
}

func (r *reader) pop(qualified []byte) (event, error) {
	if len(r.stack) == 0 || !bytes.Equal(r.stack[len(r.stack)-1], qualified) {
		return 0, fmt.Errorf("its XML is damaged: unexpected </%s>", qualified)
	}
	r.stack = r.stack[:len(r.stack)-1]
	r.name = local(qualified)
	return closed, nil
}

// attr is the unescaped value of an attribute by its local name.
func (r *reader) attr(name string) (string, bool) {
	for _, a := range r.attrs {
		if string(a.name) == name {
			return unescape(a.value), true
		}
	}
	return "", false
}

// skip passes over the rest of the element just opened.
func (r *reader) skip() error {
	for depth := len(r.stack); len(r.stack) >= depth; {
		if _, err := r.next(); err != nil {
			return err
		}
	}
	return nil
}

// content is the text of the element just opened, up to its end.
func (r *reader) content() (string, error) {
	var out strings.Builder
	for depth := len(r.stack); len(r.stack) >= depth; {
		ev, err := r.next()
		switch {
		case err != nil:
			return "", err
		case ev == text && r.cdata:
			out.Write(r.chars)
		case ev == text:
			out.WriteString(unescape(r.chars))
		}
		if out.Len() > longestText {
			return "", errLongText
		}
	}
	return out.String(), nil
}

var errLongText = tooLarge(fmt.Sprintf("it holds a text of more than %d characters", longestText))

// richText is the text of the runs (t) of the element just opened. Phonetic guides (rPh) are not part of it, nor is the
// white space by which some writers indent its runs.
func (r *reader) richText() (string, error) {
	var out strings.Builder
	for depth := len(r.stack); len(r.stack) >= depth; {
		ev, err := r.next()
		run := ""
		switch {
		case err != nil || ev != opened:
		case string(r.name) == "rPh":
			err = r.skip()
		case string(r.name) == "t":
			run, err = r.content()
		}
		if err == nil && out.Len()+len(run) > longestText {
			err = errLongText
		}
		if err != nil {
			return "", err
		}
		out.WriteString(run)
	}
	return out.String(), nil
}

// local drops the namespace prefix: x:row → row.
func local(name []byte) []byte {
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		return name[i+1:]
	}
	return name
}

func unquote(v []byte) []byte {
	if len(v) >= 2 && (v[0] == '"' || v[0] == '\'') {
		return v[1 : len(v)-1]
	}
	return v
}

// unescape resolves the five entities of XML and numeric references; anything else stays as it is written.
func unescape(raw []byte) string {
	if bytes.IndexByte(raw, '&') < 0 {
		return string(raw)
	}
	var out strings.Builder
	for len(raw) > 0 {
		i := bytes.IndexByte(raw, '&')
		end := bytes.IndexByte(raw[max(i, 0):], ';')
		if i < 0 || end < 0 {
			out.Write(raw)
			break
		}
		out.Write(raw[:i])
		entity := string(raw[i+1 : i+end])
		if r, ok := entityRune(entity); ok {
			out.WriteRune(r)
		} else {
			out.Write(raw[i : i+end+1])
		}
		raw = raw[i+end+1:]
	}
	return out.String()
}

func entityRune(entity string) (rune, bool) {
	switch entity {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	digits, numeric := strings.CutPrefix(entity, "#")
	base := 10
	if hex, isHex := strings.CutPrefix(strings.ToLower(digits), "x"); isHex {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if !numeric || err != nil || n > utf8.MaxRune {
		return 0, false
	}
	return rune(n), true
}

// newlines are all written as one, as XML has it and Excel's _x000D_ undoes it.
var newlines = strings.NewReplacer("\r\r\n", "\n", "\r\n", "\n", "\r", "\n")

// plainText is a text of a cell without Excel's escapes, ends of lines as \n, white space around it gone.
func plainText(s string) string {
	if s = unescapeString(s); strings.Contains(s, "\r") {
		s = newlines.Replace(s)
	}
	return strings.TrimSpace(s)
}

// unescapeString resolves Excel's own escapes of control characters, _x000D_ (ECMA-376 part 1, ST_Xstring).
func unescapeString(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		if i+7 <= len(s) && s[i] == '_' && s[i+1] == 'x' && s[i+6] == '_' {
			if n, err := strconv.ParseUint(s[i+2:i+6], 16, 16); err == nil {
				out.WriteRune(rune(n))
				i += 6
				continue
			}
		}
		out.WriteByte(s[i])
	}
	return out.String()
}
