// Package pdf turns pages into the bytes of a PDF: the same bytes for the same pages, every time and on every machine.
//
// Every document is PDF/UA-1 and PDF/A-3a: tagged in reading order, with all that it needs inside.
//
// It goes in three steps, and all that a page shows is drawn by fpdf (github.com/go-pdf/fpdf):
//
//	draw    every text, line, shape, picture, link and bookmark is a call of fpdf's, and so are the title and its like
//	take    fpdf's file is taken apart into its objects, by its own table of where they stand
//	finish  the objects get what fpdf cannot write, and are packed
//
// Ours is what fpdf v0.9.0, its last version, has no call for: the structure in reading order with the way back to it
// from each mark and link; language, output intent and the reference to the metadata; attachments (its own lack kind
// and relation, and shift the numbers that its bookmarks point at); how many bookmarks are open; dates with a zone; an
// id; and the packing of the many small objects of a structure, which are a tenth as large so.
//
// Fonts are ours in part. AddUTF8FontFromBytes makes tables of 65,536 characters a font: a scorecard took 10 times as
// long with it, and 100 times the memory. So a font is cut to the characters of its document (truetype), and given to
// fpdf by AddFontFromBytes, with a definition. What fpdf then draws as text are the numbers of glyphs, two bytes each,
// and the finisher makes a composite font of the simple one that fpdf has written. A document's bytes do not depend on
// what else is made in the run, though cuts are kept for others that use the same characters.
//
// Held against the writer of our own that stood here before: pages, text, structure and attachments of 115 documents
// are the same, files are 1.3 % larger, and a run of a hundred scorecards takes as much processor time (0.97 to 1.03
// of it, in turn), with the packing by another package and the kept cuts.
//
// What to mind of fpdf is said where it is called; its line numbers are those of fpdf.go.
package pdf

import (
	"errors"
	"time"

	"plimsoll/report/internal/layout"
)

// Meta is what a document says about itself.
type Meta struct {
	Title, Author, Subject, Keywords string
	Lang                             string    // BCP 47
	Producer                         string    // the program and its version
	Date                             time.Time // of creation and of change
	Attachments                      []Attachment
}

// Write makes the document. Every face and rune the pages use must be in the fonts.
func Write(pages []layout.Page, meta Meta, fonts *FontSet) ([]byte, error) {
	if len(pages) == 0 || fonts == nil {
		return nil, errors.New("pdf: no pages or no fonts")
	}
	meta = meta.told()
	d, err := draw(pages, meta, fonts)
	if err != nil {
		return nil, err
	}
	made, err := d.output()
	if err != nil {
		return nil, err
	}
	objects, err := take(made)
	if err != nil {
		return nil, err
	}
	return finish(objects, d, meta, fonts)
}
