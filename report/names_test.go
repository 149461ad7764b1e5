package report

import (
	"os/exec"
	"slices"
	"strings"
	"testing"

	"plimsoll/report/audit"
)

// Problem is short for the tests.
type Problem = audit.Problem

func factoriesCalled(ids ...string) []*audit.Factory {
	var out []*audit.Factory
	for _, id := range ids {
		out = append(out, &audit.Factory{ID: id})
	}
	return out
}

// TestImportsRunDownhill holds the house: the leaves import nothing of ours, the libraries stay in their rooms.
func TestImportsRunDownhill(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "plimsoll/report/...", "plimsoll/cmd/...", "plimsoll/templates").Output()
	if err != nil {
		t.Fatal(err)
	}
	may := map[string]string{"workbook": "", "settings": "", "standard": "settings", "document": "", "chart": "", "picture": "", "audit": "standard workbook",
		"mapping/declaration": "standard workbook", "mapping": "mapping/declaration standard workbook", "mapping/proposal": "mapping/declaration mapping standard workbook",
		"benchmark": "audit standard workbook", "explain": "audit benchmark standard workbook", "layout": "chart document picture settings", "pdf": "layout picture", "compose": "audit benchmark chart document settings standard workbook"}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		room, inside := strings.CutPrefix(fields[0], "plimsoll/report/")
		for _, imported := range fields[1:] {
			ours, isOurs := strings.CutPrefix(imported, "plimsoll/report/")
			if inside && isOurs && !slices.Contains(strings.Fields(may[room]), ours) {
				t.Errorf("%s imports %s", room, ours)
			}
			if strings.Contains(imported, "excelize") && room != "workbook" {
				t.Errorf("%s imports %s", fields[0], imported)
			}
		}
	}
}
