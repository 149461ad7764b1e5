package main

// An outsider's visit: what the third party found besides the factories' own rows, in one workbook.
type outsider struct {
	days       float64
	interviews int
	announced  string
	after      int // days after the factory's own survey
	levels     []soundPlace
}

var outsiders = map[string]outsider{
	"CN-01": {5, 62, "semi-announced", 7, []soundPlace{
		{"Clicking press hall 1", "cutting", "SEG-N1", "", 0, 86, span{0, 90.4}}, {"Stitching hall B", "stitching", "SEG-N8", "", 0, 610, span{0, 82.2}},
	}},
	"CN-02": {4, 46, "unannounced", 0, []soundPlace{{"Heel lasting line 1", "lasting", "SEG-4", "", 0, 110, span{0, 84.4}}}},
	"VN-01": {6, 84, "semi-announced", 9, []soundPlace{
		{"Xưởng chặt 1", "cutting", "SEG-V1", "", 0, 140, span{0, 88.1}}, {"Chuyền may 9–16", "stitching", "SEG-V7", "", 0, 1350, span{0, 82.6}},
	}},
}

// The factory's own reading that the third party typed up again, unchanged: one reading in two workbooks.
const typedAgain = "CN-02"

func thirdPartySheets() []sheet {
	audits := sheet{name: "Audits", columns: auditColumns()}
	noise := sheet{name: "Noise", columns: noiseColumns()}
	for _, f := range factories {
		o, came := outsiders[f.id]
		if !came {
			continue
		}
		when := f.visit(last).AddDate(0, 0, o.after)
		audits.rows = append(audits.rows, []any{
			auditID(f.id, f.visit(last)), f.id, when, outside, "third-party", o.announced, o.days, o.interviews, "full", "noise repeated beside the factory's own survey",
		})
		if f.id == typedAgain {
			noise.rows = append(noise.rows, noiseRow(f, last, soundPlaces[f.id][0]))
		}
		for _, p := range o.levels {
			row := noiseRow(f, last, p)
			row[1], row[11], row[12] = when, "Svantek 104A", "repeat by the third party"
			noise.rows = append(noise.rows, row)
		}
	}
	return []sheet{audits, noise}
}
