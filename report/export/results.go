// Package export writes the tables of a run, and reads those of an earlier one. In: results, limits, factories and
// problems, as the rooms below computed them. Out: CSV with a header, as RFC 4180 has it, with line feeds:
//
//	results.csv    every figure behind every document, unrounded (Results); documents carry some of it (Shown)
//	limits.csv     the limits that figures were held against (Limits)
//	gaps.csv       what lies beyond limits, by gravity (Gaps)
//	factories.csv  the fields that Open Supply Hub takes (Factories)
//	problems.csv   every problem with its cell (Problems)
//
// ReadResults gives the rows of an earlier results.csv. Writing to memory does not fail; an error is the writer's.
package export

import (
	"bytes"
	"encoding/csv"
	"io"
	"iter"
	"slices"

	"plimsoll/report/benchmark"
)

// Results writes results.csv.
func Results(to io.Writer, results []*benchmark.Result) error {
	return writeRows(to, benchmark.Columns(), func(yield func(*benchmark.Result, []benchmark.Column) bool) {
		for _, r := range results {
			if !yield(r, nil) {
				return
			}
		}
	})
}

// Shown is some columns of results, each without those that are to stay blank: what a document carries of results.csv.
func Shown(columns []benchmark.Column, results blankable) []byte {
	var out bytes.Buffer
	_ = writeRows(&out, columns, results) // a bytes.Buffer does not fail
	return out.Bytes()
}

// blankable is results, each with the columns that are to stay blank.
type blankable = iter.Seq2[*benchmark.Result, []benchmark.Column]

// writeRows writes a header and a row for each result, blank in the columns that stand with it.
func writeRows(to io.Writer, columns []benchmark.Column, results blankable) error {
	w := csv.NewWriter(to)
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = c.String()
	}
	err := w.Write(row)
	for r, blank := range results {
		for i, c := range columns {
			if row[i] = ""; !slices.Contains(blank, c) {
				row[i] = c.Of(r)
			}
		}
		if err == nil {
			err = w.Write(row)
		}
	}
	w.Flush()
	if err == nil {
		err = w.Error()
	}
	return err
}

// table is a header and rows as CSV.
func table(header []string, rows iter.Seq[[]string]) []byte {
	var out bytes.Buffer
	_ = writeTable(&out, header, rows) // a bytes.Buffer does not fail
	return out.Bytes()
}

// writeTable writes a header and rows as they come.
func writeTable(to io.Writer, header []string, rows iter.Seq[[]string]) error {
	w := csv.NewWriter(to)
	err := w.Write(header)
	for row := range rows {
		if err == nil {
			err = w.Write(row)
		}
	}
	w.Flush()
	if err == nil {
		err = w.Error()
	}
	return err
}
