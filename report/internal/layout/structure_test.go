package layout

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestReading holds what a reader who does not see the pages is told, and in which order.
func TestReading(t *testing.T) {
	placed, _ := pages(t, `### Title

One [two](https://example.com) three.

![two quarters](mark:trend?height=30 "caption")

- ![within](mark:within) item
- ![-](mark:within) bare
- plain

1. first

#### Deep

::: note
A note.
:::

| A | |
|---|---|
| 1<br>2 | ![-](mark:up) |

::: table plain
| | |
|---|---|
| Name | **value** |
:::

| A | B |
|---|---|
| [1]{.strong} one | x |
| **2** two | x |

| C | D |
|---|---|
| **Air** lead | [≤ 1]{.small}[†]{says="not verified"} |
| dust | x |
| **Noise** | [*Lärm*]{lang=de}<br>x |
| | x |

## Second
`)
	want := `Document
  H1 "Title"
  P
    "One "
    Link url="https://example.com" "two"
    " three."
  Figure alt="two quarters"
  Caption "caption"
  L
    LI
      Lbl
        Figure alt="within"
      LBody
        P "item"
    LI
      LBody
        P "bare"
    LI
      Lbl "•"
      LBody
        P "plain"
  L
    LI
      Lbl "1."
      LBody
        P "first"
  H2 "Deep"
  Note
    P "A note."
  Table
    THead
      TR
        TH scope="Column" "A"
        TH scope="Column"
    TBody
      TR
        TD
          P "1 "
          P "2"
        TD
  Table
    TBody
      TR
        TH scope="Row" "Name"
        TD "value"
  Table
    THead
      TR
        TH scope="Column" "A"
        TH scope="Column" "B"
    TBody
      TR
        TH scope="Row" "1 one"
        TD "x"
      TR
        TH scope="Row" "2 two"
        TD "x"
  Table
    THead
      TR
        TH scope="Column" "C"
        TH scope="Column" "D"
    TBody
      TR
        TH scope="Row" "Air lead"
        TD
          "≤ 1"
          Span alt="not verified" "†"
      TR
        TH scope="Row" "dust"
        TD "x"
    TBody
      TR
        TH scope="Row" "Noise"
        TD
          P
            Span lang="de" "Lärm "
          P "x"
      TR
        TD
        TD "x"
  H1 "Second"
`
	if diff := cmp.Diff(want, StructureOf(placed).Dump()); diff != "" {
		t.Error(diff)
	}
	for _, item := range placed[0].Items {
		if e := item.Element; e != nil && e.Role == "Figure" && (e.Box.W <= 0 || e.Box.H <= 0) {
			t.Errorf("figure %q has no place", e.Alt)
		}
	}
}

// A table that goes on over pages, with a row higher than a page, is read as one, and its repeated head not at all.
func TestReadingOverPages(t *testing.T) {
	high := strings.Repeat("high<br>", 120)
	placed, _ := pages(t, "| Head | B |\n|---|---|\n"+strings.Repeat("| Row | b |\n", 60)+"| "+high+"end | last |\n")
	dump := StructureOf(placed).Dump()
	if len(placed) < 3 {
		t.Errorf("%d pages", len(placed))
	}
	for part, want := range map[string]int{`"Head"`: 1, "Table": 1, "TR\n": 62, "high": 120} {
		if got := strings.Count(dump, part); got != want {
			t.Errorf("%d times %q, not %d:\n%s", got, part, want, dump)
		}
	}
}

// A head without rows, rows to write in, and a heading without text, as data may make them of a template.
func TestReadingOfBlanks(t *testing.T) {
	placed, _ := pages(t, "# \u200b\n\n## Below\n\n| A | B |\n|---|---|\n\n| C |\n|---|\n| |\n")
	want := `Document
  H1 "Below"
  Table
    TR
      TH scope="Column" "A"
      TH scope="Column" "B"
  Table
    THead
      TR
        TH scope="Column" "C"
    TBody
      TR
        TD
`
	if diff := cmp.Diff(want, StructureOf(placed).Dump()); diff != "" {
		t.Error(diff)
	}
}

// What an attempt left behind that was given up is not read.
func TestReadingAfterFallback(t *testing.T) {
	long := strings.Repeat("A line.\n\n", 120)
	for _, box := range []string{
		"::: band\n" + long + ":::\n",
		"::: columns 50 50\n::: col\n" + long + ":::\n::: col\nb\n:::\n:::\n",
		"::: grid 2\n::: cell\n" + long + ":::\n:::\n",
	} {
		placed, _ := pages(t, box)
		if got := strings.Count(StructureOf(placed).Dump(), "\"A line.\""); got != 120 {
			t.Errorf("%.20q: %d lines are read", box, got)
		}
	}
}
