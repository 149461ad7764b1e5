// Command sample-data writes the workbooks of an invented footwear programme, as its factories and auditors would send
// them: one for the programme, one a factory, and one of a third party that looked in on three of them.
//
//	go run ./sample-data [DIR]    (DIR is sample-data where none is given)
//
// What happened where stands in the folder tables, one file a factory: where each figure stood in the first quarter, where it
// stands in the last one, and how far it had come in between. The program fills in the quarters: no clock and no random source,
// so the same bytes each time.
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
	p, err := readTables()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	books := map[string][]sheet{
		"programme.xlsx":           {p.settingsSheet(), p.factoriesSheet(), p.limitsSheet(), p.pricesSheet()},
		"third-party-2026-Q3.xlsx": p.thirdPartySheets(),
	}
	for _, f := range p.factories {
		books[f.ID+".xlsx"] = p.factorySheets(f)
	}
	for name, sheets := range books {
		if err := writeBook(filepath.Join(dir, name), sheets); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// factorySheets is what one factory sends; a sheet without rows (dorms, where there are none) is not in its workbook.
func (p *programme) factorySheets(f *factory) []sheet {
	var kept []sheet
	for _, s := range []sheet{
		p.auditsSheet(f), p.noiseSheet(f), p.lightSheet(f), p.airSheet(f), p.dormsSheet(f), p.earningsSheet(f),
		p.checklistSheet(f, "Living conditions"), p.checklistSheet(f, "Equipment safety"),
		p.findingsSheet(f), p.trainingSheet(f), p.feedbackSheet(f), p.safetySheet(f), p.productionSheet(f),
	} {
		if len(s.rows) > 0 {
			kept = append(kept, s)
		}
	}
	return kept
}

// sheet is a sheet with its columns, and no rows yet.
func (p *programme) sheet(name string) sheet { return sheet{name: name, columns: p.columns[name]} }
