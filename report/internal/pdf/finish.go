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
	for _, step := range []func() error{f.writePages, f.writeFonts, f.writeImages, f.writeOutline} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	if err := f.writeCatalog(meta); err != nil {
		return nil, err
	}
	return f.finish(f.catalog, f.info)
}

// fields are the entries of an object that must be of a type; blank is any.
func (f *finisher) fields(r ref, kind string) (fields, error) {
	entries, rest, err := f.objects[r].dictionary()
	if err != nil || len(rest) > 0 || kind != "" && string(entries.get("Type")) != "/"+kind {
		return nil, errNotFpdf
	}
	return entries, nil
}

// keep writes an object as fpdf has.
func (f *finisher) keep(r ref, kind string) error {
	entries, err := f.fields(r, kind)
	if err == nil {
		f.put(r, "<<"+entries.String()+">>")
	}
	return err
}

// keepStream writes a stream as fpdf has, under a number.
func (f *finisher) keepStream(r, number ref) error {
	entries, data, err := f.objects[r].stream()
	if err == nil {
		f.alone(number, entries.String(), data)
	}
	return err
}

// page is the number of a page, counted from 0; that of its contents follows.
func (r roles) page(number int) ref { return r.pages + 2*ref(number) }

// writePages writes the pages with their contents packed. fpdf writes links within pages; for the structure they must
// be objects.
func (f *finisher) writePages() error {
	for number := range f.drawn.links {
		r := f.page(number)
		f.drawn.tags.pages = append(f.drawn.tags.pages, r)
		entries, err := f.fields(r, "Page")
		if err != nil {
			return err
		}
		annotations, err := f.annotations(entries.get("Annots"), number)
		if err != nil {
			return err
		}
		f.put(r, fmt.Sprintf("<<%v/StructParents %d /Tabs /S%s>>", entries.without("Annots"), number, annotations))
		_, content, err := f.objects[r+1].stream()
		if err != nil {
			return err
		}
		f.compressed(r+1, "", content)
	}
	return f.keep(f.tree, "Pages")
}

// annotations writes the links of a page, and returns the entry that lists them.
func (f *finisher) annotations(list []byte, number int) (string, error) {
	elements := f.drawn.links[number]
	if len(elements) == 0 {
		return "", nil
	}
	all, err := items(list)
	if err != nil || len(all) != len(elements) {
		return "", errNotFpdf
	}
	out := " /Annots ["
	for i, e := range elements {
		entries, _, err := object(all[i]).dictionary()
		if err != nil {
			return "", err
		}
		r := f.add("<<%v/F 4 /StructParent %d /Contents %s>>", entries, f.drawn.tags.nextKey(), textString(told(e.URL)))
		f.drawn.tags.link(e, annotation{r, number})
		out += r.String() + " "
	}
	return strings.TrimSpace(out) + "]", nil
}

// writeFonts makes fpdf's simple fonts composite ones, whose text is two bytes a glyph: the font and its widths, which
// fpdf gives an object of their own, become the font and its descendant.
func (f *finisher) writeFonts() error {
	for i, e := range f.drawn.embedded {
		if err := f.keepStream(f.fontFiles+ref(i), f.fontFiles+ref(i)); err != nil {
			return err
		}
		r := f.fonts + 3*ref(i)
		simple, err := f.fields(r, "Font")
		if err != nil || string(simple.get("BaseFont")) != "/"+e.name {
			return errNotFpdf
		}
		unicode := f.reserve()
		f.packed(unicode, "", e.unicode)
		f.put(r, fmt.Sprintf("<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H "+
			"/DescendantFonts [%v] /ToUnicode %v>>", e.name, r+1, unicode))
		f.put(r+1, fmt.Sprintf("<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s "+
			"/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> "+
			"/FontDescriptor %v /CIDToGIDMap /Identity /DW 1000 /W [0 %v]>>", e.name, r+2, e.widths))
		if err := f.keep(r+2, "FontDescriptor"); err != nil {
			return err
		}
	}
	return nil
}

// writeImages writes the pictures and what names them among the resources. fpdf sorts pictures by their widths alone,
// so that two of one width come in any order (line 4605); here they are in that of their names, which are hashes.
func (f *finisher) writeImages() error {
	entries, err := f.fields(f.resources, "")
	if err != nil {
		return err
	}
	named, _, err := object(entries.get("XObject")).dictionary()
	if err != nil {
		return err
	}
	next := f.images
	for i, entry := range named {
		r, _ := (&scanner{data: entry.value}).value().(ref)
		if r < f.images || r >= f.bookmarks {
			return errNotFpdf
		}
		named[i].value = []byte(next.String())
		if next, err = f.image(r, next); err != nil {
			return err
		}
	}
	if next != f.bookmarks {
		return errNotFpdf
	}
	f.put(f.resources, fmt.Sprintf("<<%v/XObject <<%v>>>>", entries.without("XObject"), named))
	return nil
}

// image writes a picture under a number, and its transparency under the next; it returns the number behind.
func (f *finisher) image(r, number ref) (ref, error) {
	entries, data, err := f.objects[r].stream()
	if err != nil {
		return 0, err
	}
	mask := ""
	if entries.get("SMask") != nil {
		mask = fmt.Sprintf("/SMask %v ", number+1)
	}
	f.alone(number, entries.without("SMask").String()+mask, data)
	if mask == "" {
		return number + 1, nil
	}
	return number + 2, f.keepStream(r+1, number+1)
}

// writeOutline writes the bookmarks, which are all closed to fpdf.
func (f *finisher) writeOutline() error {
	if len(f.drawn.levels) == 0 {
		return nil
	}
	each, all := counts(f.drawn.levels)
	for i, count := range each {
		entries, err := f.fields(f.bookmarks+ref(i), "")
		if err != nil {
			return err
		}
		more := ""
		if count != 0 {
			more = "/Count " + strconv.Itoa(count)
		}
		f.put(f.bookmarks+ref(i), fmt.Sprintf("<<%v%s>>", entries.without("Count"), more))
	}
	entries, err := f.fields(f.outline, "Outlines")
	f.put(f.outline, fmt.Sprintf("<<%v/Count %d>>", entries, all))
	return err
}
