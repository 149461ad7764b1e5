package report

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"unicode"

	"golang.org/x/sync/errgroup"

	"plimsoll/report/benchmark"
	"plimsoll/report/export"
	"plimsoll/report/internal/textable"
	"plimsoll/report/mapping"
	"plimsoll/report/mapping/declaration"
	"plimsoll/report/output"
	"plimsoll/report/standard"
)

// plan is what was asked for, checked: every flag means something, the standard and the mappings are loaded, and no
// workbook was looked at yet.
type plan struct {
	Options
	period   standard.Quarter // where one was asked for
	issued   standard.Date    // 0 = the last day of the period
	earlier  []benchmark.Earlier
	standard *standard.Standard
	mappings *mapping.Set

	named    []output.File // the mappings that were named for the run
	previous *output.File  // that the earlier results stand in
	used     *recorder     // the templates that were read
}

// newPlan checks the options, and loads what workbooks are read by. Every mistake is one of usage.
func newPlan(o Options, templates fs.FS) (*plan, error) {
	p := &plan{Options: o, used: newRecorder(templates, o.Templates)}
	for _, check := range []func() error{p.checkFolders, p.checkPeriod, p.checkDate, p.checkFactories, p.checkEncoding,
		p.readPrevious} {
		if err := check(); err != nil {
			return nil, err
		}
	}
	own, err := p.readMappings()
	if err != nil {
		return nil, err
	}
	if p.standard, err = loadStandard(p.used); err != nil {
		return nil, usage(err.Error(), "")
	}
	if p.mappings, err = mapping.Load(p.used, own, p.standard); err != nil {
		return nil, usage(err.Error(), "correct the mapping; templates/mappings/README.md explains what may stand in it")
	}
	return p, nil
}

// planDocuments is newPlan with what documents are made by, of which all but the words is parsed beside it.
func planDocuments(o Options, templates fs.FS) (*plan, *documentTemplates, error) {
	read, d := newRecorder(templates, o.Templates), &documentTemplates{}
	var beside errgroup.Group
	beside.Go(func() error { return d.load(read, o) })
	p, err := newPlan(o, templates)
	if err != nil {
		return nil, nil, err
	}
	if err := beside.Wait(); err != nil {
		return nil, nil, err
	}
	p.used.add(read)
	return p, d, d.loadWords(p.standard, o)
}

// checkFolders refuses an output folder that is a file, and a folder of the user's own templates with files that
// nothing would ever read: a misspelt folder or ending.
func (p *plan) checkFolders() error {
	if info, err := os.Stat(p.Out); err == nil && !info.IsDir() {
		return usage(fmt.Sprintf("--out %s is a file", p.Out), "name a folder")
	}
	if p.Templates == "" {
		return nil
	}
	return fs.WalkDir(os.DirFS(p.Templates), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), ".") || isTemplate(name) {
			return err
		}
		return usage(fmt.Sprintf("--templates: %s is no template", name),
			"known are "+strings.Join(templateNames()[1:], ", "))
	})
}

// templateNames are the names that files of a user's own templates may have.
func templateNames() []string {
	return []string{"*.md", "sheets.yaml", "agents.yaml", "processes.yaml", "countries.yaml", "theme.yaml",
		"*.png", "*.svg", "areas/*.yaml", "areas/*.md", "limits/*.yaml", "limits/*.md",
		"languages/*.yaml", "mappings/*.yaml", "mappings/*.md", "reports/*.md", "fonts/*"}
}

func isTemplate(name string) bool {
	for _, pattern := range templateNames() {
		if fits, _ := path.Match(pattern, name); fits {
			return true
		}
	}
	return false
}

func (p *plan) checkPeriod() (err error) {
	if p.Period == "" {
		return nil
	}
	var ok bool
	if p.period, ok = standard.ParseQuarter(p.Period); !ok {
		return usage(fmt.Sprintf("--period %q is not a quarter", p.Period), "write it as 2026-Q3")
	}
	return nil
}

func (p *plan) checkDate() error {
	if p.Date == "" {
		return nil
	}
	var ok bool
	if p.issued, ok = standard.ParseDate(p.Date); !ok {
		return usage(fmt.Sprintf("--date %q is not a date", p.Date), "write it as 2026-10-05")
	}
	return nil
}

// checkFactories refuses what cannot be an id; whether there is such a factory only the workbooks tell.
func (p *plan) checkFactories() error {
	for _, id := range p.Factories {
		if strings.TrimSpace(id) == "" || strings.ContainsFunc(id, unicode.IsControl) {
			return usage(fmt.Sprintf("--factory %q is no factory's id", id), "see the sheet Factories")
		}
	}
	return nil
}

func (p *plan) checkEncoding() error {
	if p.Encoding == "" {
		return nil
	}
	if err := textable.CheckEncoding(p.Encoding); err != nil {
		return usage("--encoding: "+err.Error(), "gb18030, windows-1252 and windows-1258 are some")
	}
	return nil
}

// readPrevious reads the results.csv of an earlier run.
func (p *plan) readPrevious() error {
	if p.Previous == "" {
		return nil
	}
	data, err := os.ReadFile(p.Previous)
	if err == nil {
		p.earlier, err = export.ReadResults(data)
	}
	if err != nil {
		return usage(fmt.Sprintf("--previous %s: %v", p.Previous, withoutPath(err)), "name the results.csv of an earlier run")
	}
	sum := output.Sum(filepath.Base(p.Previous), data)
	p.previous = &sum
	return nil
}

// withoutPath is an error of the operating system without the path, which the caller names as it was given.
func withoutPath(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

// readMappings reads the mappings that were named for this run: files, and all of a folder.
func (p *plan) readMappings() ([]declaration.Source, error) {
	var own []declaration.Source
	for _, named := range p.Mappings {
		files, err := mappingsIn(named)
		if err != nil {
			return nil, err
		}
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err != nil {
				return nil, usage(fmt.Sprintf("--mapping %s: it cannot be read", name), "check the path")
			}
			own = append(own, declaration.Source{Name: name, Own: true, Data: data})
			p.named = append(p.named, output.Sum(filepath.Base(name), data))
		}
	}
	return own, nil
}

// mappingsIn are the files that a path of --mapping stands for: itself, or where it is a folder, the mappings in it by
// name.
func mappingsIn(path string) ([]string, error) {
	if at, err := os.Stat(path); err != nil || !at.IsDir() {
		return []string{path}, nil
	}
	inside, err := os.ReadDir(path)
	if err != nil {
		return nil, usage(fmt.Sprintf("--mapping %s: it cannot be read", path), "check the path")
	}
	var files []string
	for _, f := range inside {
		hidden, ending := strings.HasPrefix(f.Name(), "."), strings.ToLower(filepath.Ext(f.Name()))
		if !f.IsDir() && !hidden && (ending == ".yaml" || ending == ".yml") {
			files = append(files, filepath.Join(path, f.Name()))
		}
	}
	if len(files) == 0 {
		return nil, usage(fmt.Sprintf("--mapping %s: the folder holds no mapping", path), "mappings end in .yaml")
	}
	return files, nil
}

// jobs is the number of things to do at once.
func (p *plan) jobs() int {
	if p.Jobs > 0 {
		return p.Jobs
	}
	return runtime.GOMAXPROCS(0)
}
