package audit

import (
	"fmt"
	"math"
	"reflect"
	"strings"

	"plimsoll/report/standard"
)

// dump lists records, one a line, each with the fields that hold something. Factories of the file " known.xlsx" are left
// out; so is a Programme that says nothing.
func dump(d *Data) string {
	var out strings.Builder
	if !reflect.DeepEqual(d.Programme, Programme{YearStarts: 1}) {
		out.WriteString("programme" + fieldsOf(d.Programme) + "\n")
	}
	for _, f := range d.Factories {
		if f.Place.File != " known.xlsx" {
			out.WriteString("factory" + fieldsOf(*f) + "\n")
		}
	}
	lines(&out, "reading", readings(d))
	for _, l := range d.Lost {
		out.WriteString("lost" + fieldsOf(l.Reading) + strings.Repeat(" HoursUnread", oneIf(l.HoursUnread)) + "\n")
	}
	lines(&out, "audit", d.Audits)
	lines(&out, "finding", d.Findings)
	lines(&out, "training", d.Training)
	lines(&out, "feedback", d.Feedback)
	lines(&out, "safety", d.Safety)
	lines(&out, "production", d.Production)
	lines(&out, "price", d.Prices)
	for _, l := range d.Limits {
		out.WriteString("limit" + fieldsOf(*l) + "\n")
	}
	return out.String()
}

func oneIf(b bool) int {
	if b {
		return 1
	}
	return 0
}

func lines[T any](out *strings.Builder, name string, records []T) {
	for _, r := range records {
		out.WriteString(name + fieldsOf(r) + "\n")
	}
}

// fieldsOf lists the fields of a record that hold something: no blanks, no NaN, but zeros.
func fieldsOf(record any) string {
	var out strings.Builder
	v := reflect.ValueOf(record)
	for i := range v.NumField() {
		if text := field(v.Field(i).Interface()); text != "" {
			fmt.Fprintf(&out, " %s=%s", v.Type().Field(i).Name, text)
		}
	}
	return out.String()
}

func field(v any) string {
	switch v := v.(type) {
	case *Factory:
		return v.ID
	case *standard.Area:
		return v.ID
	case []*standard.Area:
		var ids []string
		for _, a := range v {
			ids = append(ids, a.ID)
		}
		return strings.Join(ids, ",")
	case uint8: // the first indicator goes without saying
		if v == 0 {
			return ""
		}
	case *standard.Agent:
		if v == nil {
			return ""
		}
		return "(" + v.Name + ")"
	case *float64:
		if v == nil {
			return ""
		}
		return fmt.Sprint(*v)
	case map[SpokenKey]string:
		if len(v) == 0 {
			return ""
		}
	case Source:
		return v.Place().String()
	case Period:
		if v.Year {
			return fmt.Sprint(v.Quarter.Year())
		}
		return v.Quarter.String()
	case string:
		if strings.Contains(v, " ") {
			return fmt.Sprintf("%q", v)
		}
		return v
	case float64:
		if math.IsNaN(v) {
			return ""
		}
	case bool:
		if !v {
			return ""
		}
	}
	return fmt.Sprint(v)
}
