package export

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"

	"plimsoll/report/benchmark"
)

// neededColumns are those that an earlier results.csv must have: what a row is about, and its level.
const neededColumns = int(benchmark.ColumnLevel) + 1

// ReadResults reads the rows of a results.csv that an earlier run wrote, perhaps of another version: columns may be
// missing after the first, stand in another order, or be unknown. A spreadsheet may have put a mark of UTF-8 before it.
func ReadResults(data []byte) ([]benchmark.Earlier, error) {
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("it is no results.csv (%w)", err)
	}
	if len(rows) == 0 {
		return nil, errors.New("it is no results.csv (it is empty)")
	}
	at := map[benchmark.Column]int{}
	for _, c := range benchmark.Columns() {
		if i := slices.Index(rows[0], c.String()); i >= 0 {
			at[c] = i
		} else if int(c) < neededColumns {
			return nil, fmt.Errorf("it has no column %s", c)
		}
	}
	var out []benchmark.Earlier
	for _, row := range rows[1:] {
		earlier := benchmark.Earlier{}
		for c, i := range at {
			earlier[c] = row[i]
		}
		out = append(out, earlier)
	}
	return out, nil
}
