package chart

import (
	"cmp"
	"math"
	"slices"
)

// Distribution shows where many subjects stand against one limit: a row for each of their figures, such as then, now
// and the worst place, in which each subject is one mark. Marks are stacked over steps of the axis whose edges lie on
// the limit, so that none stands on it. Where so many stand in one step that their marks would be too small to count,
// the stacks are bars.
type Distribution struct {
	Rows       []DistributionRow
	Unit       string // stands beside the ticks
	Limit      float64
	LimitLabel string
	Worse      Worse
	Change     float64 // the smallest change that counts; 0 where there is none

	Format func(float64) string // of ticks; nil for plain digits
}

// DistributionRow is one figure of all subjects.
type DistributionRow struct {
	Label, Note string
	Stage       Stage
	Points      []DistributionPoint
}

// DistributionPoint is one subject.
type DistributionPoint struct {
	Value  float64 // NaN is left out
	Beyond bool    // the limit; what lies at the limit is not
}

// Stage is which of a subject's figures a row shows, by which its marks look.
type Stage int

// The stages.
const (
	Then  Stage = iota // hollow rings
	Now                // discs
	Worst              // hollow, a triangle beyond the limit
)

// Sizes of a distribution in mm.
const (
	mostDistributionR  = 0.9
	leastDistributionR = 0.42 // smaller marks cannot be counted
	stackGap           = 0.25 // between two marks of a stack, over their radius
	rowAir             = 3.5  // above the highest stack of a row
)

// Height is the height in mm that suits the figure: more room for more subjects.
func (d Distribution) Height() float64 {
	most := 0
	for _, row := range d.Rows {
		most = max(most, len(row.Points))
	}
	pitch := min(30, max(11, 6+math.Sqrt(float64(most))*2))
	return headRoom + pitch*max(1, float64(len(d.Rows))) + tickRoom
}

// distribution is a Distribution with its places.
type distribution struct {
	Distribution
	*lanes
	r      float64 // of marks
	step   float64 // of the axis, over which marks are stacked
	stacks [][]stack
	bars   bool
}

// stack is the subjects of a row in one step of the axis, the step's number from the limit on.
type stack struct {
	number       int
	count        int
	left, middle float64 // places of the step
}

// Draw draws the rows in their order.
func (d Distribution) Draw(width, height float64, measure Measure) Drawing {
	p := d.place(width, height, measure)
	marks := p.ground()
	for i, row := range d.Rows {
		for _, s := range p.stacks[i] {
			marks = append(marks, p.draw(s, row.Stage, p.base(i))...)
		}
		marks = append(marks, p.count(i)...)
	}
	if present(p.Limit) && len(p.Rows) > 0 {
		marks = append(append(marks, p.through(p.Limit)), p.overLimit(p.Limit, p.LimitLabel)...)
	}
	return p.drawing(append(marks, p.names()...))
}

// place finds room for the names, an axis, and marks as large as all of them have room for.
func (d Distribution) place(width, height float64, measure Measure) *distribution {
	t := laneTable{unit: d.Unit, format: d.Format, worse: d.Worse, limits: []float64{d.Limit}}
	var values []float64
	for _, row := range d.Rows {
		t.rows = append(t.rows, lane{name: row.Label}, lane{name: row.Note})
		for _, p := range row.Points {
			values = append(values, p.Value)
		}
	}
	t.domain = domainOf(values, t.limits, d.Change)
	p := &distribution{Distribution: d, lanes: newLanes(t, width, height, measure, values)}
	p.rows = p.rows[:len(d.Rows)] // each had a line for its name and one for its note
	p.pitch = (p.height - headRoom - tickRoom) / max(1, float64(len(d.Rows)))
	p.fit()
	return p
}

// fit finds the largest marks whose highest stack has room; bars where there is none.
func (p *distribution) fit() {
	for p.r = mostDistributionR; p.r >= leastDistributionR; p.r *= 0.9 {
		p.stack(2*p.r + stackGap)
		if float64(p.highest())*(2*p.r+stackGap) <= p.pitch-rowAir {
			return
		}
	}
	p.bars = true
	p.stack(2 * mostDistributionR)
}

// stack puts the subjects of every row into steps at least so wide in mm.
func (p *distribution) stack(wide float64) {
	whole := p.span(nil)
	p.step = firstStep(wide * (whole.To - whole.From) / (p.x.to - p.x.from))
	p.stacks = make([][]stack, len(p.Rows))
	for i, row := range p.Rows {
		p.stacks[i] = p.stacksOf(row)
	}
}

func (p *distribution) stacksOf(row DistributionRow) []stack {
	at := map[int]*stack{}
	var numbers []int
	for _, point := range row.Points {
		if !present(point.Value) {
			continue
		}
		n := p.number(point)
		if at[n] == nil {
			left, right := p.x.at(p.origin()+float64(n)*p.step), p.x.at(p.origin()+float64(n+1)*p.step)
			at[n], numbers = &stack{number: n, left: left, middle: (left + right) / 2}, append(numbers, n)
		}
		at[n].count++
	}
	slices.Sort(numbers)
	out := make([]stack, len(numbers))
	for i, n := range numbers {
		out[i] = *at[n]
	}
	return out
}

// origin is where steps are counted from: the limit.
func (p *distribution) origin() float64 {
	if present(p.Limit) {
		return p.Limit
	}
	return 0
}

// number is that of a subject's step: 0 begins at the limit, −1 ends there. What meets the limit is on its better side.
func (p *distribution) number(point DistributionPoint) int {
	n := int(math.Floor((point.Value-p.origin())/p.step + 1e-9))
	switch {
	case !present(p.Limit):
		return n
	case point.Beyond == p.Worse.Left:
		return min(n, -1)
	}
	return max(n, 0)
}

func (p *distribution) highest() int {
	most := 0
	for _, row := range p.stacks {
		for _, s := range row {
			most = max(most, s.count)
		}
	}
	return most
}

// base is where the stacks of a row stand.
func (p *distribution) base(row int) float64 { return headRoom + float64(row+1)*p.pitch }

// draw draws a stack: a mark for each subject, or a bar.
func (p *distribution) draw(s stack, stage Stage, base float64) []Item {
	beyond := present(p.Limit) && s.number < 0 == p.Worse.Left
	if p.bars {
		return []Item{bar(s.left+0.15, 2*s.middle-s.left-0.15, base-p.high(s), base, stage, beyond)}
	}
	var marks []Item
	for i := range s.count {
		y := base - p.r - stackGap - float64(i)*(2*p.r+stackGap)
		marks = append(marks, stage.mark(Point{s.middle, y}, p.r, beyond)...)
	}
	return marks
}

// high is how high the bar of a stack is.
func (p *distribution) high(s stack) float64 {
	return float64(s.count) / float64(p.highest()) * (p.pitch - rowAir)
}

// count says how many the highest bar of a row stands for; marks can be counted. It stands on the bar's side of the
// limit.
func (p *distribution) count(row int) []Item {
	if !p.bars || len(p.stacks[row]) == 0 {
		return nil
	}
	s := slices.MaxFunc(p.stacks[row], func(a, b stack) int { return cmp.Compare(a.count, b.count) })
	l := Label{At: Point{s.left, p.base(row) - p.high(s) - 0.7}, Text: digits(float64(s.count), p.Format), Size: tickSize,
		Color: Muted}
	if s.number < 0 {
		l.At.X, l.Anchor = 2*s.middle-s.left, End
	}
	return []Item{p.measure.inside(l, 0, p.width)}
}

// mark is one subject.
func (s Stage) mark(at Point, r float64, beyond bool) []Item {
	switch {
	case s == Now:
		return []Item{Disc{At: at, R: r, Fill: Accent}}
	case s == Worst && beyond:
		return []Item{polygon(at, r*0.9, White, Warm, r*0.32, triangle(1)...)}
	}
	return []Item{Disc{At: at, R: r * 0.84, Fill: White, Stroke: Accent, Width: r * 0.32}}
}

// bar is a stack of many subjects.
func bar(left, right, top, bottom float64, stage Stage, beyond bool) Item {
	corners := []Point{{left, bottom}, {left, top}, {right, top}, {right, bottom}}
	a := Area{Points: corners, Fill: White, Stroke: Accent, Width: 0.2}
	switch {
	case stage == Now:
		a.Fill, a.Stroke = Accent, None
	case stage == Worst && beyond:
		a.Stroke = Warm
	}
	return a
}

// ground is what marks stand on: the grid, a line under each row, and the ticks.
func (p *distribution) ground() []Item {
	var marks []Item
	for _, v := range p.x.lines {
		if x := p.x.at(v); !p.nearLimit(x) {
			marks = append(marks, Line{Points: []Point{{x, headRoom}, {x, p.bottom()}}, Color: Tint, Width: 0.25})
		}
	}
	for i := range p.Rows {
		marks = append(marks, Line{Points: []Point{{0, p.base(i)}, {p.width, p.base(i)}}, Color: Grey, Width: 0.15})
	}
	return append(append(marks, p.worseEnd()...), p.ticks()...)
}

// names are the labels of the rows with their notes, at the foot of each.
func (p *distribution) names() []Item {
	const line = nameSize * mmPerPoint * 1.3
	var marks []Item
	for i, row := range p.Rows {
		y := p.base(i) - 1.2
		marks = append(marks, p.measure.within(p.label,
			Label{At: Point{0, y - line}, Text: row.Label, Size: nameSize, Color: Ink},
			Label{At: Point{0, y}, Text: row.Note, Size: nameSize, Color: Muted})...)
	}
	return marks
}
