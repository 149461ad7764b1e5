package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// theirs is the laboratory's workbook of the README, and the programme that its factory belongs to.
func theirs(t *testing.T, dir string) {
	t.Helper()
	for name, sheets := range map[string]map[string][][]any{
		"lab.xlsx": {"Results": {{"Noise survey, laboratory X"}, {"Object", "Measured on", "Place", "LAeq dB(A)", "Weather"},
			{"VN-01", "03.07.2026", "Sewing 1", "84,5", "dry"}, {"VN-01", "14.07.2026", "Sewing 2", "8o,2"}, {"VN-01", "14.07.2026", "Cutting", "88,2", "rain"}, {"Mean", "", "", "86,7"}}},
		"programme.xlsx": {"Factories": {{"Factory ID", "Name", "Country"}, {"VN-01", "Alpha", "VN"}}},
	} {
		f := excelize.NewFile()
		for sheet, rows := range sheets {
			if err := f.SetSheetName("Sheet1", sheet); err != nil {
				t.Fatal(err)
			}
			for i, row := range rows {
				at, _ := excelize.CoordinatesToCellName(1, i+1)
				if err := f.SetSheetRow(sheet, at, &row); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := f.SaveAs(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
		f.Close()
	}
}

// section is a part of the README, its fenced blocks one by one.
func section(t *testing.T, title string) (blocks []string) {
	t.Helper()
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(data), "\n## "+title+"\n")
	rest, _, _ = strings.Cut(rest, "\n## ")
	for i, part := range strings.Split(rest, "```") {
		if i%2 == 1 {
			blocks = append(blocks, part)
		}
	}
	if !found || len(blocks) != 3 {
		t.Fatalf("the README's section %q has %d blocks", title, len(blocks))
	}
	return blocks
}

// TestReadmeSession runs the README's session with somebody else's workbook, and holds what it shows against what is said.
func TestReadmeSession(t *testing.T) {
	blocks := section(t, "Somebody else's workbook")
	t.Chdir(t.TempDir())
	if err := os.Mkdir("audits", 0o755); err != nil {
		t.Fatal(err)
	}
	theirs(t, "audits")
	session(t, blocks[0])
	proposed, err := os.ReadFile("lab.yaml")
	if err != nil {
		t.Fatal(err)
	}
	shown := strings.TrimPrefix(blocks[1], "yaml\n")
	reviewed := keepComment(string(proposed))
	if !strings.HasSuffix(reviewed, shown) {
		t.Errorf("the proposal is\n%s\nand the README shows\n%s", reviewed, shown)
	}
	if status := call("check -q --mapping lab.yaml audits").status; status != exitUsage {
		t.Errorf("a proposal with a blank in it: exit status %d", status)
	}
	if err := os.WriteFile("lab.yaml", []byte(reviewed), 0o644); err != nil {
		t.Fatal(err)
	}
	session(t, blocks[2])
}

// keepComment fills in the one blank, as the README says.
func keepComment(proposed string) string {
	var out []string
	for _, line := range strings.Split(proposed, "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), "Factory ID: ???") {
			line = "        Factory ID: Object"
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// called is what a command line came to.
type called struct {
	status int
	said   string
}

func call(args string) called {
	var stdout, stderr bytes.Buffer
	status := run(context.Background(), strings.Fields(args), &stdout, &stderr)
	return called{status, stderr.String() + stdout.String()}
}

// session runs the commands of a session and holds each line that it shows against what they say; … stands for anything.
func session(t *testing.T, shown string) {
	t.Helper()
	said := ""
	for line := range strings.Lines(strings.TrimPrefix(shown, "\n")) {
		line = strings.TrimRight(line, "\n")
		if args, isCommand := strings.CutPrefix(line, "$ plimsoll "); isCommand {
			command, rest, _ := strings.Cut(args, " ")
			if command != "map" {
				rest = "-q --show note " + rest
			}
			said = call(command + " " + rest).said
			continue
		}
		found := false
		for got := range strings.Lines(said) {
			found = found || fits(strings.TrimRight(got, "\n"), line)
		}
		if !found {
			t.Errorf("the README shows\n%s\nand the program says\n%s", line, said)
		}
	}
}

func fits(got, shown string) bool {
	parts := strings.Split(shown, "…")
	for i, p := range parts {
		at := strings.Index(got, p)
		if at < 0 || i == 0 && at > 0 {
			return false
		}
		got = got[at+len(p):]
	}
	return got == "" || strings.HasSuffix(shown, "…")
}

func TestMapCommand(t *testing.T) {
	dir := t.TempDir()
	theirs(t, dir)
	letter := filepath.Join(dir, "letter.csv")
	if os.WriteFile(letter, []byte("Dear all,\nplease find the report attached.\n"), 0o600) != nil ||
		os.Mkdir(filepath.Join(dir, "empty"), 0o700) != nil {
		t.Fatal("no folder")
	}
	lab, into := filepath.Join(dir, "lab.xlsx"), filepath.Join(dir, "lab.yaml")
	for _, step := range []struct {
		args   string
		status int
		says   string
	}{
		{"map", exitUsage, "map takes a WORKBOOK"},
		{"map nowhere.xlsx", exitUsage, "nowhere.xlsx"},
		{"map --period 2026-Q3 " + lab, exitUsage, "there is no flag -period"},
		{"map --help", exitOK, "plimsoll map [flags] WORKBOOK"},
		{"map " + lab, exitOK, "Level: LAeq dB(A)"},
		{"map " + lab + " -o " + into, exitOK, into + " holds a proposal"},
		{"map " + lab + " -o " + into, exitUsage, "it exists already"},
		{"map --mapping " + into + " " + lab, exitUsage, "??? is still to be filled in"},
		{"map " + filepath.Join(dir, "programme.xlsx"), exitOK, "nothing is to be mapped: every sheet is read as it stands"},
		{"map " + letter + " -o " + filepath.Join(dir, "none.yaml"), exitLeftOut, "error: nothing can be mapped"},
		{"map " + lab + " " + filepath.Join(dir, "programme.xlsx"), exitOK, "Factory ID: Object"},
		{"check -q --mapping " + filepath.Join(dir, "empty") + " " + lab, exitUsage, "the folder holds no mapping"},
		{"check -q --mapping " + dir + " " + lab, exitUsage, into + ":"},
	} {
		if got := call(step.args); got.status != step.status || !strings.Contains(got.said, step.says) {
			t.Errorf("%s: status %d\n%s", step.args, got.status, got.said)
		}
	}
}
