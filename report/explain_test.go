package report

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/explain"
	"plimsoll/report/workbook"
	"plimsoll/templates"
)

// explained is the explanation as text.
func explained(t *testing.T, o Options, asked Asked) string {
	t.Helper()
	e, err := Explain(t.Context(), o, asked, templates.Files, nil)
	if err != nil {
		t.Fatal(err)
	}
	return textOf(t, e)
}

// textOf is an explanation as text, none of whose lines is too long.
func textOf(t *testing.T, e *explain.Explanation) string {
	t.Helper()
	for line := range strings.Lines(e.Text()) {
		if n := len([]rune(strings.TrimRight(line, "\n"))); n > 100 {
			t.Errorf("a line of %d characters: %s", n, line)
		}
	}
	return e.Text()
}

// TestGoldenExplanations holds the text for every shape of area, a stale one, one never measured, and pay by the hour.
func TestGoldenExplanations(t *testing.T) {
	t.Parallel()
	var all strings.Builder
	p, fresh := opened(t, options(t, "../sample-data"))
	for _, asked := range []Asked{
		{"CN-01", "noise", "exposure", ""}, {"CN-01", "air", "concentration", "toluene"}, {"CN-01", "air", "mixture", ""}, {"CN-01", "air", "all", ""},
		{"CN-01", "light", "illuminance", "stitching"}, {"CN-01", "dorms", "space", ""}, {"CN-01", "dorms", "toilets", ""}, {"CN-01", "dorms", "all", ""},
		{"CN-01", "earnings", "minimum", ""}, {"CN-01", "earnings", "hours", ""}, {"US-01", "air", "concentration", "toluene"},
		{"US-01", "earnings", "minimum", ""}, {"CN-03", "noise", "", ""}, {"GB-01", "dorms", "", ""},
	} {
		all.WriteString("$ plimsoll explain " + asked.Factory + " " + asked.Area + " " + asked.Indicator + " " + asked.Subject + "\n")
		area, err := asked.area(p.standard)
		if err != nil {
			t.Fatal(err)
		}
		e, err := p.explain(t.Context(), fresh(audit.Keep{Factory: asked.Factory, Area: area}), asked, area)
		if err != nil {
			t.Fatal(err)
		}
		all.WriteString(textOf(t, e) + "\n")
	}
	golden(t, "explain.txt", all.String())
}

// opened opens workbooks once, and lets each explanation collect what it needs of them.
func opened(t *testing.T, o Options) (*plan, func(audit.Keep) *received) {
	t.Helper()
	p, err := newPlan(o, templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	sent, err := p.find()
	if err != nil {
		t.Fatal(err)
	}
	var books []*workbook.Book
	err = workbook.Each(t.Context(), sent.files, sent.reading, 1, func(_ int, b *workbook.Book) { p.mappings.Apply(b) },
		func(_ int, b *workbook.Book) error { books = append(books, b); return nil })
	if err != nil {
		t.Fatal(err)
	}
	return p, func(keep audit.Keep) *received {
		fresh := &received{collector: audit.NewCollector(p.standard, keep)}
		for _, b := range books {
			fresh.collector.Take(b)
		}
		return fresh
	}
}

// computed is the way of a run from the workbooks to its figures.
func computed(t *testing.T, p *plan, s *received) *figures {
	t.Helper()
	f, err := p.compute(t.Context(), s, nil)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestExplanationsAgree holds, for every factory and area of the sample, the explanation against results.csv: the same
// figures, the share within of the units listed, the same rows.
func TestExplanationsAgree(t *testing.T) {
	t.Parallel()
	p, fresh := opened(t, options(t, "../sample-data"))
	whole := computed(t, p, fresh(audit.Keep{}))
	explainedRows := 0
	for _, f := range whole.Data.Factories {
		for _, area := range p.standard.Areas {
			e, err := p.explain(t.Context(), fresh(audit.Keep{Factory: f.ID, Area: area}), Asked{Factory: f.ID, Area: area.ID}, area)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range whole.of(f) {
				if r.Factory.ID != f.ID || r.Area != area {
					continue
				}
				if r.Period.String() == e.Measured && !r.Carried {
					explainedRows++
					agrees(t, e, r)
				} else if r.Carried || r.Status == benchmark.NotMeasured {
					sameRow(t, e, e.Carried, r)
				}
			}
		}
	}
	if explainedRows < 100 {
		t.Errorf("only %d rows of the sample were explained", explainedRows)
	}
}

// agrees finds the explanation of a row through the JSON, as another program would.
func agrees(t *testing.T, e *explain.Explanation, r *benchmark.Result) {
	t.Helper()
	i := slices.IndexFunc(e.Results, func(x explain.Result) bool { return x.Row.Indicator == r.IndicatorID() && x.Row.Subject == r.Subject })
	if i < 0 {
		t.Fatalf("%s %s %s %s is not explained", e.Factory.ID, e.Area, r.IndicatorID(), r.Subject)
	}
	x := &e.Results[i]
	sameRow(t, e, &x.Row, r)
	within, judged, rows := 0.0, 0.0, slices.Clone(x.OtherRows)
	for _, u := range x.Units {
		switch u.State {
		case benchmark.Within:
			within, judged = within+float64(u.Weight), judged+float64(u.Weight)
		case benchmark.Beyond:
			judged += float64(u.Weight)
		}
		for _, read := range u.Readings {
			rows = append(rows, read.Place)
			if len(read.Cells) == 0 {
				t.Errorf("%s: the reading has no cells", read.Place)
			}
		}
		if r.Indicator == nil && u.Hindrance == "" && u.State != strongest(u.JudgedBy) {
			t.Errorf("%s %s %s: %s, but it is judged by %v", e.Factory.ID, e.Area, u.Name, u.State, u.JudgedBy)
		}
	}
	if share := within / judged; math.Abs(share-r.Within) > 1e-12 || (judged > 0) == math.IsNaN(r.Within) {
		t.Errorf("%s %s %s: the units give %v, the row %v", e.Factory.ID, e.Area, r.IndicatorID(), share, r.Within)
	}
	sources := slices.Clone(x.Row.Sources)
	slices.Sort(rows)
	slices.Sort(sources)
	if rows = slices.Compact(rows); !slices.Equal(rows, sources) {
		t.Errorf("%s %s %s: rows %v, sources %v", e.Factory.ID, e.Area, r.IndicatorID(), rows, sources)
	}
}

// strongest is the state of a place by what is judged there.
func strongest(parts []explain.Contribution) string {
	order := []string{benchmark.NoLimit, benchmark.Within, benchmark.NotJudged, benchmark.Beyond}
	most := 0
	for _, p := range parts {
		most = max(most, slices.Index(order, p.State))
	}
	return order[most]
}

// sameRow compares the row of the JSON with that of results.csv, column by column.
func sameRow(t *testing.T, e *explain.Explanation, row *explain.Row, r *benchmark.Result) {
	t.Helper()
	var fields map[string]any
	text, err := json.Marshal(row)
	decoder := json.NewDecoder(strings.NewReader(string(text)))
	decoder.UseNumber()
	if err != nil || decoder.Decode(&fields) != nil {
		t.Fatalf("%s: %v", text, err)
	}
	for _, column := range benchmark.Columns() {
		want, got := column.Of(r), ""
		switch v := fields[column.String()].(type) {
		case string:
			got = v
		case json.Number:
			got = v.String()
		}
		switch column {
		case benchmark.ColumnFactory:
			got = e.Factory.ID
		case benchmark.ColumnArea:
			got = e.Area
		case benchmark.ColumnSources:
			continue // rows one by one; agrees compares them
		}
		if got != want {
			t.Errorf("%s %s %s %s: %s is %q, results.csv has %q", e.Factory.ID, e.Area, r.IndicatorID(), r.Subject, column, got, want)
		}
	}
}
