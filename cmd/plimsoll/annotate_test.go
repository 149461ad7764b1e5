package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAnnotateSays looks at the line and the exit status of check --annotate and --account, and at a folder that is
// refused.
func TestAnnotateSays(t *testing.T) {
	folder := t.TempDir()
	sent, to := filepath.Join(folder, "sent"), filepath.Join(folder, "marked")
	if err := os.Mkdir(sent, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"Factories.csv": "Factory ID,Name,Country\nFR-01,Atelier,Nowhere\n", "cut.xlsx": "PK"} {
		if err := os.WriteFile(filepath.Join(sent, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, step := range []struct {
		args           []string
		status         int
		stdout, stderr string
	}{
		{[]string{"check", "-q", "--annotate", to, sent}, exitLeftOut, "1 workbook annotated in " + to + "; 1 not: cut.xlsx (it could not be read)\n2 errors", "Factories.csv!Factories!C2"},
		{[]string{"check", "-q", "--annotate", to, sent}, exitUsage, "", "Factories.csv.xlsx is there already"},
		{[]string{"check", "-q", "--account", filepath.Join(sent, "Factories.csv")}, exitLeftOut, "  file           sheet      cells  used", "Factories.csv!Factories!C2"},
		{[]string{"check", "-q", "--annotate", filepath.Join(sent, "x"), sent}, exitUsage, "", "lie in each other"},
		{[]string{"run", "-q", "--annotate", to, sent}, exitUsage, "", "there is no flag -annotate"},
	} {
		var stdout, stderr bytes.Buffer
		status := run(t.Context(), step.args, &stdout, &stderr)
		if status != step.status || !strings.HasPrefix(stdout.String(), step.stdout) || !strings.Contains(stderr.String(), step.stderr) {
			t.Errorf("%v: status %d\n%s%s", step.args, status, &stdout, &stderr)
		}
	}
	if below, err := os.ReadDir(to); err != nil || len(below) != 1 {
		t.Errorf("%v in %s: %v", below, to, err)
	}
}
