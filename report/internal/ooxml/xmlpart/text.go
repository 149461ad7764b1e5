package xmlpart

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

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

// Unescape resolves the five entities of XML and numeric references; anything else stays as it is written.
func Unescape(raw []byte) string {
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
