package proposal

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"plimsoll/report/workbook"
)

// awkward are what people write over columns and on sheets: words that are recognised, and signs that YAML, patterns
// and places in texts give a meaning.
var awkward = strings.Fields(`Factory Date Place Level dB(A) Noise Light lx Toluene mg/m3 n-Hexane Month Workers Total 2026 Q1 Q2
	工厂 日期 噪声 地点 : :: # #1 ' '' " "" \ \\ / | ? * ** < <*> > { } {row} {a} [ ] [x] , ; & &a % %YAML ! !!int @ ` + "` ~ - -- --- ... = + ^ $ € °C m² µg/m³ " + `
	yes no null ~ true .inf .nan 1e5 0x1F 012 1_000 on off y n ??? - -a a-   “x” «y» … é é naïve ẞ İ ı 🏭 a/b a|b <a>b`)

var between = []string{" ", " ", "", "\n", "\r\n", "\t", "\u00a0", "\u2028", "\u0085", "\v", " \n ", ": ", " #", "\ufeff"}

// random makes a text of awkward words.
func random(r *rand.Rand) string {
	var b strings.Builder
	for n := range 1 + r.IntN(4) {
		if n > 0 {
			b.WriteString(between[r.IntN(len(between))])
		}
		b.WriteString(awkward[r.IntN(len(awkward))])
	}
	return b.String()
}

// randomSheet has lines above its table, perhaps, and values under awkward headings.
func randomSheet(r *rand.Rand, file string) *workbook.Sheet {
	text := func(s string) workbook.Cell { return workbook.Cell{Kind: workbook.Text, Text: s} }
	s := &workbook.Sheet{File: file, Name: random(r)}
	add := func(cells ...workbook.Cell) {
		s.Rows = append(s.Rows, workbook.Row{Index: len(s.Rows) + 1, Cells: cells})
	}
	for range r.IntN(3) {
		add(text(random(r)+[]string{":", ": ", "：", ""}[r.IntN(4)]+random(r)), text(random(r)))
	}
	wide := 2 + r.IntN(6)
	for n := range 2 + r.IntN(5) {
		cells := make([]workbook.Cell, wide)
		for i := range cells {
			switch kind := r.IntN(6); {
			case n == 0 || kind == 0:
				cells[i] = text(random(r))
			case kind < 4:
				cells[i] = workbook.Cell{Kind: workbook.Number, Number: float64(r.IntN(100)), Text: fmt.Sprint(r.IntN(100))}
			case kind == 4:
				cells[i] = text([]string{"14.07.2026", "84,5", "CN-01", "7:30", "1.200,50", "60.000", "ND", "n/a", "Mean"}[r.IntN(9)])
			}
		}
		add(cells...)
	}
	return s
}

// TestProposalsLoad holds that what is proposed loads, but for what it leaves to be filled in, whatever stands in a workbook.
func TestProposalsLoad(t *testing.T) {
	std, set := shipped(t), setOf(t)
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 7))
		var books []*workbook.Book
		for range 1 + r.IntN(2) {
			file := random(r) + ".xlsx"
			b := &workbook.Book{File: file}
			for range 1 + r.IntN(2) {
				b.Sheets = append(b.Sheets, randomSheet(r, file))
			}
			books = append(books, b)
		}
		text := Propose(books, set, std).Text
		asks(t, text, std)
		if t.Failed() {
			t.Fatalf("seed %d:\n%s", seed, text)
		}
	}
}
