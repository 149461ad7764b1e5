package report

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"

	"plimsoll/report/compose"
	"plimsoll/report/internal/layout"
	"plimsoll/report/internal/pdf"
	"plimsoll/report/output"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/templates"
)

// documentTemplates is what documents are made by, parsed once a run.
type documentTemplates struct {
	all, wanted []*compose.Kind
	kinds       []kindTexts // those wanted, in the languages of the run
	theme       layout.Theme
	fonts       *layout.Fonts // that measure
	embed       *pdf.FontSet  // that documents are given
	own         []string      // tags of all languages there are files for, where each factory's own is asked for
	notes       []problem.Problem
}

// kindTexts is a kind of document with its template in each language.
type kindTexts struct {
	*compose.Kind
	all []*compose.Template // in the languages of every document
	own []*compose.Template // in the further languages there are files for, where each factory's own is asked for
}

// load parses kinds, theme and fonts. Every mistake in them is one of usage.
func (d *documentTemplates) load(templates fs.FS, o Options) error {
	all, err := compose.LoadKinds(templates)
	if err != nil {
		return asUsage(err)
	}
	d.all = all
	if d.wanted, err = wantedKinds(all, o); err != nil {
		return err
	}
	return asUsage(d.loadLook(templates, o))
}

// loadWords reads the languages that are asked for, in which the kinds are made.
func (d *documentTemplates) loadWords(s *standard.Standard, o Options) error {
	words, err := loadLanguages(s, d.all, o.Languages)
	if err != nil {
		return asUsage(err)
	}
	d.notes = words.notes
	if slices.Contains(o.Languages, ownLanguage) {
		d.own = words.Known
	}
	for _, kind := range d.wanted {
		d.kinds = append(d.kinds, words.texts(kind))
	}
	return nil
}

// asUsage makes an error one of usage, where it is none yet.
func asUsage(err error) error {
	if _, ok := IsUsage(err); err == nil || ok {
		return err
	}
	return usage(err.Error(), "")
}

// public says whether the public document is among those that are made.
func (d *documentTemplates) public() bool {
	return slices.ContainsFunc(d.kinds, func(k kindTexts) bool { return k.Public })
}

// wantedKinds are the kinds of documents that were asked for, on the paper that was.
func wantedKinds(all []*compose.Kind, o Options) ([]*compose.Kind, error) {
	var names []string
	for _, k := range all {
		names = append(names, k.Name)
		if o.Paper != "" {
			k.Paper = o.Paper
		}
	}
	if len(o.Reports) == 0 {
		return all, nil
	}
	var wanted []*compose.Kind
	for _, name := range o.Reports {
		i := slices.Index(names, name)
		if i < 0 {
			return nil, usage(fmt.Sprintf("--reports: there is no kind of document %q", name),
				"one of "+strings.Join(names, ", "))
		}
		if !slices.Contains(wanted, all[i]) {
			wanted = append(wanted, all[i])
		}
	}
	return wanted, nil
}

// fontFiles are the fonts that documents are set in.
func fontFiles() map[layout.Face]string {
	return map[layout.Face]string{layout.Regular: "NotoSans-Regular.ttf", layout.Bold: "NotoSans-Bold.ttf",
		layout.HanRegular: "NotoSansSC-Regular.ttf", layout.HanBold: "NotoSansSC-Bold.ttf"}
}

// loadLook reads theme and fonts. Paper that is asked for takes the place of the theme's.
func (d *documentTemplates) loadLook(templates fs.FS, o Options) (err error) {
	if d.theme, err = layout.LoadTheme(templates); err != nil {
		return err
	}
	if o.Paper != "" {
		if d.theme, err = d.theme.OnPaper(o.Paper); err != nil {
			return usage("--paper: "+err.Error(), "")
		}
	}
	raw := map[layout.Face][]byte{}
	for face, name := range fontFiles() {
		if raw[face], err = fs.ReadFile(templates, "fonts/"+name); err != nil {
			return err
		}
	}
	if d.fonts, err = layout.NewFonts(raw); err != nil {
		return err
	}
	d.embed, err = pdf.NewFontSet(raw)
	return err
}

// builtIn is what the built-in templates declare about measuring. They never change, so that a program which runs more than
// once, as tests do, loads it once.
var builtIn = sync.OnceValues(func() (*standard.Standard, error) { return standard.Load(templates.Files) })

func loadStandard(from *recorder) (*standard.Standard, error) {
	if from.FS == fs.FS(templates.Files) {
		return builtIn()
	}
	return standard.Load(from)
}

// recorder is a folder of templates that remembers which of the user's own files were read, for the manifest; the
// built-in ones belong to the version.
type recorder struct {
	fs.FS
	own  fs.FS // nil where there is no folder of the user's own
	mu   sync.Mutex
	read map[string]output.File
}

// Behind are the built-in templates behind the user's own; nil where there are no own ones. What is read there is no input of its
// user's and is not recorded.
func (r *recorder) Behind() fs.FS {
	if layered, ok := r.FS.(interface{ Behind() fs.FS }); ok {
		return layered.Behind()
	}
	return nil
}

func newRecorder(all fs.FS, folder string) *recorder {
	r := &recorder{FS: all, read: map[string]output.File{}}
	if folder != "" {
		r.own = os.DirFS(folder)
	}
	return r
}

// ReadDir lists a folder of templates.
func (r *recorder) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(r.FS, name) }

// ReadFile reads a template.
func (r *recorder) ReadFile(name string) ([]byte, error) {
	data, err := fs.ReadFile(r.FS, name)
	if err == nil && r.isOwn(name) {
		r.note(output.Sum(name, data))
	}
	return data, err
}

func (r *recorder) isOwn(name string) bool {
	if r.own == nil {
		return false
	}
	_, err := fs.Stat(r.own, name)
	return err == nil
}

func (r *recorder) note(file output.File) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.read[file.Name] = file
}

func (r *recorder) add(other *recorder) {
	for _, file := range other.read {
		r.note(file)
	}
}

// files are the user's own files that were read, by name.
func (r *recorder) files() []output.File {
	var own []output.File
	for _, name := range slices.Sorted(maps.Keys(r.read)) {
		own = append(own, r.read[name])
	}
	return own
}
