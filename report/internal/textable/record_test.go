package textable

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"plimsoll/report/internal/fileerr"
)

// all are the records of a text as index and fields, and the error that ended them.
func all(text string, delimiter byte) (out []string, err error) {
	for record, e := range Records([]byte(text), delimiter) {
		if err = e; err == nil {
			out = append(out, fmt.Sprintf("%d %q", record.Index, record.Fields))
		}
	}
	return out, err
}

func TestRecords(t *testing.T) {
	for _, c := range []struct {
		text      string
		delimiter byte
		want      []string
	}{
		{"a,b\n1,2\n", 0, []string{`1 ["a" "b"]`, `2 ["1" "2"]`}},
		{"a;b,c\n", ';', []string{`1 ["a" "b,c"]`}},
		{"sep=|\na|b\n", 0, []string{`1 ["a" "b"]`}},
		{"\n\"x\ny\",\"a\"\"b\"\r1,2", ',', []string{`1 [""]`, `2 ["x\ny" "a\"b"]`, `3 ["1" "2"]`}},
		{"", ',', nil},
	} {
		if got, err := all(c.text, c.delimiter); err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, %v, want %q", c.text, got, err, c.want)
		}
	}
}

func TestRecordsEnd(t *testing.T) {
	for text, want := range map[string]fileerr.Kind{"a;b,c\n1;2,3": fileerr.DelimiterKind,
		"a,b\n\"1,2\n":    fileerr.TruncatedKind,
		"a,b\n\"1\"2,3\n": fileerr.TruncatedKind} {
		var known *fileerr.Error
		if _, err := all(text, 0); !errors.As(err, &known) || known.Kind != want {
			t.Errorf("%q: %v", text, err)
		}
	}
	for range Records([]byte("a,b\n1,2\n3,4\n"), 0) { // who stops hears no more
		break
	}
}
