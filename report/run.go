// Package report is the whole way from workbooks to documents.
package report

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"sync"

	"plimsoll/report/export"
	"plimsoll/report/problem"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
	"plimsoll/report/internal/layout"
	"plimsoll/report/internal/pdf"
	"plimsoll/report/language"
	"plimsoll/report/standard"
)

// Outcome is what a run did.
type Outcome struct {
	Problems []problem.Problem
	Period   standard.Quarter
	Written  []string // files below the output folder, sorted
	Failed   []error  // documents that could not be made
	Stopped  bool     // --strict, or nothing to report: no document was written
	Account  *Account // nil unless it was asked for
	Copies   *Copies  // nil unless they were asked for
}

// Errors counts the problems that left something out.
func (o *Outcome) Errors() int {
	n := 0
	for _, p := range o.Problems {
		if p.Severity == problem.Error {
			n++
		}
	}
	return n
}

// Run reads the workbooks, writes every document of the period, and says what it did. An error means that nothing was
// written: one of usage (IsUsage), or of the disk.
func Run(o Options, templates fs.FS, progress Progress) (*Outcome, error) {
	if info, err := os.Stat(o.Out); err == nil && !info.IsDir() {
		return nil, usage(fmt.Sprintf("--out %s is a file", o.Out), "name a folder")
	}
	house, in, err := begin(o, templates, progress)
	if err != nil {
		return nil, err
	}
	out := &Outcome{Problems: in.Problems, Period: in.Period}
	if !in.HasData || o.Strict && out.Errors() > 0 {
		out.Stopped = true
		return out, nil
	}
	jobs, err := house.jobs(in, o)
	if err != nil {
		return nil, err
	}
	made := house.make(jobs, o.jobs(), progress)
	files := map[string][]byte{}
	for _, m := range made {
		out.Problems = append(out.Problems, m.missing...)
		var mistake *compose.TemplateError
		if errors.As(m.err, &mistake) {
			return nil, usage(mistake.Error(), "correct the template; nothing was written")
		}
		if m.err != nil {
			out.Failed = append(out.Failed, m.err)
			continue
		}
		files[m.path] = m.bytes
	}
	addPublic(files, jobs, out)
	slices.SortStableFunc(out.Problems, problem.Problem.Compare)
	var figures bytes.Buffer
	_ = export.Results(&figures, wantedResults(in, o)) // a bytes.Buffer does not fail
	files["results.csv"] = figures.Bytes()
	files["problems.csv"] = export.Problems(out.Problems)
	if err := addManifest(files, in, o); err != nil {
		return nil, err
	}
	out.Written, err = writeAll(o.Out, in.Period.String(), files)
	return out, err
}

// templateFiles are the names that files of a user's own templates may have.
func templateFiles() []string {
	return []string{"*.md", "sheets.yaml", "agents.yaml", "processes.yaml", "countries.yaml", "theme.yaml", "*.png", "*.svg", "areas/*.yaml", "limits/*.yaml", "limits/*.md", "languages/*.yaml", "mappings/*.yaml", "mappings/*.md", "reports/*.md", "fonts/*"}
}

// checkFolder refuses files of the user's own templates that nothing would ever read: a misspelt folder or ending.
func checkFolder(folder string) error {
	if folder == "" {
		return nil
	}
	return fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), ".") {
			return err
		}
		for _, pattern := range templateFiles() {
			if fits, _ := path.Match(pattern, name); fits {
				return nil
			}
		}
		return usage(fmt.Sprintf("--templates: %s is no template", name), "known are "+strings.Join(templateFiles()[1:], ", "))
	})
}

// begin opens templates and workbooks side by side, since neither needs the other, and computes every figure.
func begin(o Options, templates fs.FS, progress Progress) (h *house, in *Input, err error) {
	if err := checkFolder(o.Templates); err != nil {
		return nil, nil, err
	}
	var wait sync.WaitGroup
	var houseErr error
	wait.Go(func() { h, houseErr = open(templates, o) })
	in, err = openBooks(o, rulesOf(templates, o), progress)
	wait.Wait()
	if err = cmp.Or(err, houseErr); err != nil {
		return nil, nil, err
	}
	in.Problems = append(in.Problems, h.notes...)
	return h, in, in.compute(o)
}

// Check reads the templates and the workbooks and lists every problem. It writes nothing but the annotated copies that are
// asked for.
func Check(o Options, templates fs.FS, progress Progress) (*Outcome, error) {
	if err := checkAnnotate(o); err != nil {
		return nil, err
	}
	o.Languages = language.Open(templates).Known // a mistake in any of them is to be found
	_, in, err := begin(o, templates, progress)
	if err != nil {
		return nil, err
	}
	out := &Outcome{Problems: in.Problems, Period: in.Period, Stopped: !in.HasData}
	if o.Account {
		in.Data.Account.Trace(in.sent())
		out.Account = &Account{in.Data.Account, append(in.Unread, in.Data.Account.Unread()...)}
	}
	if o.Annotate != "" {
		out.Copies, err = in.annotate(o, progress)
	}
	return out, err
}

// house is everything that comes from templates, opened once a run.
type house struct {
	kinds  []*compose.Kind
	words  []*language.Words
	own    bool              // each factory's own language too
	others []*language.Words // the further languages there are files for, where that is asked for
	noted  []string          // languages whose files were looked at
	notes  []problem.Problem // about the language files
	theme  layout.Theme
	fonts  *layout.Fonts // that measure
	embed  *pdf.FontSet  // that documents are given
}

// open loads the templates; every mistake in them is one of usage, found before anything is written.
func open(templates fs.FS, o Options) (*house, error) {
	h := &house{}
	for _, step := range []func(fs.FS, Options) error{h.openKinds, h.openWords, h.openLook} {
		if err := step(templates, o); err != nil {
			if _, ok := IsUsage(err); ok {
				return nil, err
			}
			return nil, usage(err.Error(), "")
		}
	}
	return h, nil
}

func (h *house) openKinds(templates fs.FS, o Options) error {
	all, err := compose.LoadKinds(templates)
	if err != nil || len(o.Reports) == 0 {
		h.kinds = all
		return err
	}
	var names []string
	for _, k := range all {
		names = append(names, k.Name)
	}
	for _, wanted := range o.Reports {
		i := slices.Index(names, wanted)
		if i < 0 {
			return usage(fmt.Sprintf("--reports: there is no kind of document %q", wanted), "one of "+strings.Join(names, ", "))
		}
		if !slices.Contains(h.kinds, all[i]) {
			h.kinds = append(h.kinds, all[i])
		}
	}
	return nil
}

// fontFiles are the fonts that documents are set in.
func fontFiles() map[layout.Face]string {
	return map[layout.Face]string{layout.Regular: "NotoSans-Regular.ttf", layout.Bold: "NotoSans-Bold.ttf",
		layout.HanRegular: "NotoSansSC-Regular.ttf", layout.HanBold: "NotoSansSC-Bold.ttf"}
}

// openLook reads theme and fonts. Paper that is asked for takes the place of the theme's and of every kind's.
func (h *house) openLook(templates fs.FS, o Options) (err error) {
	if h.theme, err = layout.LoadTheme(templates); err != nil {
		return err
	}
	if o.Paper != "" {
		if h.theme, err = h.theme.On(o.Paper); err != nil {
			return usage("--paper: "+err.Error(), "")
		}
		for _, kind := range h.kinds {
			kind.Paper = o.Paper
		}
	}
	raw := map[layout.Face][]byte{}
	for face, name := range fontFiles() {
		if raw[face], err = fs.ReadFile(templates, "fonts/"+name); err != nil {
			return err
		}
	}
	if h.fonts, err = layout.NewFonts(raw); err != nil {
		return err
	}
	h.embed, err = pdf.NewFontSet(raw)
	return err
}

// addPublic adds what goes with the public document: the list of factories, and which limits keep its figures without a
// verdict.
func addPublic(files map[string][]byte, jobs []job, out *Outcome) {
	at := slices.IndexFunc(jobs, func(j job) bool { return j.text.Kind.Public })
	if at < 0 {
		return
	}
	source := jobs[at].source
	files["factories.csv"] = export.Factories(source.Data.Factories, source.End())
	out.Problems = append(out.Problems, source.UnverifiedLimits()...)
}

// wantedResults are the results of the factories that were asked for.
func wantedResults(in *Input, o Options) []*benchmark.Result {
	if len(o.Factories) == 0 {
		return in.Results
	}
	return slices.DeleteFunc(slices.Clone(in.Results), func(r *benchmark.Result) bool { return !slices.Contains(o.Factories, r.Factory.ID) })
}

// wantedFactories are the factories that were asked for; one that does not exist is a mistake of usage.
func wantedFactories(in *Input, o Options) ([]*audit.Factory, error) {
	if len(o.Factories) == 0 {
		return in.Data.Factories, nil
	}
	var out []*audit.Factory
	for _, id := range o.Factories {
		i := slices.IndexFunc(in.Data.Factories, func(f *audit.Factory) bool { return f.ID == id })
		if i < 0 {
			return nil, usage(fmt.Sprintf("--factory: the workbooks have no factory %q", id), "see the sheet Factories")
		}
		out = append(out, in.Data.Factories[i])
	}
	slices.SortFunc(out, func(a, b *audit.Factory) int { return cmp.Compare(a.ID, b.ID) })
	return slices.Compact(out), nil
}
