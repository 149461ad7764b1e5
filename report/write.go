package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// manifestName is the file in which a run says what it read and wrote.
const manifestName = "manifest.json"

// manifest proves which inputs made which outputs. What does not change a byte of them (the folder, the number of jobs)
// is not part of it.
type manifest struct {
	Version   string    `json:"version"`
	Period    string    `json:"period"`
	Arguments arguments `json:"arguments"`
	Inputs    []fileSum `json:"inputs"`
	Templates []fileSum `json:"templates"`
	Outputs   []fileSum `json:"outputs"`
}

type arguments struct {
	Period    string   `json:"period,omitempty"`
	Reports   []string `json:"reports,omitempty"`
	Languages []string `json:"languages"`
	Factories []string `json:"factories,omitempty"`
	Date      string   `json:"date,omitempty"`
	Paper     string   `json:"paper,omitempty"`
	Encoding  string   `json:"encoding,omitempty"`
	Strict    bool     `json:"strict,omitempty"`
}

type fileSum struct {
	Name   string `json:"name"`
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"`
}

func sumOf(name string, data []byte) fileSum {
	sum := sha256.Sum256(data)
	return fileSum{name, len(data), hex.EncodeToString(sum[:])}
}

// addManifest adds manifest.json to the files of a run.
func addManifest(files map[string][]byte, in *Input, o Options) error {
	m := manifest{Version: o.Version, Period: in.Period.String(),
		Arguments: arguments{o.Period, o.Reports, o.Languages, o.Factories, o.Date, o.Paper, o.Encoding, o.Strict}}
	for _, b := range in.Books {
		m.Inputs = append(m.Inputs, fileSum{b.File, b.Size, b.SHA256})
	}
	var err error
	if m.Templates, err = ownTemplates(o.Templates); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		m.Outputs = append(m.Outputs, sumOf(name, files[name]))
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(m); err != nil {
		return err
	}
	files[manifestName] = out.Bytes()
	return nil
}

// ownTemplates sums the files of the user's own template folder; the built-in ones belong to the version.
func ownTemplates(folder string) (sums []fileSum, err error) {
	if folder == "" {
		return nil, nil
	}
	dir := os.DirFS(folder)
	err = fs.WalkDir(dir, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(dir, name)
		sums = append(sums, sumOf(name, data))
		return err
	})
	return sums, err
}

// writeAll writes files below a folder. Each appears whole or not at all: it is written beside its place and renamed.
func writeAll(folder, period string, files map[string][]byte) ([]string, error) {
	var written []string
	for _, name := range slices.Sorted(maps.Keys(files)) {
		at := filepath.Join(folder, period, filepath.FromSlash(name))
		if err := writeWhole(at, files[name]); err != nil {
			return written, fmt.Errorf("%s: %w", filepath.Join(period, name), err)
		}
		written = append(written, filepath.ToSlash(filepath.Join(period, name)))
	}
	return written, nil
}

func writeWhole(at string, data []byte) (err error) {
	if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
		return err
	}
	beside, err := os.CreateTemp(filepath.Dir(at), ".plimsoll-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(beside.Name())
		}
	}()
	_, err = beside.Write(data)
	if closing := beside.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Chmod(beside.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(beside.Name(), at)
	}
	return err
}
