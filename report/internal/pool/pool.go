// Package pool does many things, some at once. It is the one pool of workers of the program: reading, mapping,
// annotating and making documents run in it, with the number of --jobs.
package pool

import (
	"context"

	"golang.org/x/sync/errgroup"
)

// Each calls work for 0 … n−1, at most jobs of them at once and one by one where jobs is below 2, and waits for all
// that were begun. After the first error, or when the context is done, no other is begun; that error, or the context's,
// is returned.
func Each(ctx context.Context, n, jobs int, work func(i int) error) error {
	g, going := errgroup.WithContext(ctx)
	g.SetLimit(max(jobs, 1))
	for i := range n {
		if going.Err() != nil {
			break
		}
		g.Go(func() error {
			if err := going.Err(); err != nil {
				return err
			}
			return work(i)
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	return ctx.Err()
}
