package workbook

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/internal/ooxml/ooxmltest"
)

// shelf writes files into a folder and lists them.
func shelf(t *testing.T, data ...[]byte) (files []File) {
	t.Helper()
	dir := t.TempDir()
	for i, d := range data {
		f := File{Path: filepath.Join(dir, fmt.Sprint(i)), Name: fmt.Sprintf("%d.xlsx", i)}
		if err := os.WriteFile(f.Path, d, 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	return files
}

// all opens files and gathers their books; done is called once a file.
func all(t *testing.T, files []File, o Options, jobs int, done func()) (books []*Book) {
	t.Helper()
	err := Each(t.Context(), files, o, jobs, func(int, *Book) { done() }, func(i int, b *Book) error {
		if i != len(books) {
			t.Errorf("%d was taken in the place of %d", i, len(books))
		}
		books = append(books, b)
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	return books
}

// TestEach holds that the books are the same on any number of goroutines and come in the files' order, those that cannot be read
// included.
func TestEach(t *testing.T) {
	cells := func(n int) []byte { return ooxmltest.Workbook(strings.Repeat(`<row><c><v>1</v></c></row>`, n)).Zip(t) }
	long := ooxmltest.Workbook(`<row><c t="str"><v>` + strings.Repeat("x", 900) + `</v></c></row>`).Zip(t)
	var data [][]byte
	for range 5 {
		data = append(data, cells(40), nil, cells(25), long, []byte("<html>"), cells(10))
	}
	files := append(shelf(t, data...), File{Path: "nowhere", Name: "nowhere.xlsx"})
	o := Options{Bounds: Bounds{FileBytes: 1 << 20, PartBytes: 1 << 20, AllBytes: 4000, Cells: 39}}
	var want []string
	for jobs := range 9 {
		var done atomic.Int32
		var got []string
		for _, b := range all(t, files, o, jobs, func() { done.Add(1) }) {
			got = append(got, fmt.Sprint(b.File, " ", len(b.Sheets), " ", codes(b)))
		}
		if want == nil {
			want = got
		}
		if diff := cmp.Diff(want, got); diff != "" || int(done.Load()) != len(files) {
			t.Fatalf("%d jobs, %d done (-want +got):\n%s", jobs, done.Load(), diff)
		}
	}
	first := []string{"0.xlsx 0 [0.xlsx!S1 too-large]", "1.xlsx 0 [1.xlsx unreadable-workbook]", "2.xlsx 1 []", "3.xlsx 1 []",
		"4.xlsx 0 [4.xlsx unreadable-workbook]", "5.xlsx 1 []", "6.xlsx 0 [6.xlsx!S1 too-large]"}
	if diff := cmp.Diff(first, want[:7]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestHostileTogether holds that large workbooks are not all in memory at once, however many goroutines there are.
func TestHostileTogether(t *testing.T) {
	large := ooxmltest.Workbook(strings.Repeat(" ", 100<<20)).Packed(t)
	files := shelf(t, large, large, large, large, large, large, large, large)
	runtime.GC()
	var most atomic.Uint64
	books := all(t, files, Options{}, len(files), func() {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		most.Store(max(most.Load(), m.HeapAlloc))
	})
	for _, b := range books {
		if len(b.Problems) > 0 || len(b.Sheets) != 1 {
			t.Error(b.Problems)
		}
	}
	if most.Load() > 500<<20 {
		t.Errorf("%d MB", most.Load()>>20)
	}
}

func TestWeigh(t *testing.T) {
	small, bomb := one().Zip(t), bomb(t, 16<<20)
	files := shelf(t, small, bomb, []byte(ooxmltest.CompoundStart+strings.Repeat("x", 1000)),
		make([]byte, aloneBytes+1), []byte("a,b"))
	for i, want := range []int64{0, 32 << 20, 1008 * packedRate, roomBytes, 3 * packedRate} {
		if got := weigh(files[i].Path, DefaultBounds()); got < want || got > want+want/10+5000 {
			t.Errorf("%d weighs %d, want %d", i, got, want)
		}
	}
	if got := weigh("nowhere", DefaultBounds()); got != 0 {
		t.Error(got)
	}
}
