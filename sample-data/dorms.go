package main

import "math"

// A room of a dormitory; its occupants move by the factory's course. Washrooms are counted with the room beside them.
type room struct {
	building, room  string
	area            float64 // m2
	beds            int
	occupants       span
	toilets, shower int // 0: none that this row counts
	note            string
}

var dormCourses = map[string]course{
	"CN-01": {0, 0, .1, .15, .3, .4, .5, .6, .7, .8, .9, 1},
	"CN-02": {0, 0, .08, .15, .15, .4, .4, .58, .75, .83, .92, 1},
	"CN-03": {0, gap, .2, gap, .5, gap, .8, gap, 1, gap, gap, 1},
	"CN-04": {gap, gap, gap, gap, gap, gap, gap, gap, gap, 0, .5, 1},
}

// Rooms in which nobody lives from a quarter on.
var emptied = map[string]quarter{"CN-01 B307": last}

func dormsSheet(f factory) sheet {
	s := sheet{name: "Dorms", columns: []column{
		{"Factory ID", 11, text}, {"Date", 12, day}, {"Building", 10, text}, {"Room", 9, text}, {"Floor area", 10, tenths}, {"Unit", 7, text},
		{"Beds", 8, whole}, {"Occupants", 11, whole}, {"Toilets", 9, whole}, {"Showers", 9, whole}, {"Note", 50, text},
	}}
	for q := range quarter(quarters) {
		if !dormCourses[f.id].measured(q) {
			continue
		}
		for _, r := range rooms[f.id] {
			s.rows = append(s.rows, roomRow(f, q, r))
		}
	}
	return s
}

// residents in a quarter: rooms empty at their own pace, some sooner and some later.
func (r room) residents(factory string, q quarter) int {
	if when, ok := emptied[factory+" "+r.building+r.room]; ok && q >= when {
		return 0
	}
	share := dormCourses[factory][q]
	pace := math.Exp(0.6 * wobble(factory, r.building, r.room))
	return int(math.Round(r.occupants.at(math.Pow(share, pace))))
}

func roomRow(f factory, q quarter, r room) []any {
	occupants := r.residents(f.id, q)
	var note any
	if q == last || occupants == 0 {
		note = filled(r.note)
	}
	return []any{
		f.id, workday(f.visit(q).AddDate(0, 0, -1)), r.building, r.room, r.area, "m2", r.beds, occupants, counted(r.toilets), counted(r.shower), note,
	}
}

var rooms = map[string][]room{
	"CN-01": {
		{"A", "101", 34, 12, span{11, 8}, 1, 1, ""},
		{"A", "102", 34, 12, span{11, 8}, 1, 1, ""},
		{"A", "203", 34, 12, span{10, 8}, 1, 1, ""},
		{"A", "204", 34, 12, span{11, 8}, 1, 1, ""},
		{"A", "305", 33, 12, span{10, 7}, 1, 1, ""},
		{"A", "306", 34, 12, span{11, 8}, 1, 1, ""},
		{"B", "201", 36, 12, span{12, 8}, 2, 1, "washroom shared with 203"},
		{"B", "203", 36, 12, span{12, 9}, 1, 1, "one bed over the plan until building D opens"},
		{"B", "204", 36, 12, span{12, 9}, 0, 0, "one bed over the plan until building D opens"},
		{"B", "305", 30, 10, span{10, 8}, 1, 1, "washroom shared with 306"},
		{"B", "306", 30, 10, span{10, 8}, 0, 0, ""},
		{"B", "307", 34, 12, span{11, 8}, 0, 0, "emptied; a common room from 2026-Q3"},
		{"C", "101", 30, 8, span{7, 7}, 1, 1, ""},
		{"C", "102", 30, 8, span{7, 7}, 1, 1, ""},
		{"C", "103", 30, 8, span{7, 7}, 1, 1, ""},
		{"C", "104", 28, 8, span{7, 6}, 1, 1, ""},
	},
	"CN-02": {
		{"A", "101", 34, 12, span{11, 8}, 1, 1, ""},
		{"A", "102", 34, 12, span{11, 8}, 1, 1, ""},
		{"A", "204", 34, 12, span{10, 9}, 1, 1, ""},
		{"A", "205", 35, 8, span{8, 7}, 1, 1, ""},
		{"A", "306", 34, 12, span{11, 8}, 1, 1, ""},
		{"B", "201", 48, 14, span{14, 12}, 2, 1, "large room, to be divided in 2026-Q4"},
		{"B", "202", 36, 12, span{12, 9}, 0, 0, ""},
		{"B", "303", 36, 12, span{12, 8}, 1, 2, "washroom shared with 304"},
		{"B", "304", 30, 10, span{10, 8}, 0, 0, ""},
		{"C", "101", 34, 12, span{11, 8}, 1, 1, ""},
		{"C", "102", 34, 12, span{11, 7}, 1, 1, ""},
		{"C", "103", 28, 8, span{7, 7}, 1, 1, ""},
	},
	"CN-03": {
		{"1", "101", 32, 8, span{8, 8}, 1, 1, ""},
		{"1", "102", 32, 8, span{8, 8}, 1, 1, ""},
		{"1", "103", 30, 8, span{8, 7}, 1, 1, ""},
		{"1", "104", 28, 8, span{7, 7}, 1, 1, ""},
		{"1", "201", 30, 10, span{9, 9}, 1, 1, ""},
		{"1", "202", 30, 10, span{10, 9}, 1, 1, ""},
		{"1", "203", 32, 10, span{10, 10}, 1, 1, "两班轮流住宿"},
		{"1", "204", 32, 8, span{8, 8}, 1, 1, ""},
	},
	"CN-04": {
		{"宿舍 1", "201", 26, 6, span{6, 6}, 1, 1, ""},
		{"宿舍 1", "202", 26, 6, span{6, 6}, 1, 1, ""},
		{"宿舍 1", "203", 26, 6, span{6, 6}, 1, 1, ""},
		{"宿舍 1", "204", 26, 6, span{6, 5}, 1, 1, ""},
		{"宿舍 1", "301", 24, 6, span{6, 6}, 1, 1, ""},
		{"宿舍 1", "302", 22, 6, span{6, 6}, 1, 1, ""},
	},
}
