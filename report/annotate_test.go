package report

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/workbook"
	"plimsoll/templates"
)

// bytesBelow are the files below a folder.
func bytesBelow(t *testing.T, folder string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, name := range below(t, folder) {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		out[name] = string(data)
	}
	return out
}

// sent is a folder with a workbook that has problems, one in a folder that has none, a text and one that is cut off.
func sent(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	bad := mill("VN-01", "Mill")
	bad["Noise"] = append(bad["Noise"], []any{"VN-01", "2026-08-03", "Line", "84dB", 5})
	if err := os.Mkdir(filepath.Join(dir, "deep"), 0o755); err != nil {
		t.Fatal(err)
	}
	whole := book(t, dir, "whole.xlsx", mill("VN-02", "Mill 2"))
	book(t, dir, "deep/bad.xlsx", bad)
	data, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"Noise.csv": []byte("Factory ID,Date,Location,Level\nVN-01,2026-08-03,Line,loud\n"), "cut.xlsx": data[:len(data)/2]} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestAnnotate annotates a folder and looks at what was written, twice, and at what was sent.
func TestAnnotate(t *testing.T) {
	dir, to := sent(t), t.TempDir()
	before := bytesBelow(t, dir)
	var copies []map[string]string
	for _, jobs := range []int{1, 4} {
		o := options(t, dir)
		o.Jobs, o.Annotate = jobs, filepath.Join(to, "copies", strings.Repeat("x", jobs))
		out, err := Check(t.Context(), o, templates.Files, nil)
		if err != nil {
			t.Fatal(err)
		}
		want := "2 workbooks annotated in " + o.Annotate + "; 1 not: cut.xlsx (it could not be read); 1 workbook without a problem not copied"
		if diff := cmp.Diff(want, out.Copies.String()); diff != "" {
			t.Error(diff)
		}
		copies = append(copies, bytesBelow(t, o.Annotate))
	}
	if diff := cmp.Diff(before, bytesBelow(t, dir)); diff != "" {
		t.Error("the originals were touched")
	}
	if diff := cmp.Diff(copies[0], copies[1]); diff != "" || len(copies[0]) != 2 || copies[0]["deep/bad.xlsx"] == "" || copies[0]["Noise.csv.xlsx"] == "" {
		t.Errorf("%d copies, or their bytes differ", len(copies[0]))
	}
	was := workbook.Read([]byte(before["deep/bad.xlsx"]), "bad.xlsx", workbook.Options{})
	is := workbook.Read([]byte(copies[0]["deep/bad.xlsx"]), "bad.xlsx", workbook.Options{})
	if diff := cmp.Diff(was.Sheets, is.Sheets[:len(was.Sheets)]); diff != "" {
		t.Error(diff)
	}
	var listed []string
	for _, c := range is.Sheets[len(was.Sheets)].Rows[1].Cells {
		listed = append(listed, c.Text)
	}
	if got := strings.Join(listed[:4], "|"); got != `error|not-a-number|Noise!D5|"84dB" is not a number` {
		t.Error(got)
	}
}

// TestAnnotateSample holds that every workbook of the sample data can be annotated.
func TestAnnotateSample(t *testing.T) {
	o := options(t, "../sample-data")
	o.Annotate = filepath.Join(t.TempDir(), "copies")
	out, err := Check(t.Context(), o, templates.Files, nil)
	if err != nil || len(out.Copies.Made) != 6 || len(out.Copies.Not) > 0 || out.Copies.Whole != 4 {
		t.Fatalf("%+v, %v", out, err)
	}
}

// TestAnnotateRefuses holds that nothing is written where copies and originals would meet, or something is there.
func TestAnnotateRefuses(t *testing.T) {
	dir := sent(t)
	away := t.TempDir()
	link := filepath.Join(away, "link")
	if err := os.Symlink(dir, link); err != nil {
		t.Fatal(err)
	}
	there := filepath.Join(away, "there", "deep", "bad.xlsx")
	if err := os.MkdirAll(filepath.Dir(there), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(there, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	before, besides := bytesBelow(t, dir), bytesBelow(t, filepath.Join(away, "there"))
	for _, c := range []struct{ path, folder, want string }{
		{dir, dir, "lie in each other"},
		{dir, filepath.Join(dir, "new", "copies"), "lie in each other"},
		{dir, filepath.Dir(dir), "lie in each other"},
		{dir, filepath.Join(link, "copies"), "lie in each other"},
		{link, filepath.Join(dir, "copies"), "lie in each other"},
		{filepath.Join(dir, "deep", "bad.xlsx"), filepath.Join(dir, "deep"), "lie in each other"},
		{filepath.Join(dir, "deep", "bad.xlsx"), filepath.Join(dir, "whole.xlsx"), "is a file"},
		{dir, filepath.Join(away, "there"), "is there already"},
	} {
		o := options(t, c.path)
		o.Annotate = c.folder
		_, err := Check(t.Context(), o, templates.Files, nil)
		if usage, is := IsUsage(err); !is || !strings.Contains(usage.Message, c.want) {
			t.Errorf("%s: %v", c.folder, err)
		}
	}
	if cmp.Diff(before, bytesBelow(t, dir))+cmp.Diff(besides, bytesBelow(t, filepath.Join(away, "there"))) != "" {
		t.Error("something was written")
	}
}
