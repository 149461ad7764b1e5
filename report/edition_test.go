package report

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/output"
	"plimsoll/templates"
)

// two is the programme of two mills, of which the second sent a level that is none.
func two(t *testing.T) []string {
	t.Helper()
	other := mill("VN-2", "Other Mill")
	other["Noise"] = append(other["Noise"], []any{"VN-2", "2026-08-03", "Line", "loud", 5})
	return []string{book(t, t.TempDir(), "a.xlsx", mill("VN-1", "Mill")), book(t, t.TempDir(), "b.xlsx", other)}
}

// TestFactoryReachesEveryOutput looks for the factory that was not asked for in all that is written.
func TestFactoryReachesEveryOutput(t *testing.T) {
	o := options(t, two(t)...)
	o.Factories = []string{"VN-1"}
	out := mustRun(t, o)
	if out.Errors() > 0 || len(out.Failed) > 0 {
		t.Errorf("%v, failed %v", out.Problems, out.Failed)
	}
	for _, name := range out.Written {
		if text := read(t, o, name); strings.Contains(text, "VN-2") || strings.Contains(text, "Other Mill") {
			t.Errorf("%s names the other factory", name)
		}
	}
	texts, list := prepared(t, o, templates.Files)
	for _, d := range list {
		if text := laidOut(t, texts, d).Doc.Dump(); strings.Contains(text, "VN-2") || strings.Contains(text, "Other Mill") {
			t.Errorf("%s tells of the other factory", d.path)
		}
	}
}

// TestFactoryWithoutReadings: that nobody measured one factory is told by its documents; the others were measured.
func TestFactoryWithoutReadings(t *testing.T) {
	bare := mill("VN-2", "Other Mill")
	delete(bare, "Noise")
	o := options(t, book(t, t.TempDir(), "a.xlsx", mill("VN-1", "Mill")), book(t, t.TempDir(), "b.xlsx", bare))
	o.Factories = []string{"VN-2"}
	out := mustRun(t, o)
	if out.Stopped || !slices.Contains(out.Written, "2026-Q3/scorecards/VN-2.en.pdf") {
		t.Errorf("%+v", out)
	}
}

// TestNextEdition runs for all, then for one: what is not made again is gone and named, what is somebody else's stays,
// and a run that comes to nothing changes nothing.
func TestNextEdition(t *testing.T) {
	t.Parallel()
	o := options(t, two(t)...)
	if out := mustRun(t, o); len(out.Removed) > 0 {
		t.Errorf("a first edition removed %v", out.Removed)
	}
	mine := filepath.Join(o.Out, "2026-Q3", "scorecards", "cover letter.docx")
	if err := os.WriteFile(mine, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	o.Factories = []string{"VN-1"}
	out := mustRun(t, o)
	if diff := cmp.Diff([]string{"2026-Q3/scorecards/VN-2.en.pdf"}, out.Removed); diff != "" {
		t.Error(diff)
	}
	if read(t, o, "2026-Q3/scorecards/cover letter.docx") != "mine" {
		t.Error("somebody else's file is gone")
	}
	before := bytesBelow(t, o.Out)
	for name, change := range map[string]func(*Options){
		"nobody measured then":      func(o *Options) { o.Period = "2019-Q1" },
		"nobody measured for years": func(o *Options) { o.Period = "2031-Q1" },
		"--strict":                  func(o *Options) { o.Strict, o.Factories = true, []string{"VN-2"} },
	} {
		other := o
		change(&other)
		if out := mustRun(t, other); !out.Stopped {
			t.Errorf("%s: %v was written", name, out.Written)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	if _, err := Run(ctx, o, templates.Files, func(stage string, _, _ int) {
		if stage == "documents" {
			cancel()
		}
	}); !errors.Is(err, context.Canceled) {
		t.Errorf("a run that was stopped came to %v", err)
	}
	if diff := cmp.Diff(before, bytesBelow(t, o.Out)); diff != "" {
		t.Error(diff)
	}
}

// TestVerifyKnowsWhatWasPromised takes away from a manifest, and adds to a folder, what no manifest would have.
func TestVerifyKnowsWhatWasPromised(t *testing.T) {
	out := finished(t)
	at := filepath.Join(out, "2026-Q3")
	put := func(name, text string) {
		if err := output.WriteNew(filepath.Join(at, name), []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	put("scorecards/VN-9.en.pdf", "a document of an earlier run")
	put("notes.txt", "mine")
	text, err := os.ReadFile(filepath.Join(at, output.ManifestName))
	if err != nil {
		t.Fatal(err)
	}
	shorter := strings.NewReplacer("scorecards/VN-1.en.pdf", "notes.txt", "disclosure.en.pdf", "../out/disclosure.en.pdf").Replace(string(text))
	if err := os.WriteFile(filepath.Join(at, output.ManifestName), []byte(shorter), 0o600); err != nil {
		t.Fatal(err)
	}
	v, err := Verify(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"2026-Q3/scorecards/VN-9.en.pdf: is a document that manifest.json does not name",
		"2026-Q3/manifest.json: does not name a document of VN-1 in scorecards/*.en.pdf, which its arguments promise",
		"2026-Q3/manifest.json: does not name disclosure.en.pdf, which its arguments promise",
		`2026-Q3/manifest.json: names "../out/disclosure.en.pdf", which is no file of the folder`,
		"2026-Q3/scorecards/VN-1.en.pdf: is a document that manifest.json does not name",
	} {
		if !slices.Contains(v.Differences, want) {
			t.Errorf("%q is not among %q", want, v.Differences)
		}
	}
}

// TestManifestNamesWhatTookPart: mappings and earlier results by name and sum, and of the user's templates those that
// were read.
func TestManifestNamesWhatTookPart(t *testing.T) {
	o := options(t, book(t, t.TempDir(), "a.xlsx", mill("VN-1", "Mill")))
	mustRun(t, o)
	dir := t.TempDir()
	previous := filepath.Join(dir, "before.csv")
	mapping := file(t, dir, "lab.yaml", theirMapping)
	english, err := templates.Files.ReadFile("languages/en.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{previous: read(t, o, "2026-Q3/results.csv"), filepath.Join(dir, "own", "languages", "en.yaml"): string(english),
		filepath.Join(dir, "own", "README.md"): "nobody reads it"} {
		if err := output.WriteNew(name, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	o.Previous, o.Mappings, o.Templates, o.Revision = previous, []string{mapping}, filepath.Join(dir, "own"), "abc"
	if _, err := Run(t.Context(), o, templates.Over(os.DirFS(o.Templates), templates.Files), nil); err != nil {
		t.Fatal(err)
	}
	m, err := output.ReadManifest(os.DirFS(o.Out), "2026-Q3")
	if err != nil {
		t.Fatal(err)
	}
	if m.Revision != "abc" || m.Previous == nil || m.Previous.Name != "before.csv" || len(m.Mappings) != 1 || m.Mappings[0].Name != "lab.yaml" ||
		!slices.Equal(m.Templates, []output.File{output.Sum("languages/en.yaml", english)}) {
		t.Errorf("%+v", m)
	}
}
