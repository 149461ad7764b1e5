package audit

import (
	"encoding/binary"
	"iter"
	"math"
	"slices"

	"plimsoll/report/standard"
)

// Readings are those of a programme, by factory. There may be millions of them, so that they are packed: one takes fifty
// bytes in which there is nothing for the garbage collector to look at. They come out as they went in. The zero value
// holds none.
type Readings struct {
	n         int
	factories []*Factory // in the order of their first readings
	packed    map[*Factory][]byte
	texts     numbered[string]
	areas     numbered[*standard.Area]
	agents    numbered[*standard.Agent]
	scratch   []byte
}

// Add adds a reading.
func (l *Readings) Add(r *Reading) {
	if l.packed == nil {
		l.packed = map[*Factory][]byte{}
	}
	data, known := l.packed[r.Factory]
	if !known {
		l.factories = append(l.factories, r.Factory)
	}
	w := &packing{l, l.scratch[:0]}
	r.each(w)
	l.scratch = w.data
	data = binary.AppendUvarint(data, uint64(len(w.data)))
	l.packed[r.Factory] = append(data, w.data...)
	l.n++
}

// Len is the number of all readings.
func (l *Readings) Len() int { return l.n }

// Of are the readings of a factory, in the order in which they were added.
func (l *Readings) Of(f *Factory) []*Reading { return l.among(f, everyOne) }

// filter says by its area and day whether a reading is wanted. What is not is not unpacked.
type filter func(area *standard.Area, on standard.Date) bool

func everyOne(*standard.Area, standard.Date) bool { return true }

// among are the readings of a factory that are wanted.
func (l *Readings) among(f *Factory, wanted filter) []*Reading {
	var out []*Reading
	for data := l.packed[f]; len(data) > 0; {
		var one unpacking
		if one, data = l.next(data); wanted(one.stamp()) {
			r := &Reading{Factory: f}
			r.each(&one)
			out = append(out, r)
		}
	}
	return out
}

// next parts the first reading from those behind it.
func (l *Readings) next(data []byte) (one unpacking, rest []byte) {
	n, size := binary.Uvarint(data)
	end := size + int(n)
	return unpacking{l, data[size:end]}, data[end:]
}

// All are all readings, factory by factory.
func (l *Readings) All() iter.Seq[*Reading] { return l.each(everyOne) }

// each are all readings that are wanted, factory by factory.
func (l *Readings) each(wanted filter) iter.Seq[*Reading] {
	return func(yield func(*Reading) bool) {
		for _, f := range l.factories {
			for _, r := range l.among(f, wanted) {
				if !yield(r) {
					return
				}
			}
		}
	}
}

// Days are the days of all readings, with their areas.
func (l *Readings) Days() iter.Seq2[*standard.Area, standard.Date] {
	return func(yield func(*standard.Area, standard.Date) bool) {
		for _, f := range l.factories {
			for data := l.packed[f]; len(data) > 0; {
				var one unpacking
				if one, data = l.next(data); !yield(one.stamp()) {
					return
				}
			}
		}
	}
}

// Keep drops the readings that are not wanted any more.
func (l *Readings) Keep(wanted func(*Reading) bool) {
	for _, f := range l.factories {
		l.keepOf(f, wanted)
	}
}

func (l *Readings) keepOf(f *Factory, wanted func(*Reading) bool) {
	all := l.Of(f)
	kept := slices.DeleteFunc(slices.Clone(all), func(r *Reading) bool { return !wanted(r) })
	if len(kept) == len(all) {
		return
	}
	l.packed[f], l.n = nil, l.n-len(all)
	for _, r := range kept {
		l.Add(r)
	}
}

// only are the readings of some factories.
func (l *Readings) only(wanted map[*Factory]bool) Readings {
	some := Readings{packed: map[*Factory][]byte{}, texts: l.texts, areas: l.areas, agents: l.agents}
	for _, f := range l.factories {
		if wanted[f] {
			some.factories, some.packed[f] = append(some.factories, f), l.packed[f]
			some.n += len(l.Of(f))
		}
	}
	return some
}

// each hands every field but the factory to a visitor, always in the same order: area and day first (unpacking.stamp).
func (r *Reading) each(v visitor) {
	v.area(&r.Area)
	day := int(r.Date)
	v.whole(&day)
	r.Date = standard.Date(day)
	v.agent(&r.Agent)
	for _, text := range []*string{&r.Source.File, &r.Source.Sheet, &r.Source.Span, &r.Method, &r.Location, &r.Subject,
		&r.Group, &r.Worker, &r.Isomer, &r.Building, &r.Currency, &r.Basis, &r.Sex} {
		v.text(text)
	}
	for _, number := range []*float64{&r.Value, &r.Workers, &r.Hours, &r.Minutes, &r.Occupants, &r.Beds, &r.Toilets, &r.Showers, &r.Lowest,
		&r.Ordinary, &r.Overtime, &r.Weekly, &r.Longest} {
		v.number(number)
	}
	v.whole(&r.Source.Row)
	v.whole(&r.Source.Order)
	indicator := int(r.Indicator)
	v.whole(&indicator)
	r.Indicator = uint8(indicator)
	for _, flag := range []*bool{&r.ByVolume, &r.Below, &r.AreaWide, &r.Personal} {
		v.flag(flag)
	}
}

// visitor packs or unpacks the fields of readings.
type visitor interface {
	text(*string)
	number(*float64)
	whole(*int)
	flag(*bool)
	area(**standard.Area)
	agent(**standard.Agent)
}

// numbered gives things numbers, from 1; 0 is the zero value.
type numbered[T comparable] struct {
	things []T
	number map[T]int
}

func (n *numbered[T]) of(thing T) int {
	var none T
	if thing == none {
		return 0
	}
	at, known := n.number[thing]
	if !known {
		if n.number == nil {
			n.number = map[T]int{}
		}
		n.things = append(n.things, thing)
		at = len(n.things)
		n.number[thing] = at
	}
	return at
}

func (n *numbered[T]) at(number int) (thing T) {
	if number > 0 {
		thing = n.things[number-1]
	}
	return thing
}

// packing writes fields behind what is packed already.
type packing struct {
	*Readings
	data []byte
}

func (p *packing) put(n int)                { p.data = binary.AppendVarint(p.data, int64(n)) }
func (p *packing) text(s *string)           { p.put(p.texts.of(*s)) }
func (p *packing) whole(n *int)             { p.put(*n) }
func (p *packing) area(a **standard.Area)   { p.put(p.areas.of(*a)) }
func (p *packing) agent(a **standard.Agent) { p.put(p.agents.of(*a)) }

func (p *packing) flag(b *bool) {
	n := 0
	if *b {
		n = 1
	}
	p.put(n)
}

// A number is none, one that follows whole, or, most often, a small count of which one is one more than it.
const (
	noNumber    = 0
	anyNumber64 = -1
	mostCounted = 1 << 30
)

func (p *packing) number(v *float64) {
	switch n := *v; {
	case math.IsNaN(n):
		p.put(noNumber)
	case n >= 0 && n < mostCounted && n == math.Trunc(n) && !math.Signbit(n):
		p.put(int(n) + 1)
	default:
		p.put(anyNumber64)
		p.data = binary.LittleEndian.AppendUint64(p.data, math.Float64bits(n))
	}
}

// unpacking reads fields from the front of what is packed.
type unpacking struct {
	*Readings
	data []byte
}

func (u *unpacking) get() int {
	n, size := binary.Varint(u.data)
	u.data = u.data[size:]
	return int(n)
}

// stamp is what stands first in a reading: its area and its day. The reading is as long as before.
func (u unpacking) stamp() (*standard.Area, standard.Date) {
	area := u.areas.at(u.get())
	return area, standard.Date(u.get())
}

func (u *unpacking) text(s *string)           { *s = u.texts.at(u.get()) }
func (u *unpacking) whole(n *int)             { *n = u.get() }
func (u *unpacking) flag(b *bool)             { *b = u.get() == 1 }
func (u *unpacking) area(a **standard.Area)   { *a = u.areas.at(u.get()) }
func (u *unpacking) agent(a **standard.Agent) { *a = u.agents.at(u.get()) }

func (u *unpacking) number(v *float64) {
	switch n := u.get(); n {
	case noNumber:
		*v = math.NaN()
	case anyNumber64:
		*v = math.Float64frombits(binary.LittleEndian.Uint64(u.data))
		u.data = u.data[8:]
	default:
		*v = float64(n - 1)
	}
}
