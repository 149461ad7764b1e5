package told

// BehindAll lists the figures behind a document about all factories, in the order of results.csv.
func (p *Programme) BehindAll() []*Figure {
	var out []*Figure
	for _, f := range p.Data.Factories {
		out = append(out, p.Of(f)...)
	}
	return out
}
