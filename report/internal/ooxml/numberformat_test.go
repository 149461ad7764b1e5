package ooxml

import (
	"strings"
	"testing"
)

func TestFormats(t *testing.T) {
	for _, list := range []struct {
		codes []string
		want  Format
	}{
		{[]string{"[h]:mm", "[hh]:mm:ss", "[mm]:ss", "[ss]", `[h]"h" mm`, "[H]:MM;@", "[h]:mm;[Red]-[h]:mm",
			`0;[h]:mm`}, Duration},
		{[]string{"h:mm", "mm:ss.0", "yyyy-mm-dd", "d [h]:mm", "[h]:mm d", "[$-804]aaaa", "ggge", `[Red]h:mm`}, Moment},
		{[]string{"", "General", "0.0", `"[h]:mm" 0`, `\h0`, "[Red]0", "[hm", "[]", `0"unclosed h`, "[>=24]0"}, Plain},
	} {
		for _, code := range list.codes {
			if got := formatOf(code); got != list.want {
				t.Errorf("%s: %d, want %d", code, got, list.want)
			}
		}
	}
}

func TestBuiltInFormats(t *testing.T) {
	for id, want := range map[int]Format{0: Plain, 9: Plain, 13: Plain, 14: Moment, 20: Moment, 22: Moment, 23: Plain,
		27: Moment,
		36: Moment, 37: Plain, 45: Moment, 46: Duration, 47: Moment, 48: Plain, 49: Plain, 50: Moment, 58: Moment,
		59: Plain, -1: Plain} {
		if got := builtIn(id); got != want {
			t.Errorf("%d: %d, want %d", id, got, want)
		}
	}
}

// FuzzFormat holds that quotes, brackets and escapes hide letters, whatever stands in them.
func FuzzFormat(f *testing.F) {
	for _, code := range []string{"yyyy-mm-dd", `0.0" dB"`, `[$-804]aaaa`, `\d0`, "[h]:mm", "General", `"unclosed`} {
		f.Add(code)
	}
	f.Fuzz(func(t *testing.T, code string) {
		shown := formatOf(code)
		if !strings.ContainsAny(code, `"[\_*`) && formatOf(`"days"`+code+`\d`) != shown {
			t.Errorf("%q", code)
		}
	})
}
