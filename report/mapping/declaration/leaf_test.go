package declaration

import (
	"encoding"
	"fmt"
	"strings"
	"testing"

	"plimsoll/report/internal/yaml"
)

// read reads a text in its form and shows what it came to: the value, or the message and its hint.
func read(into encoding.TextUnmarshaler, shown func() any, text string) string {
	if err := into.UnmarshalText([]byte(text)); err != nil {
		hint := ""
		if f, ok := err.(*yaml.Fault); ok && f.Hint != "" {
			hint = " (" + f.Hint + ")"
		}
		return "fault: " + err.Error() + hint
	}
	return fmt.Sprintf("%+v", shown())
}

// TestLeaves holds each text of a form of its own against what it means.
func TestLeaves(t *testing.T) {
	for _, c := range []struct{ kind, text, want string }{
		{"ref", "B4", "{Sheet: Row:4 Column:2}"},
		{"ref", "$AB$12", "{Sheet: Row:12 Column:28}"},
		{"ref", "Cover page!C3", "{Sheet:Cover page Row:3 Column:3}"},
		{"ref", "a!b!C3", "{Sheet:a!b Row:3 Column:3}"},
		{"ref", "B0", `fault: "B0" is no cell (write it as B4`},
		{"ref", "4B", `fault: "4B" is no cell`},
		{"letter", "c", "3"},
		{"letter", "AB", "28"},
		{"letter", "3", `fault: "3" is no column`},
		{"header", "6", "{None:false First:6 Last:6 Rows:1}"},
		{"header", "5-6", "{None:false First:5 Last:6 Rows:2}"},
		{"header", "5 – 7", "{None:false First:5 Last:7 Rows:3}"},
		{"header", "2 rows", "{None:false First:0 Last:0 Rows:2}"},
		{"header", "none", "{None:true First:0 Last:0 Rows:1}"},
		{"header", "0", `fault: header "0": a header has one row to ten`},
		{"header", "0 rows", `fault: header "0 rows": a header has one row to ten`},
		{"header", "1-20", `fault: header "1-20": a header has one row to ten`},
		{"header", "first", `fault: header "first" has no meaning`},
		{"rows", "7", "{First:7 Last:0}"},
		{"rows", "7-", "{First:7 Last:0}"},
		{"rows", "7-250", "{First:7 Last:250}"},
		{"rows", "0-3", `fault: rows "0-3" ends before it begins`},
		{"rows", "all", `fault: rows "all" has no meaning`},
		{"share", "75 %", "0.75"},
		{"share", "0.5", "0.5"},
		{"share", "1", "1"},
		{"share", "0", `fault: "0" is no share`},
		{"share", "110%", `fault: "110%" is no share`},
		{"count", "1440", "1440"},
		{"count", "0", "fault: values is how many a whole day has"},
		{"steps", "2", "2"},
		{"steps", "0", `fault: "0" is no number of cells (1 is the next cell)`},
		{"title", "Factory: *", "Factory: *"},
		{"title", "2026 *", `fault: the title "2026 *" could be any cell`},
		{"title", "* at *", `fault: the pattern "* at *" does not say which part counts`},
		{"pattern", "", "fault: the pattern is blank"},
		{"text", "F-{row}", "[F- <row>]"},
		{"text", `\{x} {A b}{column C}`, "[{x}  <heading \"A b\"> <heading column C>]"},
		{"text", "{ }", `fault: "{ }" has a { without its name and }`},
		{"delimiter", "\t", "tab"},
		{"delimiter", ";", ";"},
		{"delimiter", ":", `fault: unknown delimiter ":" (one of ,, ;, |, tab)`},
	} {
		if got := leafOf(c.kind, c.text); !strings.HasPrefix(got, c.want) || !strings.HasPrefix(c.want, "fault") &&
			got != c.want {
			t.Errorf("%s %q: %s, want %s", c.kind, c.text, got, c.want)
		}
	}
}

func leafOf(kind, text string) string {
	switch kind {
	case "ref":
		var r Ref
		return read(&r, func() any {
			return struct {
				Sheet       string
				Row, Column int
			}{r.Sheet, r.Row, r.Column}
		}, text)
	case "letter":
		var l letter
		return read(&l, func() any { return l }, text)
	case "header":
		var h Header
		return read(&h, func() any { return h }, text)
	case "rows":
		var r Rows
		return read(&r, func() any { return r }, text)
	case "share":
		var s Share
		return read(&s, func() any { return s }, text)
	case "count":
		var c Count
		return read(&c, func() any { return c }, text)
	case "steps":
		var s steps
		return read(&s, func() any { return s }, text)
	case "title":
		var f titleForm
		return read(&f, func() any { return f.Written }, text)
	case "pattern":
		var p Pattern
		return read(&p, func() any { return p.Written }, text)
	case "delimiter":
		var l delimiter
		return read(&l, func() any { return strings.Replace(string(rune(l)), "\t", "tab", 1) }, text)
	}
	var words Text
	return read(&words, func() any { return partsOf(words) }, text)
}

// partsOf shows a text's words, and its places in angles.
func partsOf(t Text) (out []string) {
	for _, p := range t {
		switch {
		case p.Name != nil:
			out = append(out, "<heading "+p.Name.String()+">")
		case p.Place != "":
			out = append(out, "<"+p.Place+">")
		default:
			out = append(out, p.Words)
		}
	}
	return out
}
