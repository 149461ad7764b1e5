// Package report is the whole way from workbooks to documents. Run goes it from end to end, and reads as the steps
// follow here; each step is a room of its own, which knows only what stands before it.
//
//  1. plan: what was asked for is checked, flag by flag, and the templates are parsed (package standard, mapping,
//     language and compose). Nothing was read yet; a mistake so far is one of usage, and costs nobody a minute.
//  2. read: the files at the paths become tables of raw cells (workbook), and those of somebody else's layout the
//     tables of the audit workbook (mapping). A file that cannot be read is a problem among others (problem), and stops
//     none.
//  3. compute: rows become factories, readings and findings, or problems with their place (audit); those become
//     figures: levels, shares within the line, changes, trends, peers (benchmark). What may be said of them is decided
//     once (told).
//  4. stage: a folder beside the period's is opened, under a lock (output).
//  5. render: each document is composed (compose), laid out on pages (internal/layout) and encoded (internal/pdf), with
//     the figures behind it inside; then it is staged and forgotten. Several are made at once, in any order: the bytes
//     are the same.
//  6. export: the tables are staged: results.csv, problems.csv, factories.csv (export).
//  7. commit: the manifest names what took part and what came of it, and the new edition takes the place of the one
//     before, in one step (output). Whatever went wrong before this line left everything as it was.
//
// Check goes the way to step 3 and lists the problems; it can mark them in copies of the workbooks (annotate). Explain
// goes there too and shows the arithmetic of one area (explain). Verify looks back: it holds a finished folder against
// its manifest and results.csv. Init writes what a programme begins with (blank), and ProposeMapping a first mapping of
// strange workbooks.
//
// To follow one reading of noise: audit reads its row (reading.go), benchmark makes an exposure of it (exposure.go),
// told says whether it may be told, and a template of templates/reports prints it.
package report
