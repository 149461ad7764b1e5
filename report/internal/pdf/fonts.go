package pdf

import (
	"bytes"
	"fmt"
	"sync"
	"sync/atomic"

	"plimsoll/report/internal/layout"
	"plimsoll/report/internal/truetype"
)

// FontSet is the fonts of a run, read once, and what else all documents share. It may be shared by goroutines; each
// document has them cut to what it uses.
type FontSet struct {
	faces   map[layout.Face]*truetype.Font
	profile []byte // of the colours, packed
	packers sync.Pool
	cuts    sync.Map     // *cut by face and characters
	kept    atomic.Int64 // of them
}

// NewFontSet reads TrueType fonts.
func NewFontSet(raw map[layout.Face][]byte) (*FontSet, error) {
	set := &FontSet{faces: map[layout.Face]*truetype.Font{}}
	for name, file := range raw {
		read, err := truetype.Parse(file)
		if err != nil {
			return nil, fmt.Errorf("font %s: %w", name, err)
		}
		set.faces[name] = read
	}
	p := set.packer()
	defer set.packers.Put(p)
	set.profile = bytes.Clone(p.pack(srgb()))
	return set, nil
}
