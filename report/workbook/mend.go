package workbook

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"
)

// mender writes the parts of a copy, and puts back what excelize leaves out of a sheet.
type mender struct {
	*zip.Writer
	a *annotation
}

func (a *annotation) mender(w io.Writer) excelize.ZipWriter { return mender{zip.NewWriter(w), a} }

func (m mender) Create(name string) (io.Writer, error) {
	w, err := m.Writer.Create(name)
	for _, s := range m.a.before.Sheets {
		if m.a.parts[s.Name].sheet == name && len(m.a.marks[s.Name]) > 0 {
			return mendingWriter{w, s}, err
		}
	}
	return w, err
}

// mendingWriter is given a sheet in one piece.
type mendingWriter struct {
	io.Writer
	sheet *Sheet
}

func (w mendingWriter) Write(part []byte) (int, error) {
	_, err := w.Writer.Write(w.sheet.mend(part))
	return len(part), err
}

// mend puts back the value of formulas that give an empty text. Without one they would count as never computed.
func (s *Sheet) mend(part []byte) []byte {
	end := []byte("</f></c>")
	var out []byte
	for {
		i := bytes.Index(part, end)
		if i < 0 {
			return append(out, part...)
		}
		value := "<v></v>"
		if s.uncached(part[:i]) {
			value = ""
		}
		out = append(append(append(out, part[:i]...), "</f>"...), value+"</c>"...)
		part = part[i+len(end):]
	}
}

// uncached says whether the formula of the last cell of a part had no value when it was sent.
func (s *Sheet) uncached(part []byte) bool {
	_, ref, _ := bytes.Cut(part[max(0, bytes.LastIndex(part, []byte("<c r="))):], []byte(`"`))
	ref, _, _ = bytes.Cut(ref, []byte(`"`))
	row, column, _ := parseCell(string(ref))
	i, found := slices.BinarySearchFunc(s.Rows, row, func(r Row, row int) int { return r.Index - row })
	return found && s.Rows[i].At(column).Kind == Uncached
}
