package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
)

// TestInitCommand runs init the way a person does: once, then again into the same folder, then a check of what it
// wrote.
func TestInitCommand(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "programme")
	templates := filepath.Join(folder, "templates")
	for _, step := range []struct {
		args           string
		status         int
		stdout, stderr string
	}{
		{"init", exitUsage, "", "init takes one DIR"},
		{"init a b", exitUsage, "", "init takes one DIR"},
		{"init --period 2026-Q3 " + folder, exitUsage, "", "there is no flag -period"},
		{"init --templates nowhere " + folder, exitUsage, "", "there is no such folder"},
		{"init --help", exitOK, "plimsoll init [flags] DIR", ""},
		{"init " + folder, exitOK, "audit-workbook.xlsx and templates are in " + folder, ""},
		{"init " + folder, exitUsage, "", filepath.Join(folder, "audit-workbook.xlsx") + " exists already\nhint: "},
		{"init --templates " + templates + " " + folder + "-2", exitOK, "audit-workbook.xlsx", ""},
		{"check -q " + folder, exitOK, "0 errors, 0 warnings, 0 notes", ""},
		{"check -q --templates " + templates + " " + folder, exitOK, "0 errors, 0 warnings, 0 notes", ""},
	} {
		var stdout, stderr bytes.Buffer
		status := run(t.Context(), strings.Fields(step.args), &stdout, &stderr)
		if status != step.status || !strings.Contains(stdout.String(), step.stdout) || !strings.Contains(stderr.String(), step.stderr) || (stderr.Len() > 0) != (step.stderr != "") {
			t.Errorf("%s: status %d\n%s%s", step.args, status, &stdout, &stderr)
		}
	}
}
