package disclosure

import (
	"math/rand/v2"
	"testing"

	"plimsoll/report/compose"
	"plimsoll/report/compose/small"
	"plimsoll/report/told"
)

// TestSumsAreOfWhatIsTold holds random programmes to what a reader can add up: the share of an area is of the
// factories printed with one, its change of those printed with both; nothing is called the best of which too little
// is known or the law is not met beside it, nor improved where the law is not met.
func TestSumsAreOfWhatIsTold(t *testing.T) {
	shares, improved := 0, 0
	for seed := range uint64(24) {
		sheets := small.RandomCounts(rand.New(rand.NewPCG(seed, 1)), rand.New(rand.NewPCG(seed, 2)))
		for name, rows := range small.RandomPay(rand.New(rand.NewPCG(seed, 3)), rand.New(rand.NewPCG(seed, 4))) {
			sheets[name] = rows
		}
		d := newDisclosure(compose.NewProgramme(small.Read(t, sheets), small.Words(t, "en")))
		v := d.public()
		for i, table := range v.ByFactory {
			var now, then, since told.Split
			for _, row := range table.Rows {
				if row.Now.Why != told.IsTold {
					continue
				}
				now = now.Plus(row.Now.People)
				if row.Then.Why == told.IsTold {
					then, since = then.Plus(row.Then.People), since.Plus(row.Now.People)
				}
				if l := row.Level; l != nil && l.Verdict == "improved" {
					improved++
					if missed(v.Law, table, row.ID) {
						t.Errorf("seed %d: %s is improved where the law is not met", seed, row.ID)
					}
				}
			}
			if s := v.Sums[i]; s.Now != now || s.Twice.Now != since || s.Twice.Then != then {
				t.Errorf("seed %d: %s: %+v and %+v, not %v, %v, %v", seed, table.Area.ID, s.Now, s.Twice, now, since, then)
			}
			if v.Sums[i].IsTold {
				shares++
			}
		}
		for _, s := range []*AreaSum{v.Page.Best, v.Page.Worst} {
			if s != nil && !s.IsTold {
				t.Errorf("seed %d: %s is in the headline without a share", seed, s.Area.ID)
			}
		}
		if best := v.Page.Best; best != nil && !v.Page.Alone && len(best.Outside) > 0 {
			t.Errorf("seed %d: %s is the best", seed, best.Area.ID)
		}
	}
	if shares < 20 || improved == 0 {
		t.Errorf("%d shares and %d improvements were looked at", shares, improved)
	}
}

// missed says that a limit of the law of an area is not met at a factory.
func missed(law []NotMet, table ByFactory, id Text) bool {
	for _, b := range law {
		for _, at := range b.At.First {
			if b.Limit.Of == table.Area && at.ID == id {
				return true
			}
		}
	}
	return false
}
