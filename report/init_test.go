package report

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/output"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
	"plimsoll/templates"
)

func mustLoad(t *testing.T) *standard.Standard {
	t.Helper()
	std, err := standard.Load(templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	return std
}

// initialised is a fresh folder after Init.
func initialised(t *testing.T) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "new", "programme")
	if err := Init(folder, "en", templates.Files); err != nil {
		t.Fatal(err)
	}
	return folder
}

// below lists all files below a folder.
func below(t *testing.T, folder string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(folder, func(at string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			rel, _ := filepath.Rel(folder, at)
			names = append(names, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestBlankWorkbookHasNoProblem(t *testing.T) {
	folder := initialised(t)
	out, err := Check(t.Context(), options(t, folder), templates.Files, nil)
	if err != nil || len(out.Problems) > 0 {
		t.Fatal(err, out.Problems)
	}
	book := workbook.Open(filepath.Join(folder, blankName), blankName, workbook.Options{})
	var sheets []string
	for _, s := range book.Sheets {
		sheets = append(sheets, s.Name)
	}
	want := strings.Split("Programme,Factories,Audits,Air,Light,Noise,Dorms,Earnings,Living conditions,Equipment safety,"+
		"Findings,Training,Feedback,Safety,Production,Limits,Prices", ",")
	if diff := cmp.Diff(want, sheets); diff != "" {
		t.Error(diff)
	}
	data, problems := audit.Collect([]*workbook.Book{book}, mustLoad(t))
	if len(problems) > 0 || len(data.Factories)+data.Readings.Len()+len(data.Findings)+len(data.Limits) > 0 || data.Programme.Name != "" {
		t.Errorf("an example was read: %+v, %v", data, problems)
	}
}

func TestInitWritesTheSameBytes(t *testing.T) {
	t.Parallel()
	a, b := initialised(t), initialised(t)
	names := below(t, a)
	if diff := cmp.Diff(names, below(t, b)); diff != "" {
		t.Fatal(diff)
	}
	for _, name := range names {
		x, _ := os.ReadFile(filepath.Join(a, name))
		y, _ := os.ReadFile(filepath.Join(b, name))
		if !bytes.Equal(x, y) || len(x) == 0 {
			t.Errorf("%s differs", name)
		}
	}
}

// TestInitOverwritesNothing holds that what is in the way stays, and nothing is written beside it.
func TestInitOverwritesNothing(t *testing.T) {
	for _, taken := range []string{blankName, templatesName, templatesName + "/areas/noise.yaml"} {
		folder := t.TempDir()
		at := filepath.Join(folder, filepath.FromSlash(taken))
		if err := output.WriteNew(at, []byte("mine")); err != nil {
			t.Fatal(err)
		}
		err := Init(folder, "en", templates.Files)
		e, ok := IsUsage(err)
		if !ok || e.Hint == "" || !strings.Contains(e.Message, filepath.Join(folder, strings.Split(taken, "/")[0])) {
			t.Errorf("%s: %v", taken, err)
		}
		data, _ := os.ReadFile(at)
		if names := below(t, folder); string(data) != "mine" || !slices.Equal(names, []string{taken}) {
			t.Errorf("%s: %q among %v", taken, data, names)
		}
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, ok := IsUsage(Init(file, "en", templates.Files)); !ok {
		t.Error("a file was taken for a folder")
	}
}

func TestInitKeepsOtherFilesOfTheFolder(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "audits.txt"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Init(folder, "en", templates.Files); err != nil {
		t.Fatal(err)
	}
	entries, _ := os.ReadDir(folder)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if diff := cmp.Diff([]string{blankName, "audits.txt", templatesName}, names); diff != "" {
		t.Error(diff)
	}
}

// TestCopiedTemplatesGiveTheSameDocuments runs with the copy in front of the built-in templates.
func TestCopiedTemplatesGiveTheSameDocuments(t *testing.T) {
	t.Parallel()
	own := filepath.Join(initialised(t), templatesName)
	for _, name := range below(t, own) {
		built, err := templates.Files.ReadFile(name)
		copied, _ := os.ReadFile(filepath.Join(own, name))
		if err != nil || !bytes.Equal(built, copied) {
			t.Errorf("%s is no copy: %v", name, err)
		}
	}
	plain, copied := options(t, "../sample-data"), options(t, "../sample-data")
	plain.Factories = []string{"GB-01"}
	copied.Factories, copied.Templates = plain.Factories, own
	out := mustRun(t, plain)
	if _, err := Run(t.Context(), copied, templates.Over(os.DirFS(own), onlyFonts()), nil); err != nil {
		t.Fatal(err)
	}
	for _, name := range out.Written {
		if !strings.HasSuffix(name, "manifest.json") && read(t, plain, name) != read(t, copied, name) {
			t.Errorf("%s differs", name)
		}
	}
}

// onlyFonts are the built-in fonts and nothing else, so that every other template must be in the copy.
func onlyFonts() fstest.MapFS {
	files := fstest.MapFS{}
	for _, name := range fontFiles() {
		data, _ := templates.Files.ReadFile("fonts/" + name)
		files["fonts/"+name] = &fstest.MapFile{Data: data}
	}
	return files
}

// TestInitCopiesOwnTemplates adds an area as the README says: its file is copied, and what is hidden is not.
func TestInitCopiesOwnTemplates(t *testing.T) {
	area, err := os.ReadFile("testdata/water.yaml")
	if err != nil {
		t.Fatal(err)
	}
	own := templates.Over(fstest.MapFS{"areas/water.yaml": {Data: area}, ".git/x.yaml": {Data: area}}, templates.Files)
	folder := t.TempDir()
	if err := Init(folder, "en", own); err != nil {
		t.Fatal(err)
	}
	if names := below(t, folder); !slices.Contains(names, "templates/areas/water.yaml") || slices.Contains(names, "templates/.git/x.yaml") {
		t.Errorf("copied: %v", names)
	}
}

// TestHalfIsNotLeftBehind lets the second of the two moves fail.
func TestHalfIsNotLeftBehind(t *testing.T) {
	beside, folder := t.TempDir(), t.TempDir()
	if err := output.WriteNew(filepath.Join(beside, templatesName, "theme.yaml"), []byte("x")); err != nil {
		t.Fatal(err)
	}
	if err := moveBoth(beside, folder); err == nil {
		t.Error("there was no workbook to move, and no error")
	}
	if names := below(t, folder); len(names) > 0 {
		t.Errorf("left behind: %v", names)
	}
}

func TestInitRefusesAMistakenTemplate(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "new")
	for name, front := range map[string]fstest.MapFS{
		"yaml":  {"areas/water.yaml": {Data: []byte("id: [")}},
		"sheet": {"sheets.yaml": {Data: []byte("sheets: [{name: 'a/b', columns: [{name: x, kind: text}]}]")}},
	} {
		err := Init(folder, "en", templates.Over(front, templates.Files))
		if _, ok := IsUsage(err); !ok {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Stat(folder); !os.IsNotExist(err) {
			t.Errorf("%s: something was written", name)
		}
	}
}
