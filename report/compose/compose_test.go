package compose_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"plimsoll/report/compose"
	"plimsoll/report/compose/small"
)

// kind is a template file with a head and a body.
func kind(head, body string) fstest.MapFS {
	return fstest.MapFS{"reports/letter.md": {Data: []byte("---\n" + head + "\n---\n" + body)}, "reports/README.md": {Data: []byte("#")}}
}

// TestKindsThatAreNone holds mistakes in the head of a template to their words, with the line of the file.
func TestKindsThatAreNone(t *testing.T) {
	for head, says := range map[string]string{
		"per: factory":         "the head has no title",
		"title: A\nper: month": `reports/letter.md:3: per is "month"`,
		"title: A\nper: factory\norientation: sideways": `:4: orientation is "sideways"`,
		"title: A\nper: factory\npaper: a3":             `:4: paper is "a3"`,
		"title: A\nper: factory\nfolder: ../up":         `:4: folder is "../up"`,
		"title: A\nper: factory\npublic: true":          "a public document is made once for the programme",
		"title: A\nper: factory\ncolour: blue":          "colour",
	} {
		if _, err := compose.LoadKinds(kind(head, "")); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v, not %q", head, err, says)
		}
	}
	if _, err := compose.LoadKinds(fstest.MapFS{"reports/a.md": {Data: []byte("# No head")}}); err == nil {
		t.Error("a file without a head is a kind")
	}
}

// TestTemplates runs templates over data: what is wrong is named with the line of the file.
func TestTemplates(t *testing.T) {
	source := small.Read(t, small.Mills())
	data := struct{ Name compose.Text }{"# Mill | *x*"}
	for body, says := range map[string]string{
		"# {{.Name}}\n":                           "",
		"\n{{.Nobody}}\n":                         "reports/letter.md:6",
		"text\n\n{{word \"no.such\"}}\n":          `no word "no.such"`,
		"a\n\n![x](mark:smile)\n":                 "reports/letter.md:7",
		"{{if .Name}}\n::: nowhere\n:::\n{{end}}": "reports/letter.md:6",
		"{{end}}": "reports/letter.md:5",
	} {
		kinds, err := compose.LoadKinds(kind("title: '{{.Name}}'\nper: programme", body))
		var doc *compose.Document
		if err == nil {
			doc, err = kinds[0].In(small.Words(t, "en")).Document(source, nil, data, nil)
		}
		switch {
		case says == "" && (err != nil || doc.Title != "# Mill | *x* · 2026 Q3"):
			t.Errorf("%q: %v, %+v", body, err, doc)
		case says != "" && (err == nil || !strings.Contains(err.Error(), says)):
			t.Errorf("%q: %v, not %q", body, err, says)
		}
	}
}

// TestRowGoesOn: a row of a table that goes on in the next line is one row, and a mistake after it keeps its line.
func TestRowGoesOn(t *testing.T) {
	body := "::: table\n| a | b |\n|---|---|\n| x {{/**/ -}}\n| y |\n:::\n\n![x](mark:smile)\n"
	kinds, err := compose.LoadKinds(kind("title: A\nper: programme", body))
	if err != nil {
		t.Fatal(err)
	}
	template := kinds[0].In(small.Words(t, "en"))
	_, err = template.Document(small.Read(t, small.Mills()), nil, nil, nil)
	if err == nil || !strings.Contains(err.Error(), "reports/letter.md:12") {
		t.Errorf("%v", err)
	}
}

// TestAreas holds what is said of a factory in an area: status, share, level, limit and change.
func TestAreas(t *testing.T) {
	source := small.Read(t, small.Mills())
	texts := map[string]*compose.FactoryText{}
	for _, f := range source.Data.Factories {
		texts[f.ID] = compose.NewFactoryText(source, small.Words(t, "en"), f)
	}
	for _, c := range []struct{ factory, area, status, share, level, line, change string }{
		{"A", "noise", "beyond", "75", "86.9", "≤\u00a085\u00a0dB(A)", "−2.2\u00a0dB(A)"},
		{"A", "light", "within", "100", "800", "≥\u00a0500\u00a0lx", "+500\u00a0lx"},
		{"B", "noise", "within", "100", "80.0", "≤\u00a085\u00a0dB(A)", "first measurement"},
		{"B", "air", "not-measured", "", "–", "–", ""},
		{"B", "light", "stale", "100", "700", "≥\u00a0500\u00a0lx", "first measurement"},
		{"B", "dorms", "not-applicable", "", "–", "–", ""},
		{"B", "earnings", "within", "100", "not told (under 5 people)", "", "not told (under 5 people)"},
	} {
		text := texts[c.factory]
		st := source.Area(text.F, source.Standard.Area(c.area))
		if st == nil {
			t.Errorf("%s %s: no row", c.factory, c.area)
			continue
		}
		v := text.AreaView(st)
		share, line, change := "", compose.Markup("–"), compose.Markup("")
		if v.HasShare() {
			share = text.Share(st.Last.Within)
		}
		if st.Lead != nil {
			line, change = text.LimitShort(st.Lead), text.Change(st.Lead)
		}
		if v.Mark != c.status || share != c.share || string(text.Level(st.Lead)) != c.level || c.line != "" && string(line) != c.line ||
			string(change) != c.change {
			t.Errorf("%s %s: %q %q %q %q %q", c.factory, c.area, v.Mark, share, text.Level(st.Lead), line, change)
		}
	}
}

// TestItems holds what needs attention, and what improved, to its rank and words.
func TestItems(t *testing.T) {
	source := small.Read(t, small.Mills())
	var said []string
	for _, row := range compose.NewProgramme(source, small.Words(t, "en")).Rows {
		for _, st := range row.Statuses {
			for _, item := range compose.AreaItems(st) {
				said = append(said, row.F.ID+" "+string(row.Attention(item)))
			}
			if compose.HasImproved(st) {
				said = append(said, row.F.ID+" + "+string(row.Improved(st)))
			}
		}
	}
	all := strings.Join(said, "\n")
	for _, want := range []string{"A **Noise** · 20 workers", "A + **Light** · 100", "B **Air** · never measured", "B **Light**"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not said:\n%s", want, all)
		}
	}
	for _, secret := range []string{"5,400,000", "5400000"} {
		if strings.Contains(all, secret) {
			t.Errorf("%q is said", secret)
		}
	}
}

// TestProgramme holds counts over all factories.
func TestProgramme(t *testing.T) {
	source := small.Read(t, small.Mills())
	p := compose.NewProgramme(source, small.Words(t, "en"))
	if n := len(p.Active()); n != 3 || len(p.Audits()) != 2 || len(p.Raised()) != 4 {
		t.Error(n, len(p.Audits()), len(p.Raised()))
	}
	training := p.TrainingOf(nil)
	if training[0].People != 120 || training[0].Hours != 240 || training[1].Sessions != 1 || training[1].Factories != 1 {
		t.Errorf("%+v", training)
	}
	visits := p.VisitSums()
	if len(visits) != 2 || visits[0].Interviewed != 14 || visits[1].Unannounced != 1 {
		t.Errorf("%+v", visits)
	}
	if rows := compose.LimitRows(p.AllLimits()); len(rows) < 8 || rows[0].Jurisdiction == "" {
		t.Errorf("%+v", rows)
	}
	var tally compose.Tally
	for _, f := range p.Raised() {
		tally.Count(f, p.Start(), p.End())
	}
	if tally != (compose.Tally{New: 1, Open: 3, Overdue: 2, Closed: 1, InTime: 1, Repeat: 1}) {
		t.Errorf("%+v", tally)
	}
	for _, row := range p.Rows {
		for _, f := range p.Raised() {
			if f.Factory == row.F && row.FindingState(row.FindingRow(f)) == "" {
				t.Error("a finding without a state")
			}
		}
		if row.F.ID == "A" && (len(row.SafetyLines(row.Safety()[0])) != 4 || len(row.Feedback()) != 1 || len(row.LimitRows()) < 8) {
			t.Error(row.Safety(), row.Feedback(), len(row.LimitRows()))
		}
	}
}
