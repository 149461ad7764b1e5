package told

import "iter"

// BehindAll are the figures behind a document about all factories, in the order of results.csv, with all that is behind
// each. They are made one factory after the other, and not kept.
func (p *Programme) BehindAll() iter.Seq[*Figure] {
	return func(yield func(*Figure) bool) {
		for _, f := range p.Data.Factories {
			for _, figure := range p.whole(f) {
				if !yield(figure) {
					return
				}
			}
		}
	}
}
