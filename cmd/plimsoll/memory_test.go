package main

import (
	"errors"
	"math"
	"testing"
)

func TestGrowthOf(t *testing.T) {
	for live, want := range map[uint64]int{0: 12800, 4 << 20: 3200, 64 << 20: 200, 100 << 20: 128, 1 << 30: 60} {
		if got := growthOf(live); got != want {
			t.Errorf("with %d bytes live the heap grows by %d %%, want %d", live, got, want)
		}
	}
}

func TestMemoryBound(t *testing.T) {
	for text, want := range map[string]int64{"max\n": math.MaxInt64, "1000000000\n": 900000000, "9223372036854771712\n": math.MaxInt64,
		"": math.MaxInt64} {
		read := func(name string) ([]byte, error) {
			if text == "" {
				return nil, errors.New("there is none")
			}
			return []byte(text), nil
		}
		if got := memoryBound(read); got != want {
			t.Errorf("a control group of %q bounds memory at %d, want %d", text, got, want)
		}
	}
}
