package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// TestTextsAndPasswords checks a text in a declared encoding and looks where passwords come from.
func TestTextsAndPasswords(t *testing.T) {
	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	text, err := charmap.Windows1252.NewEncoder().Bytes([]byte("Factory ID,Name,Country\nFR-01,Atelier de piqûre,FR\n"))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"Factories.csv": text, "words": []byte("\ufeffone\r\n\ntwo words \n"), "long": make([]byte, longestPasswordFile+1)} {
		if err := os.WriteFile(at(name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, step := range []struct {
		args   []string
		status int
		stderr string
	}{
		{[]string{"check", "-q", at("Factories.csv")}, exitLeftOut, "error Factories.csv unknown-encoding: line 2 is not UTF-8"},
		{[]string{"check", "-q", "--encoding", "windows-1252", at("Factories.csv")}, exitOK, ""},
		{[]string{"check", "-q", "--encoding", "klingon", at("Factories.csv")}, exitUsage, `error: --encoding: "klingon" is no encoding known here`},
		{[]string{"check", "-q", "--password-file", at("words"), "--encoding", "cp1252", at("Factories.csv")}, exitOK, ""},
		{[]string{"check", "-q", "--password-file", at("none"), folder}, exitUsage, "error: --password-file " + at("none") + ": no such file or directory\n"},
		{[]string{"check", "-q", "--password-file", at("long"), folder}, exitUsage, "it is too long"},
		{[]string{"check", "-q", "--password", "secret", folder}, exitUsage, "there is no flag -password"},
	} {
		var stdout, stderr bytes.Buffer
		status := run(t.Context(), step.args, &stdout, &stderr)
		if status != step.status || !strings.Contains(stderr.String(), step.stderr) || (stderr.Len() > 0) != (step.stderr != "") {
			t.Errorf("%v: status %d\n%s%s", step.args, status, &stdout, &stderr)
		}
	}
	got, err := passwordsIn(at("words"), "first")
	if err != nil || strings.Join(got, "|") != "first|one|two words " {
		t.Errorf("%q, %v", got, err)
	}
	if got, err := passwordsIn("", ""); err != nil || got != nil {
		t.Errorf("%q, %v", got, err)
	}
}
