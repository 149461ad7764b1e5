package scorecard

import (
	"plimsoll/report/benchmark"
)

// figureRows is every indicator of every area, as last measured.
func (c *card) figureRows() []FigureRow {
	var out []FigureRow
	for _, st := range c.statuses {
		for i, r := range st.Rows {
			row := FigureRow{Figure: r, First: i == 0, Mark: r.Status}
			if st.IsStale() {
				row.Mark = benchmark.Stale
			}
			out = append(out, row)
		}
	}
	return out
}
