package ooxml

import (
	"errors"
	"fmt"

	"github.com/xuri/excelize/v2"

	"plimsoll/report/internal/fileerr"
)

// Bounds of what a workbook says of itself. Excel holds 65,490 formats, and as many sheets as memory does.
const (
	maxSheets    = 10_000
	maxSheetName = 255 // letters; Excel allows 31
)

// Workbook is what a workbook says of itself apart from what stands in its sheets.
type Workbook struct {
	Part      string // the main part
	Relations Relations
	Sheets    []SheetPart // at least one, in their order
	From1904  bool        // serial days count from 1904-01-01
	Formats   []Format    // by style of cells: what its number format shows

	// Strings and Styles are the parts of shared texts and of styles, "" where none is named. A part that is named may
	// be missing: then nothing is known of a cell that needs it.
	Strings, Styles string
	// FullCalcOnLoad says that the workbook asks to be computed on opening: a program wrote formulas and perhaps never
	// computed them.
	FullCalcOnLoad bool
}

// SheetPart is a worksheet: its name, and the part that holds its rows, "" where nothing says which.
type SheetPart struct {
	Name, Part string
	Hidden     bool
	Copies     string // the earlier sheet that has the same part, "" where there is none: no program writes that
}

// Workbook opens the workbook by excelize, and takes its list of sheets, its calendar and what its styles show.
func (p *Package) Workbook() (*Workbook, error) {
	w := &Workbook{Part: p.mainPart()}
	var err error
	if w.Relations, err = p.Relations(w.Part); err != nil {
		return nil, err
	}
	w.Strings, w.Styles = w.Relations.First("sharedStrings"), w.Relations.First("styles")
	f, err := p.open(w.Part, w.Styles)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	w.Formats = formats(f)
	if pr := f.WorkBook.WorkbookPr; pr != nil {
		w.From1904 = pr.Date1904
	}
	if pr := f.WorkBook.CalcPr; pr != nil {
		w.FullCalcOnLoad = pr.FullCalcOnLoad
	}
	return w, w.list(f)
}

// list takes the worksheets. Chart, macro and dialog sheets have no rows, nor has a module, which no relation leads to.
func (w *Workbook) list(f *excelize.File) error {
	first := map[string]string{} // by part: the sheet that has it
	for _, s := range f.WorkBook.Sheets.Sheet {
		relation, known := w.Relations[s.ID]
		if known && relation.Kind != "worksheet" || s.ID == "" {
			continue
		}
		if len(w.Sheets) == maxSheets || len(s.Name) > 4*maxSheetName {
			return fileerr.TooLarge(fmt.Sprintf("it names more than %d sheets, or one by more than %d letters",
				maxSheets, maxSheetName))
		}
		hidden := s.State == "hidden" || s.State == "veryHidden"
		part := PartKey(relation.Target)
		w.Sheets = append(w.Sheets, SheetPart{s.Name, relation.Target, hidden, first[part]})
		if _, taken := first[part]; !taken && relation.Target != "" {
			first[part] = s.Name
		}
	}
	if len(w.Sheets) == 0 {
		return errors.New("it names no worksheet")
	}
	return nil
}

// formats are what the styles of cells (cellXfs) show.
func formats(f *excelize.File) []Format {
	if f.Styles.CellXfs == nil {
		return nil
	}
	custom := map[int]Format{} // by number
	if f.Styles.NumFmts != nil {
		for _, n := range f.Styles.NumFmts.NumFmt {
			custom[n.NumFmtID] = formatOf(n.FormatCode)
		}
	}
	out := make([]Format, len(f.Styles.CellXfs.Xf))
	for i, xf := range f.Styles.CellXfs.Xf {
		number := 0
		if xf.NumFmtID != nil {
			number = *xf.NumFmtID
		}
		format, isCustom := custom[number]
		if !isCustom {
			format = builtIn(number)
		}
		out[i] = format
	}
	return out
}
