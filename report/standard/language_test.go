package standard

import (
	"strings"
	"testing"
	"testing/fstest"

	"plimsoll/templates"
)

// TestShippedLanguagesNameEverything holds that a workbook can be written whole in every language that is shipped.
func TestShippedLanguagesNameEverything(t *testing.T) {
	std := built(t)
	for _, l := range std.Languages {
		if l.Example == "" {
			t.Errorf("%s: no mark of an example", l.Tag)
		}
		if l.Tag == "en" {
			continue // headings are English by themselves
		}
		missing := func(format string, args ...any) { t.Errorf("%s: "+format, append([]any{l.Tag}, args...)...) }
		for _, sheet := range std.Sheets {
			nameless(l, sheet, false, missing)
		}
		for _, area := range std.Areas {
			nameless(l, &area.Sheet, true, missing)
			if l.AreaName(area.ID) == "" {
				missing("area %s", area.ID)
			}
		}
		for _, id := range std.ProcessIDs() {
			if l.ProcessName(id) == "" {
				missing("process %s", id)
			}
		}
		for _, agent := range std.agents.list {
			if l.agents[agent.ID] == "" {
				missing("agent %s (%s)", agent.ID, agent.Name)
			}
		}
	}
}

func nameless(l *Language, sheet *Sheet, ofArea bool, missing func(string, ...any)) {
	if l.Sheets[sheet.Name].Name == "" || len([]rune(l.Sheets[sheet.Name].Name)) > 31 {
		missing("sheet %s", sheet.Name)
	}
	for i := range sheet.Columns {
		c := &sheet.Columns[i]
		text := l.Text(sheet, c, ofArea)
		if text.Name == "" || sheet.Column(text.Name) != i {
			missing("%s, %s: heading %q", sheet.Name, c.Name, text.Name)
		}
		for word := range c.Words {
			if found, ok := c.Word(l.Words[word]); !ok || found != word {
				missing("%s, %s: word %s is %q", sheet.Name, c.Name, word, l.Words[word])
			}
		}
	}
	for i, key := range sheet.Keys {
		if name := l.Settings[key.Name].Name; name == "" || sheet.Key(name) != i {
			missing("setting %s is %q", key.Name, name)
		}
	}
}

// TestLanguageMistakesNameTheirLine refuses names of two things and of nothing.
func TestLanguageMistakesNameTheirLine(t *testing.T) {
	for text, want := range map[string]string{
		"workbook:\n  sheets:\n    Noise:\n      columns:\n        Date: {name: Location}\n": "languages/xx.yaml:5: \"Location\" is a name of both Location and Date",
		"workbook:\n  sheets:\n    Noise: {name: Air}\n":                                     "languages/xx.yaml:3: \"Air\" is a name of both",
		"workbook:\n  sheets:\n    Noize: {name: X}\n":                                       "languages/xx.yaml:3: there is no sheet \"Noize\"",
		"workbook:\n  sheets:\n    Noise:\n      columns:\n        Lvl: {name: X}\n":         "languages/xx.yaml:5: the sheet Noise has no column \"Lvl\"",
		"workbook:\n  words:\n    internal: third party\n":                                   "languages/xx.yaml:3: \"third party\" is a name of both",
		"process:\n  cutting: sewing\n":                                                      "languages/xx.yaml:2: \"sewing\" is a name of both",
		"agent:\n  \"71-43-2\": toluene\n":                                                   "languages/xx.yaml:2: \"toluene\" is a name of both",
		"area:\n  noise: Air\n":                                                              "languages/xx.yaml:2: \"Air\" is a name of both",
		"workbook:\n  note: {exampel: x}\n":                                                  "languages/xx.yaml:2: nothing is called \"exampel\" here (example is meant?)",
		"workbook:\n  note:\n    passed: \"{marks}\"\n":                                      "languages/xx.yaml:3: nothing fills {marks} ({mark} is meant?)",
		"workbook:\n  kind:\n    id: \"{x}\"\n":                                              "languages/xx.yaml:3: nothing fills {x}",
		"workbook:\n  settings: {Programm: {name: X}}\n":                                     "languages/xx.yaml:2: nothing is called \"Programm\" here (Programme is meant?)",
		"workbook:\n  common: {Dat: {name: X}}\n":                                            "languages/xx.yaml:2: nothing is called \"Dat\" here (Date is meant?)",
		"workbook:\n  words: {internall: X}\n":                                               "languages/xx.yaml:2: nothing is called \"internall\" here (internal is meant?)",
		"workbook:\n  colums: {}\n":                                                          "languages/xx.yaml:2: the key \"colums\" is not known here",
	} {
		own := templates.Over(fstest.MapFS{"languages/xx.yaml": {Data: []byte(text)}}, templates.Files)
		if _, err := Load(own); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}
