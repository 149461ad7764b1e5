package pdf

import (
	"crypto/md5"
	"fmt"
	"slices"
	"strings"
)

// Attachment is a file that a document carries.
type Attachment struct {
	Name         string // of the file, in printable ASCII; no other attachment's
	Description  string // for people
	MIME         string // text/csv
	Relationship string // to the document, as PDF/A-3 has it: Data, Source, Alternative, Supplement or Unspecified
	Data         []byte
}

// check finds what would make a document no PDF/A-3.
func (a Attachment) check() error {
	kind, sort, ok := strings.Cut(a.MIME, "/")
	switch {
	case a.Name == "" || !plain(a.Name) || strings.ContainsAny(a.Name, `()/\`):
		return fmt.Errorf("pdf: an attachment is called %q", a.Name)
	case !ok || kind == "" || sort == "" || !plain(a.MIME) || strings.ContainsAny(a.MIME, " ()<>[]{}%#"):
		return fmt.Errorf("pdf: attachment %s: %q is no media type", a.Name, a.MIME)
	case !slices.Contains([]string{"Data", "Source", "Alternative", "Supplement", "Unspecified"}, a.Relationship):
		return fmt.Errorf("pdf: attachment %s: %q is no relationship", a.Name, a.Relationship)
	}
	return nil
}

// attachments writes the files and returns the entries of the catalog that name them, blank without any.
func (f *finisher) attachments(meta Meta) (string, error) {
	byName := func(a, b Attachment) int { return strings.Compare(a.Name, b.Name) }
	sorted := slices.SortedFunc(slices.Values(meta.Attachments), byName)
	var all, names strings.Builder
	for i, a := range sorted {
		if err := a.check(); err != nil {
			return "", err
		}
		if i > 0 && sorted[i-1].Name == a.Name {
			return "", fmt.Errorf("pdf: two attachments are called %s", a.Name)
		}
		r := f.attach(a, meta)
		fmt.Fprintf(&all, "%v ", r)
		fmt.Fprintf(&names, "%s %v ", textString(a.Name), r)
	}
	if len(sorted) == 0 {
		return "", nil
	}
	return fmt.Sprintf(" /AF [%s] /Names <</EmbeddedFiles <</Names [%s]>>>>",
		strings.TrimSpace(all.String()), strings.TrimSpace(names.String())), nil
}

// attach writes one file. Its sum is MD5, which PDF asks for; it guards against accidents and no more.
func (f *finisher) attach(a Attachment, meta Meta) ref {
	changed := ""
	if !meta.Date.IsZero() {
		changed = " /ModDate " + date(meta.Date)
	}
	data := f.stream(fmt.Sprintf("/Type /EmbeddedFile /Subtype /%s /Params <</Size %d /CheckSum <%x>%s>> ",
		strings.ReplaceAll(a.MIME, "/", "#2F"), len(a.Data), md5Sum(a.Data), changed), a.Data)
	description := ""
	if a.Description != "" {
		description = " /Desc " + textString(told(a.Description))
	}
	name := textString(a.Name)
	return f.add("<</Type /Filespec /F %s /UF %[1]s /AFRelationship /%s%s /EF <</F %v /UF %[4]v>>>>",
		name, a.Relationship, description, data)
}

func md5Sum(data []byte) string {
	sum := md5.Sum(data)
	return string(sum[:])
}
