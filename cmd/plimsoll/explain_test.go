package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// TestExplainCommand runs explain on the sample the way a person does.
func TestExplainCommand(t *testing.T) {
	const sample = "../../sample-data"
	for _, step := range []struct {
		args           string
		status         int
		stdout, stderr string
	}{
		{"explain --help", exitOK, "plimsoll explain [flags] FACTORY AREA", ""},
		{"explain CN-01", exitUsage, "", "give a FACTORY and an AREA"},
		{"explain CN-1 noise " + sample, exitUsage, "", "there is no factory \"CN-1\"\nhint: write CN-01 if that is meant; one of CN-01, CN-02"},
		{"explain CN-01 nosie " + sample, exitUsage, "", "there is no area \"nosie\"\nhint: write noise if that is meant; one of air, "},
		{"explain CN-01 noise --indicator level " + sample, exitUsage, "", "one of all, exposure"},
		{"explain CN-01 light --subject cuting " + sample, exitUsage, "", "write cutting if that is meant"},
		{"explain CN-01 noise nowhere", exitUsage, "", "check the path"},
		{"explain CN-01 noise 2026-Q9 " + sample, exitUsage, "", "2026-Q9"},
		{"explain --period spring CN-01 noise " + sample, exitUsage, "", "is not a quarter"},
		{"explain GB-01 dorms " + sample, exitLeftOut, "not measured: no reading of the sheet Dorms is of GB-01 up to 2026-Q3; the sheet Factories says", ""},
		{"explain CN-01 Noise 2025-q3 --indicator exposure " + sample, exitOK, "CN-01 Meihua Footwear · noise · 2025-Q3", ""},
		{"explain CN-01 noise --period 2025-Q3 " + sample, exitOK, "CN-01 Meihua Footwear · noise · 2025-Q3", ""},
		{"explain CN-01 air --subject toluene " + sample, exitOK, "air concentration of toluene (108-88-3): 16.6667 mg/m3", ""},
	} {
		var stdout, stderr bytes.Buffer
		status := run(t.Context(), strings.Fields(step.args), &stdout, &stderr)
		said := strings.Join(strings.Fields(stdout.String()), " ")
		if status != step.status || !strings.Contains(said, step.stdout) || !strings.Contains(stderr.String(), step.stderr) || (stderr.Len() > 0) != (step.stderr != "") {
			t.Errorf("%s: status %d\n%s%s", step.args, status, &stdout, &stderr)
		}
	}
}

// TestExplainJSON holds the names that other programs look for.
func TestExplainJSON(t *testing.T) {
	var stdout, stderr bytes.Buffer
	if status := run(t.Context(), strings.Fields("explain US-01 air --json ../../sample-data"), &stdout, &stderr); status != exitOK {
		t.Fatalf("status %d: %s", status, &stderr)
	}
	var e struct {
		Factory struct{ ID string }
		Results []struct {
			Row struct {
				Level  *float64
				Change *float64
			}
			Units []struct {
				Readings []struct {
					Place string
					Cells []struct{ Place, Column, Text string }
				}
			}
		}
	}
	if err := json.Unmarshal(stdout.Bytes(), &e); err != nil {
		t.Fatal(err)
	}
	first := e.Results[0].Units[0].Readings[0]
	if e.Factory.ID != "US-01" || first.Place != "US-01.xlsx!Air!52" || first.Cells[0].Place != "US-01.xlsx!Air!A52" || first.Cells[0].Text != "US-01" {
		t.Errorf("%+v", first)
	}
	if e.Results[0].Row.Level == nil || e.Results[len(e.Results)-1].Row.Level != nil {
		t.Error("a level that there is, and the one of all that there is not")
	}
}
