package small

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/compose"
	"plimsoll/report/internal/markdown"
)

var update = flag.Bool("update", false, "write golden files anew")

// Golden holds a document against a file of testdata: its title and feet, its text, and what its figures draw.
func Golden(t *testing.T, name string, doc *compose.Document, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join([]string{doc.Title, doc.Subject, doc.Left, doc.Middle, doc.Right(1, 2), ""}, "\n") + doc.Doc.Dump()
	markdown.Images(doc.Doc.Blocks, func(_ int, ref string) {
		figure, err := doc.Figures(ref)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(ref, "chart:") {
			got += fmt.Sprintf("%s: %T\n", ref, figure)
		}
	})
	path := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got; -update writes it anew):\n%s", path, diff)
	}
}
