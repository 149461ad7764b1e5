package audit

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"plimsoll/report/problem"
	"plimsoll/report/workbook"
)

// The corpus is a folder of spreadsheets that the project did not make: broken, locked, huge, hostile, or in layouts of
// their own. It is not part of the repository; PLIMSOLL_CORPUS names where it lies.
func corpus(t *testing.T) []workbook.File {
	t.Helper()
	root := os.Getenv("PLIMSOLL_CORPUS")
	if root == "" {
		t.Skip("PLIMSOLL_CORPUS names no folder of spreadsheets")
	}
	var files []workbook.File
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && filepath.Ext(path) != ".md" {
			files = append(files, workbook.File{Path: path, Name: strings.TrimPrefix(path, root+"/")})
		}
		return err
	})
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files below %s: %v", len(files), root, err)
	}
	return files
}

// outcome is what reading one file came to.
type outcome struct {
	sheets, rows int
	problems     []problem.Problem
	took         time.Duration
	heap         uint64 // the most that was seen, bytes
}

// observe reads a file with a watch on memory. The time it took is logged and decides nothing, as it tells of the machine and
// its load; what never ends is ended by go test. A panic of the reader is a problem that says "broke down".
func observe(t *testing.T, name string, read func() *workbook.Book) outcome {
	t.Helper()
	peak := watchHeap()
	start := time.Now()
	book := read()
	data, problems := collectAccount([]*workbook.Book{book}, shipped(t))
	holdSum(t, name, data.Account)
	o := outcome{sheets: len(book.Sheets), problems: problems, took: time.Since(start), heap: peak()}
	for _, s := range book.Sheets {
		o.rows += len(s.Rows)
	}
	switch {
	case o.heap > 1<<30:
		t.Errorf("%s took %d MB", name, o.heap>>20)
	case o.sheets == 0 && len(problems) == 0:
		t.Errorf("%s: neither a sheet nor a problem", name)
	}
	for _, p := range problems {
		if strings.Contains(p.Message, "broke down") {
			t.Errorf("%s: %s", name, p)
		}
	}
	return o
}

// watchHeap looks at the heap every few milliseconds until the function it returns is called, which gives the peak.
func watchHeap() func() uint64 {
	runtime.GC()
	stop, done := make(chan struct{}), make(chan uint64)
	go func() {
		var most uint64
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
			select {
			case <-stop:
				done <- most
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	return func() uint64 { close(stop); return <-done }
}

func TestCorpus(t *testing.T) {
	files := corpus(t)
	for _, f := range files {
		o := observe(t, f.Name, func() *workbook.Book { return workbook.Open(f.Path, f.Name, workbook.Options{}) })
		codes := map[string]int{}
		for _, p := range o.problems {
			codes[p.Severity.String()+" "+p.Code]++
		}
		t.Logf("%-90s %2d sheets %6d rows %6.2f s %4d MB %v", f.Name, o.sheets, o.rows, o.took.Seconds(), o.heap>>20, codes)
	}
	t.Logf("%d files were read", len(files))
}

// TestCorpusLocked opens workbooks that others locked, with the passwords that they tell.
func TestCorpusLocked(t *testing.T) {
	passwords := map[string]string{"protected_sha512.xlsx": "this is a test", "60320-protected.xlsx": "Test001!!", "extenxls_pwd123.xlsx": "pwd123",
		"protect.xlsx": "", "58616.xlsx": "", "protected_passtika.xlsx": "tika", "pass_protected.xlsx": "123"}
	tried := 0
	for _, f := range corpus(t) {
		password, known := passwords[filepath.Base(f.Path)]
		if !known {
			continue
		}
		tried++
		if book := workbook.Open(f.Path, f.Name, workbook.Options{Passwords: []string{"another", password}}); len(book.Sheets) == 0 || len(book.Problems) > 0 {
			t.Errorf("%s: %d sheets, %v", f.Name, len(book.Sheets), book.Problems)
		}
		closed := workbook.Open(f.Path, f.Name, workbook.Options{Passwords: []string{"another"}})
		if password != "" && (len(closed.Sheets) > 0 || len(closed.Problems) != 1 || closed.Problems[0].Code != "encrypted-workbook") {
			t.Errorf("%s without its password: %d sheets, %v", f.Name, len(closed.Sheets), closed.Problems)
		}
	}
	if tried == 0 {
		t.Error("none of them is there")
	}
}

// TestCorpusFolder finds the whole corpus as a run would, and collects it at once.
func TestCorpusFolder(t *testing.T) {
	corpus(t)
	files, problems, err := workbook.Find([]string{os.Getenv("PLIMSOLL_CORPUS")})
	if err != nil {
		t.Fatal(err)
	}
	var books []*workbook.Book
	for _, f := range files {
		books = append(books, workbook.Open(f.Path, f.Name, workbook.Options{}))
	}
	holdAccount(t, "the corpus", books, shipped(t))
	_, found := Collect(books, shipped(t))
	t.Logf("%d workbooks, %d other tables, %d problems", len(files), len(problems), len(found))
}

// TestCorpusMutated reads damaged copies: cut off, with bytes turned over, or with a piece taken out of the middle.
func TestCorpusMutated(t *testing.T) {
	files := corpus(t)
	small := slices.DeleteFunc(files, func(f workbook.File) bool {
		info, err := os.Stat(f.Path)
		return err != nil || info.Size() > 300<<10 || info.Size() == 0
	})
	dir, random := t.TempDir(), rand.New(rand.NewPCG(1, 2))
	for n := range 30 {
		f := small[n*len(small)/30]
		data, err := os.ReadFile(f.Path)
		if err != nil {
			t.Fatal(err)
		}
		for m := range 20 {
			path := filepath.Join(dir, "mutated.xlsx")
			if err := os.WriteFile(path, mutate(data, m, random), 0o600); err != nil {
				t.Fatal(err)
			}
			name := fmt.Sprintf("%s, mutation %d", f.Name, m)
			observe(t, name, func() *workbook.Book { return workbook.Open(path, name, workbook.Options{}) })
		}
	}
}

// TestCorpusPartsCutOff cuts off one part of a workbook before it is zipped, so that no checksum tells: a sheet is then
// whole, or it is not there and a problem is.
func TestCorpusPartsCutOff(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for _, f := range corpus(t) {
		parts := unzip(f.Path)
		if parts == nil {
			continue
		}
		whole := workbook.Open(f.Path, "x.xlsx", workbook.Options{})
		for n := range 4 {
			name := parts[random.IntN(len(parts))].name
			book := workbook.Read(zipped(t, parts, name, random), "x.xlsx", workbook.Options{})
			for _, sheet := range book.Sheets {
				before := slices.IndexFunc(whole.Sheets, func(s *workbook.Sheet) bool { return s.Name == sheet.Name })
				if before < 0 && len(sheet.Rows) > 0 || before >= 0 && len(whole.Sheets[before].Rows) != len(sheet.Rows) {
					t.Errorf("%s, cut %d of %s: sheet %q has %d rows", f.Name, n, name, sheet.Name, len(sheet.Rows))
				}
			}
			if len(book.Sheets) < len(whole.Sheets) && len(book.Problems) == 0 {
				t.Errorf("%s, cut %d of %s: %d sheets of %d and no problem", f.Name, n, name, len(book.Sheets), len(whole.Sheets))
			}
		}
	}
}

type part struct {
	name string
	data []byte
}

// unzip gives the parts of a workbook, none where it is damaged or large.
func unzip(path string) []part {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return nil
	}
	defer archive.Close()
	var parts []part
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil || f.UncompressedSize64 > 1<<20 {
			return nil
		}
		data, err := io.ReadAll(r)
		if err != nil {
			return nil
		}
		parts = append(parts, part{f.Name, data})
	}
	return parts
}

// zipped zips parts again, one of them cut off somewhere.
func zipped(t *testing.T, parts []part, cut string, random *rand.Rand) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range parts {
		if p.name == cut {
			p.data = p.data[:random.IntN(len(p.data)+1)]
		}
		f, err := w.Create(p.name)
		if err == nil && !strings.HasSuffix(p.name, "/") {
			_, err = f.Write(p.data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func mutate(data []byte, kind int, random *rand.Rand) []byte {
	at := random.IntN(len(data))
	switch kind % 4 {
	case 0:
		return data[:at]
	case 1:
		return slices.Concat(data[:at], data[min(at+1+random.IntN(100), len(data)):])
	}
	out := bytes.Clone(data)
	for range 1 + random.IntN(10) {
		out[random.IntN(len(out))] ^= byte(1 + random.IntN(255))
	}
	return out
}
