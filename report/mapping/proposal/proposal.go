// Package proposal writes a first mapping of somebody else's workbook: what was recognised, how surely and by what, for
// a person to review. What is not sure stands as a comment, or as ??? where something must stand; a proposal with a ???
// in it does not load.
package proposal

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"plimsoll/report/problem"

	"plimsoll/report/mapping"
	"plimsoll/report/mapping/declaration"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// proposer knows what there is to be recognised.
type proposer struct {
	std   *standard.Standard
	set   *mapping.Set
	areas map[*standard.Sheet]*standard.Area
	names map[*standard.Column][]name

	others    map[string][]name // by the name of a column: what any table calls it
	factories *factories
}

func newProposer(set *mapping.Set, std *standard.Standard) *proposer {
	p := &proposer{std: std, set: set, areas: map[*standard.Sheet]*standard.Area{}, names: map[*standard.Column][]name{},
		others: map[string][]name{}}
	for _, a := range std.Areas {
		p.areas[&a.Sheet] = a
	}
	for _, sheet := range std.AllSheets() {
		for i := range sheet.Columns {
			c := &sheet.Columns[i]
			for _, written := range append([]string{c.Name}, c.Aliases...) {
				p.names[c] = append(p.names[c], newName(written))
			}
			p.others[c.Name] = append(p.others[c.Name], p.names[c]...)
		}
	}
	return p
}

// Proposal is a mapping as it was written, for a person to review.
type Proposal struct {
	Text     string
	Entries  int  // sheets that it says something of; 0 where nothing can be mapped
	Readable bool // every sheet is read as it stands, or by a mapping that is there
}

// Propose writes a mapping of workbooks of one kind.
func Propose(books []*workbook.Book, set *mapping.Set, std *standard.Standard) *Proposal {
	p := newProposer(set, std)
	p.factories = factoriesIn(books, std)
	w := &writer{}
	names := p.meant(books)
	w.line(0, "# Proposed by plimsoll map for "+strings.Join(names, ", ")+".", "")
	w.line(0, "# Review every line: the remarks say how sure it is. Fill in each "+blank+
		"; while one is left, the mapping does not load.", "")
	w.line(0, "# What a mapping can say is explained in templates/mappings/README.md.", "")
	w.line(0, "about: "+scalar(strings.Join(names, ", ")), "what kind of workbook it is, in your words")
	w.line(0, "# files: "+scalar(commonPattern(names)), "only files of such names")
	out := &Proposal{}
	p.sheets(w, books, out)
	out.Text = w.String()
	return out
}

// meant are the files that the mapping is for: not the audit workbooks that were given beside them.
func (p *proposer) meant(books []*workbook.Book) (names []string) {
	for _, b := range books {
		if !slices.ContainsFunc(b.Sheets, func(s *workbook.Sheet) bool { return mapping.Readable(s, p.std) }) {
			names = append(names, b.File)
		}
	}
	if names == nil {
		for _, b := range books {
			names = append(names, b.File)
		}
	}
	return names
}

// seenSheet is a worksheet with what it was recognised as; alike are further ones with the same header.
type seenSheet struct {
	*guess
	others []string
	names  []string
}

// mostUnsure is how many sheets are proposed of which it is not sure what they are; the rest are named.
const mostUnsure = 3

// sheets writes the entries; what needs none, or what nothing was recognised in, is said in a comment.
func (p *proposer) sheets(w *writer, books []*workbook.Book, out *Proposal) {
	var found []*seenSheet
	var remarks []string
	out.Readable = true
	for _, b := range books {
		mapped, nearly := p.mapped(b)
		remarks = append(remarks, nearly...)
		out.Readable = out.Readable && len(b.Sheets) > 0
		for _, sheet := range b.Sheets {
			name := fmt.Sprintf("sheet %q of %s", sheet.Name, b.File)
			switch by := mapped[sheet]; {
			case by != "":
				remarks = append(remarks, name+": the mapping "+by+" reads it already")
			case mapping.Readable(sheet, p.std):
				remarks = append(remarks, name+": it is one of the audit workbook's and needs no mapping")
			case len(sheet.Rows) == 0:
				remarks = append(remarks, name+": it is blank")
			default:
				out.Readable = false
				found, remarks = p.place(found, remarks, sheet, name)
			}
		}
		for _, p := range b.Problems {
			if p.Severity == problem.Error {
				remarks = append(remarks, p.String())
			}
		}
	}
	found, left := best(found)
	out.Entries = len(found)
	for _, s := range left {
		remarks = append(remarks, fmt.Sprintf("sheet %q of %s: a table with %d columns, in which little was recognised",
			s.names[0], s.sheet.File, len(s.columns)))
	}
	for _, r := range remarks {
		w.line(0, "# "+strings.Join(strings.Fields(r), " "), "")
	}
	if len(found) == 0 {
		w.line(0, "# There is nothing to be mapped.", "")
		return
	}
	w.line(0, "sheets:", "")
	for _, s := range found {
		if s.top == 0 {
			p.writeForm(w, s.guess, s.names)
			continue
		}
		p.entry(w, s.guess, s.names, s.others)
	}
}

// best keeps the sheets that were recognised, and of the others those of files in which nothing was, as far as most was
// recognised in them: what another file holds says nothing of them.
func best(found []*seenSheet) (kept, left []*seenSheet) {
	files := map[string][]*seenSheet{}
	for _, s := range found {
		files[s.sheet.File] = append(files[s.sheet.File], s)
	}
	keep := map[*seenSheet]bool{}
	for _, sheets := range files {
		slices.SortStableFunc(sheets, func(a, b *seenSheet) int { return cmp.Compare(b.score, a.score) })
		for i, s := range sheets {
			keep[s] = s.certain() || i < mostUnsure && !sheets[0].certain()
		}
	}
	for _, s := range found {
		if keep[s] {
			kept = append(kept, s)
		} else {
			left = append(left, s)
		}
	}
	return kept, left
}

// mapped tells which worksheets a mapping reads already, and which one nearly fits another.
func (p *proposer) mapped(b *workbook.Book) (by map[*workbook.Sheet]string, nearly []string) {
	by = map[*workbook.Sheet]string{}
	copied := &workbook.Book{File: b.File, Sheets: slices.Clone(b.Sheets)}
	for _, a := range p.set.Apply(copied).Applied {
		by[a.Sheet] = a.Mapping
	}
	for _, x := range copied.Problems {
		if problem.NearlyFits.Is(x) {
			nearly = append(nearly, x.String())
		}
	}
	return by, nearly
}

// place adds a worksheet to those found, to one with the same header where there is one.
func (p *proposer) place(found []*seenSheet, remarks []string, sheet *workbook.Sheet, name string) ([]*seenSheet,
	[]string) {
	g, others := p.recognise(sheet)
	if g == nil || !g.certain() {
		if form := p.form(sheet); form != nil {
			return append(found, &seenSheet{form, nil, []string{sheet.Name}}), remarks
		}
	}
	if g == nil {
		return found, append(remarks, name+": no table was recognised; it begins with "+firstTexts(sheet))
	}
	for _, s := range found {
		if s.target == g.target && s.top == g.top && s.bottom == g.bottom &&
			slices.EqualFunc(s.columns, g.columns, sameHeading) {
			s.alike = append(s.alike, sheet)
			if !slices.Contains(s.names, sheet.Name) {
				s.names = append(s.names, sheet.Name)
			}
			return found, remarks
		}
	}
	return append(found, &seenSheet{g, others, []string{sheet.Name}}), remarks
}

func sameHeading(a, b *column) bool { return declaration.SameName(a.heading, b.heading) }

// from names the sheets of an entry: by their common beginning where they have one.
func from(names []string) string {
	if len(names) == 1 {
		return scalar(literal(names[0]))
	}
	prefix := commonPrefix(names)
	if strings.TrimSpace(prefix) != "" {
		return scalar(literal(prefix) + "*")
	}
	var all []string
	for _, n := range names {
		all = append(all, literal(n))
	}
	return scalars(all)
}

// literal keeps the signs of a name from being wildcards.
func literal(name string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "#", `\#`, "<", `\<`, ">", `\>`).Replace(name)
}

// commonPrefix is what names begin with, in whole words: "Factory " of Factory CN-01 and Factory CN-02.
func commonPrefix(names []string) string {
	prefix := names[0]
	for _, n := range names[1:] {
		for !strings.HasPrefix(n, prefix) {
			prefix = prefix[:len(prefix)-1]
		}
	}
	if len(names) > 1 {
		prefix = prefix[:strings.LastIndexAny(prefix, " _")+1]
	}
	return prefix
}

// commonPattern is a pattern of file names: their common beginning and ending.
func commonPattern(names []string) string {
	if len(names) == 1 {
		return literal(names[0])
	}
	ending := names[0][strings.LastIndexByte(names[0], '.')+1:]
	return literal(commonPrefix(names)) + "*." + ending
}

// firstTexts shows what a sheet begins with.
func firstTexts(sheet *workbook.Sheet) string {
	var out []string
	for _, row := range sheet.Rows {
		for _, c := range row.Cells {
			if c.Kind != workbook.Blank && len(out) < 6 {
				out = append(out, short(c.Plain()))
			}
		}
	}
	return strings.Join(out, " | ")
}
