package layout

import (
	"math"

	"plimsoll/report/internal/chart"
)

// How large a watermark is: this part of the page's diagonal, and no higher than this, in points.
const (
	watermarkLong = 0.72
	watermarkHigh = 190
)

// watermark is the word across a page, from the lower left to the upper right, and an artifact: it says nothing that the document
// does not say in words. It is as pale as a tint, so that it prints and hides nothing.
func (l *layouter) watermark() []Item {
	if l.Watermark == "" {
		return nil
	}
	diagonal := math.Hypot(l.paperW, l.paperH)
	slope := Point{l.paperW / diagonal, l.paperH / diagonal}
	st := l.base().with(Style{Size: 100, Color: chart.Tint})
	st.bold = true
	st.size = math.Floor(min(watermarkHigh, 100*watermarkLong*diagonal/l.textWidth(l.Watermark, st)))
	half, down := l.textWidth(l.Watermark, st)/2, st.size*mm*capital/2
	x := l.paperW/2 - half*slope.X + down*slope.Y
	y := l.paperH/2 + half*slope.Y + down*slope.X
	items := l.textItems(0, 0, l.Watermark, st, nil)
	for i := range items {
		along := items[i].Text.X
		items[i].Text.X, items[i].Text.Y = x+along*slope.X, y-along*slope.Y
		items[i].Text.Turn = math.Round(math.Atan2(slope.Y, slope.X)*1800/math.Pi) / 10
		items[i].Artifact = Watermark
	}
	return items
}

// capital is the height of a capital letter, in sizes.
const capital = 0.714
