package output

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// carry brings along, from the edition before, the files that its manifest does not name: they are somebody else's. It
// gives the files that the manifest names and the new edition does not have.
func (s *Stage) carry() (removed []string, err error) {
	if _, err := os.Lstat(s.place); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	written := map[string]bool{ManifestName: true}
	for _, f := range s.files {
		written[f.Name] = true
	}
	before := map[string]bool{}
	if m, err := ReadManifest(os.DirFS(s.place), "."); err == nil {
		for _, f := range m.Outputs {
			before[f.Name] = true
		}
	}
	err = filepath.WalkDir(s.place, func(at string, d fs.DirEntry, err error) error {
		if err != nil || at == s.place {
			return err
		}
		name, err := filepath.Rel(s.place, at)
		slashed := filepath.ToSlash(name)
		switch {
		case err != nil, strings.HasPrefix(d.Name(), ours), written[slashed]:
			return err
		case before[slashed]:
			removed = append(removed, slashed)
			return nil
		}
		return bring(at, filepath.Join(s.work, name), d)
	})
	slices.Sort(removed)
	return removed, errors.Join(err, s.keepMode())
}

// keepMode gives the new edition's folder the permissions of the one before.
func (s *Stage) keepMode() error {
	info, err := os.Stat(s.place)
	if err != nil {
		return err
	}
	return os.Chmod(s.work, info.Mode().Perm())
}

// bring puts somebody else's file into the new edition as well: the same file under two names, or a copy where the disk
// knows no such thing. A folder is made if it is empty, and else with what is in it.
func bring(from, to string, d fs.DirEntry) error {
	if d.IsDir() {
		if entries, err := os.ReadDir(from); err != nil || len(entries) > 0 {
			return err
		}
		return os.MkdirAll(to, 0o777)
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
		return err
	}
	switch err := os.Link(from, to); {
	case err == nil, errors.Is(err, fs.ErrExist): // to some disks the names of two files are one
		return nil
	case d.Type()&fs.ModeSymlink != 0:
		target, err := os.Readlink(from)
		if err != nil {
			return err
		}
		return os.Symlink(target, to)
	case !d.Type().IsRegular():
		return err
	}
	return copyFile(from, to)
}

// copyFile copies a file with its permissions and its time.
func copyFile(from, to string) error {
	file, err := os.Open(from)
	if err != nil {
		return err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	if _, err := writeFile(to, func(to io.Writer) error { _, err := io.Copy(to, file); return err }); err != nil {
		return err
	}
	if err := syncFile(to); err != nil {
		return err
	}
	return errors.Join(os.Chmod(to, info.Mode().Perm()), os.Chtimes(to, info.ModTime(), info.ModTime()))
}

// putInPlace makes a new folder the one at a place. Where there is one already, the two exchange their names in one
// step if the disk can do that; else the one before is moved aside for a moment, from where sweep would put it back.
// Then it is removed.
func putInPlace(work, place string) error {
	if err := syncFolders(work); err != nil {
		return err
	}
	defer syncFolder(filepath.Dir(place))
	if _, err := os.Lstat(place); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(work, place)
	}
	if exchange(work, place) == nil {
		return nil
	}
	return moveAside(work, place)
}

// moveAside is the way of a disk on which two folders cannot exchange their names.
func moveAside(work, place string) error {
	before := filepath.Join(filepath.Dir(place), beforeName+filepath.Base(place))
	if err := os.Rename(place, before); err != nil {
		return err
	}
	if err := os.Rename(work, place); err != nil {
		return errors.Join(err, os.Rename(before, place))
	}
	return os.RemoveAll(before)
}

// syncFolders waits until the disk has the names of all files in a folder.
func syncFolders(folder string) error {
	return filepath.WalkDir(folder, func(at string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		return syncFolder(at)
	})
}
