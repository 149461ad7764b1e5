package report

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"strconv"
	"strings"

	"plimsoll/report/problem"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// resultColumns is the header of results.csv.
func resultColumns() []string {
	return strings.Fields("factory_id period area indicator subject unit level qualifier n weight limit limit_kind limit_source within worst worst_place " +
		"status measured_on baseline_period baseline_level change verdict gap_closed trend_per_year peers_n peers_median sources")
}

// csvLine is a row of a CSV file.
func csvLine(cells []string) []byte {
	return csvLines(1, func(int) []string { return cells })[0]
}

// csvLines are n rows of a CSV file.
func csvLines(n int, row func(i int) []string) [][]byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	ends := make([]int, n)
	for i := range n {
		_ = w.Write(row(i)) // a bytes.Buffer does not fail
		w.Flush()
		ends[i] = out.Len()
	}
	rows, from := make([][]byte, n), 0
	for i, end := range ends {
		rows[i], from = out.Bytes()[from:end], end
	}
	return rows
}

// lines are the rows of results.csv, each written once: the file and the documents carry them.
type lines map[*benchmark.Result][]byte

func linesOf(results []*benchmark.Result, workers int) lines {
	rows := make([][]byte, len(results))
	const together = 500
	inParallel((len(results)+together-1)/together, workers, func(n int) {
		part := results[n*together : min((n+1)*together, len(results))]
		copy(rows[n*together:], csvLines(len(part), func(i int) []string { return resultRow(part[i]) }))
	})
	out := make(lines, len(results))
	for i, r := range results {
		out[r] = rows[i]
	}
	return out
}

// resultsCSV holds every figure, unrounded.
func (l lines) resultsCSV(results []*benchmark.Result) []byte {
	out := csvLine(resultColumns())
	for _, r := range results {
		out = append(out, l[r]...)
	}
	return out
}

func resultRow(r *benchmark.Result) []string {
	below, n, peers, baseline := "", "", "", ""
	if r.Below {
		below = "<"
	}
	if r.Status != benchmark.NotMeasured {
		n = strconv.Itoa(r.N)
	}
	if r.HasPeers {
		peers = strconv.Itoa(r.PeersN)
	}
	if r.HasBaseline {
		baseline = r.BaselinePeriod.String()
	}
	limit := &standard.Limit{}
	if r.Limit != nil {
		limit = r.Limit
	}
	return []string{r.Factory.ID, r.Period.String(), r.Area.ID, r.IndicatorID(), r.Subject, r.Unit, figure(r.Level), below, n, figure(r.Weight),
		figure(r.LimitValue), limit.Kind, limit.Source, figure(r.Within), figure(r.Worst), r.WorstPlace, r.Status, r.Measured.String(),
		baseline, figure(r.BaselineLevel), figure(r.Change), r.Verdict, figure(r.GapClosed), figure(r.Trend), peers, figure(r.PeersMedian),
		sourcesText(r.Sources)}
}

// figure is a number in the shortest form that reads back the same, blank where there is none.
func figure(v float64) string {
	switch {
	case math.IsNaN(v):
		return ""
	case v == 0:
		return "0"
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// sourcesText names rows as file!Sheet!5-8,12, joined by semicolons.
func sourcesText(rows []audit.Source) string {
	var b strings.Builder
	for i := 0; i < len(rows); {
		last := i
		for last+1 < len(rows) && follows(rows[last], rows[last+1]) {
			last++
		}
		switch {
		case i > 0 && rows[i-1].File == rows[i].File && rows[i-1].Sheet == rows[i].Sheet:
			b.WriteByte(',')
		case i > 0:
			b.WriteString("; ")
			fallthrough
		default:
			fmt.Fprintf(&b, "%s!%s!", rows[i].File, rows[i].Sheet)
		}
		if rows[i].Span != "" {
			b.WriteString(rows[i].Span)
		} else {
			fmt.Fprint(&b, rows[i].Row)
		}
		if last > i && rows[last].Row > rows[i].Row {
			fmt.Fprintf(&b, "-%d", rows[last].Row)
		}
		i = last + 1
	}
	return b.String()
}

// follows says whether a row is named together with the one before it: it is the next, or the same again, as a row or a day
// with several columns makes several readings.
func follows(before, row audit.Source) bool {
	if row.File != before.File || row.Sheet != before.Sheet || row.Span != before.Span {
		return false
	}
	return row.Row == before.Row || row.Span == "" && row.Row == before.Row+1
}

// problemsCSV writes every problem of a run.
func problemsCSV(problems []problem.Problem) []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	_ = w.Write([]string{"severity", "code", "file", "sheet", "cell", "message", "hint"})
	for _, p := range problems {
		_ = w.Write([]string{p.Severity.String(), p.Code, p.File, p.Sheet, p.Cell(), p.Message, p.Hint})
	}
	w.Flush()
	return out.Bytes()
}
