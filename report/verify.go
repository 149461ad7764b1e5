package report

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"plimsoll/report/benchmark"
	"plimsoll/report/internal/pdf"
	"plimsoll/report/output"
)

// Verified is what Verify found in a finished folder.
type Verified struct {
	Files       int      // that were held against the sums of a manifest
	Documents   int      // of them whose data was held against results.csv
	Unread      int      // of them whose data was not, since results.csv cannot be read
	Differences []string // each with its file
	Others      []string // files that no manifest names, and no documents
}

// Verify holds the folders of finished periods, or one of them, against their manifests: every file there, every sum
// right, the data inside every document equal to results.csv, every document there that the manifest's arguments
// promise, and none that the manifest does not name. An error is one of usage.
func Verify(folder string) (*Verified, error) {
	periods, err := manifests(folder)
	if err != nil {
		return nil, err
	}
	v := &Verified{}
	for _, period := range periods {
		v.period(os.DirFS(folder), period)
	}
	return v, nil
}

// manifests lists the folders at and directly below a folder that hold a manifest, sorted.
func manifests(folder string) ([]string, error) {
	if _, err := os.Stat(filepath.Join(folder, output.ManifestName)); err == nil {
		return []string{"."}, nil
	}
	found, err := fs.Glob(os.DirFS(folder), "*/"+output.ManifestName)
	if err != nil || len(found) == 0 {
		return nil, usage(fmt.Sprintf("there is no %s in %s or directly below it", output.ManifestName, folder),
			"name the folder that run wrote into")
	}
	for i, name := range found {
		found[i] = path.Dir(name)
	}
	return found, nil
}

func (v *Verified) differ(at, format string, args ...any) {
	v.Differences = append(v.Differences, at+": "+fmt.Sprintf(format, args...))
}

// period checks the folder of one period.
func (v *Verified) period(root fs.FS, folder string) {
	at := path.Join(folder, output.ManifestName)
	m, err := output.ReadManifest(root, folder)
	if err != nil {
		v.differ(at, "cannot be read: %v", err)
		return
	}
	figures, err := readFigures(root, path.Join(folder, "results.csv"))
	if err != nil {
		v.differ(path.Join(folder, "results.csv"), "cannot be read: %v", err)
	}
	for _, missing := range promised(m, figures) {
		v.differ(at, "does not name %s, which its arguments promise", missing)
	}
	named := []string{output.ManifestName}
	for _, out := range m.Outputs {
		if !fs.ValidPath(out.Name) {
			v.differ(at, "names %q, which is no file of the folder", out.Name)
			continue
		}
		v.Files++
		named = append(named, out.Name)
		v.file(root, path.Join(folder, out.Name), out, figures)
	}
	v.others(root, folder, named)
}

// file checks one file against its sum, and what it carries.
func (v *Verified) file(root fs.FS, at string, want output.File, figures *figureTable) {
	data, err := fs.ReadFile(root, at)
	if err != nil {
		v.differ(at, "is missing")
		return
	}
	if output.Sum(want.Name, data) != want {
		v.differ(at, "was changed: it has %d bytes and not the sum of the manifest", len(data))
	}
	switch {
	case !isDocument(at):
	case figures == nil:
		v.Unread++
	default:
		v.Documents++
		v.document(at, data, figures)
	}
}

func isDocument(name string) bool { return strings.EqualFold(path.Ext(name), ".pdf") }

// document compares the figures that a document carries with results.csv.
func (v *Verified) document(at string, data []byte, figures *figureTable) {
	files, err := pdf.Attached(data)
	if err != nil {
		v.differ(at, "its data cannot be read: %v", err)
		return
	}
	i := slices.IndexFunc(files, func(a pdf.Attachment) bool { return a.Name == attachedResults })
	if i < 0 {
		v.differ(at, "it carries no %s", attachedResults)
		return
	}
	inside, err := parseFigures(files[i].Data)
	if err != nil {
		v.differ(at, "its %s cannot be read: %v", attachedResults, err)
		return
	}
	for _, difference := range inside.against(figures) {
		v.differ(at, "%s", difference)
	}
}

// others lists files that are in the folder and not of the run. A document among them is a difference: whoever sends
// the folder on would send it too.
func (v *Verified) others(root fs.FS, folder string, named []string) {
	_ = fs.WalkDir(root, folder, func(at string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || d.IsDir() || slices.Contains(named, strings.TrimPrefix(at, folder+"/")):
		case isDocument(at):
			v.differ(at, "is a document that %s does not name", output.ManifestName)
		default:
			v.Others = append(v.Others, at)
		}
		return nil
	})
}

// figureTable is results.csv, or some of it: rows by what they are about.
type figureTable struct {
	columns []string
	keys    []string
	rows    map[string][]string
}

func readFigures(root fs.FS, name string) (*figureTable, error) {
	data, err := fs.ReadFile(root, name)
	if err != nil {
		return nil, err
	}
	return parseFigures(data)
}

func parseFigures(data []byte) (*figureTable, error) {
	records, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		return nil, err
	}
	if len(records) == 0 || !startsWithKey(records[0]) {
		return nil, fmt.Errorf("its header is not that of results.csv")
	}
	t := &figureTable{columns: records[0], rows: map[string][]string{}}
	for _, row := range records[1:] {
		key := strings.Join(row[:benchmark.KeyColumns], " ")
		t.keys = append(t.keys, key)
		t.rows[key] = row
	}
	return t, nil
}

// startsWithKey says whether a header begins with the columns that say what a row is about.
func startsWithKey(header []string) bool {
	for i := range benchmark.KeyColumns {
		if i >= len(header) || header[i] != benchmark.Column(i).String() {
			return false
		}
	}
	return true
}

// against lists where figures are not those of the whole table; a figure may be blank, since not every document tells
// all.
func (t *figureTable) against(whole *figureTable) []string {
	var out []string
	for _, key := range t.keys {
		row, known := whole.rows[key]
		if !known {
			out = append(out, fmt.Sprintf("results.csv has no row %s", key))
			continue
		}
		for i, name := range t.columns {
			if name == benchmark.ColumnPeersN.String() || name == benchmark.ColumnPeersMedian.String() {
				continue // documents know fewer peers: nobody whose figure stands for a few
			}
			at := slices.Index(whole.columns, name)
			if value := t.rows[key][i]; at < 0 || value != "" && value != row[at] && !isShareOf(name, value, row[at]) {
				out = append(out, fmt.Sprintf("%s, %s: it carries %q, and results.csv has another value", key, name, value))
			}
		}
	}
	return out
}

// isShareOf says that a share is another in whole percent, as the public document prints and carries shares of people; a change of
// shares is that of two such.
func isShareOf(column, carried, exact string) bool {
	if !slices.Contains([]string{"within", "baseline_level", "change"}, column) {
		return false
	}
	a, errA := strconv.ParseFloat(carried, 64)
	b, errB := strconv.ParseFloat(exact, 64)
	return errA == nil && errB == nil && math.Abs(a) <= 1 && math.Abs(a-b) <= 0.01+1e-9 && math.Abs(a*100-math.Round(a*100)) < 1e-9
}
