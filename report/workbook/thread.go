package workbook

import (
	"crypto/sha256"
	"fmt"
	"strings"
)

// reply adds what is said of cells to the conversations about them: Excel shows these instead of the comments beneath.
func (c *copying) reply(part string, marks []*mark) error {
	if part == "" || !c.has(part) {
		return nil
	}
	data, list, err := c.outlined(part, 2)
	if err != nil {
		return err
	}
	begun := map[string]*element{} // the first of each conversation, by cell
	for i := range list {
		tag := list[i].tag(data)
		if ref := attributeOf(tag, "ref"); list[i].depth == 2 && ref != "" && attributeOf(tag, "parentId") == "" && begun[ref] == nil {
			begun[ref] = &list[i]
		}
	}
	var out strings.Builder
	prefix, person := list[0].prefix(data), ""
	for _, m := range marks {
		e := begun[m.cell()]
		if e == nil {
			continue
		}
		if person, err = c.person(person); err != nil || person == "" {
			return err
		}
		parent := attributeOf(e.tag(data), "id")
		fmt.Fprintf(&out, `<%sthreadedComment ref="%s" dT="%s" personId="%s" id="%s" parentId="%s"><%stext>%s</%stext></%sthreadedComment>`, prefix, m.cell(),
			escapeXML(attributeOf(e.tag(data), "dT")), person, identity(part, parent), escapeXML(parent), prefix, strings.ReplaceAll(escapeXML(m.told()), "&#10;", "\n"), prefix, prefix)
	}
	return c.change(part, list[0].grow(data, out.String(), 0))
}

// person finds plimsoll among the people of the workbook, or adds it, once; blank where the workbook knows no people.
func (c *copying) person(known string) (id string, err error) {
	if known != "" {
		return known, nil
	}
	relations, err := c.relationsFrom(c.main)
	part := first(relations, "person")
	if err != nil || part == "" || !c.has(part) {
		return "", err
	}
	data, list, err := c.outlined(part, 2)
	if err != nil {
		return "", err
	}
	id = identity("person", "plimsoll")
	for i := range list {
		if attributeOf(list[i].tag(data), "id") == id {
			return id, nil
		}
	}
	text := fmt.Sprintf(`<%sperson displayName="plimsoll" id="%s" userId="plimsoll" providerId="None"/>`, list[0].prefix(data), id)
	return id, c.change(part, list[0].grow(data, text, 0))
}

// identity makes an id of the form that such parts want out of what it names.
func identity(names ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(names, "\x1f")))
	return fmt.Sprintf("{%X-%X-%X-%X-%X}", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}
