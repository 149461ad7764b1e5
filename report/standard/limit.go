package standard

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"plimsoll/report/internal/yaml"
	"plimsoll/report/problem"
)

// The kinds of limits.
const (
	Legal  = "legal"
	Code   = "code"
	Target = "target"
)

// eightHours is the averaging time of a limit that says none.
const eightHours = "8h"

// averagings are the averaging times of limits: 15 minutes, and a ceiling that no sample at all may exceed.
func averagings() []string { return []string{eightHours, "15min", "ceiling"} }

// OrdinaryHours a month, where a pay row does not give them: 40 hours × 52 weeks ÷ 12 months.
const OrdinaryHours = 173.33

// Limit is one line that law, code or a target draws, with where it comes from and when it holds.
type Limit struct {
	Area         string  `yaml:"area"`
	Indicator    string  `yaml:"indicator"`
	Subject      string  `yaml:"subject"`      // agent or process; blank = any
	Jurisdiction string  `yaml:"jurisdiction"` // * = everywhere
	Limit        float64 `yaml:"limit"`        // as its source prints it, in Unit
	Unit         string  `yaml:"unit"`
	Kind         string  `yaml:"kind"`
	Averaging    string  `yaml:"averaging"`   // 8h, 15min, ceiling; blank = 8h
	Exchange     float64 `yaml:"exchange"`    // dB; 0 = 3
	Temperature  float64 `yaml:"temperature"` // °C of a volume fraction; 0 = not said
	Basis        string  `yaml:"basis"`       // net, gross; blank = either
	// Deduction is the largest share of gross pay that law lets be deducted, from 0 up to but not 1; nil = not known.
	Deduction *float64 `yaml:"deduction"`
	Normal    float64  `yaml:"normal"` // hours a week beyond which an hour is overtime; 0 = not said
	FromText  string   `yaml:"from"`
	ToText    string   `yaml:"to"`
	Source    string   `yaml:"source"`
	Clause    string   `yaml:"clause"`
	URL       string   `yaml:"url"`
	Verified  bool     `yaml:"verified"`
	Note      string   `yaml:"note"`

	From, To Date          `yaml:"-"` // in force from … to, both included; 0 = open
	Value    float64       `yaml:"-"` // in the indicator's unit; pay by the hour: an hour
	PerHour  bool          `yaml:"-"`
	Currency string        `yaml:"-"` // of pay
	Place    problem.Place `yaml:"-"` // the file or row that holds it
	Own      bool          `yaml:"-"` // from the programme's own Limits sheet
}

// Unknown is a word in a limit that nothing here is called: what kind of word, the word, and what would be understood.
type Unknown struct{ What, Word, Hint string }

func (u *Unknown) Error() string { return fmt.Sprintf("unknown %s %q (%s)", u.What, u.Word, u.Hint) }

// jurisdiction is everywhere, a country, or a region of one.
var jurisdiction = regexp.MustCompile(`^(\*|[A-Z]{2}(-.+)?)$`)

// Complete checks a limit's words and brings its value to the unit of its indicator. The error is an *Unknown where a
// word is not known.
func (s *Standard) Complete(l *Limit) error {
	area := s.Area(l.Area)
	if area == nil {
		return &Unknown{"area", l.Area, "one of " + strings.Join(s.AreaIDs(), ", ")}
	}
	at := slices.IndexFunc(area.Indicators, func(i Indicator) bool {
		return Fold(i.ID) == Fold(l.Indicator) && i.hasLimits()
	})
	if at < 0 {
		return &Unknown{"indicator", l.Indicator, "one of " + indicatorNames(area)}
	}
	indicator := &area.Indicators[at]
	l.Area, l.Indicator = area.ID, indicator.ID
	if l.Jurisdiction != "" && !jurisdiction.MatchString(l.Jurisdiction) {
		return &Unknown{"jurisdiction", l.Jurisdiction,
			"write * for everywhere, a country's two letters such as CN, or a region such as CN-GD"}
	}
	l.Averaging = cmpOr(l.Averaging, eightHours)
	if l.Exchange == 0 {
		l.Exchange = 3
	}
	agent, err := s.limitSubject(l, area)
	if err != nil {
		return err
	}
	if err := l.checkPay(indicator); err != nil {
		return err
	}
	return l.convert(area, indicator, agent)
}

// checkPay refuses a deduction or normal hours that could not be what their author means.
func (l *Limit) checkPay(indicator *Indicator) error {
	switch d := l.Deduction; {
	case d != nil && (!indicator.Wage || !(*d >= 0 && *d < 1)):
		return yaml.Wrong(yaml.At("deduction"),
			"deduction is %v: write a share of gross pay from 0 up to but not 1, of a limit of pay", *d)
	case l.Normal != 0 && (indicator.Unit != "h" || !(l.Normal > 0 && l.Normal <= 168)):
		return yaml.Wrong(yaml.At("normal"), "normal is %v: write the normal hours of a week, of a limit in h",
			l.Normal)
	}
	return nil
}

func cmpOr(s, fallback string) string {
	if s == "" {
		return fallback
	}
	return s
}

func indicatorNames(a *Area) string {
	var names []string
	for i := range a.Indicators {
		if a.Indicators[i].hasLimits() {
			names = append(names, a.Indicators[i].ID)
		}
	}
	return strings.Join(names, ", ")
}

// hasLimits says that limits may be written for the indicator.
func (i *Indicator) hasLimits() bool { return !i.WithoutLimit && i.LimitsOf == "" }

// limitSubject resolves the agent or process a limit is for.
func (s *Standard) limitSubject(l *Limit, area *Area) (*Agent, error) {
	if l.Subject == "" {
		return nil, nil
	}
	switch area.Subject() {
	case "agent":
		agent, ok := s.Agent(l.Subject)
		if !ok {
			return nil, &Unknown{"agent", l.Subject, "write its CAS number"}
		}
		l.Subject = agent.ID
		return agent, nil
	case "process":
		l.Subject, _ = s.Process(l.Subject)
	case "word":
		column := area.SubjectColumn()
		word, known := column.Word(l.Subject)
		if !known {
			return nil, &Unknown{"subject", l.Subject, "one of " + column.WordList()}
		}
		l.Subject = word
	}
	return nil, nil
}

// convert brings the limit to the unit of its indicator.
func (l *Limit) convert(area *Area, indicator *Indicator, agent *Agent) error {
	switch {
	case indicator.Wage:
		return l.convertPay(area)
	case indicator.Unit != area.Unit, area.Unit == "":
		return l.convertPlain(indicator)
	}
	unit, ok := area.UnitOf(l.Unit)
	switch {
	case !ok:
		return &Unknown{"unit", l.Unit, "one of " + area.UnitNames()}
	case unit.ByVolume && (agent == nil || agent.MolarMass == 0):
		return &Unknown{"unit", l.Unit, "no molar mass is known for its subject: write the limit in " + area.Unit}
	case unit.ByVolume:
		l.Value = l.Limit * unit.Factor * agent.PerPPM(l.Temperature)
	default:
		l.Value = unit.Convert(l.Limit)
	}
	return nil
}

// convertPlain takes the units of counts, hours and indices. Overtime is of a month, but may be capped by the week.
func (l *Limit) convertPlain(indicator *Indicator) error {
	accepted := map[string][]string{
		"persons": {"persons", "person", "people", "residents", "人", "người"},
		"h":       {"h", "hours", "hour", "小时", "giờ", "h/week"},
		"":        {"1", "-", "–", "index", "ratio", ""},
	}[indicator.Unit]
	if indicator.isOvertime() {
		accepted = append(accepted, "h/month")
	}
	if FoldSign(l.Unit) != FoldSign(indicator.Unit) && !slices.Contains(accepted, FoldSign(l.Unit)) {
		return &Unknown{"unit", l.Unit, "write " + cmpOr(indicator.Unit, "1")}
	}
	l.Value = l.Limit
	if indicator.isOvertime() && FoldSign(l.Unit) == "h/week" {
		l.Value = l.Limit * 52 / 12
	}
	return nil
}

// daysOfMonth are those that pay by the day is paid for: all of a year's, rest days included.
const daysOfMonth = 365.0 / 12

// convertPay takes an amount of a month, an hour or a day.
func (l *Limit) convertPay(area *Area) error {
	amount, per, isPer := strings.Cut(l.Unit, "/")
	currency, ok := area.Currency(amount)
	period, known := map[string]string{"h": "hour", "hour": "hour", "hr": "hour", "d": "day", "day": "day",
		"month": "month", "mo": "month"}[FoldSign(per)]
	if !ok || isPer && !known {
		return &Unknown{"unit", l.Unit, "a currency such as CNY for a month, GBP/h for an hour, MXN/day for a day"}
	}
	l.Currency, l.Value, l.PerHour = currency, l.Limit, period == "hour"
	if period == "day" {
		l.Value = l.Limit * daysOfMonth
	}
	return nil
}

// holds says whether the limit is in force on a day.
func (l *Limit) holds(on Date) bool {
	return (l.From == 0 || l.From <= on) && (l.To == 0 || on <= l.To)
}

// reaches says whether a jurisdiction covers a region: everywhere, the region itself, or a part of its name up to a
// hyphen.
func (l *Limit) reaches(region string) bool {
	rest, inside := strings.CutPrefix(region, l.Jurisdiction)
	return l.Jurisdiction == "*" || inside && (rest == "" || rest[0] == '-')
}

// key is what a limit of the programme's own must share with a built-in one to stand in for it.
type key struct {
	area, indicator, subject, jurisdiction, kind, averaging string
	exchange                                                float64
}

func (l *Limit) key() key {
	return key{l.Area, l.Indicator, l.Subject, l.Jurisdiction, l.Kind, l.Averaging, l.Exchange}
}

// before orders limits of one kind: subject before any, longer jurisdiction, later start.
func (l *Limit) before(m *Limit) bool {
	switch {
	case (l.Subject == "") != (m.Subject == ""):
		return l.Subject != ""
	case l.Jurisdiction != m.Jurisdiction:
		return m.Jurisdiction == "*" || l.Jurisdiction != "*" && len(l.Jurisdiction) > len(m.Jurisdiction)
	}
	return l.From > m.From
}

// Limits is the set of limits a run judges by.
type Limits struct {
	by  map[[3]string][]*Limit // by area, indicator, subject
	all []*Limit
}

// NewLimits joins the built-in limits with the programme's own.
func NewLimits(builtIn, own []*Limit) *Limits {
	set := &Limits{by: map[[3]string][]*Limit{}, all: slices.Concat(own, builtIn)}
	for _, l := range set.all {
		k := [3]string{l.Area, l.Indicator, l.Subject}
		set.by[k] = append(set.by[k], l)
	}
	return set
}

// Question asks which limits apply to one reading.
type Question struct {
	Area, Indicator, Subject, Region string
	On                               Date
	Averaging                        string // blank = 8h
}

// Applying lists the limits that apply to a reading, at most one of each kind, legal, code and target in that order:
// the most specific subject, then the most specific jurisdiction, then the latest start. Only those that fit are
// looked at (nil: all).
func (s *Limits) Applying(q Question, fits Fit) [3]*Limit {
	return q.choose(s.inForce(q), fits)
}

// inForce lists the limits of a question's area, indicator and subject (or any) that hold there and then.
func (s *Limits) inForce(q Question) []*Limit {
	found := s.matching(nil, [3]string{q.Area, q.Indicator, q.Subject}, q)
	if q.Subject != "" {
		found = s.matching(found, [3]string{q.Area, q.Indicator, ""}, q)
	}
	return found
}

func (s *Limits) matching(found []*Limit, k [3]string, q Question) []*Limit {
	for _, l := range s.by[k] {
		if l.holds(q.On) && l.reaches(q.Region) {
			found = append(found, l)
		}
	}
	return found
}

// choose picks the foremost limit of each kind among those in force.
func (q *Question) choose(found []*Limit, fits Fit) [3]*Limit {
	var best [3]*Limit
	for _, l := range found {
		at := kindIndex(l)
		if standing, _ := q.standing(l, found, fits); standing == Stands && (best[at] == nil || l.before(best[at])) {
			best[at] = l
		}
	}
	return best
}

func kindIndex(l *Limit) int { return slices.Index([]string{Legal, Code, Target}, l.Kind) }

// replacement is the programme's own limit that stands in for a built-in one on this day; nil where none does.
func replacement(l *Limit, found []*Limit) *Limit {
	if l.Own {
		return nil
	}
	if at := slices.IndexFunc(found, func(m *Limit) bool { return m.Own && m.key() == l.key() }); at >= 0 {
		return found[at]
	}
	return nil
}

// About lists every limit of an area that reaches a region on a day, also those that do not govern (other averaging or
// exchange rates), for a document's list.
func (s *Limits) About(area, region, wageRegion string, on Date) []*Limit {
	var found []*Limit
	for _, l := range s.all {
		if l.Area == area && l.holds(on) && (l.reaches(region) || l.reaches(wageRegion)) {
			found = append(found, l)
		}
	}
	return slices.DeleteFunc(slices.Clone(found), func(l *Limit) bool { return replacement(l, found) != nil })
}
