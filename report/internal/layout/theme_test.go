package layout

import (
	"math"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"plimsoll/report/internal/chart"
)

func TestThemeErrors(t *testing.T) {
	data, err := os.ReadFile("../../../templates/theme.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for change, want := range map[[2]string]string{
		{"paper: a4", "paper: a5"}:                           "theme.yaml:2: paper is \"a5\" (a4 or letter)",
		{"foot:", "foott:"}:                                  "theme.yaml:5: the key \"foott\" is not known here",
		{"height: 9.2", "height: nine"}:                      "theme.yaml:5: \"nine\" stands where a number belongs",
		{"\"#0b5c7a\"", "\"blue\""}:                          "theme.yaml:48: \"blue\" is no colour",
		{"\"#0b5c7a\"", "[1]"}:                               "theme.yaml:48: ",
		{"left: 15 }", "left: 120 }"}:                        "theme.yaml:3: margins leave less than half of the paper",
		{"top: 12", "top: -3"}:                               "theme.yaml:3: -3 is no length",
		{"row: 3 }", "row: .inf }"}:                          "theme.yaml:8: +Inf is no length",
		{"  warm: \"", "  warmer: \""}:                       "colors lacks \"warm\"",
		{"  warn: { color", "  warn: { colour"}:              "theme.yaml:29: the key \"colour\" is not known here",
		{"warn: { color: warm", "warn: { color: red"}:        "theme.yaml:29: colors lacks \"red\"",
		{"  warn: {", "  warning: {"}:                        "theme.yaml:18: classes lacks \"warn\"",
		{"  default: {", "  other: {"}:                       "theme.yaml:32: tables lacks \"default\"",
		{"leading: 1.3, c", "lead: 1, c"}:                    "theme.yaml:7: the key \"lead\"",
		{"- { size: 11, leading", "- { size: 1100, leading"}: "theme.yaml:13: 1100 is no size for text",
		{"colors:", "colors: {}\ncolours:"}:                  "theme.yaml:",
		{"# logo: {", "logo: { colour: red,"}:                "the key \"colour\" is not known here",
	} {
		broken := strings.Replace(string(data), change[0], change[1], 1)
		templates := fstest.MapFS{"theme.yaml": {Data: []byte(broken)}}
		if _, err := LoadTheme(templates); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v: %v", change, err)
		}
	}
}

// The shipped colours can be told from the paper and the tint, also printed in grey: text by 4.5 to 1, lines of figures
// by 3 to 1 (WCAG 2.1, 1.4.3 and 1.4.11).
func TestContrast(t *testing.T) {
	theme := options(t).Theme
	for role, least := range map[chart.Color]float64{
		chart.Ink: 7, chart.Muted: 4.5, chart.Accent: 4.5, chart.Warm: 4.5, chart.Grey: 3,
	} {
		for _, ground := range []chart.Color{chart.White, chart.Tint} {
			light, dark := luminance(theme.color(ground)), luminance(theme.color(role))
			if got := (light + 0.05) / (dark + 0.05); got < least {
				t.Errorf("%s on %s has a contrast of %.2f", role, ground, got)
			}
		}
	}
}

// luminance is relative, after WCAG.
func luminance(c Color) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
