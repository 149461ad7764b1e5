package textable

import (
	"bytes"
	"fmt"
	"testing"
)

// TestDelimiterInLongFiles holds that a file is sampled and not read twice, and that a cut within quotes is no damage.
func TestDelimiterInLongFiles(t *testing.T) {
	var text bytes.Buffer
	text.WriteString("a;b;c\n")
	for n := range 40_000 {
		fmt.Fprintf(&text, "%d;1,5;\"a, \"\"%d\"\"\nb\"\n", n, n)
	}
	for cut := range 60 {
		data := text.Bytes()[:text.Len()-cut]
		if d, err := findDelimiter(data); err != nil || d != ';' {
			t.Fatal(cut, d, err)
		}
	}
	records := 0
	for record, err := range Records(text.Bytes(), 0) {
		if err != nil {
			t.Fatal(err)
		}
		records = record.Index
	}
	if records != 40_001 {
		t.Error(records)
	}
}
