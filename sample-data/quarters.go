package main

import (
	"fmt"
	"hash/fnv"
	"iter"
	"math"
	"time"
)

// A quarter counts from the first one of the sample: 0 is 2023-Q4, 11 is 2026-Q3.
type quarter int

const (
	quarters = 12
	last     = quarter(quarters - 1)
)

// A course says how far things had come from where they were to where they are, quarter by quarter from 2023-Q4 on;
// nil where nobody measured. Below 0 and above 1 are allowed: worse than at first, better than now.
type course []*float64

// A span is a figure's way: from the first quarter to the last one.
type span [2]float64

func (q quarter) year() int { return 2023 + (int(q)+3)/4 }

func (q quarter) String() string { return fmt.Sprintf("%d-Q%d", q.year(), (int(q)+3)%4+1) }

// UnmarshalText reads a quarter as the tables write it: 2026-Q3.
func (q *quarter) UnmarshalText(text []byte) error {
	for n := range quarter(quarters) {
		if n.String() == string(text) {
			*q = n
			return nil
		}
	}
	return fmt.Errorf("%s is no quarter of the sample", text)
}

// month is the first day of one of the quarter's months, which counts from 0.
func (q quarter) month(m int) time.Time {
	return time.Date(2023, time.Month(10+3*int(q)+m), 1, 0, 0, 0, 0, time.UTC)
}

// visit is the day a factory was measured in a quarter: its usual day, some days later as such things go.
func (f *factory) visit(q quarter) time.Time {
	days := f.Day
	if q < last {
		days += int(4 + 4*wobble(f.ID, q.String()))
	}
	return workday(q.month(0).AddDate(0, 0, days))
}

// sampled is the day after, on which air is.
func (f *factory) sampled(q quarter) time.Time { return workday(f.visit(q).AddDate(0, 0, 1)) }

func workday(t time.Time) time.Time {
	for t.Weekday() == time.Saturday || t.Weekday() == time.Sunday {
		t = t.AddDate(0, 0, 1)
	}
	return t
}

// quarters are those of a course in which somebody measured.
func (c course) quarters() iter.Seq[quarter] {
	return func(yield func(quarter) bool) {
		for q, share := range c {
			if share != nil && !yield(quarter(q)) {
				return
			}
		}
	}
}

// share is how far things had come in a quarter that was measured.
func (c course) share(q quarter) float64 { return *c[q] }

func (s span) at(share float64) float64 { return s[0] + (s[1]-s[0])*share }

// around lets a figure sway by up to a share of itself, as measurements do; the last quarter is as the table says.
func (s span) around(share, sway float64, q quarter, name ...string) float64 {
	v := s.at(share)
	if q == last {
		return v
	}
	return v * (1 + sway*wobble(append(name, q.String())...))
}

// wobble is a number from -1 to 1 that depends on nothing but the names.
func wobble(names ...string) float64 {
	h := fnv.New64a()
	for _, n := range names {
		h.Write([]byte(n))
		h.Write([]byte{0})
	}
	x := h.Sum64()
	x ^= x >> 33
	x *= 0xff51afd7ed558ccd
	x ^= x >> 33
	return float64(x>>11)/(1<<52) - 1
}

// rounded to a number of decimals.
func rounded(v float64, decimals int) float64 {
	p := math.Pow10(decimals)
	return math.Round(v*p) / p
}
