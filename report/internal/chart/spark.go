package chart

// Spark is a tiny line without axes, for a table's cell or small multiples.
type Spark struct {
	Values []float64 // oldest first; NaN is a gap
	Limit  float64   // NaN for none; dashed
	Status string    // a name of Mark, the symbol that stands at the last value; "" for within
}

// Draw draws the line over the whole box.
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
	p.right, p.top, p.bottom, p.inset = width, r, height-r, r
	drawing.Marks = append(p.step(p.Limit, sample("line-limit")), p.line(s.Values, Line{Color: Accent, Width: 0.4}, nil)...)
	for i := len(s.Values) - 1; i >= 0; i-- {
		if p.has(s.Values, i) {
			drawing.Marks = append(drawing.Marks, s.mark(p.at(i, s.Values[i]), r)...)
			break
		}
	}
	return drawing
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
