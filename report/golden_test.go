package report

import (
	"context"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/audit"
	"plimsoll/report/internal/layout"
	"plimsoll/templates"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden holds a text against testdata/<name>.
func golden(t *testing.T, name, got string) {
	t.Helper()
	at := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(at, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(at)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-update writes it anew):\n%s", name, diff)
	}
}

// begin is the way of a run up to its figures.
func begin(o Options, files fs.FS) (*plan, *documentTemplates, *figures, error) {
	p, texts, err := planDocuments(o, files)
	if err != nil {
		return nil, nil, nil, err
	}
	s, err := p.read(context.Background(), audit.Keep{}, nil)
	if err != nil {
		return nil, nil, nil, err
	}
	found, err := p.compute(context.Background(), s, texts.notes)
	return p, texts, found, err
}

// prepared is the way of a run up to the list of its documents.
func prepared(t testing.TB, o Options, files fs.FS) (*documentTemplates, []*document) {
	t.Helper()
	p, texts, found, err := begin(o, files)
	if err != nil {
		t.Fatal(err)
	}
	names := fileNames(found.Data.Factories)
	if err := found.choose(o.Factories); err != nil {
		t.Fatal(err)
	}
	source := p.source(found, texts)
	list, err := texts.documents(source, source.Lasting(), names)
	if err != nil {
		t.Fatal(err)
	}
	return texts, list
}

// laidOut is a document on its pages.
func laidOut(t testing.TB, texts *documentTemplates, d *document) *rendered {
	t.Helper()
	r, err := d.layout(texts)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// laid is the first document of a run, on its pages.
func laid(t testing.TB, o Options) *rendered {
	t.Helper()
	texts, list := prepared(t, o, templates.Files)
	return laidOut(t, texts, list[0])
}

// TestGoldenScorecard holds the document and the placed pages of the factory with the most to say: one that got worse,
// has a stale area, a broken relationship and Chinese names.
func TestGoldenScorecard(t *testing.T) {
	t.Parallel()
	o := options(t, "../sample-data")
	o.Factories = []string{"CN-03"}
	o.Reports = []string{"scorecard"}
	m := laid(t, o)
	golden(t, "CN-03.document.txt", m.Doc.Dump())
	golden(t, "CN-03.pages.txt", layout.Dump(m.pages))
	golden(t, "CN-03.reading.txt", layout.StructureOf(m.pages).Dump())
}
