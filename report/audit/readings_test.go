package audit

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"

	"plimsoll/report/standard"
)

// readings are all of the data, as they were read.
func readings(d *Data) []Reading {
	var out []Reading
	for r := range d.Readings.All() {
		out = append(out, *r)
	}
	slices.SortStableFunc(out, func(a, b Reading) int { return a.Source.Compare(b.Source) })
	return out
}

// TestReadingsComeBack fills every field of a reading, alone and together with the others, and holds that it comes back.
// A field that is forgotten where they are packed is found here.
func TestReadingsComeBack(t *testing.T) {
	factory, area, agent := &Factory{ID: "F"}, &standard.Area{ID: "air"}, &standard.Agent{ID: "108-88-3"}
	var list Readings
	var want []Reading
	none := Reading{Factory: factory}
	for i := range reflect.TypeFor[Reading]().NumField() {
		for _, number := range []float64{84.5, 0, 3, -2, 1 << 40, math.Inf(1)} {
			r := none
			fill := reflect.ValueOf(&r).Elem().Field(i)
			setField(fill, number, area, agent, factory)
			want = append(want, r)
			list.Add(&r)
		}
	}
	got := list.Of(factory)
	if list.Len() != len(want) || len(got) != len(want) {
		t.Fatalf("%d of %d came back", len(got), len(want))
	}
	for i := range want {
		if *got[i] != want[i] {
			t.Errorf("%+v came back as %+v", want[i], *got[i])
		}
	}
}

func setField(field reflect.Value, number float64, area *standard.Area, agent *standard.Agent, factory *Factory) {
	switch v := field.Addr().Interface().(type) {
	case *float64:
		*v = number
	case *string:
		*v = fmt.Sprint("text ", number)
	case *bool:
		*v = true
	case *uint8:
		*v = 3
	case *standard.Date:
		*v = standard.Date(46000)
	case *Source:
		*v = Source{File: "a.xlsx", Sheet: fmt.Sprint(number), Row: 7, Span: "7-9", Order: 12}
	case **standard.Area:
		*v = area
	case **standard.Agent:
		*v = agent
	case **Factory:
		*v = factory
	default:
		panic(fmt.Sprintf("a reading has a field of type %T", v))
	}
}

// TestReadingsKeepNone holds that a number that is not there is not there afterwards.
func TestReadingsKeepNone(t *testing.T) {
	var list Readings
	f := &Factory{}
	list.Add(&Reading{Factory: f, Value: math.NaN(), Workers: 0})
	if r := list.Of(f)[0]; !math.IsNaN(r.Value) || r.Workers != 0 || math.Signbit(r.Workers) {
		t.Errorf("%v %v", r.Value, r.Workers)
	}
}

// TestReadingsKeep holds what is dropped and what stays, and in which order.
func TestReadingsKeep(t *testing.T) {
	var list Readings
	a, b := &Factory{ID: "A"}, &Factory{ID: "B"}
	for i := range 10 {
		list.Add(&Reading{Factory: []*Factory{a, b}[i%2], Value: float64(i)})
	}
	list.Keep(func(r *Reading) bool { return r.Value >= 3 })
	var got []float64
	for r := range list.All() {
		got = append(got, r.Value)
	}
	if want := []float64{4, 6, 8, 3, 5, 7, 9}; !reflect.DeepEqual(got, want) || list.Len() != 7 {
		t.Errorf("%d are left: %v", list.Len(), got)
	}
	if some := list.only(map[*Factory]bool{b: true}); some.Len() != 4 || len(some.Of(a)) != 0 || len(some.Of(b)) != 4 {
		t.Errorf("of B there are %d", some.Len())
	}
}
