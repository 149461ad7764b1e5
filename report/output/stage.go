// Package output puts what a run made in its place: all of it, or nothing. In: files, one after the other, and a
// manifest. Out: the folder of an edition, such as out/2026-Q3, that is the edition before or the new one and never
// some of each.
//
//	stage, err := output.Open(ctx, "out", "2026-Q3")   // takes the lock, clears away what a killed run left behind
//	defer stage.Discard()                              // does nothing once the edition is in its place
//	err = stage.Write("scorecards/CN-01.en.pdf", pdf)  // several goroutines may; the bytes are forgotten
//	removed, err := stage.Commit(manifest)             // the manifest, others' files, then the one step
//
// Everything is written into a folder beside the edition's, synced to the disk, and put in its place by exchanging the
// two folders' names, which the operating system does at once. Files that the manifest of the edition before names and
// the new one does not are gone with it; files that no manifest names are somebody else's, and come along. A run that
// is killed at any moment leaves the edition before as it was; the next run clears away what it left behind.
package output

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"plimsoll/report/internal/pool"
)

// The names of what a run puts beside an edition while it is being made. Names that begin so are the program's own.
const (
	ours       = ".plimsoll-"
	newName    = ours + "new-"
	beforeName = ours + "before-"
)

// Stage is an edition that is being made.
type Stage struct {
	folder  string // the output folder, for messages
	edition string // the name of the edition's folder
	place   string // where that folder is, or will be, links resolved
	work    string // the folder beside it that the new edition is written into
	made    string // the topmost folder that was made for the output folder; blank where it was there
	lock    *lock
	unwatch func() bool

	open  sync.RWMutex // is held by who writes a file, and alone by who ends the stage
	done  bool         // committed or discarded
	mu    sync.Mutex
	files []File
}

// Open locks the output folder, which is made if there is none, clears away what runs that were killed left behind, and
// begins an edition. When the context is done, what was written is discarded. The error names the folder, or who holds
// the lock (Busy).
func Open(ctx context.Context, folder, edition string) (*Stage, error) {
	s := &Stage{folder: folder, edition: edition, made: firstMissing(folder)}
	if err := s.begin(ctx); err != nil {
		s.cleanUp()
		return nil, s.explain(err)
	}
	s.unwatch = context.AfterFunc(ctx, s.Discard)
	return s, nil
}

func (s *Stage) begin(ctx context.Context) (err error) {
	if err := os.MkdirAll(s.folder, 0o777); err != nil {
		return err
	}
	if s.lock, err = lockFolder(ctx, s.folder); err != nil {
		return err
	}
	if s.place, err = placeOf(filepath.Join(s.folder, s.edition)); err != nil {
		return err
	}
	if err := s.sweep(); err != nil {
		return err
	}
	if err := writable(s.place); err != nil {
		return err
	}
	s.work = filepath.Join(filepath.Dir(s.place), newName+filepath.Base(s.place))
	return os.Mkdir(s.work, 0o777)
}

// firstMissing is the topmost folder that has to be made for a path, blank where it is there.
func firstMissing(path string) string {
	missing := ""
	for at := filepath.Clean(path); ; at = filepath.Dir(at) {
		if _, err := os.Lstat(at); err == nil || filepath.Dir(at) == at {
			return missing
		}
		missing = at
	}
}

// placeOf resolves an edition's folder that is a link to a folder elsewhere: the link stays, and the other folder is
// replaced.
func placeOf(at string) (string, error) {
	info, err := os.Lstat(at)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return at, nil
	case err != nil:
		return "", err
	case info.Mode()&fs.ModeSymlink != 0:
		if at, err = filepath.EvalSymlinks(at); err != nil {
			return "", err
		}
		info, err = os.Stat(at)
	}
	if err == nil && !info.IsDir() {
		err = &fs.PathError{Op: "open", Path: at, Err: errors.New("is a file")}
	}
	return at, err
}

// sweep clears away what killed runs left beside the edition, and puts editions back that one had moved aside. Beside
// the folder that a link leads to, only what belongs to this edition is this lock's.
func (s *Stage) sweep() error {
	beside := filepath.Dir(s.place)
	pattern := "*"
	if s.place != filepath.Join(s.folder, s.edition) {
		pattern = filepath.Base(s.place)
	}
	var failed error
	for _, name := range entries(beside) {
		at := filepath.Join(beside, name)
		if edition, is := strings.CutPrefix(name, beforeName); is && (pattern == "*" || pattern == edition) {
			failed = errors.Join(failed, putBack(at, filepath.Join(beside, edition)))
		}
		if edition, is := strings.CutPrefix(name, newName); is && (pattern == "*" || pattern == edition) {
			failed = errors.Join(failed, os.RemoveAll(at))
		}
	}
	return failed
}

func entries(folder string) []string {
	var names []string
	list, _ := os.ReadDir(folder) // what cannot be listed cannot be written either, which is said then
	for _, entry := range list {
		names = append(names, entry.Name())
	}
	return names
}

// putBack gives an edition that was moved aside its place back, or removes it if the new one had come there.
func putBack(before, place string) error {
	if _, err := os.Lstat(place); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(before, place)
	}
	return os.RemoveAll(before)
}

// explain names the folder that cannot be written, and drops the paths of what lies beside it, which nobody knows.
func (s *Stage) explain(err error) error {
	var at *fs.PathError
	var link *os.LinkError
	folder := filepath.Join(s.folder, s.edition)
	switch {
	case errors.As(err, new(*Busy)), errors.Is(err, context.Canceled), errors.Is(err, errDiscarded):
		return err
	case errors.As(err, &at):
		if rel, outside := filepath.Rel(s.place, at.Path); outside == nil && filepath.IsLocal(rel) {
			folder = filepath.Join(folder, rel)
		}
		err = at.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return fmt.Errorf("%s cannot be written: %w; what was there stays as it was", folder, err)
}

// errDiscarded is that of a stage that is written to after its end.
var errDiscarded = errors.New("the edition was discarded")

// Write writes one file of the edition by its path in it, with slashes.
func (s *Stage) Write(name string, data []byte) error {
	return s.WriteFrom(name, func(to io.Writer) error { _, err := to.Write(data); return err })
}

// WriteFrom writes one file as it is made.
func (s *Stage) WriteFrom(name string, fill func(to io.Writer) error) error {
	s.open.RLock()
	defer s.open.RUnlock()
	if s.done {
		return errDiscarded
	}
	file, err := writeFile(filepath.Join(s.work, filepath.FromSlash(name)), fill)
	if err != nil {
		return s.explain(err)
	}
	file.Name = name
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files = append(s.files, file)
	return nil
}

// Commit writes the manifest with the sums of all files, brings along what in the edition before is somebody else's,
// and puts the new edition in its place in one step. It gives the files of the edition before that the new one has no
// longer, sorted.
func (s *Stage) Commit(m Manifest) (removed []string, err error) {
	s.open.Lock()
	defer s.open.Unlock()
	if s.done {
		return nil, errDiscarded
	}
	slices.SortFunc(s.files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	m.Outputs = s.files
	text, err := m.encode()
	if err != nil {
		return nil, err
	}
	if removed, err = s.carry(); err != nil {
		return nil, s.explain(err)
	}
	if err := WriteNew(filepath.Join(s.work, ManifestName), text); err != nil {
		return nil, s.explain(err)
	}
	if err := s.sync(); err != nil {
		return nil, s.explain(err)
	}
	if err := putInPlace(s.work, s.place); err != nil {
		return nil, s.explain(err)
	}
	s.made = ""
	s.end()
	return removed, nil
}

// syncedAtOnce is how many files wait for the disk together, which takes them in one go.
const syncedAtOnce = 32

// sync waits until the disk has all files; most of them it has by then.
func (s *Stage) sync() error {
	return pool.Each(context.Background(), len(s.files), syncedAtOnce, func(i int) error {
		return syncFile(filepath.Join(s.work, filepath.FromSlash(s.files[i].Name)))
	})
}

// Written are the paths of the edition's files with that of the manifest, below the output folder, sorted, with
// slashes.
func (s *Stage) Written() []string {
	written := []string{s.edition + "/" + ManifestName}
	for _, f := range s.files {
		written = append(written, s.edition+"/"+f.Name)
	}
	slices.Sort(written)
	return written
}

// Discard removes what was written, and the lock. After Commit it does nothing.
func (s *Stage) Discard() {
	s.open.Lock()
	defer s.open.Unlock()
	if !s.done {
		s.end()
	}
}

func (s *Stage) end() {
	s.done = true
	if s.unwatch != nil {
		s.unwatch()
	}
	s.cleanUp()
}

// cleanUp removes the folder beside the edition's, the lock, and the output folder if it was made for nothing.
func (s *Stage) cleanUp() {
	if s.work != "" {
		os.RemoveAll(s.work)
	}
	if s.lock != nil {
		s.lock.release()
	}
	if s.made == "" {
		return
	}
	for at := filepath.Clean(s.folder); ; at = filepath.Dir(at) {
		if os.Remove(at) != nil || at == s.made { // only while they are empty
			return
		}
	}
}
