package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAnnotateSays looks at the line and the exit status of check --annotate, and at a folder that is refused.
func TestAnnotateSays(t *testing.T) {
	folder := t.TempDir()
	sent, to := filepath.Join(folder, "sent"), filepath.Join(folder, "marked")
	if err := os.Mkdir(sent, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(sent, "Factories.csv"), []byte("Factory ID,Name,Country\nFR-01,Atelier,Nowhere\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		args           []string
		status         int
		stdout, stderr string
	}{
		{[]string{"check", "-q", "--annotate", to, sent}, exitLeftOut, "0 workbooks annotated in " + to + "; 1 not: Factories.csv (text files carry no comments)\n1 error", "Factories.csv!Factories!2"},
		{[]string{"check", "-q", "--annotate", filepath.Join(sent, "x"), sent}, exitUsage, "", "lie in each other"},
		{[]string{"run", "-q", "--annotate", to, sent}, exitUsage, "", "there is no flag -annotate"},
	} {
		var stdout, stderr bytes.Buffer
		status := run(step.args, &stdout, &stderr)
		if status != step.status || !strings.HasPrefix(stdout.String(), step.stdout) || !strings.Contains(stderr.String(), step.stderr) {
			t.Errorf("%v: status %d\n%s%s", step.args, status, &stdout, &stderr)
		}
	}
	if _, err := os.Stat(to); err == nil {
		t.Error("a folder without copies was made")
	}
}
