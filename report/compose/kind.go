package compose

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"text/template"

	"plimsoll/report/audit"
	"plimsoll/report/internal/chart"
	"plimsoll/report/internal/markdown"
	"plimsoll/report/internal/yaml"
	"plimsoll/report/language"
)

// Kind is one kind of document: a file of reports/.
type Kind struct {
	Name       string // of its file, without .md
	PerFactory bool
	Landscape  bool
	Paper      string // a4 or letter; blank = that of the theme
	Folder     string // documents per factory go there
	Public     bool   // it tells, and carries, nothing but what the public may have
	file, body string
	title      string
	bodyLine   int // line of the file on which the body begins
}

// head is what stands between the two lines of dashes at the top of a template.
type head struct {
	Title       string `yaml:"title"`
	Per         string `yaml:"per"`
	Orientation string `yaml:"orientation"`
	Paper       string `yaml:"paper"`
	Folder      string `yaml:"folder"`
	Public      bool   `yaml:"public"`
}

// LoadKinds reads every reports/*.md.
func LoadKinds(templates fs.FS) ([]*Kind, error) {
	names, err := fs.Glob(templates, "reports/*.md")
	if err != nil {
		return nil, err
	}
	var kinds []*Kind
	for _, name := range names {
		if path.Base(name) == "README.md" {
			continue
		}
		kind, err := loadKind(templates, name)
		if err != nil {
			return nil, err
		}
		kinds = append(kinds, kind)
	}
	return kinds, nil
}

func loadKind(templates fs.FS, name string) (*Kind, error) {
	data, err := fs.ReadFile(templates, name)
	if err != nil {
		return nil, err
	}
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	front, body, found := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
	if !found || !strings.HasPrefix(text, "---\n") {
		return nil, fmt.Errorf("%s:1: no head (hint: begin with a line ---, then title and per, then a line ---)", name)
	}
	var h head
	lines := &yaml.File{Name: name, Text: []byte(front), Offset: 1}
	if err := lines.Decode(&h); err != nil {
		return nil, err
	}
	k := &Kind{Name: strings.TrimSuffix(path.Base(name), ".md"), PerFactory: h.Per == "factory", Landscape: h.Orientation == "landscape",
		Folder: h.Folder, Public: h.Public, Paper: h.Paper, file: name, body: body, title: h.Title, bodyLine: strings.Count(front, "\n") + 4}
	if k.Folder == "" {
		k.Folder = k.Name + "s"
	}
	if err := h.check(k.Folder); err != nil {
		return nil, lines.Locate(err)
	}
	return k, k.checkPublic()
}

// check refuses what no kind of document can be.
func (h head) check(folder string) error {
	switch {
	case h.Title == "":
		return yaml.Wrong(nil, "the head has no title")
	case h.Per != "factory" && h.Per != "programme":
		return yaml.Wrong(yaml.At("per"), "per is %q (factory or programme)", h.Per)
	case h.Orientation != "" && h.Orientation != "landscape" && h.Orientation != "portrait":
		return yaml.Wrong(yaml.At("orientation"), "orientation is %q (portrait or landscape)", h.Orientation)
	case h.Paper != "" && h.Paper != "a4" && h.Paper != "letter":
		return yaml.Wrong(yaml.At("paper"), "paper is %q (a4 or letter)", h.Paper)
	case strings.ContainsAny(folder, `/\:`) || strings.HasPrefix(folder, "."):
		return yaml.Wrong(yaml.At("folder"), "folder is %q (write the name of one folder; it is made in that of the period)", folder)
	}
	return nil
}

// internal finds what is not for the public in a template's text: data, and charts, which draw every figure.
var internal = regexp.MustCompile(`\.(Report|Areas|Figures|Attention|Improved|LeftOut)\b|\bchart:`)

// checkPublic refuses a public kind that tells what is not for the public.
func (k *Kind) checkPublic() error {
	if !k.Public {
		return nil
	}
	if k.PerFactory {
		return fmt.Errorf("%s:1: a public document is made once for the programme (hint: write per: programme)", k.file)
	}
	for _, at := range internal.FindAllStringIndex(k.body, -1) {
		if before := k.body[:at[0]]; !strings.HasSuffix(before, ".Public") {
			return fmt.Errorf("%s:%d: %s is not for a public document (hint: use what stands under .Public)", k.file, k.bodyLine+strings.Count(before, "\n"), k.body[at[0]:at[1]])
		}
	}
	return nil
}

// Made is a document that is ready to be laid out.
type Made struct {
	Kind    *Kind
	Factory *audit.Factory // nil where there is one document for all
	Lang    string
	Han     string // language of Han characters in a document that is not written in them, blank where it is not known
	Doc     *markdown.Document
	Figures func(ref string) (chart.Figure, error)

	Title, Subject, Author string
	Left, Middle           string // of the foot of every page
	Right                  func(page, pages int) string
}

// Template is a kind of document in one language, parsed once and run for every factory.
type Template struct {
	Kind        *Kind
	Words       *language.Words
	title, body *template.Template
}

// uses says whether the template's text names a field.
func (t *Template) uses(field string) bool { return strings.Contains(t.Kind.body, field) }

// Indexed says that the documents name the pages of their own headings.
func (t *Template) Indexed() bool { return t.uses(".Index") }

// In parses the kind's template for a language. An error names file and line.
func (k *Kind) In(w *language.Words) (*Template, error) {
	t := &Template{Kind: k, Words: w}
	var err error
	// The head's lines are put in front as an empty comment, so that errors name lines of the file.
	if t.body, err = parse(w, k.file, "{{/*"+strings.Repeat("\n", k.bodyLine-1)+"*/}}"+markLines(k.body, k.bodyLine)); err != nil {
		return nil, err
	}
	t.title, err = parse(w, k.file+" (title)", k.title)
	return t, err
}

// parse reads a template text; its functions are those of Go and of the language.
func parse(w *language.Words, name, text string) (*template.Template, error) {
	t, err := template.New(name).Funcs(w.Functions()).Option("missingkey=error").Parse(text)
	if err != nil {
		return nil, templateError(err)
	}
	return t, nil
}

// Make runs a template for a factory (nil for the programme). pageOf gives the page of a heading, 0 where it is not known
// (yet): a document with an index is made, laid out and made once more.
func (s *Source) Make(t *Template, f *audit.Factory, pageOf func(heading string) int) (*Made, error) {
	var view View
	var all *overview
	if f != nil {
		view = s.factoryView(t.Words, f)
		if second := t.Words.Second(); second != nil {
			view.withSecond(t.Words, s.factoryView(second, f))
		}
	} else {
		all = s.overview(t.Words)
		view = all.view(t, pageOf)
	}
	view.Paper = cmp.Or(t.Kind.Paper, view.Paper)
	figures := s.figures(t.Words, f, all)
	doc, err := t.document(view, figures)
	if err != nil {
		return nil, &TemplateError{Err: err}
	}
	title, err := execute(t.title, view)
	if err != nil {
		return nil, &TemplateError{Err: err}
	}
	m := &Made{Kind: t.Kind, Factory: f, Lang: t.Words.Lang, Doc: doc, Figures: figures, Author: s.Data.Programme.Company}
	if f != nil {
		m.Han = language.HanTag(f)
	} else {
		m.Han = language.CommonHanTag(s.Data.Factories)
	}
	m.name(s, t.Words, plain(title))
	return m, nil
}

// TemplateError is a mistake in a report template, with file and line: no document should be written.
type TemplateError struct{ Err error }

func (e *TemplateError) Error() string { return e.Err.Error() }

// document runs the body and reads its Markdown. Mistakes, also in references to figures, name the template's line.
func (t *Template) document(view View, figures func(string) (chart.Figure, error)) (*markdown.Document, error) {
	marked, err := execute(t.body, view)
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

func execute(t *template.Template, view View) (string, error) {
	var out strings.Builder
	if err := t.Execute(&out, view); err != nil {
		return "", templateError(err)
	}
	return out.String(), nil
}

// plain undoes the escaping of Markdown: for titles and feet, which are no Markdown.
func plain(text string) string {
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
func (m *Made) name(s *Source, w *language.Words, title string) {
	programme, period := s.Data.Programme.Name, w.Quarter(s.Period)
	m.Title = strings.Join(nonBlank(title, period), " · ")
	m.Subject = programme
	m.Left = strings.Join(nonBlank(programme, title, period), " · ")
	m.Middle = plain(string(w.Say("foot.issued", "date", w.Date(s.Issued))))
	id := ""
	if m.Factory != nil {
		id = m.Factory.ID
		m.Title = id + " " + w.NameOf(m.Factory) + " · " + m.Title
	}
	m.Right = func(page, pages int) string {
		return strings.Join(nonBlank(id, plain(string(w.Say("foot.page", "page", page, "pages", pages)))), " · ")
	}
	m.Doc.Title, m.Doc.Lang = m.Title, w.Lang
}

// templateError drops the words of the template engine that say nothing.
func templateError(err error) error {
	return fmt.Errorf("%s", strings.TrimPrefix(err.Error(), "template: "))
}
