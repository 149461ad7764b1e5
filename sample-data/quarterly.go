package main

import (
	"math"
	"strconv"
)

const newYear = quarter(9) // 2026-Q1

// A channel is one way in which workers speak up: how many notes a quarter, the share resolved, and the days that took.
type channel struct {
	name               string
	first              quarter
	received, resolved span
	days               span
}

var channels = map[string][]channel{
	"CN-01": {
		{"comment box", 0, span{22, 74}, span{.55, .93}, span{24, 8}}, {"hotline", 0, span{6, 19}, span{.6, .95}, span{19, 6}},
		{"meeting", 0, span{9, 16}, span{.7, 1}, span{14, 7}}, {"project team", 6, span{4, 12}, span{.6, .9}, span{30, 16}},
	},
	"CN-02": {
		{"comment box", 0, span{15, 44}, span{.6, .9}, span{21, 9}}, {"hotline", 3, span{3, 11}, span{.6, .9}, span{17, 8}}, {"project team", 7, span{3, 8}, span{.7, .88}, span{26, 15}},
	},
	"CN-03": {{"comment box", 0, span{14, 6}, span{.7, .35}, span{20, 46}}},
	"CN-04": {{"comment box", 9, span{9, 18}, span{.8, .9}, span{12, 9}}, {"meeting", 9, span{4, 6}, span{1, 1}, span{6, 5}}},
	"VN-01": {
		{"comment box", 0, span{48, 121}, span{.6, .94}, span{20, 7}}, {"hotline", 0, span{12, 37}, span{.6, .93}, span{16, 6}}, {"meeting", 0, span{10, 22}, span{.8, 1}, span{15, 9}},
	},
	"US-01": {{"comment box", 0, span{3, 6}, span{.8, 1}, span{9, 5}}, {"hotline", 2, span{1, 2}, span{.8, 1}, span{11, 6}}},
	"US-02": {{"comment box", 0, span{6, 9}, span{.9, 1}, span{8, 4}}, {"meeting", 0, span{4, 5}, span{.9, 1}, span{10, 6}}},
	"GB-01": {{"meeting", 0, span{5, 6}, span{.9, 1}, span{9, 5}}, {"comment box", 4, span{2, 4}, span{.8, 1}, span{7, 5}}},
}

// An output is how a factory runs in a quarter: machines, injuries, pairs, and shares of pairs, orders and workers.
type output struct {
	first, end                         quarter
	machines                           span
	guarded                            span // share
	injuries                           span
	hours, pairs                       span
	defects, onTime, turnover, absence span // shares
}

var outputs = map[string]output{
	"CN-01": {0, last, span{180, 320}, span{.82, .98}, span{9, 4}, span{2.18e6, 2.02e6}, span{842000, 1010000}, span{.031, .017}, span{.88, .96}, span{.071, .042}, span{.034, .025}},
	"CN-02": {0, last, span{120, 190}, span{.80, .96}, span{7, 3}, span{1.36e6, 1.28e6}, span{498000, 585000}, span{.036, .021}, span{.86, .94}, span{.078, .049}, span{.036, .028}},
	"CN-03": {0, 10, span{80, 62}, span{.84, .74}, span{4, 9}, span{.78e6, .86e6}, span{610000, 540000}, span{.028, .046}, span{.91, .79}, span{.066, .118}, span{.031, .052}},
	"CN-04": {9, last, span{90, 110}, span{.92, .95}, span{2, 2}, span{.60e6, .61e6}, span{310000, 380000}, span{.039, .030}, span{.87, .92}, span{.061, .055}, span{.030, .029}},
	"VN-01": {0, last, span{340, 610}, span{.85, .97}, span{14, 8}, span{3.72e6, 3.41e6}, span{1540000, 1920000}, span{.029, .018}, span{.90, .97}, span{.058, .037}, span{.039, .030}},
	"US-01": {0, last, span{30, 44}, span{.93, 1}, span{2, 1}, span{172000, 168000}, span{56000, 71000}, span{.014, .009}, span{.95, .98}, span{.064, .051}, span{.041, .036}},
	"US-02": {0, last, span{52, 66}, span{.95, 1}, span{3, 1}, span{226000, 222000}, span{61000, 70000}, span{.012, .008}, span{.95, .98}, span{.038, .031}, span{.040, .035}},
	"GB-01": {0, last, span{40, 46}, span{.94, .98}, span{1, 2}, span{148000, 146000}, span{31000, 36000}, span{.011, .010}, span{.94, .95}, span{.029, .027}, span{.037, .038}},
}

// A year is what a factory reported before it counted by quarters.
type year struct {
	period, pairs                      int
	defects, onTime, turnover, absence float64
}

var years = map[string][]year{"GB-01": {{2024, 132400, .011, .942, .029, .038}, {2025, 138100, .011, .947, .028, .037}}}

func feedbackSheet(id string) sheet {
	s := sheet{name: "Feedback", columns: []column{
		{"Factory ID", 11, text}, {"Period", 11, text}, {"Channel", 16, text}, {"Received", 11, whole}, {"Resolved", 11, whole}, {"Median days", 11, whole},
	}}
	for q := range outputs[id].end + 1 {
		for _, c := range channels[id] {
			if q >= c.first {
				s.rows = append(s.rows, feedbackRow(id, q, c))
			}
		}
	}
	return s
}

func feedbackRow(id string, q quarter, c channel) []any {
	share := since(c.first, q)
	received := int(math.Round(c.received.around(share, 0.15, q, id, c.name)))
	resolved := int(math.Round(float64(received) * min(1, c.resolved.around(share, 0.03, q, id, c.name, "resolved"))))
	days := math.Round(c.days.around(share, 0.1, q, id, c.name, "days"))
	return []any{id, q.String(), c.name, received, resolved, days}
}

// since is how much of the way from the first quarter to the last has been gone.
func since(first, q quarter) float64 { return float64(q-first) / float64(last-first) }

func safetySheet(id string) sheet {
	s := sheet{name: "Safety", columns: []column{
		{"Factory ID", 11, text}, {"Period", 11, text}, {"Machines inspected", 11, whole}, {"Machines guarded", 11, whole}, {"Fire drills", 9, whole},
		{"Injuries", 9, whole}, {"Hours worked", 13, whole},
	}}
	o := outputs[id]
	for q := o.first; q <= o.end; q++ {
		share := since(o.first, q)
		machines := math.Round(o.machines.around(share, 0.05, q, id, "machines"))
		guarded := math.Round(machines * min(1, o.guarded.around(share, 0.01, q, id, "guarded")))
		injuries := math.Round(o.injuries.around(share, 0.3, q, id, "injuries"))
		drills := 1 + int(q)%2
		s.rows = append(s.rows, []any{id, q.String(), machines, guarded, drills, injuries, rounded(o.hours.around(share, 0.02, q, id, "hours"), -2)})
	}
	return s
}

func productionSheet(id string) sheet {
	s := sheet{name: "Production", columns: []column{
		{"Factory ID", 11, text}, {"Period", 11, text}, {"Output", 13, whole}, {"Unit", 8, text}, {"Defect rate", 9, percent},
		{"On-time delivery", 10, percent}, {"Turnover", 10, percent}, {"Absence", 10, percent},
	}}
	first := outputs[id].first
	for _, y := range years[id] {
		s.rows = append(s.rows, []any{id, strconv.Itoa(y.period), y.pairs, "pairs", y.defects, y.onTime, y.turnover, y.absence})
		first = newYear
	}
	o := outputs[id]
	for q := first; q <= o.end; q++ {
		share := since(o.first, q)
		at := func(s span, sway float64, name string) float64 { return s.around(share, sway, q, id, name) }
		s.rows = append(s.rows, []any{
			id, q.String(), rounded(at(o.pairs, 0.04, "pairs"), -2), "pairs", rounded(at(o.defects, 0.06, "defects"), 3),
			rounded(min(1, at(o.onTime, 0.01, "on time")), 3), rounded(at(o.turnover, 0.08, "turnover"), 3), rounded(at(o.absence, 0.05, "absence"), 3),
		})
	}
	return s
}
