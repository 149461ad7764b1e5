package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"path"
	"strings"
	"time"
)

// What the parts of a package are called in its relations and in its list of contents.
const (
	transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	contentTypes = "[Content_Types].xml"
	typeOf       = "application/vnd.openxmlformats-officedocument."
	xmlHead      = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// copying is a copy of a package in the making. A part that nobody changes is copied as it is, compressed as it was.
type copying struct {
	data      []byte
	pkg       *pack
	main      string // the workbook's own part
	relations string // what the kinds of relations begin with: a strict workbook has its own
	changed   map[string][]byte
	added     []addition
}

// addition is a new part.
type addition struct {
	name, contentType string
	data              []byte
}

func newCopying(data []byte, bounds Bounds) (*copying, error) {
	pkg, err := openPackage(data, bounds.wider())
	if err != nil {
		return nil, err
	}
	c := &copying{data: data, pkg: pkg, main: pkg.workbookPart(), relations: transitional, changed: map[string][]byte{}}
	if !c.has(contentTypes) {
		return nil, fmt.Errorf("its part %s is missing", contentTypes)
	}
	list, err := c.part(relationsOf(c.main))
	if err == nil {
		c.relations = kindsBegin(list)
	}
	return c, err
}

// kindsBegin finds what the kinds of relations begin with.
func kindsBegin(relations []byte) string {
	list, err := outline(relations, 2)
	for i := range list {
		if begin, is := strings.CutSuffix(attributeOf(list[i].tag(relations), "Type"), "/worksheet"); is && err == nil {
			return begin
		}
	}
	return transitional
}

// outlined is a part with its elements down to a depth.
func (c *copying) outlined(name string, depth int) (data []byte, list []element, err error) {
	if data, err = c.part(name); err != nil {
		return nil, nil, err
	}
	list, err = outline(data, depth)
	return data, list, err
}

// namespaceOf is the namespace that an element's own name has by its tag.
func namespaceOf(data []byte, e *element) string {
	if prefix := strings.TrimSuffix(e.prefix(data), ":"); prefix != "" {
		return attributeOf(e.tag(data), "xmlns:"+prefix)
	}
	return attributeOf(e.tag(data), "xmlns")
}

func relationsOf(part string) string {
	return path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
}

func (c *copying) has(name string) bool {
	if _, is := c.pkg.parts[partKey(name)]; is {
		return true
	}
	for _, a := range c.added {
		if partKey(a.name) == partKey(name) {
			return true
		}
	}
	return false
}

// part gives the bytes of a part as it is by now.
func (c *copying) part(name string) ([]byte, error) {
	if data, is := c.changed[partKey(name)]; is {
		return data, nil
	}
	for _, a := range c.added {
		if partKey(a.name) == partKey(name) {
			return a.data, nil
		}
	}
	data, err := c.pkg.part(name)
	return inUTF8(data), err
}

// change makes edits in a part.
func (c *copying) change(name string, edits []edit) error {
	data, err := c.part(name)
	if err != nil {
		return err
	}
	data = splice(data, edits)
	for i := range c.added {
		if partKey(c.added[i].name) == partKey(name) {
			c.added[i].data = data
			return nil
		}
	}
	c.changed[partKey(name)] = data
	return nil
}

// add adds a part. A blank content type is one that its ending has already.
func (c *copying) add(name, contentType, text string) {
	c.added = append(c.added, addition{name, contentType, append([]byte(text), 0)[:len(text)]})
}

// free makes a name of a form with a number that no part has.
func (c *copying) free(form string) string {
	for n := 1; ; n++ {
		if name := fmt.Sprintf(form, n); !c.has(name) {
			return name
		}
	}
}

// relate lets a part refer to another, and gives the id of the relation.
func (c *copying) relate(part, kind, target string) (id string, err error) {
	name := relationsOf(part)
	if !c.has(name) {
		c.add(name, "", xmlHead+`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`)
	}
	data, list, err := c.outlined(name, 2)
	if err != nil {
		return "", err
	}
	ids := map[string]bool{}
	for i := range list {
		ids[attributeOf(list[i].tag(data), "Id")] = true
	}
	for n := 1; id == "" || ids[id]; n++ {
		id = fmt.Sprintf("plimsoll%d", n)
	}
	text := fmt.Sprintf(`<%sRelationship Id="%s" Type="%s/%s" Target="/%s"/>`, list[0].prefix(data), id, c.relations, kind, escapeXML(target))
	return id, c.change(name, list[0].grow(data, text, 1))
}

// listContents adds the new parts to the package's list of contents.
func (c *copying) listContents() error {
	data, list, err := c.outlined(contentTypes, 2)
	if err != nil {
		return err
	}
	known := map[string]bool{}
	for i := range list {
		known[strings.ToLower(attributeOf(list[i].tag(data), "Extension"))] = list[i].name == "Default"
	}
	text, prefix := "", list[0].prefix(data)
	for _, a := range c.added {
		switch ending := strings.TrimPrefix(path.Ext(a.name), "."); {
		case a.contentType == "" || ending == "vml" && known[ending]:
		case ending == "vml": // programs look for it under its ending
			text += fmt.Sprintf(`<%sDefault Extension="vml" ContentType="%s"/>`, prefix, a.contentType)
			known[ending] = true
		default:
			text += fmt.Sprintf(`<%sOverride PartName="/%s" ContentType="%s"/>`, prefix, escapeXML(a.name), a.contentType)
		}
	}
	return c.change(contentTypes, list[0].grow(data, text, 0))
}

// write gives the bytes of the copy. New parts have the time that zip files begin with.
func (c *copying) write() ([]byte, error) {
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
		data, is := c.changed[partKey(f.Name)]
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
	part, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
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
	if name := strings.ToLower(attributeOf(tag, "encoding")); name == "" || name == "utf-8" {
		return data
	}
	return splice(data, []edit{{0, len(tag), withAttribute(tag, "encoding", "UTF-8")}})
}
