package output

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// File is a file that took part in a run, or came of it, with the sum that tells it from any other.
type File struct {
	Name   string `json:"name"`
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// Sum is a file by its name and what is in it.
func Sum(name string, data []byte) File {
	sum := sha256.Sum256(data)
	return File{name, len(data), hex.EncodeToString(sum[:])}
}

// buffered is how many bytes are collected before the disk is asked.
const buffered = 64 << 10

// writeFile writes a new file as it is made, its folders too. What the umask of whoever runs the program takes away stays
// away. The disk may have it later: syncFile waits for that.
func writeFile(at string, fill func(to io.Writer) error) (f File, err error) {
	if err := os.MkdirAll(filepath.Dir(at), 0o777); err != nil {
		return f, err
	}
	file, err := os.OpenFile(at, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return f, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	sum, size := sha256.New(), counter(0)
	to := bufio.NewWriterSize(io.MultiWriter(file, sum, &size), buffered)
	if err := fill(to); err != nil {
		return f, err
	}
	if err := to.Flush(); err != nil {
		return f, err
	}
	return File{Bytes: int(size), SHA256: hex.EncodeToString(sum.Sum(nil))}, nil
}

// syncFile waits until the disk has what is in a file.
func syncFile(at string) error {
	file, err := os.OpenFile(at, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close())
}

// counter counts the bytes that are written to it.
type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// WriteNew writes a file that must not be there yet, and its folders.
func WriteNew(at string, data []byte) error {
	if _, err := writeFile(at, func(to io.Writer) error { _, err := to.Write(data); return err }); err != nil {
		return err
	}
	return syncFile(at)
}

// WriteWhole writes one file that nothing else belongs to: it appears whole or not at all, and takes the place of no
// other.
func WriteWhole(at string, data []byte) (err error) {
	if err := os.MkdirAll(filepath.Dir(at), 0o777); err != nil {
		return err
	}
	beside, err := os.MkdirTemp(filepath.Dir(at), newName+"*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(beside)
	part := filepath.Join(beside, "file")
	if err := WriteNew(part, data); err != nil {
		return err
	}
	return os.Rename(part, at)
}
