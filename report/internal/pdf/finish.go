package pdf

import (
	"fmt"
	"strconv"
	"strings"
)

// finisher writes the objects of fpdf's file under their numbers, with what fpdf cannot write, and more behind them.
type finisher struct {
	*file
	roles
	drawn   *drawing
	objects []object // fpdf's, by number
	err     error    // the first object that is not what it should be
}

// roles are the numbers of fpdf's objects by what they are: the first of each kind, in fpdf's order. Behind the catalog
// there is none.
type roles struct {
	tree, resources, pages, fontFiles, fonts, images, bookmarks, outline, metadata, info, catalog ref
}

// rolesOf counts what fpdf has been given. Of images it may write one or two each, so that the kinds behind them are
// counted from the end.
func rolesOf(d *drawing, objects int) roles {
	r := roles{tree: 1, resources: 2, pages: 3, catalog: ref(objects)}
	r.fontFiles = r.pages + 2*ref(len(d.links))
	r.fonts = r.fontFiles + ref(len(d.embedded))
	r.images = r.fonts + 3*ref(len(d.embedded))
	r.info = r.catalog - 1
	r.metadata = r.info - 1
	r.outline, r.bookmarks = r.metadata, r.metadata
	if n := ref(len(d.levels)); n > 0 {
		r.outline = r.metadata - 1
		r.bookmarks = r.outline - n
	}
	return r
}

// finish makes the document of fpdf's objects.
func finish(objects []object, d *drawing, meta Meta, set *FontSet) ([]byte, error) {
	f := &finisher{file: newFile(set, len(objects)), roles: rolesOf(d, len(objects)-1), drawn: d, objects: objects}
	if f.images > f.bookmarks {
		return nil, errNotFpdf
	}
	f.writePages()
	f.writeFonts()
	f.writeImages()
	f.writeOutline()
	f.writeInfo(meta)
	if err := f.writeCatalog(meta); err != nil {
		return nil, err
	}
	if f.err != nil {
		return nil, f.err
	}
	return f.finish(f.catalog, f.info)
}

// must keeps that something is not what fpdf v0.9.0 writes.
func (f *finisher) must(hold bool) {
	if !hold && f.err == nil {
		f.err = errNotFpdf
	}
}

// fields are the entries of an object that must be of a type; blank is any.
func (f *finisher) fields(o object, kind string) fields {
	entries, rest, err := o.dictionary()
	f.must(err == nil && len(rest) == 0)
	f.must(kind == "" || string(entries.get("Type")) == "/"+kind)
	return entries
}

// keep writes an object as fpdf has.
func (f *finisher) keep(r ref, kind string) {
	f.put(r, fmt.Sprintf("<<%v>>", f.fields(f.objects[r], kind)))
}

// keepStream writes a stream as fpdf has, under a number.
func (f *finisher) keepStream(r, number ref) {
	entries, data, err := f.objects[r].stream()
	f.must(err == nil)
	f.alone(number, entries.String(), data)
}

// page is the number of a page, counted from 0; that of its contents follows.
func (r roles) page(number int) ref { return r.pages + 2*ref(number) }

// writePages writes the pages with their contents packed. fpdf writes links within pages; for the structure they must
// be objects.
func (f *finisher) writePages() {
	for number := range f.drawn.links {
		r := f.page(number)
		f.drawn.tags.pages = append(f.drawn.tags.pages, r)
		page := f.fields(f.objects[r], "Page")
		f.put(r, fmt.Sprintf("<<%v/StructParents %d /Tabs /S%s>>",
			page.without("Annots"), number, f.annotations(page.get("Annots"), number)))
		_, content, err := f.objects[r+1].stream()
		f.must(err == nil)
		f.compressed(r+1, "", content)
	}
	f.keep(f.tree, "Pages")
}

// annotations writes the links of a page, and returns the entry that lists them.
func (f *finisher) annotations(list []byte, number int) string {
	elements := f.drawn.links[number]
	if len(elements) == 0 {
		return ""
	}
	all, err := items(list)
	if f.must(err == nil && len(all) == len(elements)); f.err != nil {
		return ""
	}
	out := " /Annots ["
	for i, e := range elements {
		r := f.add("<<%v/F 4 /StructParent %d /Contents %s>>",
			f.fields(all[i], "Annot"), f.drawn.tags.nextKey(), textString(told(e.URL)))
		f.drawn.tags.link(e, annotation{r, number})
		out += r.String() + " "
	}
	return strings.TrimSpace(out) + "]"
}

// writeFonts makes fpdf's simple fonts composite ones, whose text is two bytes a glyph: the font and its widths, which
// fpdf gives an object of their own, become the font and its descendant.
func (f *finisher) writeFonts() {
	for i, e := range f.drawn.embedded {
		file, r, unicode := f.fontFiles+ref(i), f.fonts+3*ref(i), f.reserve()
		f.keepStream(file, file)
		f.packed(unicode, "", e.unicode)
		f.must(string(f.fields(f.objects[r], "Font").get("BaseFont")) == "/"+e.name)
		f.put(r, fmt.Sprintf("<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H "+
			"/DescendantFonts [%v] /ToUnicode %v>>", e.name, r+1, unicode))
		f.put(r+1, fmt.Sprintf("<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s "+
			"/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> "+
			"/FontDescriptor %v /CIDToGIDMap /Identity /DW 1000 /W [0 %v]>>", e.name, r+2, e.widths))
		f.keep(r+2, "FontDescriptor")
	}
}

// writeImages writes the pictures and what names them among the resources. fpdf sorts pictures by their widths alone,
// so that two of one width come in any order (line 4605); here they are in that of their names, which are hashes.
func (f *finisher) writeImages() {
	resources := f.fields(f.objects[f.resources], "")
	named := f.fields(resources.get("XObject"), "")
	next := f.images
	for i, picture := range named {
		r, _ := (&scanner{data: picture.value}).value().(ref)
		if f.must(r >= f.images && max(r, next) < f.bookmarks); f.err != nil {
			return
		}
		named[i].value = []byte(next.String())
		next = f.image(r, next)
	}
	f.must(next == f.bookmarks)
	f.put(f.resources, fmt.Sprintf("<<%v/XObject <<%v>>>>", resources.without("XObject"), named))
}

// image writes a picture under a number, and its transparency under the next; it returns the number behind.
func (f *finisher) image(r, number ref) ref {
	entries, data, err := f.objects[r].stream()
	f.must(err == nil)
	if entries.get("SMask") == nil {
		f.alone(number, entries.String(), data)
		return number + 1
	}
	f.alone(number, fmt.Sprintf("%v/SMask %v ", entries.without("SMask"), number+1), data)
	f.keepStream(r+1, number+1)
	return number + 2
}

// writeOutline writes the bookmarks, which are all closed to fpdf.
func (f *finisher) writeOutline() {
	if len(f.drawn.levels) == 0 {
		return
	}
	each, all := counts(f.drawn.levels)
	for i, count := range each {
		r, more := f.bookmarks+ref(i), ""
		if count != 0 {
			more = "/Count " + strconv.Itoa(count)
		}
		f.put(r, fmt.Sprintf("<<%v%s>>", f.fields(f.objects[r], "").without("Count"), more))
	}
	f.put(f.outline, fmt.Sprintf("<<%v/Count %d>>", f.fields(f.objects[f.outline], "Outlines"), all))
}
