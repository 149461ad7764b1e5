package benchmark

import (
	"math"
	"strconv"

	"plimsoll/report/audit"
)

// Earlier is a row of the results.csv of an earlier run, as it was written.
type Earlier map[Column]string

// key says what a row is about.
type key [KeyColumns]string

func (e Earlier) key() (k key) {
	for i := range k {
		k[i] = e[Column(i)]
	}
	return k
}

func (r *Result) key() (k key) {
	for i := range k {
		k[i] = Column(i).Of(r)
	}
	return k
}

// Restatement is a figure of an earlier run that is not the same now. Old and New are as results.csv has them.
type Restatement struct {
	Factory, Period, Area, Indicator, Subject string
	What                                      string // level, within, status; row: there is no such figure any more
	Old, New                                  string
	Reason                                    string // readings, limit, sources, recomputed, gone
}

// Restatements compares an earlier run's figures with this one's, which are those of a factory by its id: every level,
// share within or status of a quarter up to the reported one that is not what it was.
func Restatements(earlier []Earlier, of func(factory string) []*Result, period string) []Restatement {
	var out []Restatement
	now, whose := map[key]*Result{}, ""
	for i, e := range earlier { // rows of one factory follow each other
		if id := e[ColumnFactory]; i == 0 || id != whose {
			clear(now)
			for _, r := range of(id) {
				now[r.key()] = r
			}
			whose = id
		}
		if e[ColumnPeriod] > period {
			continue
		}
		if r := now[e.key()]; r != nil && !r.Carried {
			out = append(out, e.changes(r)...)
		} else if r == nil && e[ColumnN] != "" {
			out = append(out, e.restated("row", e[ColumnLevel], "", "gone"))
		}
	}
	return out
}

// Restatements are those of an earlier run's figures, among factories. A figure of any other is gone.
func (f *Figures) Restatements(earlier []Earlier, among []*audit.Factory) []Restatement {
	known := make(map[string]*audit.Factory, len(among))
	for _, factory := range among {
		known[factory.ID] = factory
	}
	return Restatements(earlier, func(id string) []*Result {
		if known[id] == nil {
			return nil
		}
		return f.Of(known[id])
	}, f.period.String())
}

func (e Earlier) restated(what, old, now, reason string) Restatement {
	k := e.key()
	return Restatement{k[ColumnFactory], k[ColumnPeriod], k[ColumnArea], k[ColumnIndicator], k[ColumnSubject], what,
		old, now, reason}
}

// changes lists what differs in one row, with what is known of the reason.
func (e Earlier) changes(r *Result) []Restatement {
	if e[ColumnStatus] == Stale || e[ColumnMeasured] != ColumnMeasured.Of(r) && e[ColumnN] == "" {
		return nil
	}
	var out []Restatement
	for _, c := range []Column{ColumnLevel, ColumnWithin, ColumnStatus} {
		if now := c.Of(r); !sameFigure(e[c], now) {
			out = append(out, e.restated(c.String(), e[c], now, e.reason(r)))
		}
	}
	return out
}

// reason is the first thing that explains a difference: other readings, another limit, or another computation.
func (e Earlier) reason(r *Result) string {
	switch {
	case e[ColumnN] != ColumnN.Of(r):
		return "readings"
	case !sameFigure(e[ColumnLimit], ColumnLimit.Of(r)):
		return "limit"
	case e[ColumnSources] != ColumnSources.Of(r):
		return "sources"
	}
	return "recomputed"
}

// sameFigure compares figures with the tolerance of comparisons, words to the letter.
func sameFigure(a, b string) bool {
	x, errA := strconv.ParseFloat(a, 64)
	y, errB := strconv.ParseFloat(b, 64)
	if errA != nil || errB != nil {
		return a == b
	}
	return math.Abs(x-y) <= 1e-9*max(math.Abs(x), math.Abs(y))
}
