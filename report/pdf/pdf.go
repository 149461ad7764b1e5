// Package pdf turns pages into the bytes of a PDF: the same bytes for the same
// pages, every time and on every machine. It alone knows fpdf.
package pdf

import (
	"bytes"
	"fmt"
	"time"

	"github.com/go-pdf/fpdf"

	"plimsoll/report/layout"
)

// Meta is what a document says about itself.
type Meta struct {
	Title, Author, Subject, Keywords string
	Lang                             string    // BCP 47
	Producer                         string    // the program and its version
	Date                             time.Time // of creation and of change
}

// Write makes the document. Every face the pages use must be in the fonts.
func Write(pages []layout.Page, meta Meta, fonts *FontSet) (data []byte, err error) {
	defer func() {
		// fpdf panics on what it cannot encode.
		if p := recover(); p != nil {
			data, err = nil, fmt.Errorf("pdf: %v", p)
		}
	}()
	if len(pages) == 0 {
		return nil, fmt.Errorf("pdf: no pages")
	}
	w, err := newWriter(pages, meta, fonts)
	if err != nil {
		return nil, err
	}
	for _, page := range pages {
		w.page(page)
	}
	var out bytes.Buffer
	if err := w.Output(&out); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	return showTitle(out.Bytes())
}

// writer is an fpdf document and what it is set to, so that nothing is said twice.
type writer struct {
	*fpdf.Fpdf
	text   *layout.Text // the last one written
	stroke layout.Color
	fill   layout.Color
	ink    layout.Color
	width  float64
	dashed bool
}

func newWriter(pages []layout.Page, meta Meta, fonts *FontSet) (*writer, error) {
	first := pages[0]
	f := fpdf.NewCustom(&fpdf.InitType{OrientationStr: "P", UnitStr: "mm", Size: fpdf.SizeType{Wd: first.W, Ht: first.H}})
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetCompression(true)
	f.SetCatalogSort(true)
	f.SetTitle(meta.Title, true)
	for _, say := range []struct {
		set   func(string, bool)
		value string
	}{{f.SetAuthor, meta.Author}, {f.SetSubject, meta.Subject}, {f.SetKeywords, meta.Keywords}, {f.SetProducer, meta.Producer}} {
		if say.value != "" {
			say.set(say.value, true)
		}
	}
	f.SetLang(meta.Lang)
	f.SetCreationDate(meta.Date)
	f.SetModificationDate(meta.Date)
	for _, face := range used(pages) {
		if len(fonts.cut[face]) == 0 {
			return nil, fmt.Errorf("pdf: font %s is not in the set", face)
		}
		f.AddUTF8FontFromBytes(family(face), "", fonts.cut[face])
	}
	if f.Err() {
		return nil, fmt.Errorf("pdf: %w", f.Error())
	}
	return &writer{Fpdf: f}, nil
}

// family is a font's name as fpdf knows it.
func family(face layout.Face) string { return "plimsoll-" + string(face) }

// used lists the faces that occur, in the order they first do.
func used(pages []layout.Page) []layout.Face {
	var faces []layout.Face
	seen := map[layout.Face]bool{}
	for _, page := range pages {
		for _, item := range page.Items {
			if t := item.Text; t != nil && !seen[t.Face] {
				seen[t.Face] = true
				faces = append(faces, t.Face)
			}
		}
	}
	return faces
}

func (w *writer) page(page layout.Page) {
	w.AddPageFormat("P", fpdf.SizeType{Wd: page.W, Ht: page.H})
	// A page begins with the settings of PDF, not with those of the page before.
	*w = writer{Fpdf: w.Fpdf}
	w.SetLineCapStyle("butt")
	w.SetLineJoinStyle("round")
	defer w.solid() // fpdf would begin the next page with the dashes of this one
	for _, item := range page.Items {
		if item.Path != nil {
			w.path(item.Path)
			continue
		}
		w.glyphs(item.Text)
		if e := item.Element; e != nil && e.Role == "Link" && e.URL != "" {
			height := item.Text.Size * 25.4 / 72
			w.LinkString(item.Text.X, item.Text.Y-height, item.Text.Width, height*1.25, e.URL)
		}
	}
}

func (w *writer) glyphs(t *layout.Text) {
	if w.text == nil || w.text.Face != t.Face || w.text.Size != t.Size {
		w.SetFont(family(t.Face), "", t.Size)
	}
	if w.ink != t.Color {
		w.SetTextColor(int(t.Color.R), int(t.Color.G), int(t.Color.B))
		w.ink = t.Color
	}
	if t.Spacing != 0 {
		w.RawWriteStr(fmt.Sprintf("%.3f Tc", t.Spacing*72/25.4))
	}
	w.Text(t.X, t.Y, t.String)
	if t.Spacing != 0 {
		w.RawWriteStr("0 Tc")
	}
	w.text = t
}

func (w *writer) path(p *layout.Path) {
	style := ""
	if p.Fill.Visible {
		style += "F"
		if w.fill != p.Fill {
			w.SetFillColor(int(p.Fill.R), int(p.Fill.G), int(p.Fill.B))
			w.fill = p.Fill
		}
	}
	if p.Stroke.Visible && p.Width > 0 {
		style += "D"
		w.pen(p)
	}
	if style == "" || len(p.Steps) == 0 {
		return
	}
	for _, s := range p.Steps {
		a, b, c := s.Points[0], s.Points[1], s.Points[2]
		switch s.Op {
		case 'M':
			w.MoveTo(a.X, a.Y)
		case 'L':
			w.LineTo(a.X, a.Y)
		case 'C':
			w.CurveBezierCubicTo(a.X, a.Y, b.X, b.Y, c.X, c.Y)
		case 'Z':
			w.ClosePath()
		}
	}
	w.DrawPath(style)
}

func (w *writer) pen(p *layout.Path) {
	if w.stroke != p.Stroke {
		w.SetDrawColor(int(p.Stroke.R), int(p.Stroke.G), int(p.Stroke.B))
		w.stroke = p.Stroke
	}
	if w.width != p.Width {
		w.SetLineWidth(p.Width)
		w.width = p.Width
	}
	if len(p.Dash) == 0 {
		w.solid()
		return
	}
	w.SetDashPattern(p.Dash, 0)
	w.dashed = true
}

func (w *writer) solid() {
	if w.dashed {
		w.SetDashPattern(nil, 0)
		w.dashed = false
	}
}
