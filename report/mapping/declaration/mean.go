package declaration

import (
	"regexp"
	"strconv"

	"plimsoll/report/internal/yaml"
)

// Mean makes one row of all rows of a day, or of each shift of it.
type Mean struct {
	Values  Count // of a whole day, or shift
	AtLeast Share // the part of them without which there is no mean
	Shifts  []Shift
}

// Count is how many there are, Share a part of a whole, above 0 and at most 1.
type (
	Count int
	Share float64
)

// Shift is a part of the day, in hours; one that ends before it begins goes on after midnight.
type Shift struct {
	Name     string
	From, To float64
}

// Hours is how long the shift is.
func (s *Shift) Hours() float64 {
	if s.To <= s.From {
		return s.To - s.From + 24
	}
	return s.To - s.From
}

// Holds says whether an hour lies in the shift, and whether that began on the day before.
func (s *Shift) Holds(hour float64) (in, dayBefore bool) {
	if s.From < s.To {
		return s.From <= hour && hour < s.To, false
	}
	return s.From <= hour || hour < s.To, hour < s.To
}

// span is a shift's time: 22:00-06:00.
type span struct{ from, to float64 }

var spanForm = regexp.MustCompile(`^(\d{1,2}):(\d{2}) ?[-–] ?(\d{1,2}):(\d{2})$`)

func (s *span) UnmarshalText(text []byte) error {
	m := spanForm.FindStringSubmatch(string(text))
	var parts [4]float64
	for i := range parts {
		if m != nil {
			parts[i], _ = strconv.ParseFloat(m[i+1], 64)
		}
	}
	if m == nil || parts[0] > 23 || parts[1] > 59 || parts[2] > 24 || parts[3] > 59 {
		return yaml.Faulty("write it as 06:00-14:00", "%q is no part of a day", text)
	}
	*s = span{parts[0] + parts[1]/60, parts[2] + parts[3]/60}
	return nil
}

// timeSpan is what a mean is taken over.
type timeSpan string

func (t *timeSpan) UnmarshalText(text []byte) error {
	s, err := oneOf(text, "time to take a mean over", "day", "shift")
	*t = timeSpan(s)
	return err
}

// ReadNode reads {over: day, values: 1440, at_least: 75 %}, or over: shift with shifts: {early: 06:00-14:00}.
func (m *Mean) ReadNode(d *yaml.Decoder, n *yaml.Node) {
	var own struct {
		yaml.Line `called:"mean"`
		Over      timeSpan         `yaml:"over"`
		Values    Count            `yaml:"values"`
		AtLeast   Share            `yaml:"at_least"`
		Shifts    yaml.Pairs[span] `yaml:"shifts"`
	}
	before := len(d.Faults)
	d.Decode(n, &own)
	m.Values, m.AtLeast = own.Values, own.AtLeast
	for _, s := range own.Shifts {
		m.Shifts = append(m.Shifts, Shift{s.Key.S, s.Value.from, s.Value.to})
	}
	switch {
	case len(d.Faults) > before:
	case m.Values == 0 || m.AtLeast == 0:
		d.Fail(n.Line, "write mean: {over: day, values: 1440, at_least: 75 %}",
			"a mean must say how many values a day has and how many of them there must be")
	case (own.Over == "shift") != (len(m.Shifts) > 0):
		d.Fail(n.Line, "write over: shift, and shifts: {early: 06:00-14:00, late: 14:00-22:00}",
			"a mean over shifts names them, and no other does")
	}
}
