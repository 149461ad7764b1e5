//go:build unix

package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// writable refuses an edition whose folder, or one in it that holds documents, may not be written: to replace it would
// be to go round what its owner said.
func writable(place string) error {
	return filepath.WalkDir(place, func(at string, d fs.DirEntry, err error) error {
		switch {
		case at == place && errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil || !d.IsDir():
			return err
		}
		if err := unix.Access(at, unix.W_OK|unix.X_OK); err != nil {
			return &fs.PathError{Op: "write", Path: at, Err: err}
		}
		return nil
	})
}

// syncFolder waits until the disk has the names in a folder.
func syncFolder(at string) error {
	folder, err := os.Open(at)
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}
