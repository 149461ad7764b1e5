package ooxml

import (
	"strings"
	"testing"
)

// FuzzDateFormat holds that quotes, brackets and escapes hide letters, whatever stands in them.
func FuzzDateFormat(f *testing.F) {
	for _, code := range []string{"yyyy-mm-dd", `0.0" dB"`, `[$-804]aaaa`, `\d0`, "[h]:mm", "General", `"unclosed`} {
		f.Add(code)
	}
	f.Fuzz(func(t *testing.T, code string) {
		isDate := isDateFormat(code)
		if !strings.ContainsAny(code, `"[\_*`) && isDateFormat(`"days"`+code+`\d`) != isDate {
			t.Errorf("%q", code)
		}
	})
}
