package yaml

import (
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
)

// layered is a folder in front of another, as package templates makes them.
type layered struct {
	fstest.MapFS
	behind fstest.MapFS
}

func (l layered) Behind() fs.FS { return l.behind }

func over(front, behind string) fs.FS {
	return layered{fstest.MapFS{"x.yaml": {Data: []byte(front)}}, fstest.MapFS{"x.yaml": {Data: []byte(behind)}}}
}

const builtIn = "colors:\n  ink: black\n  warm: red\nlist:\n- {id: a, name: first, aliases: [x, y]}\n- {id: b, name: second}\n" +
	"lengths: [1, 2]\nsizes:\n- {size: 3}\n- {size: 4}\n"

type entry struct {
	ID      string   `yaml:"id"`
	Name    string   `yaml:"name"`
	Aliases []string `yaml:"aliases"`
}

type settings struct {
	Colors  map[string]string `yaml:"colors"`
	List    []entry           `yaml:"list"`
	Lengths []string          `yaml:"lengths"`
	Sizes   []map[string]int  `yaml:"sizes"`
}

// TestReadOver: two lines change what they say, and nothing else.
func TestReadOver(t *testing.T) {
	var plain settings
	mustDecode(t, over(builtIn, builtIn), &plain)
	for front, change := range map[string]func(s *settings){
		"":                                 func(*settings) {},
		"# nothing but a comment\n":        func(*settings) {},
		"colors:\n  ink: blue\n":           func(s *settings) { s.Colors["ink"] = "blue" },
		"colors: {cold: grey}\n":           func(s *settings) { s.Colors["cold"] = "grey" },
		"list:\n- {id: c, name: z}":        func(s *settings) { s.List = append(s.List, entry{ID: "c", Name: "z"}) },
		"list:\n- {id: b, name: B}":        func(s *settings) { s.List[1].Name = "B" },
		"list: [{id: a, aliases: [z, x]}]": func(s *settings) { s.List[0].Aliases = []string{"z", "x", "y"} },
		"lengths: [3]\n":                   func(s *settings) { s.Lengths = []string{"3", "1", "2"} },
		"sizes:\n- {size: 9}\n":            func(s *settings) { s.Sizes = []map[string]int{{"size": 9}} },
	} {
		var got, want settings
		mustDecode(t, over(front, builtIn), &got)
		mustDecode(t, over(builtIn, builtIn), &want)
		if change(&want); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v, not %+v", front, got, want)
		}
	}
}

func mustDecode(t *testing.T, folder fs.FS, into *settings) {
	t.Helper()
	file, err := ReadOver(folder, "x.yaml")
	if err == nil {
		err = file.Decode(into)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestMistakesOfOwnFiles have the line of the file that they stand in.
func TestMistakesOfOwnFiles(t *testing.T) {
	for front, want := range map[string]string{
		"colors:\n  ink: [blue]\n":           "x.yaml:2: ",
		"\ncolours: {}\n":                    `x.yaml:2: the key "colours" is not known here`,
		"list:\n- {id: a}\n- {id: b, nam: }": "x.yaml:3: ",
		"colors: {ink: 'blue":                "x.yaml:1: ",
	} {
		file, err := ReadOver(over(front, builtIn), "x.yaml")
		if err == nil {
			err = file.Decode(&settings{})
		}
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, not %s", front, err, want)
		}
	}
	file, err := ReadOver(over("# own\n\ncolors:\n  ink: blue\nlist:\n- {id: b, name: z}\n- {id: c}\n", builtIn), "x.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for want, at := range map[string][]any{
		"x.yaml:3: bad":            At("colors"),
		"x.yaml:4: bad":            At("colors", "ink"),
		"x.yaml (built in):3: bad": At("colors", "warm"),
		"x.yaml:6: bad":            At("list", 1, "name"),
		"x.yaml:7: bad":            At("list", 2),
		"x.yaml (built in):5: bad": At("list", 0),
	} {
		if got := file.Locate(Wrong(at, "bad")); got.Error() != want {
			t.Errorf("%v: %v, not %s", at, got, want)
		}
	}
}

// TestLayers keeps what each file says itself.
func TestLayers(t *testing.T) {
	own := "colors: {ink: blue}\n"
	file, err := ReadOver(over(own, builtIn), "x.yaml")
	if err != nil {
		t.Fatal(err)
	}
	layers := file.Layers()
	var first, second settings
	if len(layers) != 2 || layers[0].Decode(&first) != nil || layers[1].Decode(&second) != nil ||
		first.Colors["ink"] != "black" || len(second.Colors) != 1 || second.Colors["ink"] != "blue" {
		t.Errorf("%+v %+v", first, second)
	}
	alone, err := ReadOver(fstest.MapFS{"x.yaml": {Data: []byte(own)}}, "x.yaml")
	if err != nil || len(alone.Layers()) != 1 {
		t.Error(err)
	}
}
