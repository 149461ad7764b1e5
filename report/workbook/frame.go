package workbook

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Bounds of what a workbook says of itself. Excel holds 65,490 formats, and as many sheets as memory does.
const (
	maxSheets    = 10_000
	maxSheetName = 255 // letters; Excel allows 31
	maxRelations = 100_000
	maxFormats   = 100_000
)

// frame is what a workbook says of itself apart from its sheets' rows.
type frame struct {
	sheets    []entry
	strings   []string // the shared strings
	dateStyle []bool   // by cell style: does its number format show a date or a time
	from1904  bool     // serial days count from 1904-01-01
}

type entry struct {
	name, part string
	hidden     bool
}

// relation is one line of a .rels part.
type relation struct{ kind, target string }

// each walks through a part and calls visit at every element that begins.
func (p *pack) each(part string, visit func(r *reader) error) error {
	data, err := p.part(part)
	if err != nil {
		return err
	}
	r := newReader(data)
	for {
		ev, err := r.next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case ev == opened:
			if err := visit(r); err != nil {
				return err
			}
		}
	}
}

// relations reads what a part refers to; the part "" is the package itself.
func (p *pack) relations(part string) (map[string]relation, error) {
	out := map[string]relation{}
	dir, base := path.Split(part)
	err := p.each(path.Join(dir, "_rels", base+".rels"), func(r *reader) error {
		if string(r.name) != "Relationship" {
			return nil
		}
		id, _ := r.attr("Id")
		kind, _ := r.attr("Type")
		target, _ := r.attr("Target")
		target = strings.ReplaceAll(target, `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join("/", dir, target)
		}
		if len(out) == maxRelations {
			return tooLarge(fmt.Sprintf("a part of it refers to more than %d others", maxRelations))
		}
		out[id] = relation{path.Base(kind), strings.TrimPrefix(target, "/")}
		return nil
	})
	return out, err
}

// first is the target of the first relation of a kind in the order of their ids, "" where there is none.
func first(relations map[string]relation, kind string) string {
	for _, id := range slices.Sorted(maps.Keys(relations)) {
		if relations[id].kind == kind {
			return relations[id].target
		}
	}
	return ""
}

// workbookPart finds the main part, by the package's relations or at its usual place.
func (p *pack) workbookPart() string {
	if top, err := p.relations(""); err == nil {
		if main := first(top, "officeDocument"); main != "" {
			return main
		}
	}
	return "xl/workbook.xml"
}

// frame reads the list of sheets, the shared strings and which styles are dates.
func (p *pack) frame() (*frame, error) {
	main := p.workbookPart()
	relations, err := p.relations(main)
	if err != nil {
		return nil, err
	}
	f := &frame{}
	if err := p.readMain(main, relations, f); err != nil {
		return nil, err
	}
	if part := first(relations, "sharedStrings"); part != "" {
		if err := p.readStrings(part, f); err != nil {
			return nil, err
		}
	}
	if part := first(relations, "styles"); part != "" {
		if err := p.readStyles(part, f); err != nil {
			return nil, err
		}
	}
	if len(f.sheets) == 0 {
		return nil, errors.New("it names no worksheet")
	}
	return f, nil
}

func (p *pack) readMain(main string, relations map[string]relation, f *frame) error {
	return p.each(main, func(r *reader) error {
		switch string(r.name) {
		case "workbookPr":
			v, _ := r.attr("date1904")
			f.from1904 = v == "1" || v == "true"
		case "sheet":
			if len(r.stack) < 2 || string(local(r.stack[len(r.stack)-2])) != "sheets" {
				return nil
			}
			name, _ := r.attr("name")
			id, written := r.attr("id")
			rel, known := relations[id]
			if known && rel.kind != "worksheet" || written && id == "" {
				return nil // a chart, macro or dialog sheet, or a module without a part: it has no rows
			}
			state, _ := r.attr("state")
			if len(f.sheets) == maxSheets || len(name) > 4*maxSheetName {
				return tooLarge(fmt.Sprintf("it names more than %d sheets, or one by more than %d letters", maxSheets, maxSheetName))
			}
			f.sheets = append(f.sheets, entry{name, rel.target, state == "hidden" || state == "veryHidden"})
		}
		return nil
	})
}

// readStrings reads the shared strings; phonetic guides (rPh) are not part of a string.
func (p *pack) readStrings(part string, f *frame) error {
	return p.each(part, func(r *reader) error {
		if string(r.name) != "si" {
			return nil
		}
		if len(f.strings) > p.bounds.Cells {
			return &refusal{"too-large", "it holds more shared texts than are read", "split the workbook"}
		}
		s, err := r.richText()
		f.strings = append(f.strings, plainText(s))
		return err
	})
}

// readStyles finds out which cell styles (cellXfs) show dates or times.
func (p *pack) readStyles(part string, f *frame) error {
	custom := map[int]bool{} // by number: does it show a date
	return p.each(part, func(r *reader) error {
		parent := ""
		if n := len(r.stack); n > 1 {
			parent = string(local(r.stack[n-2]))
		}
		id, _ := r.attr("numFmtId")
		number, _ := strconv.Atoi(id)
		switch {
		case string(r.name) == "numFmt" && parent == "numFmts":
			if len(custom) == maxFormats {
				return tooLarge(fmt.Sprintf("it defines more than %d number formats", maxFormats))
			}
			code, _ := r.attr("formatCode")
			custom[number] = isDateFormat(code)
		case string(r.name) == "xf" && parent == "cellXfs":
			shown, isCustom := custom[number]
			f.dateStyle = append(f.dateStyle, shown || !isCustom && isDateNumber(number))
		}
		return nil
	})
}

// isDateNumber knows the built-in formats that are dates or times, the East Asian ones included (ECMA-376 part 1, 18.8.30).
func isDateNumber(id int) bool {
	return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58
}

// isDateFormat looks for a date or time letter outside of quotes, escapes and brackets; [h] and its like are times too.
func isDateFormat(code string) bool {
	code = strings.ToLower(code)
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				return false
			}
			i += 1 + end
		case '\\', '_', '*':
			i++
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return false
			}
			if inner := code[i+1 : i+end]; inner != "" && strings.Trim(inner, "hms") == "" {
				return true
			}
			i += end
		case 'y', 'm', 'd', 'h', 's':
			return true
		case 'a':
			if strings.HasPrefix(code[i:], "aaa") {
				return true // the day of an East Asian week
			}
		case 'g':
			if !strings.HasPrefix(code[i:], "general") {
				return true // the era of an East Asian date
			}
			i += len("general") - 1
		}
	}
	return false
}
