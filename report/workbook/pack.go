package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"
)

// maxParts bounds the parts of a package, pictures among them.
const maxParts = 20_000

// pack is an opened zip package.
type pack struct {
	parts  map[string]*zip.File // by lower-case name with forward slashes
	twice  map[string]bool      // names that two parts have
	bounds Bounds
	left   int64 // bytes that may still be unzipped
}

func openPackage(data []byte, bounds Bounds) (*pack, error) {
	if err := sniff(data); err != nil {
		return nil, err
	}
	if bytes.Count(data, []byte("PK\x01\x02")) > maxParts { // each entry of the directory begins so
		return nil, tooLarge(fmt.Sprintf("it holds more than %d parts", maxParts))
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &refusal{"unreadable-workbook", "it is not a whole .xlsx file (" + err.Error() + ")", "it may have been cut off on its way; ask for it again"}
	}
	p := &pack{parts: map[string]*zip.File{}, twice: map[string]bool{}, bounds: bounds, left: bounds.AllBytes}
	for _, f := range archive.File {
		name := strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))
		p.twice[name] = p.parts[name] != nil
		p.parts[name] = f
	}
	return p, p.recognise()
}

// recognise refuses packages that are zip files but no workbook we read.
func (p *pack) recognise() error {
	has := func(name string) bool { _, ok := p.parts[name]; return ok }
	switch {
	case has("xl/workbook.bin"):
		return &refusal{"unreadable-workbook", "it is a binary workbook (.xlsb)", saveAs}
	case has("word/document.xml"):
		return &refusal{"unreadable-workbook", "it is a text document (.docx), not a workbook", "send the table as .xlsx"}
	case has("mimetype") && has("content.xml"):
		return &refusal{"unreadable-workbook", "it is an OpenDocument file (.ods)", saveAs}
	case !has("[content_types].xml") && !has("xl/workbook.xml") && p.holdsWorkbook():
		return &refusal{"unreadable-workbook", "it is an archive (.zip)", "unpack it and name what is in it"}
	case has("index/document.iwa"), has("index.zip"):
		return &refusal{"unreadable-workbook", "it is a workbook of Numbers (.numbers)", "open it in Numbers and export it as .xlsx"}
	}
	return nil
}

// holdsWorkbook says whether one of the parts is a table by its ending.
func (p *pack) holdsWorkbook() bool {
	for name := range p.parts {
		if isRead(name) || isOtherTable(name) {
			return true
		}
	}
	return false
}

// partKey is the name under which a part is kept: letters of either case mean the same one.
func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// part returns the unzipped bytes of a part, its checksum proven.
func (p *pack) part(name string) ([]byte, error) {
	key := partKey(name)
	f, ok := p.parts[key]
	switch {
	case !ok:
		return nil, fmt.Errorf("its part %s is missing", name)
	case p.twice[key]:
		return nil, fmt.Errorf("it holds two parts called %s", name)
	case f.Flags&1 != 0:
		return nil, &refusal{"encrypted-workbook", "its parts are locked as those of a .zip archive are", "unpack it with its password and zip it again without one, or send another copy"}
	case f.UncompressedSize64 > uint64(p.bounds.PartBytes):
		return nil, tooLarge(fmt.Sprintf("its part %s unzips to %d MB; more than %d MB is not read", name, f.UncompressedSize64>>20, p.bounds.PartBytes>>20))
	case f.UncompressedSize64 > uint64(p.left):
		return nil, tooLarge(fmt.Sprintf("with its part %s the workbook unzips to more than %d MB, which is not read", name, p.bounds.AllBytes>>20))
	}
	p.left -= int64(f.UncompressedSize64)
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("its part %s cannot be unzipped: %w", name, err)
	}
	defer r.Close()
	// One byte of room beyond the end: the lexer needs it and would copy the whole part to get it.
	buf := bytes.NewBuffer(make([]byte, 0, f.UncompressedSize64+bytes.MinRead+1))
	if _, err := io.Copy(buf, io.LimitReader(r, p.bounds.PartBytes+1)); err != nil {
		return nil, fmt.Errorf("its part %s is damaged: %w", name, err)
	}
	return utf8Text(buf.Bytes(), p.bounds)
}

func tooLarge(message string) error {
	return &refusal{"too-large", message, "split the workbook, or remove what it does not need"}
}
