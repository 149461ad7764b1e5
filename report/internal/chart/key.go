package chart

// TrendMarks are the names of all marks that trends draw, in the order in which a key explains them.
func TrendMarks() []string {
	return []string{"line-accent", "line-gap", "worst-beyond", "worst-within", "line-warm", "line-target", "line-grey",
		"line-break", "below-detection", "axis-break"}
}

// Uses are the names of the marks that the trend draws, in the order of TrendMarks. They are those of NewMark, and the
// same at every size.
func (t Trend) Uses() []string {
	p := &plotArea{Trend: t}
	p.domain = t.domain()
	p.ticks = p.domain.ticks(2)
	numbers := t.numbers()
	var names []string
	add := func(name string, used bool) {
		if used {
			names = append(names, name)
		}
	}
	add("line-accent", p.marksLevel())
	add("line-gap", len(p.gaps(numbers)) > 0)
	add("worst-beyond", p.marksWorst("worst-beyond"))
	add("worst-within", p.marksWorst("worst-within"))
	add("line-warm", p.last(t.Limit) >= 0)
	add("line-target", p.last(t.Target) >= 0)
	add("line-grey", p.last(t.Peers) >= 0)
	add("line-break", p.changesMethod())
	add("below-detection", p.marksBelow())
	add("axis-break", p.broken())
	return names
}

// marksLevel reports whether a level is drawn, as more than a sign of what lies below detection.
func (p *plotArea) marksLevel() bool {
	numbers := p.numbers()
	for i := range p.Periods {
		joined := p.has(numbers, i-1) && p.has(numbers, i) && !p.Values[i].Break
		if joined || p.has(numbers, i) && !p.Values[i].Below {
			return true
		}
	}
	return false
}

// marksWorst reports whether a quarter has a worst unit with this mark.
func (p *plotArea) marksWorst(name string) bool {
	for i := range min(len(p.Worst), len(p.Periods)) {
		if p.showsWorst(i) && p.Worst[i].mark() == name {
			return true
		}
	}
	return false
}

// changesMethod reports whether a quarter after the first begins a new series.
func (p *plotArea) changesMethod() bool {
	for i := 1; i < min(len(p.Values), len(p.Periods)); i++ {
		if p.Values[i].Break {
			return true
		}
	}
	return false
}

// marksBelow reports whether a reading lies below detection.
func (p *plotArea) marksBelow() bool {
	for i := range min(len(p.Values), len(p.Periods)) {
		if p.Values[i].Below && present(p.Values[i].Value) {
			return true
		}
	}
	return false
}
