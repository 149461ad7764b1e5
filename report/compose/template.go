package compose

import (
	"errors"
	"fmt"
	"strings"
	"text/template"

	"plimsoll/report/audit"
	"plimsoll/report/internal/chart"
	"plimsoll/report/internal/markdown"
	"plimsoll/report/language"
)

// Template is a kind of document in one language, run for every factory.
type Template struct {
	Kind  *Kind
	Words *language.Words
}

// Indexed says that the documents name the pages of their own headings.
func (t *Template) Indexed() bool { return strings.Contains(t.Kind.text, ".Index") }

// In is the kind in a language.
func (k *Kind) In(w *language.Words) *Template { return &Template{Kind: k, Words: w} }

// parse reads a template text; its functions are those of Go, and those that print in the language it is run in. An error
// names file and line.
func parse(name, text string) (*template.Template, error) {
	t, err := template.New(name).Funcs(guarded()).Funcs(Printer{}.functions()).Option("missingkey=error").Parse(text)
	if err != nil {
		return nil, templateError(err)
	}
	guard(t)
	return t, nil
}

// Document is a document that is ready to be laid out.
type Document struct {
	Kind    *Kind
	Factory *audit.Factory // nil where there is one document for all
	Lang    string
	Han     string // language of Han characters in a document that is not written in them, blank where it is not known
	Doc     *markdown.Document
	Figures func(ref string) (chart.Figure, error)

	Title, Subject, Author string
	Watermark              string // across every page; blank for none
	Left, Middle           string // of the foot of every page
	Right                  func(page, pages int) string
}

// Document runs the template over the data of its kind, for a factory (nil for the programme).
func (t *Template) Document(s *Source, f *audit.Factory, data any, charts Charts) (*Document, error) {
	figures := s.figures(charts)
	functions := s.Printer(t.Words).functions()
	doc, err := t.markdown(data, functions, figures)
	if err != nil {
		return nil, &TemplateError{Err: err}
	}
	title, err := execute(t.Kind.title, data, functions)
	if err != nil {
		return nil, &TemplateError{Err: err}
	}
	m := &Document{Kind: t.Kind, Factory: f, Lang: t.Words.Lang, Doc: doc, Figures: figures, Author: s.Data.Programme.In(t.Words.Lang).Company}
	if f != nil {
		m.Han = language.HanTag(f)
	} else {
		m.Han = language.CommonHanTag(s.Data.Factories)
	}
	m.name(s, t.Words, Plain(title))
	return m, nil
}

// TemplateError is a mistake in a report template, with file and line: no document should be written.
type TemplateError struct{ Err error }

func (e *TemplateError) Error() string { return e.Err.Error() }

// markdown runs the body and reads its Markdown. Mistakes, also in references to figures, name the template's line.
func (t *Template) markdown(data any, functions template.FuncMap, figures func(string) (chart.Figure, error)) (*markdown.Document,
	error) {
	marked, err := execute(t.Kind.body, data, functions)
	if err != nil {
		return nil, err
	}
	plainText, from := unmark(marked)
	doc, err := markdown.Parse(t.Kind.file, plainText)
	var mistake *markdown.Error
	if errors.As(err, &mistake) {
		mistake.Line = from[min(mistake.Line, len(from))-1]
	}
	if err != nil {
		return nil, err
	}
	doc.Lines = from
	markdown.Images(doc.Blocks, func(line int, ref string) {
		if _, problem := figures(ref); problem != nil && err == nil {
			err = &markdown.Error{File: t.Kind.file, Line: doc.Line(line), Message: problem.Error()}
		}
	})
	return doc, err
}

// execute runs a template over data. Its functions print by the standard of the source; a copy of the template is given
// them, since several documents are made at once.
func execute(shared *template.Template, data any, functions template.FuncMap) (string, error) {
	t, err := shared.Clone()
	if err != nil {
		return "", err
	}
	out := &bounded{left: longestText}
	if err := t.Funcs(functions).Execute(out, data); err != nil {
		return "", templateError(err)
	}
	return out.String(), nil
}

// Plain undoes the escaping of Markdown: for titles and feet, which are no Markdown.
func Plain(text string) string {
	doc, err := markdown.Parse("", text)
	if err != nil || len(doc.Blocks) == 0 {
		return text
	}
	if p, ok := doc.Blocks[0].(*markdown.Paragraph); ok {
		return markdown.Plain(p.Text)
	}
	return text
}

// name fills in title, subject and foot.
func (m *Document) name(s *Source, w *language.Words, title string) {
	programme, period := s.Data.Programme.In(w.Lang).Name, w.Quarter(s.Period)
	m.Title = strings.Join(NonBlank(title, period), " · ")
	m.Subject = programme
	m.Left = strings.Join(NonBlank(programme, title, period), " · ")
	m.Middle = w.SayPlain("foot.issued", "date", w.Date(s.Issued))
	id := ""
	if m.Factory != nil {
		id = m.Factory.ID
		m.Title = id + " " + w.NameOf(m.Factory) + " · " + m.Title
	}
	m.Right = func(page, pages int) string {
		return strings.Join(NonBlank(id, w.SayPlain("foot.page", "page", page, "pages", pages)), " · ")
	}
	m.Doc.Title, m.Doc.Lang = m.Title, w.Lang
}

// templateError drops the words of the template engine that say nothing.
func templateError(err error) error {
	return fmt.Errorf("%s", strings.TrimPrefix(err.Error(), "template: "))
}
