package audit

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

// withLanguage is a key that carries a language: Statement [zh-Hans].
var withLanguage = regexp.MustCompile(`^(.*\S)\s*[\[［]\s*([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)\s*[\]］]$`)

// addSetting reads one setting of the programme; the first that stands, stands.
func (c *Collector) addSetting(rec *record) bool {
	key, known := c.settingKey(rec)
	if !known {
		return false
	}
	id, written := "setting "+key.Key+" "+key.Language, rec.text("Value")
	seen, twice := c.seen[id]
	if twice && c.seen[id+"="+written] == nil {
		c.reportRow(rec, problem.DuplicateKey.At(rec.cell("Value"),
			"%s is set to something else at %s, which stands", key, seen.first).As(problem.Warning).
			Hinted("set it once"))
		return false
	}
	if !c.set(rec, key, written) {
		return false
	}
	if !twice {
		c.seen[id] = &repeat{first: rec.cell("Value")}
		c.seen[id+"="+written] = c.seen[id]
	}
	return true
}

// settingKey finds what a row sets, and in which language.
func (c *Collector) settingKey(rec *record) (key SpokenKey, known bool) {
	written, tag := rec.text("Key"), ""
	if m := withLanguage.FindStringSubmatch(written); m != nil && rec.t.decl.Key(written) < 0 {
		written, tag = m[1], m[2]
	}
	at := rec.t.decl.Key(written)
	if at < 0 {
		c.reportRow(rec, problem.UnknownHeading.At(rec.cell("Key"), "the setting %s is not known",
			problem.Quoted(rec.text("Key"))).Hinted("known are "+keyNames(rec.t.decl)))
		return key, false
	}
	declared := rec.t.decl.Keys[at]
	lang, err := language.Parse(tag)
	switch {
	case tag == "":
		return SpokenKey{Key: declared.Name}, true
	case !declared.Spoken:
		c.reportRow(rec, problem.UnknownHeading.At(rec.cell("Key"), "the setting %s has no languages", declared.Name).
			Hinted("write it without one; the row was not read"))
		return key, false
	case err != nil:
		c.reportRow(rec, problem.UnknownWord.At(rec.cell("Key"), "%s is no language", problem.Quoted(tag)).
			Hinted("write its tag, such as zh-Hans or vi"))
		return key, false
	}
	return SpokenKey{declared.Name, lang.String()}, true
}

// String is the key as a workbook has it.
func (k SpokenKey) String() string {
	if k.Language == "" {
		return k.Key
	}
	return k.Key + " [" + k.Language + "]"
}

// set gives a setting its value; false where it can have no such one.
func (c *Collector) set(rec *record, key SpokenKey, written string) bool {
	p := &c.data.Programme
	into := p.text(key.Key)
	switch {
	case key.Language != "":
		if p.Spoken == nil {
			p.Spoken = map[SpokenKey]string{}
		}
		p.Spoken[key] = written
	case into != nil:
		*into = written
	case key.Key == "Year starts":
		return c.setYearStarts(rec, written)
	case key.Key == "Home country":
		return c.setHomeCountry(rec, written)
	case key.Key == "Areas":
		return c.setAreas(rec, written)
	case key.Key == "Date order":
		return c.setWord(rec, key.Key, written, &p.DateOrder, "dmy", "mdy")
	case key.Key == "Decimal":
		written = cmp.Or(map[string]string{".": "point", ",": "comma"}[written], written)
		return c.setWord(rec, key.Key, written, &p.Decimal, "point", "comma")
	case key.Key == "Approved on":
		return c.setApproval(rec)
	}
	return true
}

// text is where a setting that is a text goes; nil for any other.
func (p *Programme) text(key string) *string { return p.texts()[key] }

// IsBlank says that no workbook tells whose programme it is.
func (p *Programme) IsBlank() bool {
	for _, text := range p.texts() {
		if *text != "" {
			return false
		}
	}
	return len(p.Spoken) == 0
}

// texts are where settings that are texts go, by key.
func (p *Programme) texts() map[string]*string {
	return map[string]*string{
		"Programme": &p.Name, "Company": &p.Company, "Contact": &p.Contact, "Code of conduct": &p.CodeOfConduct,
		"Statement": &p.Statement, "Assurance": &p.Assurance, "Targets": &p.Targets,
		"Approved by": &p.ApprovedBy, "Signed by": &p.SignedBy, "Policies URL": &p.PoliciesURL,
	}
}

func keyNames(s *standard.Sheet) string {
	names := make([]string, len(s.Keys))
	for i, k := range s.Keys {
		names[i] = k.Name
	}
	return strings.Join(names, ", ")
}

func (c *Collector) setYearStarts(rec *record, written string) bool {
	if month := number(written); month >= 1 && month <= 12 {
		c.data.Programme.YearStarts = month
		return true
	}
	c.reportRow(rec, problem.OutOfRange.At(rec.cell("Value"), "Year starts is %s", problem.Quoted(written)).
		Hinted("write the month as a number from 1 to 12"))
	return false
}

// setAreas reads the areas that the programme measures, separated by commas. Each has to be known.
func (c *Collector) setAreas(rec *record, written string) bool {
	var areas []*standard.Area
	for _, name := range strings.FieldsFunc(written, func(r rune) bool { return strings.ContainsRune(",;，、；", r) }) {
		area := c.std.Area(strings.TrimSpace(name))
		switch {
		case area == nil:
			c.reportRow(rec, problem.UnknownArea.At(rec.cell("Value"), "%s is no area known here; it is left out of Areas",
				problem.Quoted(strings.TrimSpace(name))).Hinted("one of "+strings.Join(c.std.AreaIDs(), ", ")))
		case !slices.Contains(areas, area):
			areas = append(areas, area)
		}
	}
	c.data.Programme.Areas = areas
	return len(areas) > 0
}

// setHomeCountry brings the country to its code, as those of factories are.
func (c *Collector) setHomeCountry(rec *record, written string) bool {
	code, known := c.std.Country(written)
	if !known {
		c.reportRow(rec, problem.UnknownCountry.At(rec.cell("Value"), "the country %s is not known",
			problem.Quoted(written)).Hinted(c.countryHint(written)))
		return false
	}
	c.data.Programme.HomeCountry = code
	return true
}

// setWord sets what can be one of a few words.
func (c *Collector) setWord(rec *record, key, written string, into *string, words ...string) bool {
	if word := strings.ToLower(written); slices.Contains(words, word) {
		*into = word
		return true
	}
	c.reportRow(rec, problem.UnknownWord.At(rec.cell("Value"), "%s is %s", key, problem.Quoted(written)).
		Hinted("write "+strings.Join(words, " or ")))
	return false
}

// setApproval reads the day of the approval as any other day is read.
func (c *Collector) setApproval(rec *record) bool {
	d := &decoder{c: c, at: rec.cell("Value"), col: &standard.Column{Name: "Approved on", Kind: "date"}}
	cell := rec.row.At(rec.t.columns[rec.t.decl.Column("Value")])
	if v := d.date(cell); v.state == good {
		c.data.Programme.ApprovedOn = v.date
		return true
	}
	return false
}
