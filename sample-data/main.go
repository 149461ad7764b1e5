// Command sample-data writes the workbooks of an invented footwear programme, as its factories and auditors would send
// them: one for the programme, one a factory, and one of a third party that looked in on three of them.
//
//	go run ./sample-data [DIR]    (DIR is sample-data where none is given)
//
// Every figure is computed from the tables in this folder: no clock and no random source, so the same bytes each time.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	dir := "sample-data"
	if len(os.Args) > 1 {
		dir = os.Args[1]
	}
	if err := run(dir); err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}

func run(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	books := map[string][]sheet{
		"programme.xlsx":           {programmeSheet(), factoriesSheet(), limitsSheet(), pricesSheet()},
		"third-party-2026-Q3.xlsx": thirdPartySheets(),
	}
	for _, f := range factories {
		books[f.id+".xlsx"] = factorySheets(f)
	}
	for name, sheets := range books {
		if err := writeBook(filepath.Join(dir, name), sheets); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// factorySheets is what one factory sends; a sheet without rows (dorms, where there are none) is not in its workbook.
func factorySheets(f factory) []sheet {
	var kept []sheet
	for _, s := range []sheet{
		auditsSheet(f.id), noiseSheet(f), lightSheet(f), airSheet(f), dormsSheet(f), earningsSheet(f),
		findingsSheet(f.id), trainingSheet(f.id), feedbackSheet(f.id), safetySheet(f.id), productionSheet(f.id),
	} {
		if len(s.rows) > 0 {
			kept = append(kept, s)
		}
	}
	return kept
}
