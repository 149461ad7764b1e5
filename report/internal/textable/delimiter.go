package textable

import (
	"bytes"
	"slices"
	"strings"

	"plimsoll/report/internal/fileerr"
)

// The part of a text that its delimiter is looked for in.
const (
	sampleBytes   = 256 << 10
	sampleRecords = 1000
)

// findDelimiter finds what parts the values of a text. A candidate is a comma, semicolon, tab or bar by which nine
// records in ten, from the first such one on, have the same number of values, two at least. Where several are, the
// delimiter is the one whose records begin first: a header holds it and seldom the others (1,5 in a column of decimal
// commas has none above it). Where none is, it is the only one that occurs. Nothing is guessed beyond that; 0 is a text
// of one column.
func findDelimiter(text []byte) (byte, error) {
	sample := text[:min(len(text), sampleBytes)]
	var regular, occurring []tally
	var broken error
	for _, delimiter := range []byte(",;\t|") {
		t, err := count(sample, len(sample) < len(text), delimiter)
		switch {
		case err != nil:
			broken = err
			continue
		case slices.Max(t.counts) > 1:
			occurring = append(occurring, t)
		}
		if t.isRegular() {
			regular = append(regular, t)
		}
	}
	switch {
	case len(regular) > 0:
		return earliest(regular)
	case len(occurring) == 1 && broken == nil:
		return occurring[0].delimiter, nil
	case len(occurring) == 0:
		return 0, broken
	}
	return 0, errAmbiguous
}

var errAmbiguous = fileerr.UnknownDelimiter("nothing tells for certain which of , ; tab | parts its values",
	"write the line sep=; (or another) above the first one, or declare the delimiter in a mapping")

// tally is how many values the records of a text have by one delimiter.
type tally struct {
	delimiter byte
	counts    []int // of the records that are not blank; never empty
	usual     int   // the most frequent count
	first     int   // the first record that has it
}

// count parts a sample into records. Of one that was cut off the last record does not count.
func count(sample []byte, cutOff bool, delimiter byte) (tally, error) {
	t := tally{delimiter: delimiter}
	r := &recordReader{rest: sample, delimiter: delimiter}
	for len(t.counts) < sampleRecords {
		more, err := r.next()
		if err != nil && cutOff && r.open > 0 {
			break
		}
		if err != nil {
			return t, err
		}
		if !more {
			break
		}
		if len(r.fields) > 1 || strings.TrimSpace(r.fields[0]) != "" {
			t.counts = append(t.counts, len(r.fields))
		}
	}
	if cutOff && len(r.rest) == 0 && len(t.counts) > 1 {
		t.counts = t.counts[:len(t.counts)-1]
	}
	if len(t.counts) == 0 {
		t.counts = []int{0}
	}
	t.choose()
	return t, nil
}

// choose finds the most frequent count, of two alike the greater one.
func (t *tally) choose() {
	of := map[int]int{}
	for _, n := range t.counts {
		of[n]++
	}
	for n, times := range of {
		if times > of[t.usual] || times == of[t.usual] && n > t.usual {
			t.usual = n
		}
	}
	t.first = slices.Index(t.counts, t.usual)
}

func (t *tally) isRegular() bool {
	same := 0
	for _, n := range t.counts[t.first:] {
		if n == t.usual {
			same++
		}
	}
	return t.usual > 1 && same*10 >= len(t.counts[t.first:])*9
}

// earliest is the delimiter whose records begin first, an error where two do.
func earliest(list []tally) (byte, error) {
	best := slices.MinFunc(list, func(a, b tally) int { return a.first - b.first })
	for _, t := range list {
		if t.first == best.first && t.delimiter != best.delimiter {
			return 0, errAmbiguous
		}
	}
	return best.delimiter, nil
}

// cutSep takes off the line by which Excel is told the delimiter: sep=;
func cutSep(text []byte) (rest []byte, delimiter byte) {
	end := bytes.IndexAny(text[:min(len(text), 16)], "\r\n")
	line := bytes.ToLower(text[:max(end, 0)])
	if bytes.HasPrefix(line, []byte(`"`)) {
		line = bytes.TrimSuffix(line[1:], []byte(`"`))
	}
	if len(line) != 5 || !bytes.HasPrefix(line, []byte("sep=")) || !CanDelimit(line[4]) {
		return text, 0
	}
	return bytes.TrimPrefix(text[end+1:], []byte("\n")), line[4]
}

// CanDelimit says whether a byte may part the values of a text file: punctuation of ASCII but quotes, or white space.
func CanDelimit(b byte) bool {
	return strings.IndexByte("\t !#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", b) >= 0
}
