// Package pdf turns pages into the bytes of a PDF: the same bytes for the same pages, every time and on every machine.
package pdf

import (
	"fmt"
	"time"

	"plimsoll/report/layout"
)

// Meta is what a document says about itself.
type Meta struct {
	Title, Author, Subject, Keywords string
	Lang                             string    // BCP 47
	Producer                         string    // the program and its version
	Date                             time.Time // of creation and of change
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
	return w.finish(w.catalog(meta), w.info(meta))
}
