package pdf

import (
	"encoding/hex"
	"strconv"
	"strings"
	"unicode/utf16"
)

// The values of PDF, as far as Write makes them, are these, ref, int, float64 and bool.
type (
	dictionary map[name]any
	name       string
	literal    string // bytes of a string
)

// scanner reads values.
type scanner struct {
	data  []byte
	at    int
	depth int
	err   error
}

// deepest bounds how far values may hold each other.
const deepest = 100

func (s *scanner) fail() any {
	s.err = errNotOurs
	return nil
}

// peek is the next byte that is no white space, 0 at the end.
func (s *scanner) peek() byte {
	for s.at < len(s.data) && (s.data[s.at] == ' ' || s.data[s.at] == '\n') {
		s.at++
	}
	if s.at == len(s.data) {
		return 0
	}
	return s.data[s.at]
}

// value reads one value; what is none makes an error, and all that follows with it.
func (s *scanner) value() any {
	if s.depth++; s.depth > deepest || s.err != nil {
		return s.fail()
	}
	defer func() { s.depth-- }()
	switch b := s.peek(); {
	case b == '<' && s.at+1 < len(s.data) && s.data[s.at+1] == '<':
		return s.dictionary()
	case b == '<':
		return s.hexadecimal()
	case b == '(':
		return s.literal()
	case b == '[':
		return s.array()
	case b == '/':
		s.at++
		return name(unescapedName(s.word()))
	}
	return s.plain()
}

func (s *scanner) dictionary() any {
	s.at += 2
	out := dictionary{}
	for s.err == nil && s.peek() == '/' {
		key, _ := s.value().(name)
		out[key] = s.value()
	}
	if s.err != nil || s.at+1 >= len(s.data) || string(s.data[s.at:s.at+2]) != ">>" {
		return s.fail()
	}
	s.at += 2
	return out
}

func (s *scanner) array() any {
	s.at++
	out := []any{}
	for s.peek() != ']' {
		v := s.value()
		if s.err != nil {
			return nil
		}
		out = append(out, v)
	}
	s.at++
	return out
}

func (s *scanner) hexadecimal() any {
	end := strings.IndexByte(string(s.data[s.at:min(len(s.data), s.at+200)]), '>')
	if end < 0 {
		return s.fail()
	}
	out, err := hex.DecodeString(string(s.data[s.at+1 : s.at+end]))
	if err != nil {
		return s.fail()
	}
	s.at += end + 1
	return literal(out)
}

// literal reads a string in brackets, which Write always escapes.
func (s *scanner) literal() any {
	var out []byte
	for s.at++; s.at < len(s.data); s.at++ {
		switch b := s.data[s.at]; b {
		case ')':
			s.at++
			return literal(out)
		case '\\':
			if s.at++; s.at == len(s.data) {
				return s.fail()
			}
			if b = s.data[s.at]; b == 'r' {
				b = '\r'
			}
			out = append(out, b)
		default:
			out = append(out, b)
		}
	}
	return s.fail()
}

// word reads what is neither white space nor a delimiter.
func (s *scanner) word() string {
	from := s.at
	for s.at < len(s.data) && !strings.ContainsRune(" \n()<>[]/", rune(s.data[s.at])) {
		s.at++
	}
	return string(s.data[from:s.at])
}

// plain reads a number, a reference or true, false and null.
func (s *scanner) plain() any {
	word := s.word()
	if n, err := strconv.Atoi(word); err == nil {
		if after, ok := strings.CutPrefix(string(s.data[s.at:min(len(s.data), s.at+4)]), " 0 R"); ok && after == "" {
			s.at += 4
			return ref(n)
		}
		return n
	}
	switch word {
	case "true", "false":
		return word == "true"
	case "null":
		return nil
	}
	v, err := strconv.ParseFloat(word, 64)
	if err != nil {
		return s.fail()
	}
	return v
}

func unescapedName(word string) string { return strings.ReplaceAll(word, "#2F", "/") }

// text is a string as people read it, blank for any other value.
func text(v any) string {
	s, _ := v.(literal)
	wide, is := strings.CutPrefix(string(s), "\xfe\xff")
	if !is {
		return string(s)
	}
	units := make([]uint16, len(wide)/2)
	for i := range units {
		units[i] = uint16(wide[2*i])<<8 | uint16(wide[2*i+1])
	}
	return string(utf16.Decode(units))
}

// number is a whole number, −1 for any other value.
func number(v any) int {
	if n, ok := v.(int); ok {
		return n
	}
	return -1
}

func named(v any) name {
	n, _ := v.(name)
	return n
}

func list(v any) []any {
	l, _ := v.([]any)
	return l
}
