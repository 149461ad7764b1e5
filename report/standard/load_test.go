package standard

import (
	"io/fs"
	"regexp"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"plimsoll/templates"
)

var builtIn = sync.OnceValues(func() (*Standard, error) { return Load(templates.Files) })

// built is the standard of the built-in templates, loaded once; tests do not change it.
func built(t testing.TB) *Standard {
	t.Helper()
	s, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// edited is the built-in YAML with some files put in front.
func edited(t testing.TB, files map[string]string) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	for _, pattern := range []string{"*.yaml", "areas/*.yaml", "limits/*.yaml"} {
		names, _ := fs.Glob(templates.Files, pattern)
		for _, name := range names {
			data, err := fs.ReadFile(templates.Files, name)
			if err != nil {
				t.Fatal(err)
			}
			out[name] = &fstest.MapFile{Data: data}
		}
	}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

// water is an area as a newcomer would write it, with one line to replace.
func water(old, new string) string {
	return strings.Replace(`id: water
name: Water
shape: readings
sheet:
  name: Water
  columns:
    - {name: Factory ID, kind: id, field: factory, required: true}
    - {name: Date, kind: date, field: date, required: true}
    - {name: Location, kind: text, field: place, required: true}
    - {name: Result, kind: number, field: value, required: true}
unit: mg/L
units:
  - {name: mg/L}
  - {name: ug/L, factor: 0.001}
indicators:
  - {id: residual-chlorine, unit: mg/L, level: lowest, better: higher, change_percent: 10}
`, old, new, 1)
}

func TestLoadTakesANewArea(t *testing.T) {
	s, err := Load(edited(t, map[string]string{
		"areas/water.yaml":  water("", ""),
		"limits/water.yaml": `limits: [{area: water, indicator: Residual chlorine, jurisdiction: "*", limit: 200, unit: ug/L, kind: code, source: WHO}]`,
	}))
	if err != nil {
		t.Fatal(err)
	}
	if ids := strings.Join(s.AreaIDs(), " "); ids != "air light noise dorms earnings living equipment water" {
		t.Errorf("areas stand in the order %s", ids)
	}
	found := NewLimits(s.Limits, nil).Applying(Question{Area: "water", Indicator: "residual-chlorine", Region: "VN"}, nil)
	if l := found[1]; l == nil || l.Value != 0.2 || l.Place.String() != "templates/limits/water.yaml" {
		t.Errorf("its limit is %+v", l)
	}
}

// Whatever is wrong in a template is an error that names the file, and the line where YAML itself is the matter.
// lined is an error that begins with a file and a line.
var lined = regexp.MustCompile(`^[a-z/]+\.yaml:\d+: `)

func TestLoadRefuses(t *testing.T) {
	area := func(old, new string) map[string]string { return map[string]string{"areas/water.yaml": water(old, new)} }
	countries := func(more string) map[string]string {
		return map[string]string{"countries.yaml": "countries:\n  CN: {code: CHN, names: {en: China}}\n" + more + "\n"}
	}
	limit := func(text string) map[string]string {
		return map[string]string{"limits/own.yaml": "limits:\n- {" + text + "}\n"}
	}
	const noise = `area: noise, indicator: exposure, jurisdiction: "*", limit: 85, unit: dB(A), kind: code, source: S`
	const light = `area: light, indicator: illuminance, jurisdiction: CN, limit: 300, unit: lx, kind: code, source: S`
	const air = `area: air, indicator: concentration, jurisdiction: CN, limit: 300, unit: mg/m3, kind: code, source: S`
	const pay = `area: earnings, indicator: minimum, jurisdiction: CN, limit: 2000, unit: CNY, kind: legal, source: S`
	const hours = `area: earnings, indicator: hours, jurisdiction: CN, limit: 60, unit: h, kind: code, source: S`
	for _, test := range []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{"an unknown key of an area", area("unit: mg/L", "unitt: mg/L"), []string{"areas/water.yaml:11: ", `the key "unitt" is not known`}},
		{"an unknown key of a column", area("kind: number", "kin: number"), []string{"areas/water.yaml:10: ", `"kin"`}},
		{"an unknown key of a limit", limit(noise + ", sourse: S"), []string{"limits/own.yaml:2: ", `"sourse"`}},
		{"an unknown key of an agent", map[string]string{"agents.yaml": "agents:\n- {id: x, name: x, mass: 1}\n"}, []string{"agents.yaml:2: ", `"mass"`}},
		{"a key given twice", limit(noise + ", kind: legal"), []string{"limits/own.yaml:2: ", "kind"}},
		{"no YAML at all", map[string]string{"processes.yaml": "processes: ["}, []string{"processes.yaml:1: "}},
		{"a number that is none", limit(strings.Replace(noise, "85", "eighty", 1)), []string{"limits/own.yaml:2: ", `"eighty" stands where a number belongs`}},

		{"an area called like another", area("name: Water", "name: Noise"), []string{"areas/water.yaml", `"Noise" is a name of noise`}},
		{"a sheet called like another", area("  name: Water", "  name: Water sheet\n  aliases: [Safety]"), []string{`"Safety" is a name of both`}},
		{"a heading of two columns", area("required: true}\n    - {name: Loc", "required: true, aliases: [Place]}\n    - {aliases: [place], name: Loc"), []string{"areas/water.yaml", "name of both Date and Location"}},
		{"a unit of two names", area("{name: ug/L,", "{name: ug/L, aliases: [MG / L],"), []string{"areas/water.yaml", "name of both mg/L and ug/L"}},
		{"an agent alias of two", map[string]string{"agents.yaml": "agents:\n- {id: 108-88-3, name: toluene}\n- {id: 71-43-2, name: benzene, aliases: [Toluene]}\n"}, []string{"agents.yaml", "toluene and benzene"}},
		{"a process alias of two", map[string]string{"processes.yaml": "processes:\n- {id: a, name: a, aliases: [x]}\n- {id: b, name: b, aliases: [X]}\n"}, []string{"processes.yaml", "both a and b"}},

		{"a country's name of two", countries("  TW: {code: TWN, names: {en: Taiwan}, also: [China]}"), []string{"countries.yaml:3: ", "name of both CN and TW"}},
		{"a country without an English name", countries("  TW: {code: TWN, names: {vi: Đài Loan}}"), []string{"countries.yaml:3: ", "TW needs"}},
		{"a country that became none", countries("former:\n  SU: {names: [Soviet Union], until: 1992, now: [ZZ]}"), []string{"countries.yaml:4: ", "SU needs"}},

		{"an unknown shape", area("shape: readings", "shape: samples"), []string{"areas/water.yaml", `"samples"`, "readings"}},
		{"an unknown level", area("level: lowest", "level: average"), []string{"areas/water.yaml", `unknown level "average"`, "mean"}},
		{"no level", area("level: lowest, ", ""), []string{"areas/water.yaml", `unknown level ""`}},
		{"no direction", area("better: higher, ", ""), []string{"areas/water.yaml", "better"}},
		{"no step", area(", change_percent: 10", ""), []string{"areas/water.yaml", "smallest change"}},
		{"another unit of the indicator", area("unit: mg/L, level", "unit: g/L, level"), []string{"areas/water.yaml", `"g/L"`}},
		{"a second indicator without values of its own", area("indicators:\n", "indicators:\n  - {id: lead, unit: mg/L, level: mean, better: lower, change_percent: 10}\n"), []string{"areas/water.yaml", "columns of values"}},
		{"no indicator", area("indicators:\n  - {id: residual-chlorine, unit: mg/L, level: lowest, better: higher, change_percent: 10}\n", ""), []string{"areas/water.yaml", "no indicator"}},
		{"an indicator called all", area("id: residual-chlorine", "id: all"), []string{"areas/water.yaml", "other than all"}},
		{"a lead that is no indicator", area("shape: readings", "shape: readings\nlead: lead"), []string{"areas/water.yaml", `lead "lead"`}},
		{"a missing column", area("field: place, required: true", "field: place"), []string{"areas/water.yaml", `"place"`}},
		{"a field no reading has", area("field: place,", "field: plaice,"), []string{"areas/water.yaml", `"place"`}},
		{"a factory column that audit would not find", area("name: Factory ID", "name: Mill"), []string{"areas/water.yaml", "column Mill", "Factory ID"}},
		{"results that audit would not find", area("{name: Result, kind: number", "{name: Result, kind: concentration"), []string{"areas/water.yaml", "column Result", "Concentration"}},
		{"an unknown kind of column", area("kind: number", "kind: float"), []string{"areas/water.yaml", `"float"`}},

		{"a country that is none", limit(strings.Replace(pay, "CN", "SU-1", 1)), []string{"limits/own.yaml:2: ", `"SU" is no country's code (SU (Soviet Union) ended`}},
		{"a country by another code", limit(strings.Replace(pay, "CN", "UK", 1)), []string{"limits/own.yaml:2: ", `"UK" is no country's code (write GB`}},
		{"an unknown process", limit(light + ", subject: smithing"), []string{"limits/own.yaml:2: ", `unknown process "smithing" (one of cutting, `}},
		{"an unknown agent", limit(air + ", subject: glue"), []string{"limits/own.yaml:2: ", `unknown agent "glue"`}},
		{"a process of noise", limit(noise + ", subject: cutting"), []string{"limits/own.yaml:2: ", "a limit of noise has no subject"}},
		{"a deduction of all pay", limit(pay + ", deduction: 1"), []string{"limits/own.yaml:2: ", "deduction is 1: "}},
		{"a deduction below nothing", limit(pay + ", deduction: -0.1"), []string{"limits/own.yaml:2: ", "deduction is -0.1: "}},
		{"a deduction that is no number", limit(pay + ", deduction: .nan"), []string{"limits/own.yaml:2: ", "deduction is NaN: "}},
		{"a deduction of noise", limit(noise + ", deduction: 0.1"), []string{"limits/own.yaml:2: ", "a limit of pay"}},
		{"normal hours of pay", limit(pay + ", normal: 40"), []string{"limits/own.yaml:2: ", "normal is 40: "}},
		{"normal hours above a week's", limit(hours + ", normal: 169"), []string{"limits/own.yaml:2: ", "normal is 169: "}},
		{"an unknown kind of limit", limit(strings.Replace(noise, "code", "law", 1)), []string{"limits/own.yaml:2: ", `"law"`}},
		{"no source", limit(strings.Replace(noise, ", source: S", "", 1)), []string{"limits/own.yaml", "source"}},
		{"an unknown area", limit(strings.Replace(noise, "noise", "smell", 1)), []string{"limits/own.yaml", `unknown area "smell"`}},
		{"an unknown unit", limit(strings.Replace(noise, "dB(A)", "dB", 1)), []string{"limits/own.yaml", `unknown unit "dB"`}},
		{"a date that is none", limit(noise + ", from: 2026-02-30"), []string{"limits/own.yaml", "2026-02-30"}},
		{"an end before the start", limit(noise + ", from: 2026-01-02, to: 2026-01-01"), []string{"limits/own.yaml", "before it starts"}},
		{"a misspelt averaging", limit(noise + ", averaging: 8hr"), []string{"limits/own.yaml", `"8hr"`}},
		{"a misspelt basis", limit(noise + ", basis: nett"), []string{"limits/own.yaml", `"nett"`}},
		{"an exchange rate of 4", limit(noise + ", exchange: 4"), []string{"limits/own.yaml", "exchange 4"}},
		{"a temperature of 68", limit(noise + ", temperature: 68"), []string{"limits/own.yaml", "temperature 68"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Load(edited(t, test.files))
			if err == nil {
				t.Fatal("it is taken without a word")
			}
			if !lined.MatchString(err.Error()) {
				t.Errorf("the error names no line: %v", err)
			}
			for _, want := range test.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("the error does not say %s:\n%v", want, err)
				}
			}
		})
	}
}

func TestLoadNamesAMissingFile(t *testing.T) {
	files := edited(t, nil)
	delete(files, "agents.yaml")
	if _, err := Load(files); err == nil || !strings.Contains(err.Error(), "agents.yaml") {
		t.Error(err)
	}
}

func TestWordsOfTheSheets(t *testing.T) {
	s := built(t)
	for _, word := range []string{"N/A", "n/a", "-", "–", "/", "not measured", "不适用", "未检测"} {
		if !s.NotMeasured(word) {
			t.Errorf("%q does not stand for not measured", word)
		}
	}
	for _, word := range []string{"ND", "n.d.", "<LOD", "＜LOD", "未检出", "KPH"} {
		if !s.BelowDetection(word) || s.NotMeasured(word) {
			t.Errorf("%q does not stand for below detection", word)
		}
	}
	if yes, ok := s.YesNo("是"); !yes || !ok {
		t.Error("是 is not yes")
	}
	if id, known := s.FindingArea("噪声"); id != "noise" || !known {
		t.Errorf("a finding on 噪声 is about %q", id)
	}
	if id, known := s.FindingArea("Fire safety"); id != "safety" || !known {
		t.Errorf("a finding on fire safety is about %q", id)
	}
	if _, known := s.FindingArea("parking"); known {
		t.Error("a finding on parking is known")
	}
}
