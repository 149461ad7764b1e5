package benchmark

import (
	"cmp"
	"math"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
)

// isomerKey is what rows share that may be isomers of one sample; hours of −1 are not said.
type isomerKey struct {
	on                                       standard.Date
	subject, group, location, worker, sample string
	hours                                    float64
}

func isomerKeyOf(r *audit.Reading) isomerKey {
	k := isomerKey{r.Date, r.Subject, r.Group, r.Location, r.Worker, "", r.Hours}
	if math.IsNaN(r.Hours) {
		k.hours = -1
	}
	switch {
	case r.Personal:
		k.sample = "personal"
	case r.AreaWide:
		k.sample = "area"
	}
	return k
}

// samples takes the rows together that name different isomers of one substance and agree in everything else:
// laboratories report o-xylene and m,p-xylene of one tube in two lines. Any other row is a sample alone, one of the
// substance itself too. Value is what a row counts as.
func samples(rows []*audit.Reading, value func(*audit.Reading) float64) []sample {
	var out []sample
	var order []isomerKey
	named := map[isomerKey][]*audit.Reading{}
	for _, r := range rows {
		k := isomerKeyOf(r)
		switch {
		case r.Isomer == "":
			out = append(out, sample{r})
			continue
		case named[k] == nil:
			order = append(order, k)
		}
		named[k] = append(named[k], r)
	}
	for _, k := range order {
		out = append(out, layers(named[k], value)...)
	}
	slices.SortStableFunc(out, func(a, b sample) int { return a.first().Source.Compare(b.first().Source) })
	return out
}

// layers makes one sample of the largest of each isomer, another of the next largest, and so on.
func layers(rows []*audit.Reading, value func(*audit.Reading) float64) []sample {
	isomers, of := groupBy(rows, func(r *audit.Reading) string { return r.Isomer })
	var out []sample
	for _, isomer := range isomers {
		falling := slices.SortedStableFunc(slices.Values(of[isomer]), func(a, b *audit.Reading) int {
			return cmp.Or(-compareFloats(value(a), value(b)), a.Source.Compare(b.Source))
		})
		for i, r := range falling {
			if i == len(out) {
				out = append(out, nil)
			}
			out[i] = append(out[i], r)
		}
	}
	for _, s := range out {
		slices.SortFunc(s, func(a, b *audit.Reading) int { return a.Source.Compare(b.Source) })
	}
	return out
}

// lostByTube are the lost rows that name an isomer, by what they share with the rows of their sample beside hours and kind.
type lostByTube map[isomerKey][]*audit.Lost

// tube is the key without hours and kind of sample.
func (k isomerKey) tube() isomerKey {
	k.hours, k.sample = 0, ""
	return k
}

func lostByTubeOf(lost []*audit.Lost) lostByTube {
	out := lostByTube{}
	for _, l := range lost {
		if l.Isomer != "" {
			k := isomerKeyOf(&l.Reading).tube()
			out[k] = append(out[k], l)
		}
	}
	return out
}

// of are rows of other isomers that belong to a sample and could not be used; a cell that could not be read may have said the
// same as the sample.
func (lost lostByTube) of(s sample) []*audit.Lost {
	if s.first().Isomer == "" {
		return nil
	}
	var out []*audit.Lost
	key := isomerKeyOf(s.first())
	for _, l := range lost[key.tube()] {
		k := isomerKeyOf(&l.Reading)
		fits := (l.HoursUnread || k.hours == key.hours) && (l.SampleUnread || k.sample == key.sample)
		has := slices.ContainsFunc(s, func(r *audit.Reading) bool { return r.Isomer == l.Isomer })
		if fits && !has {
			out = append(out, l)
		}
	}
	return out
}
