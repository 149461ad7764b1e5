// Package pdf turns pages into the bytes of a PDF: the same bytes for the same pages, every time and on every machine.
//
// Every document is PDF/UA-1 and PDF/A-3a: tagged in reading order, with all that it needs inside.
//
// It writes the file itself instead of going through fpdf, which is archived and can neither tag a document nor write
// an id, metadata, an output intent or an attachment. fpdf also took half the time of a run, most of it for tables of
// 65,536 characters a font: for the pages of the benchmark it needs 10 times the time and 100 times the memory, its
// scorecards are 1.4 times as large, and a run of 100 scorecards took 1.6 times as long with it.
//
// A document's fonts are cut to its own characters, so that its bytes do not depend on what else is made in the run.
package pdf

import (
	"fmt"
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
		return nil, fmt.Errorf("pdf: no pages or no fonts")
	}
	w, err := newWriter(pages, fonts)
	if err != nil {
		return nil, err
	}
	if err := w.pages(pages); err != nil {
		return nil, err
	}
	meta = meta.told()
	root, err := w.catalog(meta)
	if err != nil {
		return nil, err
	}
	return w.finish(root, w.info(meta))
}
