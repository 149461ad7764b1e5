package yaml

import (
	"strings"
	"testing"
	"testing/fstest"
)

type room struct {
	Name  string             `yaml:"name"`
	Area  float64            `yaml:"area"`
	Beds  []map[string]int   `yaml:"beds"`
	Rules map[string]float64 `yaml:"rules"`
	Open  bool               `yaml:"open"`
	Floor int8               `yaml:"floor"`
}

func TestDecode(t *testing.T) {
	for text, want := range map[string]string{
		"name: A\narea: wide":        `x.yaml:2: "wide" stands where a number belongs`,
		"name: [A]":                  "x.yaml:1: ",
		"\n\nopen: perhaps":          `x.yaml:3: "perhaps" stands where true or false belongs`,
		"beds: 3":                    "x.yaml:1: ",
		"beds:\n- {upper: two}":      `x.yaml:2: "two" stands where a number belongs`,
		"area: 1\nare: 2":            `x.yaml:2: the key "are" is not known here`,
		"area: 1\nname: b\narea: 2":  "x.yaml:3: ",
		"floor: 1000":                "x.yaml:1: the number 1000 is too great",
		"name: 'A":                   "x.yaml:1: ",
		"name: A\n  area: 2\n - bad": "x.yaml:",
	} {
		var into room
		file := &File{Name: "x.yaml", Text: []byte(text)}
		err := file.Decode(&into)
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "Go ") {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func TestLocate(t *testing.T) {
	text := "name: A\nbeds:\n- upper: 1\n  lower: 2\n- {upper: 3}\nrules:\n  noise: 1\n"
	file := &File{Name: "x.yaml", Offset: 10, Text: []byte(text)}
	for _, test := range []struct {
		at   []any
		want string
	}{
		{At("name"), "x.yaml:11: bad"},
		{At("beds"), "x.yaml:12: bad"},
		{At("beds", 0), "x.yaml:13: bad"},
		{At("beds", 0, "lower"), "x.yaml:14: bad"},
		{At("beds", 1, "upper"), "x.yaml:15: bad"},
		{At("beds", 1, "lower"), "x.yaml:15: bad"}, // not there: the innermost that is
		{At("beds", 7), "x.yaml:12: bad"},
		{At("rules", "noise"), "x.yaml:17: bad"},
		{nil, "x.yaml:11: bad"},
	} {
		if got := file.Locate(Wrong(test.at, "bad")); got.Error() != test.want {
			t.Errorf("%v: %v, want %s", test.at, got, test.want)
		}
	}
	if err := file.Locate(Below(Below(Wrong(At("upper"), "bad"), 1), "beds")); err.Error() != "x.yaml:15: bad" {
		t.Error(err)
	}
	if file.Locate(nil) != nil || Below(nil, "name") != nil {
		t.Error("no mistake became one")
	}
}

func TestRead(t *testing.T) {
	if _, err := Read(fstest.MapFS{}, "x.yaml"); err == nil || err.Error() != "x.yaml: there is no such file" {
		t.Error(err)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add("name: A\nbeds:\n- {upper: 1}\n")
	f.Add("a: &b [*b]")
	f.Add("rules: {? x : 1}")
	f.Fuzz(func(t *testing.T, text string) {
		var into room
		file := &File{Name: "x.yaml", Text: []byte(text)}
		if err := file.Decode(&into); err != nil && !strings.HasPrefix(err.Error(), "x.yaml") {
			t.Error(err)
		}
		_ = file.Locate(Wrong(At("beds", 0, "upper"), "bad")) // must not panic
	})
}
