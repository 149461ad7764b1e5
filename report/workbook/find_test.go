package workbook

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/internal/ooxml/ooxmltest"
)

// tree makes empty files below a temporary folder and goes there.
func tree(t *testing.T, names ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, name := range names {
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// found lists what Find gives as name → path, and its notes.
func found(t *testing.T, paths ...string) (files, notes []string) {
	t.Helper()
	list, problems, err := Find(paths)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range list {
		files = append(files, f.Name+" → "+filepath.ToSlash(f.Path))
	}
	for _, p := range problems {
		notes = append(notes, p.String())
	}
	return files, notes
}

func TestFindInFolders(t *testing.T) {
	tree(t, "in/b.xlsx", "in/A.XLSX", "in/2026/q3/c.xlsm", "in/2026/~$c.xlsm", "in/.~d.xlsx", "in/.~lock.b.xlsx#",
		"in/.hidden.xlsx", "in/.git/e.xlsx",
		"in/readme.txt", "in/photo.jpg", "in/old.xls", "in/list.CSV", "in/2026/x.ods", "in/.list.csv", "in/~$old.xls",
		"in/really.xls", "in/form.xltx", "in/list.tsv", "in/all.zip", "in/mac.numbers/Index.zip",
		"in/out/2026-Q3/manifest.json", "in/out/2026-Q3/results.csv", "in/out/2026-Q3/problems.csv",
		"in/out/results.csv")
	for name, data := range map[string]string{"in/old.xls": string(ooxmltest.Compound(ooxmltest.Stream{Name: "Workbook",
		Data: []byte("x")})), "in/2026/x.ods": string(parts{"mimetype": "x", "content.xml": "x"}.Zip(t)),
		"in/really.xls": string(one().Zip(t)), "in/all.zip": string(parts{"july.xlsx": "x"}.Zip(t))} {
		if err := os.WriteFile(name, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	files, notes := found(t, "in")
	if diff := cmp.Diff([]string{"2026/q3/c.xlsm → in/2026/q3/c.xlsm", "A.XLSX → in/A.XLSX", "b.xlsx → in/b.xlsx",
		"list.CSV → in/list.CSV", "list.tsv → in/list.tsv",
		"out/results.csv → in/out/results.csv", "really.xls → in/really.xls"}, files); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	want := []string{
		"error 2026/x.ods unreadable-workbook: it is an OpenDocument file (.ods) (hint: open it in a spreadsheet " +
			"program and save it as .xlsx)",
		"error all.zip unreadable-workbook: it is an archive (.zip) (hint: unpack it and name what is in it)",
		"error form.xltx unreadable-workbook: it is a template (.xltx) and was not read (hint: save it as .xlsx " +
			"if it belongs to the data)",
		"error mac.numbers unreadable-workbook: it is a workbook of Numbers (.numbers) (hint: open it in Numbers " +
			"and export it as .xlsx)",
		"error old.xls unreadable-workbook: it is an old workbook (.xls) (hint: open it in a spreadsheet program " +
			"and save it as .xlsx)",
	}
	if diff := cmp.Diff(want, notes); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
}

func TestFindNames(t *testing.T) {
	for _, c := range []struct {
		name        string
		paths, want []string
	}{
		{"a file", []string{"in/a.xlsx"}, []string{"a.xlsx → in/a.xlsx"}},
		{"a file twice", []string{"in/a.xlsx", "./in/../in/a.xlsx"}, []string{"a.xlsx → in/a.xlsx"}},
		{"a folder and a file in it", []string{"in", "in/a.xlsx"},
			[]string{"a.xlsx → in/a.xlsx", "sub/b.xlsx → in/sub/b.xlsx"}},
		{"sorted by name, not by path", []string{"other/z.xlsx", "in/a.xlsx"},
			[]string{"a.xlsx → in/a.xlsx", "z.xlsx → other/z.xlsx"}},
		{"two of one name", []string{"in/a.xlsx", "other/a.xlsx"},
			[]string{"in/a.xlsx → in/a.xlsx", "other/a.xlsx → other/a.xlsx"}},
		{"two of one name in folders", []string{"in", "./other/"},
			[]string{"in/a.xlsx → in/a.xlsx", "other/a.xlsx → other/a.xlsx", "sub/b.xlsx → in/sub/b.xlsx",
				"t.csv → other/t.csv", "z.xlsx → other/z.xlsx"}},
		{"a format that is not read, named outright", []string{"other/t.ods"}, []string{"t.ods → other/t.ods"}},
		{"a lock file, named outright", []string{"other/~$z.xlsx"}, []string{"~$z.xlsx → other/~$z.xlsx"}},
		{"an empty folder", []string{"empty"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree(t, "in/a.xlsx", "in/sub/b.xlsx", "other/a.xlsx", "other/z.xlsx", "other/t.csv", "other/t.ods",
				"other/~$z.xlsx", "empty/.keep")
			files, _ := found(t, c.paths...)
			if diff := cmp.Diff(c.want, files); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestFindThroughLinks(t *testing.T) {
	tree(t, "real/a.xlsx", "more/b.xlsx")
	if err := os.Symlink("real", "in"); err != nil {
		t.Skip(err)
	}
	if os.Symlink("../more", "real/more") != nil || os.Symlink("../more/b.xlsx", "real/b.xlsx") != nil {
		t.Fatal("no links")
	}
	files, notes := found(t, "in")
	if diff := cmp.Diff([]string{"a.xlsx → in/a.xlsx", "b.xlsx → in/b.xlsx"}, files); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(notes) != 1 ||
		!strings.HasPrefix(notes[0], "warning more unreadable-workbook: is a link to a folder and was not followed") {
		t.Error(notes)
	}
}

func TestFindNothing(t *testing.T) {
	tree(t, "in/a.xlsx")
	files, notes, err := Find([]string{"in", "in/none.xlsx"})
	if err == nil || err.Error() != "in/none.xlsx: no such file or directory" || files != nil || notes != nil {
		t.Error(files, notes, err)
	}
}
