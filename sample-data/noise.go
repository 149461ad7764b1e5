package main

// A soundPlace is where a level is read. Rows that share a worker code are the parts of that person's day.
type soundPlace struct {
	place, process, group, worker string
	hours                         float64 // a day at this level; 0 is a whole day
	workers                       int
	level                         span
}

var noiseCourses = map[string]course{
	"CN-01": {0, gap, .06, gap, .2, .28, gap, .5, gap, .74, gap, 1},
	"CN-02": {0, .05, .12, .2, gap, gap, .45, .55, .72, .82, .92, 1},
	"CN-03": {0, gap, .3, gap, .7, 1},
	"CN-04": {gap, gap, gap, gap, gap, gap, gap, gap, gap, 0, gap, 1},
	"VN-01": {0, gap, .1, .22, gap, .4, gap, .62, .7, gap, .9, 1},
	"US-01": {0, gap, gap, gap, .3, gap, gap, gap, .8, gap, gap, 1},
	"US-02": {0, gap, .2, gap, .4, gap, .6, gap, .8, gap, gap, 1},
	"GB-01": {0, gap, gap, .2, gap, gap, gap, .6, gap, gap, gap, 1},
}

var meters = map[string]string{
	"CN": "AWA5688, class 2", "VN": "RION NL-43, class 1", "US": "3M NI-100 dosimeter", "GB": "Cirrus doseBadge 5",
}

func noiseSheet(f factory) sheet {
	s := sheet{name: "Noise", columns: noiseColumns()}
	for q := range quarter(quarters) {
		if !noiseCourses[f.id].measured(q) {
			continue
		}
		for _, p := range soundPlaces[f.id] {
			s.rows = append(s.rows, noiseRow(f, q, p))
		}
	}
	s.rows = append(s.rows, notMeasured(f, "Noise")...)
	return s
}

func noiseColumns() []column {
	return []column{
		{"Factory ID", 11, text}, {"Date", 12, day}, {"Location", 26, text}, {"Process", 15, text}, {"Level", 9, tenths}, {"Unit", 8, text},
		{"Group", 13, text}, {"Worker code", 10, text}, {"Hours a day", 9, tenths}, {"Workers", 9, whole}, {"Method", 22, text},
		{"Instrument", 22, text}, {"Note", 40, text},
	}
}

func noiseRow(f factory, q quarter, p soundPlace) []any {
	level := p.level.at(noiseCourses[f.id][q])
	if q < last {
		level += 0.35 * wobble(f.id, p.place, p.worker, q.String())
	}
	return []any{
		f.id, f.visit(q), p.place, p.process, rounded(level, 1), "dB(A)", filled(p.group), filled(p.worker), stated(p.hours), p.workers,
		"ISO 9612, task-based", meters[f.country], nil,
	}
}
