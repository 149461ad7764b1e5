package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"
	"unicode"
)

// told is a text as a document tells it of itself: without what XML has no place for, and the same in both places.
func told(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

// told is the same of all that is told.
func (m Meta) told() Meta {
	for _, s := range []*string{&m.Title, &m.Author, &m.Subject, &m.Keywords, &m.Lang, &m.Producer} {
		*s = told(*s)
	}
	return m
}

// writeInfo writes what the document says about itself in the old way. fpdf's dates have no zone.
func (f *finisher) writeInfo(meta Meta) {
	dates := ""
	if !meta.Date.IsZero() {
		dates = fmt.Sprintf("/CreationDate %s /ModDate %[1]s", date(meta.Date))
	}
	info := f.fields(f.objects[f.info], "").without("CreationDate", "ModDate")
	f.put(f.info, fmt.Sprintf("<<%v%s>>", info, dates))
}

// writeCatalog writes the root of all objects. fpdf always names attachments there, also where it has none, and has
// bookmarks shown beside the pages when a document is opened.
func (f *finisher) writeCatalog(meta Meta) error {
	attached, err := f.attachments(meta)
	if err != nil {
		return err
	}
	lang := ""
	if meta.Lang != "" {
		lang = " /Lang " + textString(meta.Lang)
	}
	f.put(f.catalog, fmt.Sprintf("<<%v%s/MarkInfo <</Marked true>> /StructTreeRoot %v /Metadata %v "+
		"/OutputIntents [%s]%s /ViewerPreferences <</DisplayDocTitle true>>>>",
		f.fields(f.objects[f.catalog], "Catalog").without("Names", "PageMode"),
		lang, f.structure(), f.metadata, f.intent(), attached))
	f.keepStream(f.metadata, f.metadata)
	return nil
}

// intent says which colours the numbers mean.
func (f *finisher) intent() string {
	r := f.reserve()
	f.packed(r, "/N 3 ", f.set.profile)
	return fmt.Sprintf("<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) "+
		"/Info (sRGB IEC 61966-2-1) /DestOutputProfile %v>>", r)
}

// xmp is what the document says about itself in XMP, and which standards it keeps to. It stays uncompressed, for
// programs that look for it without knowing PDF.
func xmp(meta Meta) []byte {
	var out bytes.Buffer
	out.WriteString(opening)
	element := func(format, value string) {
		if value != "" {
			fmt.Fprintf(&out, format+"\n", escaped(value))
		}
	}
	element("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>", meta.Title)
	element("<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>", meta.Author)
	element("<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:description>", meta.Subject)
	element("<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>", meta.Lang)
	element("<pdf:Keywords>%s</pdf:Keywords>", meta.Keywords)
	element("<pdf:Producer>%s</pdf:Producer>", meta.Producer)
	if !meta.Date.IsZero() {
		at := meta.Date.UTC().Format(time.RFC3339)
		element("<xmp:CreateDate>%s</xmp:CreateDate>", at)
		element("<xmp:ModifyDate>%s</xmp:ModifyDate>", at)
	}
	out.WriteString("<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>\n")
	out.WriteString(extension + "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return out.Bytes()
}

// opening names the vocabularies that metadata is told in.
const opening = "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>" + `
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
`

// extension explains pdfuaid to PDF/A, which knows it not.
const extension = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>the part of ISO 14289 that the document keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
`

func escaped(s string) string {
	var out strings.Builder
	_ = xml.EscapeText(&out, []byte(s)) // a strings.Builder takes everything
	return out.String()
}
