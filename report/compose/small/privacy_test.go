package small_test

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
	"plimsoll/report/compose/disclosure"
	"plimsoll/report/compose/quarterly"
	"plimsoll/report/compose/scorecard"
	"plimsoll/report/compose/small"
	"plimsoll/report/export"
	"plimsoll/report/internal/markdown"
	"plimsoll/report/told"
)

// edition is all that a reader can see of a programme: the text of each document with its alternative texts, what its figures
// draw, and what it carries.
type edition struct{ inside, public string }

func publish(t *testing.T, source *compose.Source) edition {
	t.Helper()
	w := small.Words(t, "en")
	card, report, public := small.Template(t, "scorecard", w), small.Template(t, "quarterly", w), small.Template(t, "disclosure", w)
	var e edition
	for _, f := range source.Data.Factories {
		doc, err := scorecard.Document(source, card, f)
		e.inside += seen(t, doc, err) + carried(benchmark.Columns(), slices.Values(source.Of(f)))
	}
	source = source.Lasting()
	doc, err := quarterly.Document(compose.NewProgramme(source, w), report)
	e.inside += seen(t, doc, err) + carried(benchmark.Columns(), source.BehindAll())
	doc, err = disclosure.Document(compose.NewProgramme(source, w), public, func(string) int { return 1 })
	e.public = seen(t, doc, err) + carried(told.PublicColumns(), slices.Values(source.Published()))
	return e
}

func seen(t *testing.T, doc *compose.Document, err error) string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	text := doc.Doc.Dump()
	markdown.Images(doc.Doc.Blocks, func(_ int, ref string) {
		figure, err := doc.Figures(ref)
		if err != nil {
			t.Fatal(err)
		}
		text += fmt.Sprintf("%s %+v\n", ref, figure)
	})
	return text
}

func carried(columns []benchmark.Column, figures iter.Seq[*told.Figure]) string {
	return string(export.Shown(columns, func(yield func(*benchmark.Result, []benchmark.Column) bool) {
		for f := range figures {
			if !yield(f.Result, f.Blank()) {
				return
			}
		}
	}))
}

func (e edition) holdsAgainst(t *testing.T, other edition, what any) {
	t.Helper()
	for i, pair := range [][2]string{{e.inside, other.inside}, {e.public, other.public}} {
		a, b := strings.Split(pair[0], "\n"), strings.Split(pair[1], "\n")
		for n := range min(len(a), len(b)) {
			if a[n] != b[n] {
				t.Fatalf("%s, %v:\n%s\n%s", []string{"inside", "in public"}[i], what, a[n], b[n])
			}
		}
		if len(a) != len(b) {
			t.Fatalf("%d, %v: %d and %d lines", i, what, len(a), len(b))
		}
	}
}

// TestPayOfFewIsNowhere writes the same programmes with other pay of few people: not one byte may differ, inside or in public, also
// where they restate an earlier edition.
func TestPayOfFewIsNowhere(t *testing.T) {
	for seed := range uint64(12) {
		sheets := func(values uint64) small.Sheets {
			return small.RandomPay(rand.New(rand.NewPCG(seed, 1)), rand.New(rand.NewPCG(seed, values)))
		}
		editions := [2]edition{publish(t, small.Read(t, sheets(10))), publish(t, small.Read(t, sheets(11)))}
		editions[0].holdsAgainst(t, editions[1], seed)
		editions = [2]edition{publish(t, small.ReadAfter(t, sheets(10), sheets(12))), publish(t, small.ReadAfter(t, sheets(11), sheets(12)))}
		editions[0].holdsAgainst(t, editions[1], seed)
	}
}

// TestFewPeopleAreNowhereInPublic writes the same programmes with other small numbers.
func TestFewPeopleAreNowhereInPublic(t *testing.T) {
	for seed := range uint64(12) {
		var editions [2]edition
		for i := range editions {
			editions[i] = publish(t, small.Read(t, small.RandomCounts(rand.New(rand.NewPCG(seed, 1)), rand.New(rand.NewPCG(seed, uint64(10+i))))))
			editions[i].inside = "" // is told of them
		}
		editions[0].holdsAgainst(t, editions[1], seed)
		for i := range editions {
			before := small.RandomCounts(rand.New(rand.NewPCG(seed, 1)), rand.New(rand.NewPCG(seed, 10)))
			editions[i] = publish(t, small.ReadAfter(t, small.RandomCounts(rand.New(rand.NewPCG(seed, 1)), rand.New(rand.NewPCG(seed, uint64(10+i)))), before))
			editions[i].inside = ""
		}
		editions[0].holdsAgainst(t, editions[1], seed)
	}
}

// people finds the numbers of people in a public document: shares of a number, and a number of a number.
var people = regexp.MustCompile(`(\d+)(?: |\\u00a0)% of ([\d,]+)|about ([\d,]+) by the factories|([\d,]+) of ([\d,]+)( expected)?`)

// TestNoDifferenceIsFew takes all numbers of people that two editions print, of which the second counts a few people more or less,
// and tries their differences and complements.
func TestNoDifferenceIsFew(t *testing.T) {
	all := 0
	for seed := range uint64(12) {
		var numbers []float64
		for i := range uint64(2) {
			sheets := small.RandomCounts(rand.New(rand.NewPCG(seed, 1)), rand.New(rand.NewPCG(seed, 2)))
			sheets["Noise"] = regexp.MustCompile(`,(\d+)\n`).ReplaceAllStringFunc(sheets["Noise"], func(s string) string {
				n, _ := strconv.Atoi(strings.Trim(s, ",\n"))
				return fmt.Sprintf(",%d\n", n+int(i)*rand.New(rand.NewPCG(seed, uint64(n))).IntN(5))
			})
			for _, m := range people.FindAllStringSubmatch(publish(t, small.Read(t, sheets)).public, -1) {
				if m[2] != "" {
					share, of := number(m[1]), number(m[2])
					numbers = append(numbers, of)
					if beyond := (100 - share) / 100 * of; beyond > 0.5 && beyond < 7.5 { // both are rounded
						t.Errorf("seed %d: %s: some %v stand beyond", seed, m[0], beyond)
					}
				} else if m[3] != "" {
					numbers = append(numbers, number(m[3]))
				} else if number(m[4]) >= 10 && m[6] == "" { // fewer are factories and findings: a count of people is 0 or 10 or more
					numbers = append(numbers, number(m[4]), number(m[5]))
				}
			}
		}
		all += len(numbers)
		for _, a := range numbers {
			for _, b := range numbers {
				if d := a - b; d > 0 && d < 10 {
					t.Errorf("seed %d: %v and %v differ by %v", seed, a, b, d)
				}
			}
		}
	}
	if all < 100 {
		t.Errorf("only %d numbers were tried", all)
	}
}

func number(s string) float64 {
	n, _ := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	return n
}
