package ooxml

import (
	"errors"
	"fmt"
	"strconv"

	"plimsoll/report/internal/fileerr"
	"plimsoll/report/internal/ooxml/xmlpart"
)

// Bounds of what a workbook says of itself. Excel holds 65,490 formats, and as many sheets as memory does.
const (
	maxSheets    = 10_000
	maxSheetName = 255 // letters; Excel allows 31
	maxFormats   = 100_000
)

// Workbook is what a workbook says of itself apart from what stands in its sheets.
type Workbook struct {
	Part      string // the main part
	Relations Relations
	Sheets    []SheetPart // at least one, in their order
	From1904  bool        // serial days count from 1904-01-01
	Formats   []Format    // by style of cells: what its number format shows

	// FullCalcOnLoad says that the workbook asks to be computed on opening: a program wrote formulas and perhaps never
	// computed them.
	FullCalcOnLoad bool
}

// SheetPart is a worksheet: its name, and the part that holds its rows, "" where nothing says which.
type SheetPart struct {
	Name, Part string
	Hidden     bool
}

// Workbook reads the list of sheets, and what the styles of cells show.
func (p *Package) Workbook() (*Workbook, error) {
	w := &Workbook{Part: p.mainPart()}
	var err error
	if w.Relations, err = p.Relations(w.Part); err != nil {
		return nil, err
	}
	if err := p.Each(w.Part, w.readMain); err != nil {
		return nil, err
	}
	if part := w.Relations.First("styles"); part != "" {
		if err := p.Each(part, w.styleReader()); err != nil {
			return nil, err
		}
	}
	if len(w.Sheets) == 0 {
		return nil, errors.New("it names no worksheet")
	}
	return w, nil
}

// readMain takes what an element of the main part says.
func (w *Workbook) readMain(r *xmlpart.Scanner) error {
	switch string(r.Name()) {
	case "workbookPr":
		v, _ := r.Attr("date1904")
		w.From1904 = v == "1" || v == "true"
	case "calcPr":
		v, _ := r.Attr("fullCalcOnLoad")
		w.FullCalcOnLoad = v == "1" || v == "true"
	case "sheet":
		if r.Parent() == "sheets" {
			return w.addSheet(r)
		}
	}
	return nil
}

func (w *Workbook) addSheet(r *xmlpart.Scanner) error {
	name, _ := r.Attr("name")
	id, written := r.Attr("id")
	relation, known := w.Relations[id]
	if known && relation.Kind != "worksheet" || written && id == "" {
		return nil // a chart, macro or dialog sheet, or a module without a part: it has no rows
	}
	state, _ := r.Attr("state")
	if len(w.Sheets) == maxSheets || len(name) > 4*maxSheetName {
		return fileerr.TooLarge(fmt.Sprintf("it names more than %d sheets, or one by more than %d letters", maxSheets,
			maxSheetName))
	}
	w.Sheets = append(w.Sheets, SheetPart{name, relation.Target, state == "hidden" || state == "veryHidden"})
	return nil
}

// styleReader finds out what the styles of cells (cellXfs) show.
func (w *Workbook) styleReader() func(r *xmlpart.Scanner) error {
	custom := map[int]Format{} // by number
	return func(r *xmlpart.Scanner) error {
		parent := r.Parent()
		id, _ := r.Attr("numFmtId")
		number, _ := strconv.Atoi(id)
		switch {
		case string(r.Name()) == "numFmt" && parent == "numFmts":
			if len(custom) == maxFormats {
				return fileerr.TooLarge(fmt.Sprintf("it defines more than %d number formats", maxFormats))
			}
			code, _ := r.Attr("formatCode")
			custom[number] = formatOf(code)
		case string(r.Name()) == "xf" && parent == "cellXfs":
			format, isCustom := custom[number]
			if !isCustom {
				format = builtIn(number)
			}
			w.Formats = append(w.Formats, format)
		}
		return nil
	}
}
