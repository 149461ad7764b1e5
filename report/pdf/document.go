package pdf

import (
	"fmt"
	"strings"

	"plimsoll/report/layout"
	"plimsoll/report/picture"
)

// writer writes the objects of one document.
type writer struct {
	*file
	tree      ref // of pages
	resources ref // which all pages share
	embedded  map[layout.Face]*embedded
	drawn     map[*picture.Pixels]string // names among the resources
	scratch   []byte                     // for the content of pages
}

func newWriter(pages []layout.Page, set *FontSet) (*writer, error) {
	w := &writer{file: newFile(&set.deflaters)}
	w.tree = w.reserve()
	fonts, names, err := w.fonts(pages, set)
	if err != nil {
		return nil, err
	}
	w.embedded = fonts
	w.resources = w.add("<</Font %s%s>>", names, w.images(pages))
	return w, nil
}

// pages writes the pages and the tree, which is flat: documents are short.
func (w *writer) pages(pages []layout.Page) error {
	var kids strings.Builder
	for _, page := range pages {
		r, err := w.page(page)
		if err != nil {
			return err
		}
		fmt.Fprintf(&kids, "%v ", r)
	}
	w.put(w.tree, fmt.Sprintf("<</Type /Pages /Count %d /Kids [%s]>>", len(pages), strings.TrimSpace(kids.String())))
	return nil
}

func (w *writer) page(page layout.Page) (ref, error) {
	c := w.content(page)
	if err := c.items(page.Items); err != nil {
		return 0, err
	}
	w.scratch = c.out
	box, err := rectangle(0, 0, page.W, page.H)
	if err != nil {
		return 0, err
	}
	contents := w.stream("", c.out)
	links, err := w.links(page)
	if err != nil {
		return 0, err
	}
	return w.add("<</Type /Page /Parent %v /MediaBox %s /Resources %v /Contents %v%s>>", w.tree, box, w.resources, contents, links), nil
}

// links writes what can be clicked on a page and returns the entry of the page that lists it.
func (w *writer) links(page layout.Page) (string, error) {
	var all []string
	for _, item := range page.Items {
		e, t := item.Element, item.Text
		if t == nil || e == nil || e.Role != "Link" || e.URL == "" {
			continue
		}
		high := t.Size / pt
		bottom := page.H - t.Y - high/4
		box, err := rectangle(t.X, bottom, t.X+t.Width, bottom+high*1.25)
		if err != nil {
			return "", err
		}
		all = append(all, w.add("<</Type /Annot /Subtype /Link /Rect %s /Border [0 0 0] /F 4 /A <</S /URI /URI %s>>>>", box, uri(e.URL)).String())
	}
	if len(all) == 0 {
		return "", nil
	}
	return " /Annots [" + strings.Join(all, " ") + "]", nil
}

// rectangle is one in points, of lengths in mm.
func rectangle(left, bottom, right, top float64) (string, error) {
	out := []byte{'['}
	for i, v := range []float64{left, bottom, right, top} {
		if i > 0 {
			out = append(out, ' ')
		}
		var ok bool
		if out, ok = appendNumber(out, v*pt, 2); !ok {
			return "", fmt.Errorf("pdf: a length of %g points", v*pt)
		}
	}
	return string(append(out, ']')), nil
}

// info is what the document says about itself.
func (w *writer) info(meta Meta) ref {
	var out strings.Builder
	for _, entry := range []struct{ key, value string }{
		{"Title", meta.Title}, {"Author", meta.Author}, {"Subject", meta.Subject}, {"Keywords", meta.Keywords}, {"Producer", meta.Producer},
	} {
		if entry.value != "" {
			fmt.Fprintf(&out, "/%s %s ", entry.key, textString(entry.value))
		}
	}
	if !meta.Date.IsZero() {
		fmt.Fprintf(&out, "/CreationDate %s /ModDate %[1]s", date(meta.Date))
	}
	return w.add("<<%s>>", out.String())
}

// catalog is the root of all objects.
func (w *writer) catalog(meta Meta) ref {
	lang := ""
	if meta.Lang != "" {
		lang = " /Lang " + textString(meta.Lang)
	}
	return w.add("<</Type /Catalog /Pages %v%s /ViewerPreferences <</DisplayDocTitle true>>>>", w.tree, lang)
}
