package chart

// Spark is a tiny line without axes, for a table's cell or small multiples.
type Spark struct {
	Values      []float64 // oldest first; NaN is a gap
	Limit       float64   // NaN for none; dashed
	Status      string    // a name of Mark, the symbol that stands at the last value; "" for within
	First, Last string    // printed left and right of the line: the first and the last value; "" for none
}

// sparkValue is as wide as most values that are printed beside a spark, so that those of a column line up.
const sparkValue = "00.0 %"

// Draw draws the line over the whole box, between its first and last value.
func (s Spark) Draw(width, height float64, measure Measure) Drawing {
	drawing := Drawing{W: width, H: height}
	lo, hi, ok := extent(s.Values, []float64{s.Limit})
	if !ok {
		return drawing
	}
	ends := newScale(lo, hi, 20)
	r := min(1, width/4, height/4)
	p := &plotArea{Trend: s.trend(), measure: measure, width: width,
		domain: Domain{From: ends.value(ends.First), To: ends.value(ends.Last)}}
	side, labels := s.labels(width, height, measure)
	p.left, p.right, p.top, p.bottom, p.inset = side, width-side, r, height-r, r
	drawing.Marks = append(labels, p.step(p.Limit, sample("line-limit"))...)
	drawing.Marks = append(drawing.Marks, p.line(s.Values, Line{Color: Accent, Width: 0.4}, nil)...)
	if i := p.last(s.Values); i >= 0 {
		drawing.Marks = append(drawing.Marks, s.mark(p.at(i, s.Values[i]), r)...)
	}
	return drawing
}

// labels are the first and the last value, and the room that they take at each side. In a box too small for them there
// are none: a table prints the values then.
func (s Spark) labels(width, height float64, measure Measure) (side float64, marks []Item) {
	if s.First == "" && s.Last == "" {
		return 0, nil
	}
	for _, text := range []string{s.First, s.Last, sparkValue} {
		side = max(side, measure(text, tickSize, true)+1)
	}
	if height < leastPitch || side > width*0.35 {
		return 0, nil
	}
	y := height/2 + middle(tickSize)
	return side, []Item{Label{At: Point{side - 1, y}, Text: s.First, Size: tickSize, Color: Muted, Anchor: End},
		Label{At: Point{width - side + 1, y}, Text: s.Last, Size: tickSize, Bold: true, Color: Ink}}
}

// trend has the limit at every period.
func (s Spark) trend() Trend {
	t := Trend{Periods: make([]string, max(1, len(s.Values)))}
	for range t.Periods {
		t.Limit = append(t.Limit, s.Limit)
	}
	return t
}

func (s Spark) mark(at Point, r float64) []Item {
	if s.Status == "" {
		return symbol("within", at, r*0.8)
	}
	return statusSymbol(s.Status, at, r)
}
