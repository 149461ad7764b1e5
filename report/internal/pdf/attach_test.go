package pdf

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/internal/layout"
)

func attachments() []Attachment {
	return []Attachment{
		{Name: "results.csv", Description: "Every figure (of 美华)", MIME: "text/csv", Relationship: "Data",
			Data: []byte(strings.Repeat("a,b\r\n1,2\r\n", 400))},
		{Name: "limits.csv", MIME: "text/csv", Relationship: "Source", Data: []byte{}},
	}
}

func withAttachments(t testing.TB, all []Attachment) ([]byte, error) {
	t.Helper()
	s, set := prepared(t)
	m := meta
	m.Attachments = all
	return Write(s.pages, m, set)
}

func TestAttachmentsComeOutAgain(t *testing.T) {
	data, err := withAttachments(t, attachments())
	if err != nil {
		t.Fatal(err)
	}
	got, err := Attached(data)
	want := attachments()
	want[0], want[1] = want[1], want[0]
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(err, diff)
	}
	other, err := withAttachments(t, want)
	if err != nil || !bytes.Equal(data, other) {
		t.Errorf("the order in which they are given changes the document: %v", err)
	}
	sound(t, data)
	plain, err := Attached(write(t))
	if err != nil || len(plain) != 0 {
		t.Errorf("a document without any has %v: %v", plain, err)
	}
	if _, err := exec.LookPath("pdfdetach"); err != nil {
		return
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.pdf"), data, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdfdetach", "-saveall", "-o", dir, filepath.Join(dir, "a.pdf")).CombinedOutput()
	if err != nil {
		t.Fatalf("pdfdetach: %s", out)
	}
	for _, a := range want {
		if file, err := os.ReadFile(filepath.Join(dir, a.Name)); err != nil || !bytes.Equal(file, a.Data) {
			t.Errorf("another tool finds another %s: %v", a.Name, err)
		}
	}
}

func TestAttachmentMistakes(t *testing.T) {
	for want, change := range map[string]func(a *Attachment){
		"is called":       func(a *Attachment) { a.Name = "" },
		`is called "兰"`:   func(a *Attachment) { a.Name = "兰" },
		`is called "a/b"`: func(a *Attachment) { a.Name = "a/b" },
		"no media type":   func(a *Attachment) { a.MIME = "csv" },
		"no relationship": func(a *Attachment) { a.Relationship = "data" },
		"two attachments": func(a *Attachment) { a.Name = "limits.csv" },
	} {
		all := attachments()
		change(&all[0])
		if _, err := withAttachments(t, all); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, not %s", err, want)
		}
	}
}

// Whatever byte of a document is changed, it is read with an error, or its attachments are whole.
func TestChangedByteIsNoCrash(t *testing.T) {
	_, set := prepared(t)
	m := meta
	m.Attachments = attachments()
	data, err := Write([]layout.Page{{W: 50, H: 50}}, m, set)
	if err != nil {
		t.Fatal(err)
	}
	noticed := 0
	for at := range data {
		changed := bytes.Clone(data)
		changed[at] ^= 0x15
		all, err := Attached(changed)
		if err != nil || len(all) != 2 || !bytes.Equal(all[1].Data, m.Attachments[0].Data) {
			noticed++
		}
	}
	if noticed < len(data)/10 {
		t.Errorf("only %d of %d changes are noticed", noticed, len(data))
	}
}

func FuzzAttached(f *testing.F) {
	_, set := prepared(f)
	m := meta
	m.Attachments = attachments()
	data, err := Write([]layout.Page{{W: 50, H: 50}}, m, set)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		all, err := Attached(data)
		for _, a := range all {
			if err == nil && md5Sum(a.Data) == "" {
				t.Error("no sum")
			}
		}
	})
}
