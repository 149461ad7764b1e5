// Package filetype tells what a file is by its bytes, and what it claims to be by its ending. Nobody who reads
// workbooks trusts the name: people send web pages, pictures and old workbooks that are called .xlsx, and each is named
// for what it is.
package filetype

import (
	"bytes"

	"plimsoll/report/internal/fileerr"
	"plimsoll/report/internal/ooxml/compound"
)

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
	{"MIME-Version:", "a web page in one file (.mht)", fileerr.SaveAs},
	{"\x09\x00\x04\x00", "an old workbook (.xls)", fileerr.SaveAs}, // BIFF 2 to 5 without a compound file around them
	{"\x09\x02\x06\x00", "an old workbook (.xls)", fileerr.SaveAs},
	{"\x09\x04\x06\x00", "an old workbook (.xls)", fileerr.SaveAs},
	{"\x09\x08\x08\x00", "an old workbook (.xls)", fileerr.SaveAs},
	{"\x09\x08\x10\x00", "an old workbook (.xls)", fileerr.SaveAs},
}

// Recognise names a file for what it is where that is neither a package nor a text.
func Recognise(data []byte) error {
	refuse := func(what, hint string) error { return fileerr.Unreadable("it is "+what, hint) }
	start := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 1024)], []byte("\xef\xbb\xbf"))))
	switch {
	case len(data) == 0:
		return fileerr.Unreadable("the file is empty", "ask for it again")
	case compound.Is(data):
		return sniffCompound(data)
	case bytes.HasPrefix(start, []byte("<html")), bytes.HasPrefix(start, []byte("<!doctype html")),
		bytes.Contains(start, []byte("<table")):
		return refuse("a web page with the name of a workbook", fileerr.SaveAs)
	case bytes.HasPrefix(start, []byte("<?xml")) &&
		bytes.Contains(start, []byte("urn:schemas-microsoft-com:office:spreadsheet")):
		return refuse("a workbook in the XML format of 2003", fileerr.SaveAs)
	case bytes.HasPrefix(start, []byte("<?xml")):
		return refuse("an XML file with the name of a workbook", fileerr.SaveAs)
	}
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.start)) {
			return refuse(s.what, s.hint)
		}
	}
	return nil
}

// Sniff names files that only pretend to be .xlsx for what they are.
func Sniff(data []byte) error {
	if err := Recognise(data); err != nil || IsPackage(data) {
		return err
	}
	if looksLikeText(data) {
		return fileerr.Unreadable("it is a text file (CSV?) with the name of a workbook",
			"give it the ending .csv if its values are parted by a delimiter")
	}
	return fileerr.Unreadable("it is not an .xlsx file", fileerr.SaveAs)
}

// IsPackage says whether a file begins as zip archives do, which every workbook since 2007 is.
func IsPackage(data []byte) bool { return bytes.HasPrefix(data, []byte("PK")) }

// sniffCompound tells a locked workbook from an old one, and from other compound files, by their streams.
func sniffCompound(data []byte) error {
	c, err := compound.Open(data)
	if err != nil {
		return fileerr.Unreadable("it is an old workbook (.xls), or a locked one, and damaged",
			"ask for it again as .xlsx")
	}
	for _, kind := range []struct{ stream, what, hint string }{
		{"Workbook", "an old workbook (.xls)", fileerr.SaveAs},
		{"Book", "an old workbook (.xls)", fileerr.SaveAs},
		{"WordDocument", "a text document (.doc), not a workbook", "send the table as .xlsx"},
		{"PowerPoint Document", "slides (.ppt), not a workbook", "send the table as .xlsx"},
		{"__properties_version1.0", "a mail (.msg), not a workbook", "save what is attached to it"},
	} {
		if c.Has(kind.stream) {
			return fileerr.Unreadable("it is "+kind.what, kind.hint)
		}
	}
	if c.Has("EncryptedPackage") {
		return fileerr.Encrypted("the workbook is locked with a password", fileerr.Password)
	}
	return fileerr.Unreadable("it is a compound file that holds no workbook", fileerr.SaveAs)
}

func looksLikeText(data []byte) bool {
	head := data[:min(len(data), 4096)]
	return !bytes.ContainsRune(head, 0) && bytes.ContainsAny(head, ",;\t\n")
}
