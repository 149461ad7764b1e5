package disclosure

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"plimsoll/report/compose"
	"plimsoll/report/compose/small"
	"plimsoll/report/told"
)

// peopleTold are what a view tells of people, as it prints: counts, and shares with what they are of.
type peopleTold struct {
	counts []float64
	shares []told.Split
	where  []string // of counts
}

// collect finds every number of people in a view, wherever it stands.
func (n *peopleTold) collect(v reflect.Value, where string) {
	switch x := v.Interface().(type) {
	case told.Count:
		n.add(x, where)
		return
	case told.Split:
		if x.Judged() > 0 {
			n.shares = append(n.shares, x)
			n.add(told.CountOf(x.Judged()), where+" judged")
		}
		return
	case compose.LimitRow:
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Name != "Area" && f.Name != "Indicator" {
				n.collect(v.Field(i), where+"."+f.Name)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			n.collect(v.Index(i), fmt.Sprintf("%s[%d]", where, i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			n.collect(v.Elem(), where)
		}
	}
}

func (n *peopleTold) add(c told.Count, where string) {
	if !c.Withheld && !math.IsNaN(c.N) {
		n.counts, n.where = append(n.counts, c.N), append(n.where, where)
	}
}

// TestSolverFindsNoFew tries all numbers of people that two editions tell, of which the second counts a few people
// more, and takes their differences and complements: none may be a number from 1 to 9.
func TestSolverFindsNoFew(t *testing.T) {
	tried := 0
	for seed := range uint64(20) {
		var all peopleTold
		for edition := range uint64(2) {
			sheets := small.RandomCounts(rand.New(rand.NewPCG(seed, 1)), rand.New(rand.NewPCG(seed, 20+edition)))
			source := small.Read(t, sheets)
			view := newDisclosure(compose.NewProgramme(source, small.Words(t, "en"))).public()
			all.collect(reflect.ValueOf(*view), fmt.Sprint("edition ", edition))
		}
		for i, a := range all.counts {
			for k, b := range all.counts {
				if d := a - b; d > 0 && d < 10 {
					t.Errorf("seed %d: %v (%s) and %v (%s)", seed, a, all.where[i], b, all.where[k])
				}
			}
			if a > 0 && a < 10 {
				t.Errorf("seed %d: %v (%s)", seed, a, all.where[i])
			}
		}
		for _, s := range all.shares {
			if s.Beyond > 0 && s.Beyond < 10 || s.Within > 0 && s.Within < 10 {
				t.Errorf("seed %d: %+v", seed, s)
			}
		}
		tried += len(all.counts)
	}
	if tried < 500 {
		t.Errorf("only %d numbers were tried", tried)
	}
}
