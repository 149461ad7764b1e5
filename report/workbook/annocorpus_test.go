package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestZZ(t *testing.T) {
	n, made := 0, 0
	_ = filepath.WalkDir(os.Getenv("PLIMSOLL_CORPUS"), func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, _ := os.ReadFile(path)
		book := Read(data, filepath.Base(path), Options{})
		if len(book.Sheets) == 0 {
			return nil
		}
		n++
		var problems []Problem
		for _, s := range book.Sheets {
			problems = append(problems, Problem{Place: Place{File: book.File, Sheet: s.Name}, Severity: Note, Code: "a", Message: "sheet"})
			for i, row := range s.Rows {
				if i%7 == 0 && i < 200 {
					problems = append(problems, Problem{Place: Place{book.File, s.Name, row.Index, 1 + i%5}, Severity: Error, Code: "bad", Message: "<x> & \"y\"", Hint: "ho"})
					problems = append(problems, Problem{Place: Place{book.File, s.Name, row.Index, 0}, Severity: Warning, Code: "bad", Message: "row"})
				}
				if i%11 == 0 && i < 200 {
					problems = append(problems, Problem{Place: Place{book.File, s.Name, row.Index + 3, 20}, Severity: Note, Code: "bad", Message: "away"})
				}
			}
		}
		copied, err := Annotate(data, book.File, Options{}, problems)
		if err != nil {
			fmt.Println("NOT", path, err)
			return nil
		}
		made++
		before, after := zipParts(data), zipParts(copied)
		changed := []string{}
		for name, part := range before {
			if a, is := after[name]; !is {
				t.Errorf("%s lost %s", path, name)
			} else if a != part {
				changed = append(changed, name)
			}
		}
		for name, part := range after {
			if strings.HasSuffix(name, ".vml") || part == before[name] || strings.HasSuffix(name, "/") {
				continue
			}
			if _, err := outline([]byte(part), 2); err != nil {
				t.Errorf("%s %s: %v", path, name, err)
			}
		}
		out := filepath.Join("/tmp/accwork/copies", strings.ReplaceAll(strings.TrimPrefix(path, os.Getenv("PLIMSOLL_CORPUS")+"/"), "/", "_"))
		if !strings.HasSuffix(out, "x") && !strings.HasSuffix(out, "m") {
			out += ".xlsx"
		}
		_ = os.MkdirAll(filepath.Dir(out), 0o755)
		return os.WriteFile(out, copied, 0o644)
	})
	fmt.Println(n, made)
}

func zipParts(data []byte) map[string]string {
	out := map[string]string{}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return out
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			continue
		}
		b, _ := io.ReadAll(r)
		out[f.Name] = string(b)
	}
	return out
}
