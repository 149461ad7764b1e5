package standard

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"plimsoll/report/internal/yaml"
)

// Area is one field of conditions that is measured: air, light, noise, dorms, earnings, or one that a user added.
type Area struct {
	ID         string      `yaml:"id"`
	Name       string      `yaml:"name"`
	Aliases    []string    `yaml:"aliases"`
	Order      int         `yaml:"order"`  // its place in results and documents
	Always     bool        `yaml:"always"` // every factory has a row for it, measured or not
	Shape      string      `yaml:"shape"`  // the word for Kind
	Kind       Kind        `yaml:"-"`      // what its rows are, and how they make figures
	People     string      `yaml:"people"` // whom its weights count, for documents: workers, residents
	Lead       string      `yaml:"lead"`   // the indicator that documents show first
	Sheet      Sheet       `yaml:"sheet"`
	Unit       string      `yaml:"unit"` // the unit all values are brought to
	Units      []Unit      `yaml:"units"`
	Currencies Words       `yaml:"currencies"`
	Indicators []Indicator `yaml:"indicators"`

	units      map[string]*Unit
	unitNames  []string // folded names and aliases, the longest first
	currencies map[string]string
}

// Overall is the indicator that sums up an area.
const Overall = "all"

// Indicator is one figure of an area.
type Indicator struct {
	ID            string  `yaml:"id"`
	Name          string  `yaml:"name"`
	Unit          string  `yaml:"unit"`  // of level, limit and worst; "currency" = the currency of the rows
	Level         string  `yaml:"level"` // how the level is computed: a function of package benchmark
	Better        string  `yaml:"better"`
	Change        float64 `yaml:"change"`         // smallest change that counts, in the unit
	ChangePercent float64 `yaml:"change_percent"` // … in percent of the baseline level
	ChangeRatio   float64 `yaml:"change_ratio"`   // … as a ratio; then Spread too
	Spread        float64 `yaml:"spread"`         // geometric standard deviation assumed by the ratio test
	Wage          bool    `yaml:"wage"`           // judged by wage region, in the row's currency and basis
	OnlyWithLimit bool    `yaml:"only_with_limit"`
	WithoutLimit  bool    `yaml:"without_limit"` // nothing that law, code or a target could draw a line for
	Apart         bool    `yaml:"apart"`         // it does not enter the area's overall row
	JudgedBy      string  `yaml:"judged_by"`     // the field held against limits where a row gives it
	// LimitsOf is the indicator whose limits it is held against, where these are not its own; Averaging are the
	// averaging times of these, of which the strictest governs; none = 8h.
	LimitsOf  string   `yaml:"limits_of"`
	Averaging []string `yaml:"averaging"`
	Decimals  *int     `yaml:"decimals"` // in documents; none = three significant digits
	Share     bool     `yaml:"share"`    // documents print it as a percentage
}

// Higher says that more is better.
func (i *Indicator) Higher() bool { return i.Better == "higher" }

// ByDistance says that nearer to zero is better, from both sides: it is not better to pay women more than men.
func (i *Indicator) ByDistance() bool { return i.Better == "zero" }

// Unit is a unit that values may come in; (value + Offset) × Factor is in the area's unit.
type Unit struct {
	Name     string   `yaml:"name"`
	Aliases  []string `yaml:"aliases"`
	Factor   float64  `yaml:"factor"`
	Offset   float64  `yaml:"offset"`    // of scales whose zero lies elsewhere: −32 for °F into °C
	ByVolume bool     `yaml:"by_volume"` // ppm: needs a molar mass and a temperature; Factor brings it to ppm
}

// UnitOf finds a unit as written.
func (a *Area) UnitOf(s string) (*Unit, bool) {
	u, ok := a.units[FoldSign(s)]
	return u, ok
}

// Convert brings a value to the area's unit, of one by volume to ppm.
func (u *Unit) Convert(v float64) float64 { return (v + u.Offset) * u.Factor }

// UnitNames lists the units for a hint.
func (a *Area) UnitNames() string {
	names := make([]string, len(a.Units))
	for i, u := range a.Units {
		names[i] = u.Name
	}
	return strings.Join(names, ", ")
}

// UnitsIn finds the units that a text names, the longest first where one is part of another: "Toluene (mg/m³)". Sorted.
func (a *Area) UnitsIn(text string) []string {
	rest := FoldText(text)
	found := map[string]bool{}
	for _, name := range a.unitNames {
		for at := wordAt(rest, name); at >= 0; at = wordAt(rest, name) {
			found[a.units[FoldSign(name)].Name] = true
			rest = rest[:at] + " " + rest[at+len(name):]
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// wordAt finds a name in a text where it is not part of a longer word; −1 where it is not.
func wordAt(text, name string) int {
	for from := 0; ; {
		i := strings.Index(text[from:], name)
		if i < 0 {
			return -1
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(name):])
		if !joins(before) && !joins(after) {
			return i
		}
		from = i + len(name)
	}
}

// joins says whether a letter beside a unit makes another word of it; a Han character does not.
func joins(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.Is(unicode.Han, r)
}

// Currency gives the ISO 4217 code of a currency as written: any three Latin letters, or an alias.
func (a *Area) Currency(s string) (string, bool) {
	if code, ok := a.currencies[FoldSign(s)]; ok {
		return code, true
	}
	code := strings.ToUpper(strings.TrimSpace(s))
	if len(code) != 3 || strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return "", false
	}
	return code, true
}

// Indicator finds an indicator by its id.
func (a *Area) Indicator(id string) *Indicator {
	for i := range a.Indicators {
		if a.Indicators[i].ID == id {
			return &a.Indicators[i]
		}
	}
	return nil
}

// Subject is the kind of the column that says what a reading is about (agent, process, text), "" where there is none.
func (a *Area) Subject() string {
	if c := a.SubjectColumn(); c != nil {
		return c.Kind
	}
	return ""
}

// prepare completes and checks an area after loading.
func (a *Area) prepare() error {
	if err := a.check(); err != nil {
		return err
	}
	a.units, a.currencies = map[string]*Unit{}, map[string]string{}
	for i := range a.Units {
		u := &a.Units[i]
		if u.Factor == 0 {
			u.Factor = 1
		}
		for _, name := range append([]string{u.Name}, u.Aliases...) {
			if other := a.units[FoldSign(name)]; other != nil && other != u {
				return yaml.Wrong(yaml.At("units", i), "%q is a name of both %s and %s", name, other.Name, u.Name)
			}
			a.units[FoldSign(name)] = u
			a.unitNames = append(a.unitNames, FoldText(name))
		}
	}
	slices.SortStableFunc(a.unitNames, func(x, y string) int { return cmp.Or(len(y)-len(x), strings.Compare(x, y)) })
	for _, code := range slices.Sorted(maps.Keys(a.Currencies)) {
		for _, alias := range append([]string{code}, a.Currencies[code]...) {
			if other := a.currencies[FoldSign(alias)]; other != "" && other != code {
				return yaml.Wrong(yaml.At("currencies", code), "%q is a name of both %s and %s", alias, other, code)
			}
			a.currencies[FoldSign(alias)] = code
		}
	}
	if err := a.Sheet.index(); err != nil {
		return yaml.Below(err, "sheet")
	}
	return a.checkHeadings()
}

func (a *Area) check() error {
	a.Kind = kindOf(a.Shape)
	switch {
	case a.ID == "" || a.ID != Fold(a.ID):
		return yaml.Wrong(yaml.At("id"), "id %q: write one word in lower case", a.ID)
	case a.Kind == nil:
		return yaml.Wrong(yaml.At("shape"), "unknown shape %q (one of %s)", a.Shape, kindIDs())
	case len(a.Indicators) == 0:
		return yaml.Wrong(yaml.At("indicators"), "it has no indicator")
	}
	if err := a.checkFields(); err != nil {
		return err
	}
	for i := range a.Indicators {
		ind := &a.Indicators[i]
		if err := cmp.Or(ind.check(a.Kind), ind.checkLimits(a)); err != nil {
			return yaml.Below(err, "indicators", i)
		}
	}
	return a.checkKind()
}

// checkKind refuses what an area of its kind would pass over without a word.
func (a *Area) checkKind() error {
	if err := a.Kind.check(a); err != nil {
		return err
	}
	switch {
	case a.Lead != "" && a.Indicator(a.Lead) == nil:
		return yaml.Wrong(yaml.At("lead"), "lead %q is none of its indicators", a.Lead)
	case !a.Kind.OfAgents() && slices.ContainsFunc(a.Units, func(u Unit) bool { return u.ByVolume }):
		return yaml.Wrong(yaml.At("units"), "units by volume belong to the shape air")
	}
	return nil
}

func (a *Area) checkFields() error {
	known := map[string]bool{}
	for _, f := range a.Kind.fields() {
		name, required := strings.CutSuffix(f, "*")
		known[name] = true
		has := slices.ContainsFunc(a.Sheet.Columns, func(c Column) bool { return c.Field == name && c.Required })
		if required && !has {
			return yaml.Wrong(yaml.At("sheet", "columns"), "no required column fills the field %q", name)
		}
	}
	for i, c := range a.Sheet.Columns {
		if err := a.checkValue(&c); err != nil {
			return yaml.Below(err, "sheet", "columns", i)
		}
		if c.Field != "" && !known[c.Field] {
			names := strings.ReplaceAll(strings.Join(a.Kind.fields(), ", "), "*", "")
			return yaml.Wrong(yaml.At("sheet", "columns", i, "field"), "column %s: unknown field %q (one of %s)",
				c.Name, c.Field, names)
		}
	}
	return nil
}

// checkValue wants each column of values to lead to an indicator of its own.
func (a *Area) checkValue(c *Column) error {
	switch {
	case c.Field != "value" && c.Indicator != "":
		return yaml.Wrong(yaml.At("indicator"), "column %s: only a column that fills the field value has an indicator",
			c.Name)
	case c.Field == "value" && c.Indicator != "" && a.Indicator(c.Indicator) == nil:
		return yaml.Wrong(yaml.At("indicator"), "column %s: indicator %q is none of the area", c.Name, c.Indicator)
	}
	return nil
}

// Values are the columns that fill the field value, each with the number of its indicator.
func (a *Area) Values() map[int]int {
	out := map[int]int{}
	for i, c := range a.Sheet.Columns {
		if c.Field == "value" {
			out[i] = max(0, slices.IndexFunc(a.Indicators, func(ind Indicator) bool { return ind.ID == c.Indicator }))
		}
	}
	return out
}

// SubjectColumn is the column that says what a reading is about; nil where there is none.
func (a *Area) SubjectColumn() *Column {
	for i := range a.Sheet.Columns {
		if a.Sheet.Columns[i].Field == "subject" {
			return &a.Sheet.Columns[i]
		}
	}
	return nil
}

// checkHeadings wants the names under which audit looks for some columns: a reading without its factory is none.
func (a *Area) checkHeadings() error {
	for i, c := range a.Sheet.Columns {
		heading := map[string]string{"factory": "Factory ID", "unit": "Unit"}[c.Field]
		if c.Kind == "concentration" {
			heading = "Concentration"
		}
		if heading != "" && a.Sheet.Column(heading) != i {
			return yaml.Wrong(yaml.At("sheet", "columns", i), "column %s: call it %s, or give it that alias", c.Name,
				heading)
		}
	}
	return nil
}

func (i *Indicator) check(kind Kind) error {
	switch {
	case i.ID == "" || i.ID == Overall:
		return yaml.Wrong(yaml.At("id"), "an indicator needs an id other than all")
	case !slices.Contains(kind.levels(), i.Level):
		return yaml.Wrong(yaml.At("level"), "indicator %s: unknown level %q (one of %s)", i.ID, i.Level,
			strings.Join(kind.levels(), ", "))
	case !slices.Contains([]string{"higher", "lower", "zero"}, i.Better):
		return yaml.Wrong(yaml.At("better"), "indicator %s: better is %q (higher, lower or zero)", i.ID, i.Better)
	case i.ByDistance() && !i.WithoutLimit:
		return yaml.Wrong(yaml.At("better"), "indicator %s: better is zero only without_limit", i.ID)
	case i.Change == 0 && i.ChangePercent == 0 && i.ChangeRatio == 0:
		return yaml.Wrong(yaml.At("id"),
			"indicator %s: give the smallest change that counts (change, change_percent or change_ratio)", i.ID)
	case i.ChangeRatio != 0 && (i.ChangeRatio < 1 || i.Spread < 1):
		return yaml.Wrong(yaml.At("change_ratio"), "indicator %s: change_ratio and spread are 1 or more", i.ID)
	}
	return nil
}

// checkLimits refuses a way to limits that leads nowhere.
func (i *Indicator) checkLimits(a *Area) error {
	for at, averaging := range i.Averaging {
		if !slices.Contains(averagings(), averaging) {
			return yaml.Wrong(yaml.At("averaging", at), "indicator %s: unknown averaging %q (%s)", i.ID, averaging,
				strings.Join(averagings(), ", "))
		}
	}
	if other := a.Indicator(i.LimitsOf); i.LimitsOf != "" && (other == nil || other.LimitsOf != "") {
		return yaml.Wrong(yaml.At("limits_of"), "indicator %s: limits_of is %q, which is no other indicator with limits",
			i.ID, i.LimitsOf)
	}
	return nil
}
