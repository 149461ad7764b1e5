package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// objects reads a file by its cross-reference table, as a reader does, and returns the objects by number.
func objects(t *testing.T, data []byte) map[string]string {
	t.Helper()
	match := regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(data)
	if match == nil {
		t.Fatal("no startxref at the end")
	}
	at, _ := strconv.Atoi(string(match[1]))
	lines := strings.SplitAfter(string(data[at:]), "\n")
	count, err := strconv.Atoi(strings.TrimSpace(strings.TrimPrefix(lines[1], "0 ")))
	if err != nil || lines[0] != "xref\n" || lines[2] != "0000000000 65535 f \n" || !strings.Contains(string(data[at:]), "/Size "+strconv.Itoa(count)+" ") {
		t.Fatalf("the table begins with %q", lines[:3])
	}
	out := map[string]string{}
	for number := 1; number < count; number++ {
		line := lines[2+number]
		from, err := strconv.Atoi(line[:10])
		if err != nil || line[10:] != " 00000 n \n" {
			t.Fatalf("entry %d is %q", number, line)
		}
		head := strconv.Itoa(number) + " 0 obj\n"
		body, _, ok := strings.Cut(string(data[from:]), "\nendobj\n")
		if !ok || !strings.HasPrefix(body, head) {
			t.Fatalf("object %d is not at %d", number, from)
		}
		out[strconv.Itoa(number)] = strings.TrimPrefix(body, head)
	}
	return out
}

// streams are the inflated streams of a file.
func streams(t *testing.T, data []byte) []string {
	t.Helper()
	var out []string
	for _, part := range bytes.Split(data, []byte("\nstream\n"))[1:] {
		reader, err := zlib.NewReader(bytes.NewReader(part))
		if err != nil {
			t.Fatal(err)
		}
		inflated, err := io.ReadAll(reader)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(inflated))
	}
	return out
}

// characters reads a ToUnicode CMap.
func characters(t *testing.T, cmap string) map[uint16]string {
	t.Helper()
	out := map[uint16]string{}
	for _, section := range regexp.MustCompile(`(?s)(\d+) beginbfchar\n(.*?)endbfchar`).FindAllStringSubmatch(cmap, -1) {
		pairs := regexp.MustCompile(`<(....)> <([0-9A-F]+)>`).FindAllStringSubmatch(section[2], -1)
		if n, _ := strconv.Atoi(section[1]); n != len(pairs) || n > 100 {
			t.Errorf("a section of %s has %d characters", section[1], len(pairs))
		}
		for _, pair := range pairs {
			cid, err := strconv.ParseUint(pair[1], 16, 16)
			if err != nil {
				t.Fatal(err)
			}
			out[uint16(cid)] = wide(t, pair[2])
		}
	}
	return out
}

// unescaped reads a string in brackets and returns what stands behind it.
func unescaped(t *testing.T, s string) (value, rest string) {
	t.Helper()
	var out []byte
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case ')':
			return string(out), s[i+1:]
		case '\\':
			i++
			if s[i] == 'r' {
				out = append(out, '\r')
				continue
			}
		case '(', '\r':
			t.Fatalf("%q is not escaped in %q", s[i], s)
		}
		out = append(out, s[i])
	}
	t.Fatalf("%q has no end", s)
	return "", ""
}
