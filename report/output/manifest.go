package output

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"path"
)

// ManifestName is the file in which a run says what it read and wrote.
const ManifestName = "manifest.json"

// Manifest proves which inputs made which outputs. What does not change a byte of them (the folder, the number of jobs)
// is not part of it.
type Manifest struct {
	Version   string    `json:"version"`
	Revision  string    `json:"revision,omitempty"` // of the program's source, where the program knows it
	Period    string    `json:"period"`
	Arguments Arguments `json:"arguments"`
	Kinds     []Kind    `json:"kinds"` // of documents that the arguments ask for
	Inputs    []File    `json:"inputs"`
	Mappings  []File    `json:"mappings,omitempty"`  // that were named for the run
	Previous  *File     `json:"previous,omitempty"`  // the results.csv of an earlier run
	Templates []File    `json:"templates,omitempty"` // the user's own that were read; the others are the version's
	Outputs   []File    `json:"outputs"`
}

// Arguments are those of the command line that change what is written.
type Arguments struct {
	Period    string   `json:"period,omitempty"`
	Reports   []string `json:"reports,omitempty"`
	Languages []string `json:"languages"`
	Factories []string `json:"factories,omitempty"`
	Date      string   `json:"date,omitempty"`
	Paper     string   `json:"paper,omitempty"`
	Encoding  string   `json:"encoding,omitempty"`
	Strict    bool     `json:"strict,omitempty"`
}

// Kind is a kind of document: one for the programme, or one for each factory in a folder.
type Kind struct {
	Name   string `json:"name"`
	Folder string `json:"folder,omitempty"` // blank: it is the programme's
}

func (m Manifest) encode() ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(m)
	return out.Bytes(), err
}

// ReadManifest reads the manifest of an edition.
func ReadManifest(root fs.FS, folder string) (*Manifest, error) {
	text, err := fs.ReadFile(root, path.Join(folder, ManifestName))
	if err != nil {
		return nil, err
	}
	m := &Manifest{}
	if err := json.Unmarshal(text, m); err != nil {
		return nil, err
	}
	if m.Version == "" || m.Period == "" || len(m.Outputs) == 0 {
		return nil, errors.New("it names no version, period or file")
	}
	return m, nil
}
