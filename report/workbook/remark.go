package workbook

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// maxRemarks bounds the comments added to a sheet: a spreadsheet draws a box for each. The gravest are taken; the list has
// all problems.
const maxRemarks = 3000

// remarks adds comments to a sheet, and to the comments that are there what is said of their cells.
func (c *copying) remarks(part string, p *paper, marks []*mark) ([]edit, error) {
	if len(marks) > maxRemarks {
		marks = slices.SortedStableFunc(slices.Values(marks), func(a, b *mark) int { return cmp.Compare(a.problems[0].Severity, b.problems[0].Severity) })[:maxRemarks]
	}
	relations, err := c.relationsFrom(part)
	if err != nil {
		return nil, err
	}
	texts := first(relations, "comments")
	if texts == "" || !c.has(texts) {
		if texts, err = c.newTexts(part, p); err != nil {
			return nil, err
		}
	}
	old, err := c.say(texts, marks)
	if err != nil {
		return nil, err
	}
	if err := c.reply(first(relations, "threadedComment"), marks); err != nil {
		return nil, err
	}
	return c.boxes(part, p, relations, marks, old)
}

// relationsFrom are the relations of a part, none where it has no part for them.
func (c *copying) relationsFrom(part string) (map[string]relation, error) {
	if !c.has(relationsOf(part)) {
		return nil, nil
	}
	return c.pkg.relations(part)
}

// newTexts gives a sheet a part for comments.
func (c *copying) newTexts(part string, p *paper) (string, error) {
	name := c.free("xl/comments%d.xml")
	c.add(name, typeOf+"spreadsheetml.comments+xml", xmlHead+
		fmt.Sprintf(`<comments xmlns="%s"><authors></authors><commentList></commentList></comments>`, escapeXML(namespaceOf(p.data, &p.root))))
	_, err := c.relate(part, "comments", name)
	return name, err
}

// say writes the texts of comments. It gives the cells that had comments before.
func (c *copying) say(part string, marks []*mark) (old []string, err error) {
	data, list, err := c.outlined(part, 5)
	if err != nil {
		return nil, err
	}
	authors, comments := child(list, "authors"), child(list, "commentList")
	if authors == nil || comments == nil {
		return nil, fmt.Errorf("its part %s holds no comments", part)
	}
	known, at, prefix := 0, map[string]int{}, list[0].prefix(data)
	for i := range list {
		switch e := &list[i]; {
		case e.depth == 3 && e.name == "author":
			known++
		case e.depth == 3 && e.name == "comment":
			ref := strings.ReplaceAll(attributeOf(e.tag(data), "ref"), "$", "")
			old, at[ref] = append(old, ref), i
		}
	}
	edits := authors.grow(data, fmt.Sprintf("<%sauthor>plimsoll</%sauthor>", prefix, prefix), 1)
	var fresh strings.Builder
	for _, m := range marks {
		if i, is := at[m.cell()]; is {
			edits = append(edits, sayMore(data, list, i, "\n"+m.told())...)
			continue
		}
		fmt.Fprintf(&fresh, `<%scomment ref="%s" authorId="%d"><%stext>%s</%stext></%scomment>`, prefix, m.cell(), known, prefix, run(prefix, m.told()), prefix, prefix)
	}
	edits = append(edits, comments.grow(data, fresh.String(), 0)...)
	return old, c.change(part, edits)
}

// run is a piece of a comment, in the letters that comments have.
func run(prefix, text string) string {
	return fmt.Sprintf(`<%sr><%srPr><%ssz val="9"/><%srFont val="Tahoma"/></%srPr>%s</%sr>`, prefix, prefix, prefix, prefix, prefix, textElement(prefix, text), prefix)
}

// sayMore adds a piece to the comment with a number in the outline. Its own text becomes a piece where it was none, and what
// says how it is spoken stays at the end.
func sayMore(data []byte, list []element, comment int, text string) []edit {
	prefix := list[0].prefix(data)
	var edits []edit
	for i := range list {
		e := &list[i]
		if e.depth != 4 || e.name != "text" || e.parent != comment {
			continue
		}
		if e.single {
			return e.grow(data, run(prefix, text), 0)
		}
		at := e.close
		for _, piece := range list[i+1:] {
			switch {
			case piece.start > e.close:
			case piece.depth == 5 && piece.name == "t":
				edits = append(edits, edit{piece.start, piece.start, "<" + prefix + "r>"}, edit{piece.end, piece.end, "</" + prefix + "r>"})
			case piece.depth == 5 && (piece.name == "rPh" || piece.name == "phoneticPr"):
				at = min(at, piece.start)
			}
		}
		return append(edits, edit{at, at, run(prefix, text)})
	}
	return nil
}
