package yaml

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestBounds: files that are small and harm are refused by name before anything is built of them.
func TestBounds(t *testing.T) {
	steps := func(n int) string {
		var out strings.Builder
		for i := range n {
			out.WriteString(strings.Repeat(" ", i) + "a:\n")
		}
		return out.String()
	}
	for name, c := range map[string]struct{ text, want string }{
		"flat":     {"a: [1, 2]\nb: {c: d}\n", ""},
		"brackets": {"a: " + strings.Repeat("[", 500_000), "x.yaml:1: it is nested more than 40 deep"},
		"dashes":   {strings.Repeat("- ", 400_000), "x.yaml:1: it is nested more than 40 deep"},
		"steps":    {steps(60), "x.yaml:41: it is nested more than 40 deep"},
		"large":    {strings.Repeat("# x\n", 300_000), "x.yaml: it is no file, or has more than 1024 KB"},
		"alias":    {"a: &x [1]\nb: *x\n", "x.yaml:2: an alias (*name) stands here"},
		"star":     {"a: \"*everywhere\"\nb: 2 *3\n", ""},
		"closed":   {strings.Repeat("- {a: [b]}\n", 1000), ""},
	} {
		_, err := Read(fstest.MapFS{"x.yaml": {Data: []byte(c.text)}}, "x.yaml")
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.HasPrefix(err.Error(), c.want)) {
			t.Errorf("%s: %v, and %q is wanted", name, err, c.want)
		}
	}
}
