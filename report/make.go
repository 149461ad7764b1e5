package report

import (
	"fmt"
	"hash/fnv"
	"path"
	"slices"
	"strings"
	"unicode"

	"plimsoll/report/problem"
	"plimsoll/report/told"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
	"plimsoll/report/internal/layout"
	"plimsoll/report/internal/pdf"
	"plimsoll/report/language"
	"plimsoll/report/standard"
)

// job is one document to make.
type job struct {
	source  *compose.Source
	text    *compose.Template
	factory *audit.Factory // nil: for the programme
	path    string         // below the folder of the period
}

// made is a job's outcome.
type made struct {
	job
	doc     *compose.Made
	pages   []layout.Page
	bytes   []byte
	missing []problem.Problem
	err     error
}

// jobs lists the documents of a run.
func (h *house) jobs(in *Input, o Options) ([]job, error) {
	source := &compose.Source{Programme: told.New(in.Data, in.Standard, in.Limits, in.Results, in.Period), Problems: in.Problems,
		Version: o.Version, Paper: h.theme.Paper}
	if h.theme.Logo != nil {
		source.Logo = h.theme.Logo.Alt
	}
	earlier, err := o.earlier()
	if err != nil {
		return nil, err
	}
	source.Restated, source.Compared = benchmark.Restatements(earlier, in.Results, in.Period.String()), o.Previous != ""
	source.Issued = source.End()
	if o.Date != "" {
		date, ok := standard.ParseDate(o.Date)
		if !ok {
			return nil, usage(fmt.Sprintf("--date %q is not a date", o.Date), "write it as 2026-10-05")
		}
		source.Issued = date
	}
	factories, err := wantedFactories(in, o)
	if err != nil {
		return nil, err
	}
	source.Chosen = factories
	var jobs []job
	names := fileNames(in.Data.Factories)
	for _, kind := range h.kinds {
		for _, words := range h.words {
			text, err := kind.In(words)
			if err != nil {
				return nil, usage(err.Error(), "correct the template")
			}
			jobs = append(jobs, jobsOf(source, text, factories, names)...)
		}
		own, err := h.ownJobs(source, kind, factories, names)
		if err != nil {
			return nil, err
		}
		jobs = append(jobs, own...)
	}
	return jobs, collide(jobs)
}

// ownJobs lists the documents in the factories' own languages, beyond those that every factory gets.
func (h *house) ownJobs(source *compose.Source, kind *compose.Kind, factories []*audit.Factory, names map[*audit.Factory]string) ([]job, error) {
	var jobs []job
	if !h.own || !kind.PerFactory {
		return nil, nil
	}
	for _, words := range h.others {
		text, err := kind.In(words)
		if err != nil {
			return nil, usage(err.Error(), "correct the template")
		}
		speakers := slices.DeleteFunc(slices.Clone(factories), func(f *audit.Factory) bool {
			return f.Languages == "" || !language.Speaks(f, words.Lang)
		})
		jobs = append(jobs, jobsOf(source, text, speakers, names)...)
	}
	return jobs, nil
}

// collide refuses kinds of documents that would write the same file.
func collide(jobs []job) error {
	taken := map[string]string{}
	for _, j := range jobs {
		key := strings.ToLower(j.path)
		if other, twice := taken[key]; twice {
			return usage(fmt.Sprintf("the kinds %s and %s both make %s", other, j.text.Kind.Name, j.path), "give one of them another folder in its head")
		}
		taken[key] = j.text.Kind.Name
	}
	return nil
}

// jobsOf lists the documents of one kind in one language.
func jobsOf(source *compose.Source, text *compose.Template, factories []*audit.Factory, names map[*audit.Factory]string) []job {
	kind, ending := text.Kind, "."+text.Words.Label()+".pdf"
	if !kind.PerFactory {
		return []job{{source: source, text: text, path: kind.Name + ending}}
	}
	jobs := make([]job, len(factories))
	for i, f := range factories {
		jobs[i] = job{source: source, text: text, factory: f, path: path.Join(kind.Folder, names[f]+ending)}
	}
	return jobs
}

// fileNames gives every factory a name that is safe in any file system and no other factory's, also where upper and
// lower case are one.
func fileNames(factories []*audit.Factory) map[*audit.Factory]string {
	out, taken := map[*audit.Factory]string{}, map[string]bool{}
	for _, f := range factories {
		name := safeName(f.ID)
		if name != f.ID || taken[strings.ToLower(name)] {
			sum := fnv.New32a()
			sum.Write([]byte(f.ID))
			name = fmt.Sprintf("%s-%08x", name, sum.Sum32())
		}
		taken[strings.ToLower(name)] = true
		out[f] = name
	}
	return out
}

// longestName bounds a file name, in characters.
const longestName = 60

func safeName(id string) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-_.", r) {
			return r
		}
		return '_'
	}, id)
	if runes := []rune(name); len(runes) > longestName {
		name = string(runes[:longestName])
	}
	if base, _, _ := strings.Cut(strings.ToLower(name), "."); base == "" || slices.Contains(reserved(), base) {
		name = "_" + name
	}
	return name
}

// reserved are names that Windows keeps for devices.
func reserved() []string {
	return strings.Fields("con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9")
}

// make makes the documents, several at once.
func (h *house) make(jobs []job, workers int, progress Progress) []*made {
	out := make([]*made, len(jobs))
	inParallel(len(jobs), workers, func(i int) {
		m := &made{job: jobs[i]}
		m.guard(func() error { return h.lay(m) })
		m.guard(func() error { return h.write(m) })
		m.doc, m.pages, out[i] = nil, nil, m
		progress.step("documents", len(jobs))
	})
	return out
}

// guard turns a panic while one document is made into that document's error.
func (m *made) guard(work func() error) {
	if m.err != nil {
		return
	}
	defer func() {
		if r := recover(); r != nil {
			m.err = fmt.Errorf("%s: it broke down: %v (hint: this is a mistake of the program; please report it with what makes it happen)", m.path, r)
		}
	}()
	if err := work(); err != nil {
		m.err = fmt.Errorf("%s: %w", m.path, err)
	}
}

// lay composes a document and places it on pages.
func (h *house) lay(m *made) (err error) {
	if err := h.place(m, func(string) int { return 0 }); err != nil || !m.text.Indexed() {
		return err
	}
	headings := layout.Headings(m.pages)
	return h.place(m, func(heading string) int { return headings[layout.HeadingKey(heading)] })
}

// place makes a document and its pages.
func (h *house) place(m *made, pageOf func(heading string) int) (err error) {
	if m.doc, err = m.source.Make(m.text, m.factory, pageOf); err != nil {
		return err
	}
	pages, missing, err := layout.Pages(m.doc.Doc, layout.Options{Theme: h.theme, Paper: m.text.Kind.Paper, Fonts: h.fonts, Landscape: m.text.Kind.Landscape, Lang: m.doc.Lang, Han: m.doc.Han,
		Figures: m.doc.Figures, Left: m.doc.Left, Middle: m.doc.Middle, Right: m.doc.Right})
	if err != nil {
		return &compose.TemplateError{Err: err}
	}
	m.pages, m.missing = pages, nil
	for _, gap := range missing {
		m.missing = append(m.missing, m.glyphProblem(gap))
	}
	return nil
}

// glyphProblem says that no shipped font has a character.
func (m *made) glyphProblem(gap layout.Missing) problem.Problem {
	p := problem.Problem{Severity: problem.Warning, Code: "missing-glyph", Hint: "write the name with characters of the shipped fonts if it must print",
		Message: fmt.Sprintf("%s: no shipped font has the character U+%04X of %q; a box stands for it", m.path, gap.Rune, gap.Text)}
	if m.factory != nil {
		p.Factory, p.Place = m.factory.ID, m.factory.Place
	}
	return p
}

// write makes a document's bytes.
func (h *house) write(m *made) (err error) {
	m.bytes, err = pdf.Write(m.pages, pdf.Meta{Title: m.doc.Title, Author: m.doc.Author, Subject: m.doc.Subject, Lang: m.doc.Lang,
		Producer: "plimsoll " + m.source.Version, Date: m.source.Issued.Time(), Attachments: m.attachments()}, h.embed)
	return err
}
