package ooxml

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"

	"plimsoll/report/internal/fileerr"
)

// utf8Text gives an XML part in UTF-8; what is none all the same becomes U+FFFD, as no later step can draw it.
func utf8Text(data []byte, partBytes int64) ([]byte, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if declared(data) == "" && utf8.Valid(data) && !bytes.Contains(data[:min(len(data), 4)], []byte{0}) {
		return data, nil
	}
	if int64(len(data)) > partBytes/4 { // a copy in UTF-8 takes several times its room
		return nil, fileerr.TooLarge(fmt.Sprintf("it has %d MB in another encoding than UTF-8", len(data)>>20))
	}
	data, err := decoded(data)
	return bytes.ToValidUTF8(data, []byte("\uFFFD")), err
}

// decoded reads a part by its byte order mark, else by the encoding it declares.
func decoded(data []byte) ([]byte, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder().Bytes(data)
	case bytes.HasPrefix(data, []byte("<\x00?\x00")):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder().Bytes(data)
	case bytes.HasPrefix(data, []byte("\x00<\x00?")):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder().Bytes(data)
	}
	label := declared(data)
	if label == "" {
		return data, nil
	}
	decoder, _ := charset.Lookup(label)
	if decoder == nil {
		return nil, fileerr.Unreadable("it is written in the unknown encoding "+label, fileerr.SaveAgain)
	}
	return decoder.NewDecoder().Bytes(data)
}

// declared is the encoding named in the XML declaration, "" where there is none or where it is UTF-8. Nothing else can
// be read here that calls itself UTF-something.
func declared(data []byte) string {
	head, _, found := bytes.Cut(data[:min(len(data), 256)], []byte("?>"))
	if !found || !bytes.HasPrefix(head, []byte("<?xml")) {
		return ""
	}
	_, rest, found := bytes.Cut(head, []byte("encoding="))
	if !found || len(rest) < 2 {
		return ""
	}
	label, _, _ := bytes.Cut(rest[1:], rest[:1])
	if name := strings.ToLower(string(label)); name == "us-ascii" || strings.HasPrefix(name, "utf") {
		return ""
	}
	return string(label)
}
