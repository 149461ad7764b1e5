package pool

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
)

func TestEachDoesAllAndNoMoreAtOnceThanJobs(t *testing.T) {
	for _, jobs := range []int{0, 1, 3, 200} {
		var running, most atomic.Int32
		done := make([]bool, 100)
		err := Each(context.Background(), len(done), jobs, func(i int) error {
			now := running.Add(1)
			for {
				seen := most.Load()
				if now <= seen || most.CompareAndSwap(seen, now) {
					break
				}
			}
			done[i] = true
			running.Add(-1)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for i, d := range done {
			if !d {
				t.Errorf("%d jobs: %d was not done", jobs, i)
			}
		}
		if got := int(most.Load()); got > max(jobs, 1) {
			t.Errorf("%d jobs: %d at once", jobs, got)
		}
	}
}

func TestEachStops(t *testing.T) {
	broken, calls := errors.New("broken"), 0
	if err := Each(context.Background(), 100, 1, func(i int) error {
		if calls++; i == 3 {
			return broken
		}
		return nil
	}); err != broken || calls != 4 {
		t.Errorf("%v after %d calls", err, calls)
	}
	ctx, cancel := context.WithCancel(context.Background())
	if err := Each(ctx, 100, 1, func(i int) error {
		if i == 3 {
			cancel()
		}
		return nil
	}); err != context.Canceled {
		t.Error(err)
	}
}
