package annotate

import (
	"archive/zip"
	"bytes"
	"fmt"
	"path"
	"strings"
	"time"

	"plimsoll/report/internal/ooxml"
	"plimsoll/report/internal/ooxml/xmlpart"
)

// What the parts of a package are called in its relations and in its list of contents.
const (
	transitional  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	relations2006 = "http://schemas.openxmlformats.org/package/2006/relationships"
	contentTypes  = "[Content_Types].xml"
	typeOf        = "application/vnd.openxmlformats-officedocument."
	xmlHead       = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// editor is a copy of a package in the making. A part that nobody changes is copied as it is, compressed as it was.
type editor struct {
	data      []byte
	pkg       *ooxml.Package
	book      *ooxml.Workbook
	relations string // what the kinds of relations begin with: a strict workbook has its own
	changed   map[string][]byte
	added     []addition
}

// addition is a new part.
type addition struct {
	name, contentType string
	data              []byte
}

func newEditor(data []byte, bounds ooxml.Bounds) (*editor, error) {
	pkg, err := ooxml.Open(data, bounds)
	if err != nil {
		return nil, err
	}
	if !pkg.Has(contentTypes) {
		return nil, fmt.Errorf("its part %s is missing", contentTypes)
	}
	book, err := pkg.Workbook()
	if err != nil {
		return nil, err
	}
	c := &editor{data: data, pkg: pkg, book: book, changed: map[string][]byte{}}
	list, err := c.part(relationsOf(book.Part))
	if err != nil {
		return nil, err
	}
	c.relations = kindsBegin(list)
	return c, nil
}

// kindsBegin finds what the kinds of relations begin with.
func kindsBegin(relations []byte) string {
	list, err := xmlpart.Outline(relations, 2)
	for i := range list {
		if begin, is := strings.CutSuffix(xmlpart.Attribute(list[i].Tag(relations), "Type"), "/worksheet"); is &&
			err == nil {
			return begin
		}
	}
	return transitional
}

// outlined is a part with its elements down to a depth.
func (c *editor) outlined(name string, depth int) (data []byte, list []xmlpart.Element, err error) {
	if data, err = c.part(name); err != nil {
		return nil, nil, err
	}
	list, err = xmlpart.Outline(data, depth)
	return data, list, err
}

// namespaceOf is the namespace that an element's own name has by its tag.
func namespaceOf(data []byte, e *xmlpart.Element) string {
	if prefix := strings.TrimSuffix(e.Prefix(data), ":"); prefix != "" {
		return xmlpart.Attribute(e.Tag(data), "xmlns:"+prefix)
	}
	return xmlpart.Attribute(e.Tag(data), "xmlns")
}

func relationsOf(part string) string {
	return path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
}

func (c *editor) has(name string) bool {
	if c.pkg.Has(name) {
		return true
	}
	for _, a := range c.added {
		if ooxml.PartKey(a.name) == ooxml.PartKey(name) {
			return true
		}
	}
	return false
}

// part gives the bytes of a part as it is by now.
func (c *editor) part(name string) ([]byte, error) {
	if data, is := c.changed[ooxml.PartKey(name)]; is {
		return data, nil
	}
	for _, a := range c.added {
		if ooxml.PartKey(a.name) == ooxml.PartKey(name) {
			return a.data, nil
		}
	}
	data, err := c.pkg.Part(name)
	return inUTF8(data), err
}

// change makes edits in a part.
func (c *editor) change(name string, edits []xmlpart.Edit) error {
	data, err := c.part(name)
	if err != nil {
		return err
	}
	data = xmlpart.Splice(data, edits)
	for i := range c.added {
		if ooxml.PartKey(c.added[i].name) == ooxml.PartKey(name) {
			c.added[i].data = data
			return nil
		}
	}
	c.changed[ooxml.PartKey(name)] = data
	return nil
}

// add adds a part. A blank content type is one that its ending has already.
func (c *editor) add(name, contentType, text string) {
	c.added = append(c.added, addition{name, contentType, append([]byte(text), 0)[:len(text)]})
}

// free makes a name of a form with a number that no part has.
func (c *editor) free(form string) string {
	for n := 1; ; n++ {
		if name := fmt.Sprintf(form, n); !c.has(name) {
			return name
		}
	}
}

// relate lets a part refer to another, and gives the id of the relation.
func (c *editor) relate(part, kind, target string) (id string, err error) {
	name := relationsOf(part)
	if !c.has(name) {
		c.add(name, "", xmlHead+`<Relationships xmlns="`+relations2006+`"></Relationships>`)
	}
	data, list, err := c.outlined(name, 2)
	if err != nil {
		return "", err
	}
	ids := map[string]bool{}
	for i := range list {
		ids[xmlpart.Attribute(list[i].Tag(data), "Id")] = true
	}
	for n := 1; id == "" || ids[id]; n++ {
		id = fmt.Sprintf("plimsoll%d", n)
	}
	text := fmt.Sprintf(`<%sRelationship Id="%s" Type="%s/%s" Target="/%s"/>`, list[0].Prefix(data), id, c.relations,
		kind, xmlpart.Escape(target))
	return id, c.change(name, list[0].Grow(data, text, 1))
}

// listContents adds the new parts to the package's list of contents.
func (c *editor) listContents() error {
	data, list, err := c.outlined(contentTypes, 2)
	if err != nil {
		return err
	}
	known := map[string]bool{}
	for i := range list {
		known[strings.ToLower(xmlpart.Attribute(list[i].Tag(data), "Extension"))] = list[i].Name == "Default"
	}
	text, prefix := "", list[0].Prefix(data)
	for _, a := range c.added {
		switch ending := strings.TrimPrefix(path.Ext(a.name), "."); {
		case a.contentType == "" || ending == "vml" && known[ending]:
		case ending == "vml": // programs look for it under its ending
			text += fmt.Sprintf(`<%sDefault Extension="vml" ContentType="%s"/>`, prefix, a.contentType)
			known[ending] = true
		default:
			text += fmt.Sprintf(`<%sOverride PartName="/%s" ContentType="%s"/>`, prefix, xmlpart.Escape(a.name),
				a.contentType)
		}
	}
	return c.change(contentTypes, list[0].Grow(data, text, 0))
}

// write gives the bytes of the copy. New parts have the time that zip files begin with.
func (c *editor) write() ([]byte, error) {
	if err := c.listContents(); err != nil {
		return nil, err
	}
	archive, err := zip.NewReader(bytes.NewReader(c.data), int64(len(c.data)))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range archive.File {
		data, is := c.changed[ooxml.PartKey(f.Name)]
		if is {
			err = writePart(w, f.Name, data)
		} else {
			err = w.Copy(f)
		}
		if err != nil {
			return nil, err
		}
	}
	for _, a := range c.added {
		if err := writePart(w, a.name, a.data); err != nil {
			return nil, err
		}
	}
	err = w.Close()
	return out.Bytes(), err
}

func writePart(w *zip.Writer, name string, data []byte) error {
	part, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate,
		Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		return err
	}
	_, err = part.Write(data)
	return err
}

// inUTF8 corrects what a part declares of its encoding: it was read into UTF-8, and is written so.
func inUTF8(data []byte) []byte {
	head, _, found := bytes.Cut(data[:min(len(data), 256)], []byte("?>"))
	if !found || !bytes.HasPrefix(head, []byte("<?xml")) {
		return data
	}
	tag := string(head) + "?>"
	if name := strings.ToLower(xmlpart.Attribute(tag, "encoding")); name == "" || name == "utf-8" {
		return data
	}
	return xmlpart.Splice(data,
		[]xmlpart.Edit{xmlpart.Replace(0, len(tag), xmlpart.WithAttribute(tag, "encoding", "UTF-8"))})
}
