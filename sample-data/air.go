package main

import "strconv"

// A vapour is an agent at one place: its concentration's way and, below its detection limit, how the laboratory says so.
type vapour struct {
	agent, unit string
	amount      span
	detection   float64 // 0: not stated
}

// A breathingPlace is where samples are taken. Those that share a worker code are the parts of that person's day.
type breathingPlace struct {
	place, process, group, worker, sample string
	hours                                 float64 // a day; 0 is a whole day
	workers                               int
	vapours                               []vapour
}

var airCourses = map[string]course{
	"CN-01": {0, gap, .05, gap, .1, gap, .72, gap, .86, gap, .95, 1},
	"CN-02": {0, .09, .15, gap, .35, .47, .58, .71, .79, .86, .93, 1},
	"CN-03": {0, gap, .1, gap, .25, gap, .5, gap, .8, gap, 1.05, 1},
	"CN-04": {gap, gap, gap, gap, gap, gap, gap, gap, gap, 0, gap, 1},
	"VN-01": {0, gap, .12, gap, .3, gap, .5, gap, .75, gap, .9, 1},
	"US-01": {0, gap, .1, gap, gap, .4, gap, .6, gap, .85, gap, 1},
	"US-02": {0, gap, gap, .3, gap, gap, .5, gap, gap, .8, gap, 1},
	"GB-01": {0, gap, gap, .3, gap, gap, gap, .6, gap, gap, gap, 1},
}

// A laboratory and its word for a sample below the detection limit; in "<" the limit itself stands behind it.
type laboratory struct{ name, below string }

var laboratories = map[string]laboratory{
	"CN-01": {"Guangyan Occupational Health Laboratory", "<"},
	"CN-02": {"Guangyan Occupational Health Laboratory", "<"},
	"CN-03": {"闽测职业卫生检测", "未检出"},
	"CN-04": {"闽测职业卫生检测", "＜"},
	"VN-01": {"Trung tâm Quan trắc Lao động Miền Đông", "KPH"},
	"US-01": {"Pacific Crest Analytical", "ND"},
	"US-02": {"Androscoggin Industrial Hygiene", "<"},
	"GB-01": {"Fellside Occupational Hygiene", "<LOD"},
}

// Agents by the kind of sampling they need.
var kinds = map[string]string{
	"toluene": "solvent", "acetone": "solvent", "n-hexane": "solvent", "MEK": "solvent", "butanone": "solvent", "ethyl acetate": "solvent",
	"cyclohexane": "solvent", "benzene": "solvent", "108-88-3": "solvent", "67-64-1": "solvent", "141-78-6": "solvent",
	"甲苯": "solvent", "正己烷": "solvent", "丙酮": "solvent", "丁酮": "solvent", "苯": "solvent", "环己烷": "solvent",
	"formaldehyde": "aldehyde", "甲醛": "aldehyde", "MDI": "isocyanate", "total dust": "dust", "leather dust": "dust", "总粉尘": "dust",
}

var methods = map[string]map[string]string{
	"CN": {"solvent": "GBZ/T 300, charcoal, GC", "aldehyde": "GBZ/T 300.99", "isocyanate": "GBZ/T 300.132", "dust": "GBZ/T 192.1"},
	"VN": {"solvent": "NIOSH 1501", "aldehyde": "NIOSH 2016", "isocyanate": "NIOSH 5525", "dust": "TCVN 5067"},
	"US": {"solvent": "OSHA 5000, charcoal, GC", "aldehyde": "NIOSH 2016", "isocyanate": "OSHA 47", "dust": "NIOSH 0500"},
	"GB": {"solvent": "MDHS 96", "aldehyde": "MDHS 102", "isocyanate": "MDHS 25/4", "dust": "MDHS 14/4"},
}

func airSheet(f factory) sheet {
	s := sheet{name: "Air", columns: []column{
		{"Factory ID", 11, text}, {"Date", 12, day}, {"Location", 26, text}, {"Process", 14, text}, {"Agent", 15, text}, {"Concentration", 13, general},
		{"Unit", 8, text}, {"Detection limit", 10, general}, {"Sample", 10, text}, {"Group", 10, text}, {"Worker code", 9, text},
		{"Hours a day", 8, tenths}, {"Sampling minutes", 10, whole}, {"Workers", 9, whole}, {"Method", 24, text}, {"Laboratory", 38, text}, {"Note", 40, text},
	}}
	for q := range quarter(quarters) {
		if !airCourses[f.id].measured(q) {
			continue
		}
		for _, p := range breathingPlaces[f.id] {
			for _, v := range p.vapours {
				if !blank(f, "Air", q, p.place, v.agent) {
					s.rows = append(s.rows, airRow(f, q, p, v))
				}
			}
		}
	}
	s.rows = append(s.rows, oddSamples(f)...)
	s.rows = append(s.rows, notMeasured(f, "Air")...)
	return s
}

func airRow(f factory, q quarter, p breathingPlace, v vapour) []any {
	amount := significant(v.amount.around(airCourses[f.id][q], 0.04, q, f.id, p.place, v.agent))
	concentration, detection := laboratories[f.id].report(amount, v.detection)
	minutes := int(rounded(210+120*wobble(f.id, p.place, q.String()), -1))
	if p.hours > 0 {
		minutes = int(p.hours * 45)
	}
	return []any{
		f.id, workday(f.visit(q).AddDate(0, 0, 1)), p.place, p.process, v.agent, concentration, v.unit, detection, p.sample, filled(p.group),
		filled(p.worker), stated(p.hours), minutes, p.workers, methods[f.country][kinds[v.agent]], laboratories[f.id].name, nil,
	}
}

// report is the pair of cells Concentration and Detection limit.
func (l laboratory) report(amount, detection float64) (any, any) {
	if detection == 0 {
		return amount, nil
	}
	if amount >= detection {
		return amount, detection
	}
	if l.below == "<" || l.below == "＜" {
		return l.below + strconv.FormatFloat(detection, 'g', -1, 64), nil
	}
	return l.below, detection
}

// significant keeps as many decimals as a laboratory reports at that size.
func significant(v float64) float64 {
	switch {
	case v >= 10:
		return rounded(v, 1)
	case v >= 1:
		return rounded(v, 2)
	}
	return rounded(v, 3)
}

// An odd sample is one beside the plan: a coarse detection limit, a sampler that stood in the aisle.
var odd = []struct {
	factory   string
	quarter   quarter
	place     breathingPlace
	agent     string
	cell      any
	detection any
	note      string
}{
	{"CN-01", 2, breathingPlace{place: "Cementing line 1", process: "cementing", group: "SEG-C1", sample: "personal", workers: 110},
		"benzene", "<1.0", nil, "short sampling time, coarse detection limit; repeated the same day"},
	{"CN-01", 8, breathingPlace{place: "Cementing line 1, aisle", process: "cementing", sample: "area", workers: 110},
		"toluene", 14.6, nil, "fixed point between lines 1 and 2"},
	{"GB-01", 11, breathingPlace{place: "Making room, centre", process: "lasting", sample: "area", workers: 84},
		"toluene", 9.4, 0.5, "fixed point at 1.5 m"},
}

func oddSamples(f factory) [][]any {
	var rows [][]any
	for _, o := range odd {
		if o.factory == f.id {
			rows = append(rows, []any{
				f.id, workday(f.visit(o.quarter).AddDate(0, 0, 1)), o.place.place, o.place.process, o.agent, o.cell, "mg/m3", o.detection,
				o.place.sample, filled(o.place.group), nil, nil, 90, o.place.workers, methods[f.country][kinds[o.agent]], laboratories[f.id].name, o.note,
			})
		}
	}
	return rows
}
