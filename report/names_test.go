package report

import (
	"os/exec"
	"slices"
	"strings"
	"testing"

	"plimsoll/report/problem"

	"plimsoll/report/audit"
)

// Problem is short for the tests.
type Problem = problem.Problem

func factoriesCalled(ids ...string) []*audit.Factory {
	var out []*audit.Factory
	for _, id := range ids {
		out = append(out, &audit.Factory{ID: id})
	}
	return out
}

// floors holds the house from the ground up: a room imports rooms of lower floors and of its own company (a folder and
// what lies in it), and internal nothing of plimsoll's but itself.
func floors() [][]string {
	return [][]string{
		{"internal"},
		{"problem"},
		{"workbook", "standard"},
		{"mapping", "audit"},
		{"benchmark"},
		{"told", "explain", "language"},
		{"compose", "annotate", "blank", "export", "output"},
	}
}

// floorOf is the floor of a room by its path below report; none for report itself, which may import all.
func floorOf(room string) (floor int, company string) {
	company, _, _ = strings.Cut(room, "/")
	for i, rooms := range floors() {
		if slices.Contains(rooms, company) {
			return i, company
		}
	}
	return -1, company
}

// TestImportsRunDownhill holds the sentence: internal imports nothing of plimsoll's; problem ← workbook, standard ←
// mapping, audit ← benchmark ← told, explain ← compose; report imports all. excelize is imported by workbook, blank and
// internal/ooxml, fpdf by internal/pdf alone.
func TestImportsRunDownhill(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "plimsoll/report/...", "plimsoll/cmd/...", "plimsoll/templates").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		if slices.Contains(fields, "testing") { // makes things for tests; no program has it
			continue
		}
		room, inside := strings.CutPrefix(fields[0], "plimsoll/report/")
		floor, company := floorOf(room)
		if inside && floor < 0 {
			t.Errorf("%s stands on no floor of the house", room)
		}
		for _, imported := range fields[1:] {
			if inside {
				holdDownhill(t, room, floor, company, imported)
			}
			if strings.Contains(imported, "excelize") && !slices.Contains([]string{"workbook", "blank", "internal/ooxml"}, room) {
				t.Errorf("%s imports %s", fields[0], imported)
			}
			if strings.Contains(imported, "fpdf") && room != "internal/pdf" {
				t.Errorf("%s imports %s", fields[0], imported)
			}
		}
	}
}

func holdDownhill(t *testing.T, room string, floor int, company, imported string) {
	t.Helper()
	other, ours := strings.CutPrefix(imported, "plimsoll/")
	if !ours {
		return
	}
	below, otherCompany := floorOf(strings.TrimPrefix(other, "report/"))
	if below < 0 || below >= floor && otherCompany != company {
		t.Errorf("%s imports %s", room, imported)
	}
}
