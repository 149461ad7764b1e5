package output

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// edition writes an edition of some files and gives what was removed.
func edition(t *testing.T, folder string, files map[string]string) []string {
	t.Helper()
	stage := open(t, folder)
	defer stage.Discard()
	for name, text := range files {
		if err := stage.Write(name, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	removed, err := stage.Commit(Manifest{Version: "test", Period: "2026-Q3"})
	if err != nil {
		t.Fatal(err)
	}
	return removed
}

func open(t *testing.T, folder string) *Stage {
	t.Helper()
	stage, err := Open(t.Context(), folder, "2026-Q3")
	if err != nil {
		t.Fatal(err)
	}
	return stage
}

// below are the files and empty folders in a folder with what is in them; manifests are left out.
func below(t *testing.T, folder string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(folder, func(at string, d fs.DirEntry, err error) error {
		name, _ := filepath.Rel(folder, at)
		switch {
		case err != nil || d.Name() == ManifestName:
			return err
		case d.IsDir():
			if list, _ := os.ReadDir(at); len(list) == 0 && at != folder {
				out[filepath.ToSlash(name)+"/"] = ""
			}
			return nil
		}
		data, err := os.ReadFile(at)
		out[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func put(t *testing.T, at, text string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(at), 0o755), os.WriteFile(at, []byte(text), 0o600)); err != nil {
		t.Fatal(err)
	}
}

// TestEditionReplacesTheOneBefore: what the earlier manifest names and the new run does not make is gone and named;
// what no manifest names is somebody else's and stays.
func TestEditionReplacesTheOneBefore(t *testing.T) {
	out := filepath.Join(t.TempDir(), "deep", "out")
	if removed := edition(t, out, map[string]string{"results.csv": "1", "scorecards/A.pdf": "a", "scorecards/B.pdf": "b"}); removed != nil {
		t.Errorf("a first edition removed %v", removed)
	}
	put(t, filepath.Join(out, "2026-Q3", "scorecards", "mine.txt"), "mine")
	put(t, filepath.Join(out, "2026-Q3", "notes", "deep", "mine.txt"), "mine too")
	put(t, filepath.Join(out, "2026-Q3", ".plimsoll-123"), "what an older version left behind")
	if err := errors.Join(os.Mkdir(filepath.Join(out, "2026-Q3", "empty"), 0o755), os.Symlink("mine.txt", filepath.Join(out, "2026-Q3", "scorecards", "link"))); err != nil {
		t.Fatal(err)
	}
	removed := edition(t, out, map[string]string{"results.csv": "2", "scorecards/A.pdf": "aa", "cards/B.pdf": "bb"})
	if diff := cmp.Diff([]string{"scorecards/B.pdf"}, removed); diff != "" {
		t.Error(diff)
	}
	want := map[string]string{"2026-Q3/results.csv": "2", "2026-Q3/scorecards/A.pdf": "aa", "2026-Q3/cards/B.pdf": "bb", "2026-Q3/empty/": "",
		"2026-Q3/scorecards/mine.txt": "mine", "2026-Q3/notes/deep/mine.txt": "mine too", "2026-Q3/scorecards/link": "mine"}
	if diff := cmp.Diff(want, below(t, out)); diff != "" {
		t.Error(diff)
	}
	if target, err := os.Readlink(filepath.Join(out, "2026-Q3", "scorecards", "link")); err != nil || target != "mine.txt" {
		t.Errorf("the link leads to %q: %v", target, err)
	}
}

// TestDiscardLeavesTheEditionBefore ends a run in every way but its end.
func TestDiscardLeavesTheEditionBefore(t *testing.T) {
	out := t.TempDir()
	edition(t, out, map[string]string{"results.csv": "1"})
	before := below(t, out)
	ctx, cancel := context.WithCancel(t.Context())
	stage, err := Open(ctx, out, "2026-Q3")
	if err != nil {
		t.Fatal(err)
	}
	if err := stage.Write("results.csv", []byte("2")); err != nil {
		t.Fatal(err)
	}
	cancel()
	for stage.Write("a.pdf", nil) == nil { // until what waits for the context has done its work
		time.Sleep(time.Millisecond)
	}
	if _, err := stage.Commit(Manifest{}); err == nil {
		t.Error("a stage that was discarded is committed")
	}
	if diff := cmp.Diff(before, below(t, out)); diff != "" {
		t.Error(diff)
	}
	fresh := filepath.Join(t.TempDir(), "a", "b")
	open(t, fresh).Discard()
	if _, err := os.Stat(filepath.Dir(fresh)); !errors.Is(err, fs.ErrNotExist) {
		t.Error("folders that were made for nothing are left")
	}
}

// TestSweep clears away what runs that were killed at each of their steps leave behind.
func TestSweep(t *testing.T) {
	for name, left := range map[string]map[string]string{
		"before the exchange":        {"2026-Q3/results.csv": "1", ".plimsoll-new-2026-Q3/results.csv": "2"},
		"after the exchange":         {"2026-Q3/results.csv": "1", ".plimsoll-new-2026-Q3/results.csv": "0"},
		"the folder moved aside":     {".plimsoll-before-2026-Q3/results.csv": "1", ".plimsoll-new-2026-Q3/results.csv": "2"},
		"the new one in its place":   {"2026-Q3/results.csv": "1", ".plimsoll-before-2026-Q3/results.csv": "0"},
		"a run for another quarter":  {"2026-Q3/results.csv": "1", ".plimsoll-new-2026-Q2/results.csv": "2"},
		"the lock of one that ended": {"2026-Q3/results.csv": "1", lockName: "process 1 on nowhere"},
	} {
		out := t.TempDir()
		for file, text := range left {
			put(t, filepath.Join(out, filepath.FromSlash(file)), text)
		}
		open(t, out).Discard()
		if diff := cmp.Diff(map[string]string{"2026-Q3/results.csv": "1"}, below(t, out)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

// TestSecondRunSaysWhoIsFirst: the lock is one a folder, whatever the quarter, and free again when the first has ended.
func TestSecondRunSaysWhoIsFirst(t *testing.T) {
	out := t.TempDir()
	first := open(t, out)
	_, err := Open(t.Context(), out, "2026-Q2")
	if busy := (*Busy)(nil); !errors.As(err, &busy) || !strings.Contains(err.Error(), out) || !strings.Contains(err.Error(), "process ") {
		t.Errorf("%v", err)
	}
	first.Discard()
	open(t, out).Discard()
	if left := below(t, out); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
}

// TestManyRunsAtOnce lets runs meet: each has the folder to itself, and none is left without a lock.
func TestManyRunsAtOnce(t *testing.T) {
	out, ends := t.TempDir(), make(chan error)
	const runs = 8
	for range runs {
		go func() {
			stage, err := Open(context.Background(), out, "2026-Q3")
			if err == nil {
				err = errors.Join(stage.Write("a", []byte("a")), func() error { _, err := stage.Commit(Manifest{Version: "v", Period: "p"}); return err }())
			}
			ends <- err
		}()
	}
	for range runs {
		if err := <-ends; err != nil && !errors.As(err, new(*Busy)) {
			t.Error(err)
		}
	}
	if diff := cmp.Diff(map[string]string{"2026-Q3/a": "a"}, below(t, out)); diff != "" {
		t.Error(diff)
	}
}

// TestErrorsNameTheFolder: what cannot be written is named as it was given, not by a folder that nobody knows.
func TestErrorsNameTheFolder(t *testing.T) {
	out := t.TempDir()
	stage := open(t, out)
	defer stage.Discard()
	err := stage.explain(&fs.PathError{Op: "write", Path: filepath.Join(stage.work, "a.pdf"), Err: syscall.ENOSPC})
	want := filepath.Join(out, "2026-Q3") + " cannot be written: no space left on device; what was there stays as it was"
	if err.Error() != want {
		t.Errorf("%q", err)
	}
	err = stage.explain(&fs.PathError{Op: "open", Path: filepath.Join(stage.place, "scorecards"), Err: syscall.EACCES})
	if want := filepath.Join(out, "2026-Q3", "scorecards") + " cannot be written: permission denied"; !strings.HasPrefix(err.Error(), want) {
		t.Errorf("%q", err)
	}
	file := filepath.Join(out, "2026-Q2")
	put(t, file, "x")
	stage.Discard()
	if _, err := Open(t.Context(), out, "2026-Q2"); err == nil || !strings.Contains(err.Error(), file+" cannot be written: is a file") {
		t.Errorf("%v", err)
	}
}

// TestLinkedEdition writes through a link to a folder elsewhere, and leaves the link.
func TestLinkedEdition(t *testing.T) {
	out, elsewhere := t.TempDir(), filepath.Join(t.TempDir(), "shared")
	put(t, filepath.Join(elsewhere, "mine.txt"), "mine")
	if err := os.Symlink(elsewhere, filepath.Join(out, "2026-Q3")); err != nil {
		t.Fatal(err)
	}
	edition(t, out, map[string]string{"results.csv": "1"})
	if diff := cmp.Diff(map[string]string{"results.csv": "1", "mine.txt": "mine"}, below(t, elsewhere)); diff != "" {
		t.Error(diff)
	}
	if info, err := os.Lstat(filepath.Join(out, "2026-Q3")); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Error("the link is gone")
	}
}

// TestMoveAside replaces a folder, and puts it back where the new one cannot be moved.
func TestMoveAside(t *testing.T) {
	dir := t.TempDir()
	work, place := filepath.Join(dir, "work"), filepath.Join(dir, "place")
	put(t, filepath.Join(place, "a"), "before")
	if err := moveAside(work, place); err == nil {
		t.Error("a folder that is not there was moved")
	}
	if diff := cmp.Diff(map[string]string{"place/a": "before"}, below(t, dir)); diff != "" {
		t.Error(diff)
	}
	put(t, filepath.Join(work, "a"), "new")
	if err := moveAside(work, place); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff(map[string]string{"place/a": "new"}, below(t, dir)); diff != "" {
		t.Error(diff)
	}
}

// TestManifestNamesEveryFile holds the sums, and that the manifest reads back.
func TestManifestNamesEveryFile(t *testing.T) {
	out := t.TempDir()
	edition(t, out, map[string]string{"b": "two", "a/b": "one"})
	m, err := ReadManifest(os.DirFS(out), "2026-Q3")
	if err != nil || !slices.Equal(m.Outputs, []File{Sum("a/b", []byte("one")), Sum("b", []byte("two"))}) {
		t.Errorf("%+v, %v", m, err)
	}
	put(t, filepath.Join(out, "2026-Q3", ManifestName), "{}")
	if _, err := ReadManifest(os.DirFS(out), "2026-Q3"); err == nil {
		t.Error("a manifest that names nothing is taken")
	}
}
