// Package export writes the tables of a run, and reads those of an earlier one. In: results, limits, factories and
// problems, as the rooms below computed them. Out: CSV with a header, as RFC 4180 has it, with line feeds:
//
//	results.csv    every figure behind every document, unrounded (ResultsHeader, ResultRows); documents carry some (Shown)
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
	"errors"
	"io"
	"iter"
	"slices"

	"plimsoll/report/benchmark"
)

// ResultsHeader is the first line of results.csv.
func ResultsHeader() []byte {
	var out bytes.Buffer
	_ = writeHeader(csv.NewWriter(&out), benchmark.Columns()) // a bytes.Buffer does not fail
	return out.Bytes()
}

// ResultRows are the rows of results in results.csv, which is written factory by factory.
func ResultRows(results []*benchmark.Result) []byte {
	var out bytes.Buffer
	_ = writeRows(csv.NewWriter(&out), benchmark.Columns(), func(yield func(*benchmark.Result, []benchmark.Column) bool) {
		for _, r := range results {
			if !yield(r, nil) {
				return
			}
		}
	})
	return out.Bytes()
}

// Shown is some columns of results, each without those that are to stay blank: what a document carries of results.csv.
func Shown(columns []benchmark.Column, results blankable) []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	_ = writeHeader(w, columns) // a bytes.Buffer does not fail
	_ = writeRows(w, columns, results)
	return out.Bytes()
}

// blankable is results, each with the columns that are to stay blank.
type blankable = iter.Seq2[*benchmark.Result, []benchmark.Column]

func writeHeader(w *csv.Writer, columns []benchmark.Column) error {
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = c.String()
	}
	err := w.Write(row)
	w.Flush()
	return errors.Join(err, w.Error())
}

// writeRows writes a row for each result, blank in the columns that stand with it.
func writeRows(w *csv.Writer, columns []benchmark.Column, results blankable) error {
	row := make([]string, len(columns))
	for r, blank := range results {
		for i, c := range columns {
			if row[i] = ""; !slices.Contains(blank, c) {
				row[i] = c.Of(r)
			}
		}
		if err := w.Write(row); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
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
