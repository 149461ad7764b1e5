package drawn

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"plimsoll/report/workbook"
)

// Case is a text file: what it shows, worksheets, mappings, and what comes of them.
//
//	A heading that no rule covers.
//	-- audit.xlsx!Noise --
//	Place	Level
//	Line 1	84
//	-- mapping --
//	sheets: …
//	-- made --
//	-- problems --
//	-- uses --
//
// Cells stand between tabs; →, ↑ and the kinds of cells are those of the README's examples. A line of "@25" alone says
// that the next row is the 25th. Under uses stands for each cell what became of it: R read, H heading, L left out, n no
// column, a aside.
type Case struct {
	Text     string
	Sections []Section
}

// Section is a part of a case under a line -- name --.
type Section struct{ Name, Body string }

// Read reads a case.
func Read(t testing.TB, path string) *Case {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	c := &Case{}
	into := &c.Text
	for line := range strings.Lines(string(data)) {
		name, isHeader := strings.CutPrefix(strings.TrimRight(line, "\n"), "-- ")
		if name, closed := strings.CutSuffix(name, " --"); isHeader && closed {
			c.Sections = append(c.Sections, Section{Name: name})
			into = &c.Sections[len(c.Sections)-1].Body
			continue
		}
		*into += line
	}
	return c
}

// Books makes the workbooks of a case, in the order in which they stand there.
func (c *Case) Books() []*workbook.Book {
	var books []*workbook.Book
	for _, s := range c.Sections {
		file, name, isSheet := strings.Cut(s.Name, "!")
		if !isSheet {
			continue
		}
		rows, next := [][]string{nil}, 1
		for line := range strings.Lines(s.Body) {
			line = strings.TrimRight(line, "\n")
			if at, found := strings.CutPrefix(line, "@"); found {
				next, _ = strconv.Atoi(at)
				continue
			}
			rows = append(rows, append([]string{fmt.Sprint(next)}, strings.Split(line, "\t")...))
			next++
		}
		i := slices.IndexFunc(books, func(b *workbook.Book) bool { return b.File == file })
		if i < 0 {
			books, i = append(books, &workbook.Book{File: file}), len(books)
		}
		books[i].Sheets = append(books[i].Sheets, Sheet(file, name, rows))
	}
	return books
}

// Mappings are the mappings of a case.
func (c *Case) Mappings() (own []string) {
	for _, s := range c.Sections {
		if s.Name == "mapping" {
			own = append(own, s.Body)
		}
	}
	return own
}
