package yaml

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// letter is a text with a form of its own.
type letter rune

func (l *letter) UnmarshalText(text []byte) error {
	if len(text) != 1 {
		return Faulty("write one", "%q is no letter", text)
	}
	*l = letter(text[0])
	return nil
}

type bed struct {
	Line  `called:"a bed"`
	Width string `yaml:"width"`
}

type shared struct {
	Note Text `yaml:"note"`
}

type dormitory struct {
	Line    `called:"a dormitory"`
	Name    string          `yaml:"name"`
	Letter  letter          `yaml:"letter"`
	Doors   []letter        `yaml:"doors"`
	Open    bool            `yaml:"open"`
	Beds    []*bed          `yaml:"beds,list"`
	Spare   *bed            `yaml:"spare"`
	Persons Pairs[[]string] `yaml:"persons"`
	shared
}

// TestDecoderFaults holds each fault to its line: all of them at once, in the order of the file.
func TestDecoderFaults(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing wrong", "name: A\nletter: b\nopen: yes\nbeds:\n- width: 1\nspare: {width: 2}\nnote: x", ""},
		{"a key that is not known", "nmae: A",
			`1 a dormitory has no key "nmae" (nmae of [beds doors letter name note open persons spare])`},
		{"two of them", "b: A\na: B", `1 a dormitory has no key "b"; 2 a dormitory has no key "a"`},
		{"a key of a struct in a list", "beds:\n- width: 1\n  wdth: 2", `3 a bed has no key "wdth" (wdth of [width])`},
		{"no list", "beds: x", `1 a list of beds was expected here`},
		{"an empty list", "name: a\nbeds: []", `2 a list of beds was expected here`},
		{"a list where a text belongs", "name: [a]", "1 a text was expected here"},
		{"a text where a table belongs", "spare: x", "1 a bed was expected here"},
		{"a text where pairs belong", "persons: x", "1 a table was expected here"},
		{"a text that has no meaning", "letter: bc", `1 "bc" is no letter (write one)`},
		{"one of a list", "doors:\n- a\n- bb", `3 "bb" is no letter`},
		{"neither yes nor no", "open: perhaps", `1 "perhaps" is neither yes nor no`},
		{"still blank", "letter: ???\nname: ???", "1 ??? is still to be filled in; 2 ??? is still to be filled in"},
		{"a blank key", "???: x", "1 ??? is still to be filled in"},
		{"what stands beside a blank is not judged", "spare: {width: ???, wdth: 1}", "1 ??? is still to be filled in"},
	} {
		root, fault := Parse([]byte(c.text))
		if fault != nil {
			t.Fatalf("%s: %v", c.name, fault)
		}
		d := Decoder{Blank: "???", Suggest: func(w string, known []string) string { return fmt.Sprint(w, " of ", known) }}
		d.Decode(root, &dormitory{})
		var got []string
		for _, f := range d.Faults {
			got = append(got, strings.TrimSuffix(fmt.Sprintf("%d %s (%s)", f.Line, f.Message, f.Hint), " ()"))
		}
		ok := len(got) == 0 && c.want == ""
		if want := strings.Split(c.want, "; "); c.want != "" && len(want) == len(got) {
			ok = true
			for i := range want {
				ok = ok && strings.HasPrefix(got[i], want[i])
			}
		}
		if !ok {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestDecoderFills holds what each kind of field takes.
func TestDecoderFills(t *testing.T) {
	text := "\nname: A\ndoors: x\nopen: Yes\nbeds:\n- width: 90\n- {width: 80}\n" +
		"persons:\n  b: [x, y]\n  a: z\nnote: |\n  two\n  lines\n"
	root, fault := Parse([]byte(strings.ReplaceAll(text, "\n", "\r\n")))
	if fault != nil {
		t.Fatal(fault)
	}
	var d Decoder
	var got dormitory
	d.Decode(root, &got)
	want := dormitory{Line: 2, Name: "A", Doors: []letter{'x'}, Open: true, Beds: []*bed{{6, "90"}, {7, "80"}},
		Persons: Pairs[[]string]{{Text{9, "b"}, []string{"x", "y"}}, {Text{10, "a"}, []string{"z"}}},
		shared:  shared{Text{11, "two\nlines"}}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(dormitory{})); diff != "" || len(d.Faults) > 0 {
		t.Errorf("%v (-want +got):\n%s", d.Faults, diff)
	}
}

// TestParseFaults holds that what has no place in a declaration is a fault at its line.
func TestParseFaults(t *testing.T) {
	for text, want := range map[string]string{
		"a: [":            "1 sequence end token ']' not found",
		"a: 1\nb: *c":     "2 a mapping has no use for alias",
		"a: &b x":         "1 a mapping has no use for anchor",
		"a: 1\n---\nb: 2": "3 a second document begins",
		strings.Repeat("[", 50) + "x" + strings.Repeat("]", 50): "1 it is nested too deeply",
		strings.Repeat("x", mostBytes+1):                        "1 it has 256 KB, and at most 256 are read",
	} {
		_, fault := Parse([]byte(text))
		if fault == nil || !strings.HasPrefix(fmt.Sprint(fault.Line, " ", fault.Message), want) {
			t.Errorf("%.40q: %+v, want %s", text, fault, want)
		}
	}
	if root, fault := Parse(nil); fault != nil || root.Kind != Nothing {
		t.Error(root, fault)
	}
}
