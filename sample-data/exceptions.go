package main

// A blank day: a place was on the plan and nobody could measure there. The row says so, in the words of the sender.
type blankDay struct {
	factory, sheet string
	quarter        quarter
	place, process string
	agent          string // air only
	workers        int
	cell, note     string
}

var blankDays = []blankDay{
	{"CN-03", "Noise", 9, "硫化压机 1–6", "sole-pressing", "", 160, "未检测", "声级计送检，未能测量"},
	{"CN-03", "Noise", 9, "裁断", "cutting", "", 60, "未检测", "声级计送检，未能测量"},
	{"VN-01", "Air", 8, "Chuyền dán keo 2", "cementing", "toluene", 150, "not measured", "pump failed after 20 minutes"},
	{"US-01", "Light", 8, "Cementing line", "cementing", "", 52, "N/A", "line closed for maintenance on the day"},
	{"GB-01", "Air", 7, "Finishing spray booth", "finishing", "toluene", 12, "n/a", "booth out of use"},
}

// notMeasured are these rows of a factory's sheet.
func notMeasured(f factory, name string) [][]any {
	var rows [][]any
	for _, b := range blankDays {
		if b.factory == f.id && b.sheet == name {
			rows = append(rows, b.row(f))
		}
	}
	return rows
}

// blank tells whether the day's row for the place (air: and agent) is such a one, and no reading.
func blank(f factory, name string, q quarter, place, agent string) bool {
	for _, b := range blankDays {
		if b.factory == f.id && b.sheet == name && b.quarter == q && b.place == place && b.agent == agent {
			return true
		}
	}
	return false
}

func (b blankDay) row(f factory) []any {
	when := f.visit(b.quarter)
	switch b.sheet {
	case "Noise":
		return []any{f.id, when, b.place, b.process, b.cell, "dB(A)", nil, nil, nil, b.workers, "ISO 9612, task-based", nil, b.note}
	case "Light":
		return []any{f.id, when, b.place, b.process, b.cell, lightUnit(f), b.workers, nil, nil, b.note}
	}
	return []any{
		f.id, when, b.place, b.process, b.agent, b.cell, "mg/m3", nil, "personal", nil, nil, nil, nil, b.workers,
		methods[f.country][kinds[b.agent]], laboratories[f.id].name, b.note,
	}
}
