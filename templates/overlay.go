package templates

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
)

// Over puts a folder's files in front of others, file by file: what the folder has is used, the rest comes from behind. Who
// merges a file with the one behind it asks for Behind.
func Over(front, behind fs.FS) fs.FS { return overlay{front, behind} }

type overlay struct{ front, behind fs.FS }

// Behind are the files behind those of the front folder.
func (o overlay) Behind() fs.FS { return o.behind }

// Open opens a file of the front folder, or the one behind it.
func (o overlay) Open(name string) (fs.File, error) {
	f, err := o.front.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.behind.Open(name)
	}
	return f, err
}

// ReadDir lists the files of both, sorted, each name once.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	list, frontErr := fs.ReadDir(o.front, name)
	more, err := fs.ReadDir(o.behind, name)
	if err != nil && frontErr != nil {
		return nil, err
	}
	for _, e := range more {
		if !slices.ContainsFunc(list, func(d fs.DirEntry) bool { return d.Name() == e.Name() }) {
			list = append(list, e)
		}
	}
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return list, nil
}
