package layout

import "plimsoll/report/internal/markdown"

// columnWidths divides the width: by the widths given, as far as every column then holds its widest word, or else by
// what the cells need.
func (t *tableLayout) columnWidths() ([]float64, error) {
	least, most, err := t.columnNeeds()
	if err != nil {
		return nil, err
	}
	if t.Table.Widths == nil {
		return divide(t.column.width, least, most), nil
	}
	return widened(scaled(t.Table.Widths, t.column.width/total(t.Table.Widths)), least), nil
}

// columnNeeds is how narrow and how wide the columns could be.
func (t *tableLayout) columnNeeds() (least, most []float64, err error) {
	n := len(t.Align)
	least, most = make([]float64, n), make([]float64, n)
	for i, cells := range append([][]markdown.Cell{t.Head}, t.Rows...) {
		at := t.Line
		if i > 0 {
			at += 1 + i // a line of dashes stands below the head
		}
		for j, cell := range cells {
			narrow, wide, err := t.needs(cell, column{style: t.cellStyle(i == 0)}, at)
			if err != nil {
				return nil, nil, err
			}
			least[j] = max(least[j], narrow+2*t.look.PadX+t.leadingGap(j))
			most[j] = max(most[j], wide+2*t.look.PadX+t.leadingGap(j))
		}
	}
	return least, most, nil
}

// widened gives columns that are too narrow what they need at the least, taken
// from the room the others can spare, in proportion.
func widened(widths, least []float64) []float64 {
	var lacking, spare float64
	for i, w := range widths {
		lacking += max(0, least[i]-w)
		spare += max(0, w-least[i])
	}
	if lacking == 0 || spare == 0 {
		return widths
	}
	given := min(1, lacking/spare)
	taken := min(1, spare/lacking)
	out := make([]float64, len(widths))
	for i, w := range widths {
		out[i] = w + max(0, least[i]-w)*taken - max(0, w-least[i])*given
	}
	return out
}

// divide fills width with columns between their least and most widths. Where
// there is less than the most, all rise to one level: narrow columns have what
// they want and the wide ones share the rest. Beyond either end columns grow or
// shrink in proportion.
func divide(width float64, least, most []float64) []float64 {
	sumLeast, sumMost := total(least), total(most)
	switch {
	case sumMost > 0 && sumMost <= width:
		return scaled(most, width/sumMost)
	case sumLeast > 0 && sumLeast >= width:
		return scaled(least, width/sumLeast)
	}
	low, high := 0.0, width
	widths := make([]float64, len(least))
	for range 40 {
		level := (low + high) / 2
		for i := range widths {
			widths[i] = max(least[i], min(most[i], level))
		}
		if total(widths) > width {
			high = level
		} else {
			low = level
		}
	}
	return widths
}

func total(values []float64) float64 {
	var sum float64
	for _, v := range values {
		sum += v
	}
	return sum
}

func scaled(values []float64, by float64) []float64 {
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = v * by
	}
	return out
}
