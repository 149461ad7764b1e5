package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestLinksOutOfTemplates: a link in a folder of templates that leads out of it opens nothing.
func TestLinksOutOfTemplates(t *testing.T) {
	dir := t.TempDir()
	outside, folder := filepath.Join(dir, "secret.yaml"), filepath.Join(dir, "templates")
	if err := os.WriteFile(outside, []byte("secret: hidden\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(folder, "theme.yaml")); err != nil {
		t.Fatal(err) // a system without links has none that lead out
	}
	got := call("run ../../sample-data -q --templates " + folder + " -o " + filepath.Join(dir, "out"))
	if got.status != exitUsage || !strings.Contains(got.said, "theme.yaml") || strings.Contains(got.said, "hidden") {
		t.Errorf("status %d: %s", got.status, got.said)
	}
}
