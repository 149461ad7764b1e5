package report

import (
	"fmt"

	"plimsoll/report/compose"
	"plimsoll/report/compose/disclosure"
	"plimsoll/report/compose/quarterly"
	"plimsoll/report/compose/scorecard"
	"plimsoll/report/internal/layout"
	"plimsoll/report/internal/pdf"
	"plimsoll/report/problem"
)

// rendered is a document on its pages.
type rendered struct {
	*compose.Document
	pages   []layout.Page
	missing []problem.Problem // characters that no shipped font has
}

// render makes a document's bytes: results are composed, laid out on pages, and encoded as PDF. A panic on the way is
// this document's error and no other's.
func (d *document) render(t *documentTemplates) (data []byte, missing []problem.Problem, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("it broke down: %v (hint: this is a mistake of the program; please report it)", r)
		}
		if err != nil {
			err = fmt.Errorf("%s: %w", d.path, err)
		}
	}()
	made, err := d.layout(t)
	if err != nil {
		return nil, nil, err
	}
	data, err = d.encode(made, t)
	return data, made.missing, err
}

// layout composes a document and lays it out. One with an index is laid out twice: the pages of its headings stand in
// it.
func (d *document) layout(t *documentTemplates) (*rendered, error) {
	made, err := d.layoutWith(t, func(string) int { return 0 })
	if err != nil || !d.text.Indexed() {
		return made, err
	}
	headings := layout.Headings(made.pages)
	return d.layoutWith(t, func(heading string) int { return headings[layout.HeadingKey(heading)] })
}

func (d *document) layoutWith(t *documentTemplates, pageOf func(heading string) int) (*rendered, error) {
	made, err := d.compose(pageOf)
	if err != nil {
		return nil, err
	}
	pages, gaps, err := layout.Pages(made.Doc, layout.Options{Theme: t.theme, Fonts: t.fonts, Paper: d.text.Kind.Paper,
		Landscape: d.text.Kind.Landscape, Watermark: made.Watermark, Lang: made.Lang, Han: made.Han, Figures: made.Figures,
		Left: made.Left, Middle: made.Middle, Right: made.Right})
	if err != nil {
		return nil, &compose.TemplateError{Err: err}
	}
	r := &rendered{Document: made, pages: pages}
	for _, gap := range gaps {
		r.missing = append(r.missing, d.missingGlyph(gap))
	}
	return r, nil
}

// compose makes the document by the data of its kind.
func (d *document) compose(pageOf func(heading string) int) (*compose.Document, error) {
	switch {
	case d.factory != nil:
		return scorecard.Document(d.source, d.text, d.factory)
	case d.text.Kind.Public:
		return disclosure.Document(compose.NewProgramme(d.source, d.text.Words), d.text, pageOf)
	}
	return quarterly.Document(compose.NewProgramme(d.source, d.text.Words), d.text)
}

// missingGlyph says that no shipped font has a character.
func (d *document) missingGlyph(gap layout.Missing) problem.Problem {
	at, id := problem.Place{}, ""
	if d.factory != nil {
		at, id = d.factory.Place, d.factory.ID
	}
	return problem.MissingGlyph.At(at, "%s: no shipped font has the character U+%04X of %q; a box stands for it",
		d.path, gap.Rune, gap.Text).Of(id)
}

// encode makes the bytes of a document on its pages.
func (d *document) encode(r *rendered, t *documentTemplates) ([]byte, error) {
	return pdf.Write(r.pages, pdf.Meta{Title: r.Title, Author: r.Author, Subject: r.Subject, Lang: r.Lang,
		Producer: "plimsoll " + d.source.Version, Date: d.source.Issued.Time(), Attachments: d.carries()}, t.embed)
}
