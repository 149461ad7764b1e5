package annotate

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"plimsoll/report/internal/filetype"
	"plimsoll/report/internal/ooxml/ooxmltest"
	"plimsoll/report/internal/ooxml/xmlpart"
	"plimsoll/report/problem"
	"plimsoll/report/workbook"
)

// oddBooks are workbooks that are written as few programs do, each with B2 on a sheet S1.
func oddBooks(t *testing.T) map[string]parts {
	const row = `<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>84</v></c><c r="D2"><v>3</v></c></row>`
	plain := func() parts { return ooxmltest.Workbook(row).WithContents() }
	prefixed := plain()
	for name, text := range prefixed {
		if strings.HasPrefix(name, "xl/wor") {
			prefixed[name] = prefixedXML.Replace(text)
		}
	}
	strict := plain()
	for name, text := range strict {
		strict[name] = strings.NewReplacer("http://schemas.openxmlformats.org/officeDocument/2006/",
			"http://purl.oclc.org/ooxml/officeDocument/",
			"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
			"http://purl.oclc.org/ooxml/spreadsheetml/main").Replace(text)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian,
		unicode.UseBOM).NewEncoder().String(strings.Replace(ooxmltest.SheetXML(row), "UTF-8", "UTF-16", 1))
	if err != nil {
		t.Fatal(err)
	}
	back := plain()
	for name, text := range maps.Clone(back) {
		back.With(name, "").With(strings.ReplaceAll(name, "/", `\`), text)
	}
	const sheet = "xl/worksheets/sheet1.xml"
	return map[string]parts{
		"plain":         plain(),
		"with a prefix": prefixed,
		"strict":        strict,
		"UTF-16":        plain().With(sheet, wide),
		"backslashes":   back,
		"no references": ooxmltest.Workbook(`<row/><row s="1" customFormat="1"><c><v>1</v></c><c><v>84</v></c>` +
			`<c/><c><v>3</v></c></row>`).WithContents().WithFormats("0.0"),
		"cells in disorder": ooxmltest.Workbook(`<row r="2"><c r="D2"><v>3</v></c><c r="B2"><v>84</v></c><c r="A2">` +
			`<v>1</v></c></row>`).WithContents(),
		"a row in two": ooxmltest.Workbook(`<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="B2"><v>` +
			`84</v></c><c r="D2"><v>3</v></c></row>`).WithContents(),
		"empty styles": plain().With("xl/styles.xml", `<styleSheet `+ooxmltest.Namespaces+`/>`).Relate("styles",
			"styles.xml"),
		"one fill": plain().With("xl/styles.xml",
			`<styleSheet `+ooxmltest.Namespaces+`><fonts count='1'><font/></fonts><fills count='1'><fill/></fills>`+
				`<cellXfs count="1"><xf numFmtId='9' fillId='0'/></cellXfs><dxfs/></styleSheet>`).
			Relate("styles", "styles.xml"),
		"a form": plain().Replace(sheet, "</worksheet>",
			`<drawing/><legacyDrawing r:id="rId7"/><oleObjects/></worksheet>`).
			With("xl/worksheets/_rels/sheet1.xml.rels",
				strings.Replace(ooxmltest.Relationships("vmlDrawing:../drawings/form.vml"), "rId1", "rId7", 1)).
			With("xl/drawings/form.vml",
				`<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="_x0000_s1030"><br></v:shape></xml>`),
		"a drawing that is gone": plain().Replace(sheet, "</worksheet>", `<legacyDrawing r:id="rId7"/></worksheet>`),
		"parts after": plain().Replace(sheet, "</worksheet>",
			`<mergeCells count="1"><mergeCell ref="A5:B6"/></mergeCells><drawing r:id="x"/><tableParts count="0"/>`+
				`<extLst/></worksheet>`),
		"comments without boxes": plain().With("xl/worksheets/_rels/sheet1.xml.rels",
			ooxmltest.Relationships("comments:../remarks.xml")).
			With("xl/remarks.xml",
				`<comments `+ooxmltest.Namespaces+`><authors><author>Ann</author></authors><commentList>`+
					`<comment ref="B2" authorId="0"><text><t>loud</t></text></comment>`+
					`<comment ref="D2" authorId="0"><text><r><t>far</t></r><phoneticPr fontId="0"/></text>`+
					`</comment></commentList></comments>`),
	}
}

// prefixedXML gives elements of a worksheet or workbook the prefix x.
var prefixedXML = strings.NewReplacer("<?", "<?", "</", "</x:", "<", "<x:", "xmlns=", "xmlns:x=", "<Relationship",
	"<Relationship", "</Relationship", "</Relationship")

// TestAnnotateOddBooks marks a cell that is there, one that is not, and a row that is not there.
func TestAnnotateOddBooks(t *testing.T) {
	for name, p := range oddBooks(t) {
		sent := p.Zip(t)
		problems := []problem.Problem{{Place: at("S1", 2, 2), Severity: problem.Error, Code: "loud", Message: "<84>"},
			{Place: at("S1", 2, 3), Severity: problem.Note, Code: "none", Message: "nothing"},
			{Place: at("S1", 9, 1), Severity: problem.Warning, Code: "away", Message: "no row"}}
		copied, err := Workbook(sent, "x.xlsx", workbook.Options{}, problems)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		comments, err := commentsOf(copied)
		must(t, err)
		at := func(row, column int) string { return comments[problem.Place{Sheet: "S1", Row: row, Column: column}] }
		if !strings.HasSuffix(at(2, 2), "error loud: <84>") || at(2, 3) != "note none: nothing" ||
			at(9, 1) != "warning away: no row" {
			t.Errorf("%s: %q", name, comments)
		}
		if name == "comments without boxes" && (at(2, 2) != "loud\nerror loud: <84>" || at(2, 4) != "far") {
			t.Errorf("%s: %q", name, comments)
		}
		holdWhole(t, name, sent, copied)
	}
}

// holdWhole holds that a copy has every part of what was sent and none of them twice, that those it changed are whole,
// and that the order of what stands in a sheet is right.
func holdWhole(t *testing.T, name string, sent, copied []byte) {
	t.Helper()
	was, is := partsOf(t, sent), partsOf(t, copied)
	for part := range was {
		if _, kept := is[part]; !kept {
			t.Errorf("%s: %s is gone", name, part)
		}
	}
	for part, text := range is {
		base := strings.ToLower(part[strings.LastIndexAny(part, `/\`)+1:])
		switch before, old := was[part]; {
		case old && before == text || strings.HasSuffix(part, "/") || strings.HasSuffix(base, ".vml"):
		case old && !slices.ContainsFunc([]string{"sheet", "workbook", "styles", "[content_types]", "comment",
			"remarks", "person", "threadedcomment"}, func(s string) bool { return strings.HasPrefix(base, s) }) &&
			!strings.HasSuffix(base, ".rels"):
			t.Errorf("%s: %s was changed", name, part)
		default:
			list, err := xmlpart.Outline([]byte(text), 2)
			if err != nil {
				t.Errorf("%s: %s: %v", name, part, err)
			} else if strings.Contains(text, "legacyDrawing") {
				holdOrder(t, name, list)
			}
		}
	}
}

// holdOrder holds that the drawing of comments stands after the rows and before what must follow it.
func holdOrder(t *testing.T, name string, list []xmlpart.Element) {
	t.Helper()
	var names []string
	for _, e := range list {
		names = append(names, e.Name)
	}
	drawing := slices.Index(names, "legacyDrawing")
	later := slices.IndexFunc(names, func(n string) bool { return slices.Contains(laterParts()[:8], n) })
	if drawing >= 0 && (slices.Index(names[drawing+1:], "legacyDrawing") >= 0 ||
		slices.Index(names, "sheetData") > drawing || later >= 0 && later < drawing ||
		slices.Index(names, "drawing") > drawing || slices.Index(names, "mergeCells") > drawing) {
		t.Errorf("%s: %v", name, names)
	}
}

// TestAnnotateThreads holds that a conversation about a cell goes on, and that one person is added.
func TestAnnotateThreads(t *testing.T) {
	p := oddBooks(t)["plain"].
		With("xl/worksheets/_rels/sheet1.xml.rels",
			ooxmltest.Relationships("comments:../comments1.xml", "threadedComment:../threadedComments/t.xml")).
		With("xl/comments1.xml",
			`<comments `+ooxmltest.Namespaces+`><authors><author>tc={A}</author></authors><commentList>`+
				`<comment ref="B2" authorId="0"><text><t>[Threaded comment]</t></text></comment></commentList>`+
				`</comments>`).
		With("xl/threadedComments/t.xml",
			`<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">`+
				`<threadedComment ref="B2" dT="2026-07-14T00:00:00.00" personId="{P}" id="{A}"><text>loud?</text>`+
				`</threadedComment></ThreadedComments>`).
		With("xl/persons/person.xml",
			`<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">`+
				`<person displayName="Ann" id="{P}"/></personList>`).
		Relate("person", "persons/person.xml")
	copied, err := Workbook(p.Zip(t), "x.xlsx", workbook.Options{},
		[]problem.Problem{{Place: at("S1", 2, 2), Code: "loud", Message: "m"},
			{Place: at("S1", 2, 1), Code: "c", Message: "n"}})
	must(t, err)
	is := partsOf(t, copied)
	who := identity("person", "plimsoll")
	for part, want := range map[string]string{
		"xl/threadedComments/t.xml": `<threadedComment ref="B2" dT="2026-07-14T00:00:00.00" personId="` + who +
			`" id="`,
		"xl/persons/person.xml": `<person displayName="plimsoll" id="` + who + `"`,
	} {
		if strings.Count(is[part], want) != 1 ||
			!strings.Contains(is["xl/threadedComments/t.xml"], `parentId="{A}"><text>error loud: m</text>`) {
			t.Errorf("%s: %s", part, is[part])
		}
	}
}

// TestAnnotateText holds that the copy of a text table has its cells as they were, whatever they look like.
func TestAnnotateText(t *testing.T) {
	text, err := simplifiedchinese.GB18030.NewEncoder().String("Factory ID,地点,Level\n\n007,\"=1+1\n_x000D_ " +
		"<&>\",1.50\nCN-01,一车间,84dB\n")
	must(t, err)
	name := `[day 1] a very long name: of a table that goes on.csv`
	o := workbook.Options{Text: func(string) workbook.TextForm { return workbook.TextForm{Encoding: "gb18030"} }}
	sent := workbook.Read([]byte(text), name, o)
	copied, err := Workbook([]byte(text), name, o,
		[]problem.Problem{{Place: sent.Sheets[0].Place(4, 3), Code: "not-a-number", Message: "m"}})
	must(t, err)
	is := workbook.Read(copied, "copy.xlsx", workbook.Options{})
	if diff := cmp.Diff(dump(sent.Sheets[0]), dump(is.Sheets[0])); diff != "" || len(is.Sheets) != 2 ||
		is.Sheets[0].Name != "_day 1_ a very long name_ of a" {
		t.Errorf("%q %s", is.Sheets[0].Name, diff)
	}
	comments, err := commentsOf(copied)
	must(t, err)
	if comments[problem.Place{Sheet: is.Sheets[0].Name, Row: 4, Column: 3}] != "error not-a-number: m" {
		t.Errorf("%q", comments)
	}
	if link := partsOf(t, copied)["xl/worksheets/sheet2.xml"]; !strings.Contains(link,
		`location="'_day 1_ a very long name_ of a'!C4"`) {
		t.Error(link)
	}
}

// TestAnnotateCorpus annotates every workbook of the corpus: cells that are there and that are not, rows and sheets.
func TestAnnotateCorpus(t *testing.T) {
	root := os.Getenv("PLIMSOLL_CORPUS")
	if root == "" {
		t.Skip("PLIMSOLL_CORPUS names no folder of spreadsheets")
	}
	made, not := 0, 0
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(path)
		must(t, err)
		book := workbook.Read(data, filepath.Base(path), workbook.Options{})
		if len(book.Sheets) == 0 {
			return nil
		}
		copied, err := Workbook(data, book.File, workbook.Options{}, someProblems(book))
		switch {
		case err == nil && filetype.IsPackage(data):
			if made++; unzips(data) {
				holdWhole(t, path, data, copied)
			}
		case err != nil:
			not++
			if !strings.Contains(err.Error(), "locked with a password") {
				t.Errorf("%s: %v", path, err)
			}
		}
		return nil
	})
	if must(t, err); made < not*20 {
		t.Errorf("%d copies, %d not", made, not)
	}
}

// unzips says whether all parts do, those too that are not read.
func unzips(data []byte) bool {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	for _, f := range archive.File {
		r, broken := f.Open()
		if broken == nil {
			_, broken = io.Copy(io.Discard, r)
		}
		err = errors.Join(err, broken)
	}
	return err == nil
}

// someProblems puts problems of every kind of place onto a book.
func someProblems(book *workbook.Book) (out []problem.Problem) {
	add := func(s *workbook.Sheet, row, column int, severity problem.Severity) {
		out = append(out, problem.Problem{Place: s.Place(row, column), Severity: severity, Code: "code",
			Message: fmt.Sprintf("<%d> & \"%d\"", row, column), Hint: "a hint"})
	}
	for _, s := range book.Sheets {
		add(s, 0, 0, problem.Note)
		for i, row := range s.Rows[:min(len(s.Rows), 200)] {
			switch i % 5 {
			case 0:
				add(s, row.Index, 1+i%7, problem.Error)
			case 1:
				add(s, row.Index, 0, problem.Warning)
			case 2:
				add(s, row.Index+3, 20, problem.Note)
			}
		}
	}
	return out
}

// FuzzAnnotate holds that no package breaks the copying down, and that a copy is one that can be read.
func FuzzWorkbook(f *testing.F) {
	for _, p := range []parts{ooxmltest.Workbook(`<row r="2"><c r="B2"><v>84</v></c></row>` +
		``).WithContents().WithFormats("0.0"),
		ooxmltest.Workbook(`<row/>`, `<row><c><v>1</v></c></row>`).WithContents()} {
		for _, name := range slices.Sorted(maps.Keys(p)) {
			f.Add(name, p[name])
		}
	}
	f.Fuzz(func(t *testing.T, name, text string) {
		if len(name) > 100 || strings.HasSuffix(name, "/") {
			return // no part has such a name: a zip has it for a folder
		}
		p := ooxmltest.Workbook(`<row r="2"><c r="B2"><v>84</v></c></row>`).WithContents().WithFormats("0.0")
		p[name] = text
		data := p.Zip(t)
		book := workbook.Read(data, "x.xlsx", workbook.Options{})
		copied, err := Workbook(data, "x.xlsx", workbook.Options{},
			append(someProblems(book), problem.Problem{Place: at("S1", 2, 2), Message: text}))
		switch {
		case err != nil && strings.Contains(err.Error(), "broke down"):
			t.Error(err)
		case err == nil && len(workbook.Read(copied, "x.xlsx", workbook.Options{}).Sheets) <= len(book.Sheets):
			t.Error("the copy has no list")
		}
	})
}

// TestAnnotateLongList holds that a list without end is cut off, and says so.
func TestAnnotateLongList(t *testing.T) {
	a := &annotation{file: "x.xlsx", problems: make([]problem.Problem, maxList+7)}
	for i := range a.problems {
		a.problems[i] = problem.Problem{Place: at("S1", i+1, 1), Code: strconv.Itoa(i)}
	}
	a.problems[0].More = []problem.Place{at("S1", 2, 2), {File: "other.xlsx", Sheet: "S1", Row: 1}}
	causes := a.causes()
	xml := listXML("x", causes, nil, &styleTable{})
	if causes[0].Where(namedPlaces) != "S1!A1, B2" || strings.Count(xml, "<row ") != maxList+2 ||
		!strings.Contains(xml, "and 7 more, which plimsoll check lists") {
		t.Errorf("%s, %d rows", causes[0], strings.Count(xml, "<row "))
	}
}
