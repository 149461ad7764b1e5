package pool

import (
	"context"
	"errors"
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

// TestLineTakesInOrder holds that what was made is taken in order, one after the other, and that no more is begun than
// there are jobs, however long the first takes.
func TestLineTakesInOrder(t *testing.T) {
	for _, jobs := range []int{0, 1, 3, 50} {
		var begun, most atomic.Int32
		var taken []int
		line := Line[int]{
			Begin: func(context.Context, int) error { return nil },
			Work: func(i int) int {
				most.Store(max(most.Load(), begun.Add(1)))
				if i%7 == 0 {
					time.Sleep(time.Millisecond)
				}
				return i * i
			},
			Take: func(i, made int) error {
				if made != i*i {
					t.Errorf("%d made %d", i, made)
				}
				begun.Add(-1)
				taken = append(taken, i)
				return nil
			},
		}
		if err := line.Run(t.Context(), 40, jobs); err != nil {
			t.Fatal(err)
		}
		if !slices.IsSorted(taken) || len(taken) != 40 {
			t.Errorf("%d jobs: taken were %v", jobs, taken)
		}
		if int(most.Load()) > max(jobs, 1) {
			t.Errorf("%d jobs: %d at once", jobs, most.Load())
		}
	}
}

// TestLineStops holds that an error, of whichever step, ends the line and is its error.
func TestLineStops(t *testing.T) {
	broken := errors.New("broken")
	for _, jobs := range []int{1, 4} {
		taken := 0
		err := Line[int]{Begin: func(context.Context, int) error { return nil }, Work: func(i int) int { return i },
			Take: func(i, _ int) error {
				if taken++; i == 5 {
					return broken
				}
				return nil
			}}.Run(t.Context(), 1000, jobs)
		if err != broken || taken != 6 {
			t.Errorf("%d jobs: %v after %d", jobs, err, taken)
		}
		ctx, stop := context.WithCancel(t.Context())
		err = Line[int]{Begin: func(_ context.Context, i int) error {
			if i == 5 {
				stop()
			}
			return ctx.Err()
		}, Work: func(i int) int { return i }, Take: func(int, int) error { return nil }}.Run(ctx, 1000, jobs)
		if err != context.Canceled {
			t.Errorf("%d jobs: %v", jobs, err)
		}
	}
}
