package annotate

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"plimsoll/report/internal/ooxml/xmlpart"
)

// reply adds what is said of cells to the conversations about them: Excel shows these instead of the comments beneath.
func (c *editor) reply(part string, marks []*mark) error {
	if part == "" || !c.has(part) {
		return nil
	}
	data, list, err := c.outlined(part, 2)
	if err != nil {
		return err
	}
	begun := map[string]*xmlpart.Element{} // the first of each conversation, by cell
	for i := range list {
		tag := list[i].Tag(data)
		if ref := xmlpart.Attribute(tag, "ref"); list[i].Depth == 2 && ref != "" &&
			xmlpart.Attribute(tag, "parentId") == "" && begun[ref] == nil {
			begun[ref] = &list[i]
		}
	}
	var out strings.Builder
	prefix, person := list[0].Prefix(data), ""
	for _, m := range marks {
		e := begun[m.cell()]
		if e == nil {
			continue
		}
		if person, err = c.person(person); err != nil || person == "" {
			return err
		}
		parent := xmlpart.Attribute(e.Tag(data), "id")
		fmt.Fprintf(&out, `<%sthreadedComment ref="%s" dT="%s" personId="%s" id="%s" parentId="%s"><%stext>`+
			`%s</%stext></%sthreadedComment>`, prefix, m.cell(),
			xmlpart.Escape(xmlpart.Attribute(e.Tag(data), "dT")), person, identity(part, parent),
			xmlpart.Escape(parent), prefix, strings.ReplaceAll(xmlpart.Escape(m.text()), "&#10;", "\n"), prefix,
			prefix)
	}
	return c.change(part, list[0].Grow(data, out.String(), 0))
}

// person finds plimsoll among the people of the workbook, or adds it, once; blank where the workbook knows no people.
func (c *editor) person(known string) (id string, err error) {
	if known != "" {
		return known, nil
	}
	relations, err := c.relationsFrom(c.book.Part)
	part := relations.First("person")
	if err != nil || part == "" || !c.has(part) {
		return "", err
	}
	data, list, err := c.outlined(part, 2)
	if err != nil {
		return "", err
	}
	id = identity("person", "plimsoll")
	for i := range list {
		if xmlpart.Attribute(list[i].Tag(data), "id") == id {
			return id, nil
		}
	}
	text := fmt.Sprintf(`<%sperson displayName="plimsoll" id="%s" userId="plimsoll" providerId="None"/>`,
		list[0].Prefix(data), id)
	return id, c.change(part, list[0].Grow(data, text, 0))
}

// identity makes an id of the form that such parts want out of what it names.
func identity(names ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(names, "\x1f")))
	return fmt.Sprintf("{%X-%X-%X-%X-%X}", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}
