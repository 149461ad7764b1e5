package annotate

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"plimsoll/report/internal/ooxml"
	"plimsoll/report/internal/ooxml/xmlpart"
)

// maxRemarks bounds the comments added to a sheet: a spreadsheet draws a box for each. The gravest are taken; the list
// has all problems.
const maxRemarks = 3000

// remarks adds comments to a sheet, and to the comments that are there what is said of their cells.
func (c *editor) remarks(part string, p *worksheet, marks []*mark) ([]xmlpart.Edit, error) {
	if len(marks) > maxRemarks {
		marks = slices.SortedStableFunc(slices.Values(marks),
			func(a, b *mark) int { return cmp.Compare(a.problems[0].Severity, b.problems[0].Severity) })[:maxRemarks]
	}
	relations, err := c.relationsFrom(part)
	if err != nil {
		return nil, err
	}
	texts := relations.First("comments")
	if texts == "" || !c.has(texts) {
		if texts, err = c.newTexts(part, p); err != nil {
			return nil, err
		}
	}
	old, err := c.writeTexts(texts, marks)
	if err != nil {
		return nil, err
	}
	if err := c.reply(relations.First("threadedComment"), marks); err != nil {
		return nil, err
	}
	return c.boxes(part, p, relations, marks, old)
}

// relationsFrom are the relations of a part, none where it has no part for them.
func (c *editor) relationsFrom(part string) (ooxml.Relations, error) {
	if !c.has(relationsOf(part)) {
		return nil, nil
	}
	return c.pkg.Relations(part)
}

// newTexts gives a sheet a part for comments.
func (c *editor) newTexts(part string, p *worksheet) (string, error) {
	name := c.free("xl/comments%d.xml")
	c.add(name, typeOf+"spreadsheetml.comments+xml", xmlHead+
		fmt.Sprintf(`<comments xmlns="%s"><authors></authors><commentList></commentList></comments>`,
			xmlpart.Escape(namespaceOf(p.data, &p.root))))
	_, err := c.relate(part, "comments", name)
	return name, err
}

// writeTexts writes the texts of comments. It gives the cells that had comments before.
func (c *editor) writeTexts(part string, marks []*mark) (old []string, err error) {
	data, list, err := c.outlined(part, 5)
	if err != nil {
		return nil, err
	}
	authors, comments := xmlpart.Child(list, "authors"), xmlpart.Child(list, "commentList")
	if authors == nil || comments == nil {
		return nil, fmt.Errorf("its part %s holds no comments", part)
	}
	known, at, prefix := 0, map[string]int{}, list[0].Prefix(data)
	for i := range list {
		switch e := &list[i]; {
		case e.Depth == 3 && e.Name == "author":
			known++
		case e.Depth == 3 && e.Name == "comment":
			ref := strings.ReplaceAll(xmlpart.Attribute(e.Tag(data), "ref"), "$", "")
			old, at[ref] = append(old, ref), i
		}
	}
	edits := authors.Grow(data, fmt.Sprintf("<%sauthor>plimsoll</%sauthor>", prefix, prefix), 1)
	var fresh strings.Builder
	for _, m := range marks {
		if i, is := at[m.cell()]; is {
			edits = append(edits, appendText(data, list, i, "\n"+m.text())...)
			continue
		}
		fmt.Fprintf(&fresh, `<%scomment ref="%s" authorId="%d"><%stext>%s</%stext></%scomment>`, prefix, m.cell(),
			known, prefix, run(prefix, m.text()), prefix, prefix)
	}
	edits = append(edits, comments.Grow(data, fresh.String(), 0)...)
	return old, c.change(part, edits)
}

// run is a piece of a comment, in the letters that comments have.
func run(prefix, text string) string {
	return fmt.Sprintf(`<%sr><%srPr><%ssz val="9"/><%srFont val="Tahoma"/></%srPr>%s</%sr>`, prefix, prefix, prefix,
		prefix, prefix, textElement(prefix, text), prefix)
}

// appendText adds a piece to the comment with a number in the outline. Its own text becomes a piece where it was none,
// and what says how it is spoken stays at the end.
func appendText(data []byte, list []xmlpart.Element, comment int, text string) []xmlpart.Edit {
	prefix := list[0].Prefix(data)
	var edits []xmlpart.Edit
	for i := range list {
		e := &list[i]
		if e.Depth != 4 || e.Name != "text" || e.Parent != comment {
			continue
		}
		if e.Single {
			return e.Grow(data, run(prefix, text), 0)
		}
		at := e.Close
		for _, piece := range list[i+1:] {
			switch {
			case piece.Start > e.Close:
			case piece.Depth == 5 && piece.Name == "t":
				edits = append(edits, xmlpart.Insert(piece.Start, "<"+prefix+"r>"),
					xmlpart.Insert(piece.End, "</"+prefix+"r>"))
			case piece.Depth == 5 && (piece.Name == "rPh" || piece.Name == "phoneticPr"):
				at = min(at, piece.Start)
			}
		}
		return append(edits, xmlpart.Insert(at, run(prefix, text)))
	}
	return nil
}
