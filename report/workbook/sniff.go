package workbook

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
)

const saveAs = "open it in a spreadsheet program and save it as .xlsx"

// signatures are how files begin that are no workbook, and what they are.
var signatures = []struct{ start, what, hint string }{
	{"%PDF", "a PDF, not a workbook", "ask for the spreadsheet it was made from"},
	{"\xff\xd8\xff", "a picture (JPEG), not a workbook", "ask for the spreadsheet it was made from"},
	{"\x89PNG", "a picture (PNG), not a workbook", "ask for the spreadsheet it was made from"},
	{"GIF8", "a picture (GIF), not a workbook", "ask for the spreadsheet it was made from"},
	{"II*\x00", "a picture (TIFF), not a workbook", "ask for the spreadsheet it was made from"},
	{"MM\x00*", "a picture (TIFF), not a workbook", "ask for the spreadsheet it was made from"},
	{"Rar!", "an archive (.rar)", "unpack it and name what is in it"},
	{"7z\xbc\xaf", "an archive (.7z)", "unpack it and name what is in it"},
	{"\x1f\x8b", "an archive (.gz)", "unpack it and name what is in it"},
	{"{\\rtf", "a text document (.rtf), not a workbook", "send the table as .xlsx"},
	{"MIME-Version:", "a web page in one file (.mht)", saveAs},
	{"\x09\x00\x04\x00", "an old workbook (.xls)", saveAs}, // BIFF 2 to 5 without a compound file around them
	{"\x09\x02\x06\x00", "an old workbook (.xls)", saveAs},
	{"\x09\x04\x06\x00", "an old workbook (.xls)", saveAs},
	{"\x09\x08\x08\x00", "an old workbook (.xls)", saveAs},
	{"\x09\x08\x10\x00", "an old workbook (.xls)", saveAs},
}

// recogniseFile names a file for what it is where that is neither a package nor a text.
func recogniseFile(data []byte) error {
	refuse := func(what, hint string) error { return &refusal{"unreadable-workbook", "it is " + what, hint} }
	start := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 1024)], []byte("\xef\xbb\xbf"))))
	switch {
	case len(data) == 0:
		return &refusal{"unreadable-workbook", "the file is empty", "ask for it again"}
	case isCompound(data):
		return sniffCompound(data)
	case bytes.HasPrefix(start, []byte("<html")), bytes.HasPrefix(start, []byte("<!doctype html")), bytes.Contains(start, []byte("<table")):
		return refuse("a web page with the name of a workbook", saveAs)
	case bytes.HasPrefix(start, []byte("<?xml")) && bytes.Contains(start, []byte("urn:schemas-microsoft-com:office:spreadsheet")):
		return refuse("a workbook in the XML format of 2003", saveAs)
	case bytes.HasPrefix(start, []byte("<?xml")):
		return refuse("an XML file with the name of a workbook", saveAs)
	}
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.start)) {
			return refuse(s.what, s.hint)
		}
	}
	return nil
}

// sniff names files that only pretend to be .xlsx for what they are.
func sniff(data []byte) error {
	if err := recogniseFile(data); err != nil || isPackage(data) {
		return err
	}
	if looksLikeText(data) {
		return &refusal{"unreadable-workbook", "it is a text file (CSV?) with the name of a workbook", "give it the ending .csv if its values are parted by a delimiter"}
	}
	return &refusal{"unreadable-workbook", "it is not an .xlsx file", saveAs}
}

func isPackage(data []byte) bool { return bytes.HasPrefix(data, []byte("PK")) }

// sniffCompound tells a locked workbook from an old one, and from other compound files, by their streams.
func sniffCompound(data []byte) error {
	c, err := openCompound(data)
	if err != nil {
		return &refusal{"unreadable-workbook", "it is an old workbook (.xls), or a locked one, and damaged", "ask for it again as .xlsx"}
	}
	for _, kind := range []struct{ stream, what, hint string }{
		{"Workbook", "an old workbook (.xls)", saveAs},
		{"Book", "an old workbook (.xls)", saveAs},
		{"WordDocument", "a text document (.doc), not a workbook", "send the table as .xlsx"},
		{"PowerPoint Document", "slides (.ppt), not a workbook", "send the table as .xlsx"},
		{"__properties_version1.0", "a mail (.msg), not a workbook", "save what is attached to it"},
	} {
		if c.has(kind.stream) {
			return &refusal{"unreadable-workbook", "it is " + kind.what, kind.hint}
		}
	}
	if c.has("EncryptedPackage") {
		return &refusal{"encrypted-workbook", "the workbook is locked with a password", passwordHint}
	}
	return &refusal{"unreadable-workbook", "it is a compound file that holds no workbook", saveAs}
}

func looksLikeText(data []byte) bool {
	head := data[:min(len(data), 4096)]
	return !bytes.ContainsRune(head, 0) && bytes.ContainsAny(head, ",;\t\n")
}

// utf8Text gives an XML part in UTF-8; what is none all the same becomes U+FFFD, as no later step can draw it.
func utf8Text(data []byte, bounds Bounds) ([]byte, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if declared(data) == "" && utf8.Valid(data) && !bytes.Contains(data[:min(len(data), 4)], []byte{0}) {
		return data, nil
	}
	if int64(len(data)) > bounds.PartBytes/4 { // a copy in UTF-8 takes several times its room
		return nil, tooLarge(fmt.Sprintf("it has %d MB in another encoding than UTF-8", len(data)>>20))
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
		return nil, &refusal{"unreadable-workbook", "it is written in the unknown encoding " + label, "open it in a spreadsheet program and save it again as .xlsx"}
	}
	return decoder.NewDecoder().Bytes(data)
}

// declared is the encoding named in the XML declaration, "" where there is none or where it is UTF-8. Nothing else can be
// read here that calls itself UTF-something.
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
