package chart

import (
	"cmp"
	"math"
	"slices"
)

// dot is a sample with its place: dy above or below the middle of its row.
type dot struct {
	StripPoint
	x, dy, r float64
}

// radii of dots in mm, of which the greatest is taken that lets nearly all of
// them stand clear of one another.
func radii() []float64 { return []float64{0.95, 0.8, 0.7, 0.62} }

// crowded is the share of dots that may lie over others.
const crowded = 0.15

// swarms are the dots of every row.
func swarms(g *lanes, rows []StripRow) [][]dot {
	most, all := heaviest(rows), 0
	bare, out := make([][]dot, len(rows)), make([][]dot, len(rows))
	for i, row := range rows {
		bare[i] = row.dots(g, most)
		all += len(bare[i])
	}
	for _, r := range radii() {
		r = min(r*g.pitch/lanePitch, g.r)
		overlapping := 0
		for i := range rows {
			out[i] = ofRadius(bare[i], r)
			overlapping += stackDots(out[i], g.pitch*0.46)
		}
		if float64(overlapping) <= crowded*float64(all) {
			break
		}
	}
	for _, dots := range out { // dots that lie over others are painted from the top
		slices.SortStableFunc(dots, func(a, b dot) int { return cmp.Compare(a.dy, b.dy) })
	}
	return out
}

// dots are the samples present, from left to right; their radius is a part of the greatest.
func (row StripRow) dots(g *lanes, heaviest float64) []dot {
	dots := make([]dot, 0, len(row.Points))
	for _, p := range row.Points {
		if present(p.Value) {
			dots = append(dots, dot{StripPoint: p, x: g.x.at(p.Value), r: p.size(heaviest)})
		}
	}
	slices.SortStableFunc(dots, func(a, b dot) int { return cmp.Compare(a.x, b.x) })
	return dots
}

// ofRadius are the dots with a greatest radius.
func ofRadius(dots []dot, r float64) []dot {
	out := slices.Clone(dots)
	for i := range out {
		out[i].r *= r
	}
	return out
}

// smallest is a dot's least radius in that of the heaviest.
const smallest = 0.6

// size is a dot's radius in that of the heaviest; its area follows its weight,
// as far as it stays visible.
func (p StripPoint) size(heaviest float64) float64 {
	if heaviest == 0 {
		return 1
	}
	if !(p.Weight > 0) {
		return smallest
	}
	return math.Max(smallest, math.Sqrt(math.Min(1, p.Weight/heaviest)))
}

// stackDots moves dots that would touch into tracks above and below the middle,
// the nearest that is free. Those that find none, which it counts, go to tracks
// between the others, closer and closer, and at last to the one that is free
// soonest.
func stackDots(dots []dot, half float64) (overlapping int) {
	var widest float64
	for _, d := range dots {
		widest = math.Max(widest, d.r)
	}
	pitch := widest*2 + 0.1
	tracks := offsets(half-widest, pitch, 0)
	proper := len(tracks)
	for _, part := range []float64{2, 4, 8} {
		tracks = append(tracks, offsets(half-widest, pitch*2/part, pitch/part)...)
	}
	free := make([]float64, len(tracks))
	for i := range free {
		free[i] = math.Inf(-1)
	}
	for i, d := range dots {
		at := slices.IndexFunc(free, func(end float64) bool { return end <= d.x-d.r })
		if at < 0 {
			at = slices.Index(free, slices.Min(free))
		}
		if at >= proper || free[at] > d.x-d.r {
			overlapping++
		}
		dots[i].dy, free[at] = tracks[at], math.Max(free[at], d.x+d.r+0.1)
	}
	return overlapping
}

// offsets are first, first + pitch, … as far as room goes, each up and down.
func offsets(room, pitch, first float64) []float64 {
	var out []float64
	if first == 0 {
		out, first = append(out, 0), pitch
	}
	for y := first; pitch > 0 && y <= room; y += pitch {
		out = append(out, -y, y)
	}
	return out
}
