package quarterly

import "plimsoll/report/told"

// matrix tells where every factory stands in every area. Factories are listed, never ranked.
func (q *report) matrix(areas []AreaView) []MatrixRow {
	rows := make([]MatrixRow, len(q.active))
	at := map[string]int{}
	for i, f := range q.active {
		rows[i] = MatrixRow{Factory: f, Cells: make([]*told.Part, len(areas))}
		at[f.ID] = i
	}
	for j, a := range areas {
		for i := range a.Sum.Parts {
			p := &a.Sum.Parts[i]
			rows[at[p.Factory.ID]].Cells[j] = p
		}
	}
	return rows
}
