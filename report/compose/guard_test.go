package compose

import (
	"strings"
	"testing"
	"testing/fstest"
	"text/template"
)

// TestTemplatesPrintValues: no address, no map and no endless text reaches a document, whatever a template says.
func TestTemplatesPrintValues(t *testing.T) {
	type row struct{ Name *string }
	name := "Mill"
	data := map[string]any{"Row": row{&name}, "Rows": []row{{&name}}, "Pointer": &row{}, "Name": name, "Count": 3, "Yes": true,
		"Many": make([]int, 5000), "Long": strings.Repeat("x", 20_000)}
	for text, want := range map[string]string{
		"{{.Name}} {{.Count}} {{.Yes}}":                    "Mill 3 true",
		`{{printf "%05.1f %s" 2.25 .Name}}`:                `002\.2 Mill`,
		"{{with .Name}}{{.}}{{end}}{{$n := .Count}}{{$n}}": "Mill3",
		"{{.Row}}":                                     "a whole compose.row",
		"{{if .Yes}}{{.Pointer}}{{end}}":               "a whole *compose.row",
		"{{range .Rows}}{{.}}{{end}}":                  "a whole compose.row",
		`{{define "a"}}{{.}}{{end}}{{template "a" .}}`: "a whole map[string]interface {}",
		"{{print .Rows}}":                              "a whole []compose.row",
		`{{printf "%p" .Name}}`:                        "no %p",
		`{{printf "%999999999d" .Count}}`:              "no width of more than three digits",
		`{{printf "%*d" 999999999 .Count}}`:            "no *",
		"{{range .Many}}{{$.Long}}{{end}}":             "it prints more than 64 MB",
	} {
		p, err := template.New("x").Funcs(guarded()).Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		guard(p)
		got, err := execute(p, data, nil)
		if err != nil {
			got = err.Error()
		}
		if !strings.Contains(got, want) {
			t.Errorf("%s: %q, and %q is wanted", text, got[:min(len(got), 200)], want)
		}
	}
}

// TestHeadsAreBounded: the head of a report is held to the bounds of every other file of the templates.
func TestHeadsAreBounded(t *testing.T) {
	for head, want := range map[string]string{
		"title: " + strings.Repeat("[", 100_000): "reports/x.md:2: it is nested more than",
		"title: &a x\nper: *a":                   "reports/x.md:3: an alias (*name) stands here",
	} {
		files := fstest.MapFS{"reports/x.md": {Data: []byte("---\n" + head + "\n---\ntext\n")}}
		if _, err := LoadKinds(files); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%.40q: %v, and %q is wanted", head, err, want)
		}
	}
}
