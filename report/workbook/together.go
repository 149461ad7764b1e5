package workbook

import (
	"archive/zip"
	"os"
	"path"
	"sync"

	"plimsoll/report/problem"
)

// What OpenAll takes of the machine's memory for files that it is reading, in bytes.
const (
	roomBytes  = 400 << 20
	aloneBytes = 8 << 20 // a larger file is not looked into beforehand and is read alone
	packedRate = 200     // a text, or a workbook that is locked, may take so many times its size
)

// OpenAll opens files side by side, jobs of them at most, and gives their books in the files' order; done is called
// once a file. Large files wait for each other, so that all of them take no more memory than one, and together the
// books hold no more than Bounds.Together cells (and Bounds.AllBytes of text): the book that would pass it, in the
// files' order, is refused.
func OpenAll(files []File, o Options, jobs int, done func()) []*Book {
	t := &together{books: make([]*Book, len(files)), weights: make([]int64, len(files)), free: roomBytes}
	t.left = allowance{cells: o.BoundsOrDefault().Together, text: int(o.BoundsOrDefault().AllBytes)}
	t.changed = sync.NewCond(&t.mu)
	next := make(chan int)
	var wait sync.WaitGroup
	for range min(max(jobs, 1), len(files)) {
		wait.Go(func() {
			for i := range next {
				t.settle(i, Open(files[i].Path, files[i].Name, o))
				done()
			}
		})
	}
	for i, f := range files {
		t.admit(i, weigh(f.Path, o.BoundsOrDefault()))
		next <- i
	}
	close(next)
	wait.Wait()
	return t.books
}

// together is what files that are opened side by side share. They are admitted in their order, and give back in their
// order what they took: so all that were admitted come to an end, and what they leave does not depend on who was first.
type together struct {
	mu      sync.Mutex
	changed *sync.Cond
	books   []*Book
	weights []int64
	free    int64 // bytes
	left    allowance
	settled int // the files before this one
}

// admit waits until there is room.
func (t *together) admit(i int, weight int64) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for t.weights[i] = weight; t.free < weight; {
		t.changed.Wait()
	}
	t.free -= weight
}

// settle keeps a book, and settles all whose turn it is.
func (t *together) settle(i int, book *Book) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.books[i] = book
	for ; t.settled < len(t.books) && t.books[t.settled] != nil; t.settled++ {
		t.books[t.settled].within(&t.left)
		t.free += t.weights[t.settled]
	}
	t.changed.Broadcast()
}

// within takes what the book holds from what is left; the book is refused if that is too little.
func (b *Book) within(left *allowance) {
	var held allowance
	for _, s := range b.Sheets {
		for _, row := range s.Rows {
			held.cells += len(row.Cells)
			for _, c := range row.Cells {
				held.text += len(c.Text)
			}
		}
	}
	if held.cells <= left.cells && held.text <= left.text {
		left.cells, left.text = left.cells-held.cells, left.text-held.text
		return
	}
	b.Sheets = nil
	b.Problems = append(b.Problems,
		problem.TooLarge.At(problem.Place{File: b.File}, "it holds %d cells with %d characters, "+
			"more than is left of what is read of all workbooks together", held.cells, held.text).
			Hinted("read fewer workbooks at once, or take out sheets that hold no data"))
}

// weigh is how much memory reading a file may take, as far as can be told from its size and what its archive claims.
func weigh(file string, bounds Bounds) int64 {
	info, err := os.Stat(file) // to open a pipe could take for ever
	switch {
	case err != nil || !info.Mode().IsRegular() || info.Size() > bounds.FileBytes:
		return 0
	case info.Size() > aloneBytes:
		return roomBytes
	}
	f, err := os.Open(file)
	if err != nil {
		return 0
	}
	defer f.Close()
	archive, err := zip.NewReader(f, info.Size())
	if err != nil {
		return min(info.Size()*packedRate, roomBytes)
	}
	var unzipped uint64
	for _, part := range archive.File {
		if path.Ext(part.Name) == ".xml" {
			unzipped += min(part.UncompressedSize64, roomBytes)
		}
	}
	return min(info.Size()+2*int64(min(unzipped, roomBytes)), roomBytes)
}
