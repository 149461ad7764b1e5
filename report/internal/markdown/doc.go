// Package markdown reads the text of a report into a tree: headings, paragraphs,
// lists, tables, figures and boxes. It knows neither pages nor fonts.
//
// In goes Markdown as a template left it; out comes a Document, or an error that
// begins with the file and the line. Lines that begin with ::: divide the text
// into containers (parse.go); what lies between them is parsed by goldmark
// (goldmark.go) and converted, blocks first (convert.go), then what stands in
// their lines (inline.go). Dump prints the tree:
//
//	doc, err := markdown.Parse("a.md", "# Noise\n\n**84** dB(A)\n")
//	doc.Dump()
//
//	document "Noise"
//	  heading 1: "Noise"
//	  paragraph: "84"+bold " dB(A)"
//
// # The dialect
//
// CommonMark's headings (#), paragraphs, emphasis, lists, links, images, rules
// (---) and GitHub's tables, and nothing else of either: no code, quotations,
// raw HTML, bare addresses or entities, so that figures, formulas and names
// need little escaping. **Strong** is bold and *emphasis* is muted, since there
// is no italic of Chinese. A value that is put into a template goes through
// Escape. To these are added:
//
// Line breaks: <br> anywhere in text, also in a table cell, or a backslash or
// two spaces at the end of a line.
//
// Styled text: [text]{.class .class}, opened and closed on one line.
//
//	.cover            the largest text, on a page of its own
//	.title            larger text next to the report's name
//	.number           a number that a reader remembers
//	.big  .figure     the large figure of a glance; one of many in a matrix
//	.label            small, upper case, letters apart
//	.small  .muted    smaller; greyer
//	.strong           bold
//	.accent .warn     in the accent colour; in the colour of the limit
//	lang=zh-Hans      in another language than the document's, for those who are
//	                  read to; nothing behind lang= says nothing
//	says="not known"  what they are told instead of a sign such as †
//
// Figures: ![what it shows](kind:name?key=value "caption"). Alone in a paragraph
// the image is a figure as wide as its column, in text or in a cell it stands in
// the line. The text in brackets is what a reader who cannot see it is told; it
// is required, and "-" says that the figure is mere decoration. The reference
// may hold width= and height= in millimetres; everything else in it belongs to
// whoever draws.
//
// Containers: a line "::: name arguments", then blocks, then a line ":::", which
// closes the innermost. They begin at the line's start and may hold each other,
// but stand in no list.
//
//	::: band              a tinted head band
//	::: columns 55 45     its children are "col" containers of these relative widths
//	::: col               one column
//	::: grid 2            its children stand in equal cells, row by row
//	::: cell              one cell of a grid
//	::: keep              never broken over pages
//	::: page 60           begins a new page, with a number only where that many percent of
//	                      the one before are full
//	::: space 30          begins so many millimetres further down
//	::: small, ::: note   smaller text; smaller and muted text
//	::: table glance widths=17,9,24
//	                      the one table inside has these classes and relative widths
//
// Table classes: dense (small text, close rows), summary (lower than glance), glance (high rows, centred), items (things of
// two lines each), matrix (as glance, with
// a plain head), plain (no rules, close rows: a name and what belongs to it),
// total (the last row is a sum). A table whose head cells are all empty has no
// head. Every row has as many cells as its head. In a table without a head, and in
// one whose rows all begin with bold text, the first column names the rows, for
// those who are read to.
package markdown
