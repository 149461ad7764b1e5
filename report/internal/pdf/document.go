package pdf

import (
	"fmt"
	"strings"

	"plimsoll/report/internal/layout"
	"plimsoll/report/internal/picture"
)

// writer writes the objects of one document.
type writer struct {
	*file
	set       *FontSet
	tree      ref // of pages
	resources ref // which all pages share
	embedded  map[layout.Face]*embedded
	drawn     map[*picture.Pixels]string // names among the resources
	tags      *structure
	scratch   []byte // for the content of pages
}

func newWriter(pages []layout.Page, set *FontSet) (*writer, error) {
	w := &writer{file: newFile(&set.deflaters), set: set, tags: newStructure(pages)}
	w.tree = w.reserve()
	fonts, names, err := w.fonts(pages)
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
	for number, page := range pages {
		r := w.reserve()
		w.tags.pages = append(w.tags.pages, r)
		if err := w.page(page, number, r); err != nil {
			return err
		}
		fmt.Fprintf(&kids, "%v ", r)
	}
	w.put(w.tree, fmt.Sprintf("<</Type /Pages /Count %d /Kids [%s]>>", len(pages), strings.TrimSpace(kids.String())))
	return nil
}

func (w *writer) page(page layout.Page, number int, self ref) error {
	c, runs := w.content(page), page.Runs()
	if err := c.runs(runs); err != nil {
		return err
	}
	w.scratch = c.out
	box, err := rectangle(0, 0, page.W, page.H)
	if err != nil {
		return err
	}
	contents := w.stream("", c.out)
	links := ""
	for _, run := range runs {
		more, err := w.links(run, page, number)
		if err != nil {
			return err
		}
		links += more
	}
	if links != "" {
		links = " /Annots [" + strings.TrimSpace(links) + "]"
	}
	w.put(self, fmt.Sprintf("<</Type /Page /Parent %v /MediaBox %s /Resources %v /Contents %v /StructParents %d /Tabs /S%s>>",
		w.tree, box, w.resources, contents, number, links))
	return nil
}

// links writes what can be clicked of a run, line by line, and returns references to it.
func (w *writer) links(run layout.Run, page layout.Page, number int) (string, error) {
	e := run.Element
	for e != nil && e.URL == "" {
		e = e.Parent
	}
	if e == nil {
		return "", nil
	}
	all := ""
	for i := 0; i < len(run.Items); i++ {
		first := run.Items[i].Text
		if first == nil {
			continue
		}
		right := first.X + first.Width
		for ; i+1 < len(run.Items) && run.Items[i+1].Text != nil && run.Items[i+1].Text.Y == first.Y; i++ {
			right = max(right, run.Items[i+1].Text.X+run.Items[i+1].Text.Width)
		}
		high := first.Size / pt
		bottom := page.H - first.Y - high/4
		box, err := rectangle(first.X, bottom, right, bottom+high*1.25)
		if err != nil {
			return "", err
		}
		r := w.add("<</Type /Annot /Subtype /Link /Rect %s /Border [0 0 0] /F 4 /StructParent %d /Contents %s /A <</S /URI /URI %s>>>>",
			box, w.tags.nextKey(), textString(told(e.URL)), uri(e.URL))
		w.tags.link(e, annotation{r, number})
		all += r.String() + " "
	}
	return all, nil
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
