package workbook

import (
	"archive/zip"
	"context"
	"os"
	"path"

	"golang.org/x/sync/semaphore"

	"plimsoll/report/internal/pool"
)

// What Each takes of the machine's memory for files that it is reading, in bytes.
const (
	roomBytes  = 400 << 20
	aloneBytes = 8 << 20 // a larger file is not looked into beforehand and is read alone
	packedRate = 200     // a text, or a workbook that is locked, may take so many times its size
)

// Each opens files, jobs of them at once at most, and hands their books on: to beside, several at once, and then to take,
// one after the other in the files' order. A book that was taken is forgotten, so that only those are in memory that are
// being read; large files wait for each other, so that all of them take no more memory than one.
func Each(ctx context.Context, files []File, o Options, jobs int, beside func(i int, b *Book),
	take func(i int, b *Book) error) error {
	room, weights := semaphore.NewWeighted(roomBytes), make([]int64, len(files))
	return pool.Line[*Book]{
		Begin: func(ctx context.Context, i int) error {
			weights[i] = weigh(files[i].Path, o.BoundsOrDefault())
			return room.Acquire(ctx, weights[i])
		},
		Work: func(i int) *Book {
			book := Open(files[i].Path, files[i].Name, o)
			beside(i, book)
			return book
		},
		Take: func(i int, b *Book) error {
			defer room.Release(weights[i])
			return take(i, b)
		},
	}.Run(ctx, len(files), jobs)
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
