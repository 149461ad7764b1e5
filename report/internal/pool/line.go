package pool

import (
	"context"

	"golang.org/x/sync/errgroup"
)

// Line is things that are made side by side, and taken one after the other in the order of their numbers. One that is
// made early waits until it is its turn, and no other is begun in its place: so there are never more than jobs of them.
type Line[T any] struct {
	Begin func(ctx context.Context, i int) error // in order, before the work: waits for room; nil: there is room
	Work  func(i int) T
	Take  func(i int, made T) error
}

// Run makes and takes 0 … n−1, jobs of them at once at most. After the first error, or when the context is done, no
// other is begun; that error, or the context's, is returned.
func (l Line[T]) Run(ctx context.Context, n, jobs int) error {
	g, going := errgroup.WithContext(ctx)
	g.SetLimit(max(jobs, 1))
	turn := make(chan struct{})
	close(turn)
	for i := range n {
		if l.Begin != nil && l.Begin(going, i) != nil || going.Err() != nil {
			break // the error is the group's, or the context's
		}
		mine, next := turn, make(chan struct{})
		turn = next
		g.Go(func() error {
			made := l.Work(i)
			select {
			case <-mine:
			case <-going.Done():
				return going.Err()
			}
			if err := l.Take(i, made); err != nil {
				return err
			}
			close(next)
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	return ctx.Err()
}
