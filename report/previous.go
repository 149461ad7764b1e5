package report

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"

	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
)

// earlierRow is a row of an earlier run's results.csv by column name.
type earlierRow map[string]string

// readPrevious reads an earlier run's results.csv.
func readPrevious(file string) ([]earlierRow, error) {
	if file == "" {
		return nil, nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, usage(fmt.Sprintf("--previous: %v", err), "name the results.csv of an earlier run")
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil || len(rows) == 0 {
		return nil, usage(fmt.Sprintf("--previous %s: it is no results.csv (%v)", file, err), "name the results.csv of an earlier run")
	}
	for _, column := range resultColumns()[:7] {
		if !slices.Contains(rows[0], column) {
			return nil, usage(fmt.Sprintf("--previous %s: it has no column %s", file, column), "name the results.csv of an earlier run")
		}
	}
	var out []earlierRow
	for _, row := range rows[1:] {
		earlier := earlierRow{}
		for i, name := range rows[0] {
			earlier[name] = row[i]
		}
		out = append(out, earlier)
	}
	return out, nil
}

func (e earlierRow) key() string {
	return strings.Join([]string{e["factory_id"], e["period"], e["area"], e["indicator"], e["subject"]}, "\x1f")
}

// restatements compares an earlier run's figures with this one's: every level, share within or status of an earlier
// quarter that is not what it was.
func restatements(earlier []earlierRow, results []*benchmark.Result, period string) []compose.Restatement {
	now := map[string]*benchmark.Result{}
	for _, r := range results {
		row := resultRow(r)
		now[strings.Join(row[:5], "\x1f")] = r
	}
	var out []compose.Restatement
	for _, e := range earlier {
		if e["period"] > period {
			continue
		}
		if r := now[e.key()]; r != nil && !r.Carried {
			out = append(out, changes(e, r)...)
		} else if r == nil && e["n"] != "" {
			out = append(out, compose.Restatement{Factory: e["factory_id"], Period: e["period"], Area: e["area"], Indicator: e["indicator"],
				Subject: e["subject"], What: "row", Old: e["level"], Reason: "gone"})
		}
	}
	return out
}

// changes lists what differs in one row, with what is known of the reason.
func changes(e earlierRow, r *benchmark.Result) []compose.Restatement {
	now := earlierRow{}
	for i, v := range resultRow(r) {
		now[resultColumns()[i]] = v
	}
	if e["status"] == benchmark.Stale || e["measured_on"] != now["measured_on"] && e["n"] == "" {
		return nil
	}
	var out []compose.Restatement
	for _, what := range []string{"level", "within", "status"} {
		if same(e[what], now[what]) {
			continue
		}
		out = append(out, compose.Restatement{Factory: e["factory_id"], Period: e["period"], Area: e["area"], Indicator: e["indicator"], Subject: e["subject"],
			What: what, Old: e[what], New: now[what], Reason: reason(e, now)})
	}
	return out
}

// same compares figures with the tolerance of comparisons, words to the letter.
func same(a, b string) bool {
	x, errA := strconv.ParseFloat(a, 64)
	y, errB := strconv.ParseFloat(b, 64)
	if errA != nil || errB != nil {
		return a == b
	}
	return math.Abs(x-y) <= 1e-9*max(math.Abs(x), math.Abs(y))
}

// reason is the first thing that explains a difference: other readings, another limit, or another computation.
func reason(e, now earlierRow) string {
	switch {
	case e["n"] != now["n"]:
		return "readings"
	case !same(e["limit"], now["limit"]):
		return "limit"
	case e["sources"] != now["sources"]:
		return "sources"
	}
	return "recomputed"
}
