package benchmark

import (
	"math"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

// days settles which rows of a quarter make exposures: those of zero hours make none, the parts of one person's day
// make one together, and what is left of a day that lost a part counts only where it is beyond its limit by itself.
type days struct {
	c       *comparison
	rows    []*audit.Reading // without those of zero hours
	lost    []*audit.Lost
	measure func(exposure) Unit // held against its limit

	byDay    map[day][]*audit.Lost
	notWhole []remains        // left out, since something of their day or sample was lost
	overDay  []*audit.Reading // left out, since nobody works that long
}

// remains is what is left of a day or sample, and what was lost of it.
type remains struct {
	rows []*audit.Reading
	lost []*audit.Lost
}

// day is what makes rows parts of one person's day.
type day struct {
	on                     standard.Date
	worker, group, subject string
}

func dayOf(r *audit.Reading) day { return day{r.Date, r.Worker, r.Group, r.Subject} }

// settle begins with the rows of zero hours, of which nothing else hears.
func (c *comparison) settle(v *visit, measure func(exposure) Unit) *days {
	d := &days{c: c, measure: measure, byDay: map[day][]*audit.Lost{}}
	for _, r := range v.rows {
		if r.Hours == 0 {
			why := c.say(r, problem.ZeroHours, "the row says that nobody spends time here, so it was left out")
			c.leaveOut(why, []*audit.Reading{r})
			continue
		}
		d.rows = append(d.rows, r)
	}
	for _, l := range v.lost {
		if l.Hours == 0 {
			continue
		}
		d.lost = append(d.lost, l)
		if l.Worker != "" {
			d.byDay[dayOf(&l.Reading)] = append(d.byDay[dayOf(&l.Reading)], l)
		}
	}
	return d
}

// exposures finds which samples make one exposure together: the parts of one person's day, if all say their hours and
// these add up to a possible day; every other sample is one alone.
func (d *days) exposures(samples []sample) []exposure {
	var order []day
	byDay := map[day][]sample{}
	var out []exposure
	for _, s := range samples {
		key := dayOf(s.first())
		if key.worker == "" {
			out = append(out, exposure{parts: []sample{s}})
			continue
		}
		if byDay[key] == nil {
			order = append(order, key)
		}
		byDay[key] = append(byDay[key], s)
	}
	for _, key := range order {
		out = append(out, d.ofDay(byDay[key], d.byDay[key])...)
	}
	slices.SortStableFunc(out, func(a, b exposure) int { return a.first().Source.Compare(b.first().Source) })
	return out
}

// ofDay makes one exposure of the parts of a day. Where one of them lacks its hours each is an exposure of its own.
func (d *days) ofDay(parts []sample, lost []*audit.Lost) []exposure {
	total := 0.0
	for _, p := range parts {
		total += p.first().Hours // NaN where one does not say
	}
	switch {
	case total > longestDay*(1+tolerance):
		d.leaveOutLong(parts, total)
		return nil
	case !math.IsNaN(total):
		return d.standing(exposure{parts: parts}, lost)
	}
	var out []exposure
	for _, p := range parts {
		if alone := (exposure{parts: []sample{p}}); math.IsNaN(p.first().Hours) {
			out = append(out, alone)
		} else {
			out = append(out, d.standing(alone, lost)...)
		}
	}
	return out
}

func (d *days) leaveOutLong(parts []sample, total float64) {
	rows := exposure{parts: parts}.rows()
	slices.SortFunc(rows, func(a, b *audit.Reading) int { return a.Source.Compare(b.Source) })
	why := d.c.say(rows[0], problem.HoursOverDay,
		"the parts of worker %s's day add up to %v hours, so they were left out",
		rows[0].Worker, total)
	d.c.leaveOut(why, rows)
	d.overDay = append(d.overDay, rows...)
}

// standing is an exposure of which something was lost, if it stands all the same: what was lost can only add, so that
// it is beyond its limit if what is left is.
func (d *days) standing(e exposure, lost []*audit.Lost) []exposure {
	switch {
	case len(lost) == 0:
		return []exposure{e}
	case d.measure(e).State == IsBeyond:
		e.lost = lost
		return []exposure{e}
	}
	rows := e.rows()
	why := d.c.say(rows[0], problem.DayNotWhole, "%s was lost, so what is left of the day or sample was left out",
		lost[0].Source.Place())
	d.c.leaveOut(why, rows)
	d.notWhole = append(d.notWhole, remains{rows, lost})
	return nil
}

// warnOfParts says where several samples of one place and day look like the parts of a day that nobody is named for.
func (d *days) warnOfParts(exposures []exposure) {
	var order []day
	at := map[day][]*audit.Reading{}
	for _, e := range exposures {
		r := e.first()
		if r.Worker != "" {
			continue
		}
		key := day{on: r.Date, group: placeOf(r), subject: r.Subject}
		if at[key] == nil {
			order = append(order, key)
		}
		at[key] = append(at[key], r)
	}
	for _, key := range order {
		if rows := at[key]; len(rows) > 1 && addUpToADay(rows) {
			d.c.say(rows[0], problem.PartsWithoutWorker,
				"%d rows of %s on %s have hours that add up to one day, but no worker code: each counts as a day of its own",
				len(rows), key.group, key.on)
		}
	}
}

func addUpToADay(rows []*audit.Reading) bool {
	total := 0.0
	for _, r := range rows {
		if !(r.Hours < workingDay) {
			return false
		}
		total += r.Hours
	}
	return atMost(total, longestDay)
}

// placeOf is the place of a row by itself: its group, else its location.
func placeOf(r *audit.Reading) string {
	if r.Group != "" {
		return r.Group
	}
	return r.Location
}

// places knows who was measured in different places in one day: such a person is a place, whatever the order of rows.
type places map[day]bool

func placesOf(exposures []exposure) places {
	movers := places{}
	for _, e := range exposures {
		if r := e.first(); r.Group == "" && r.Worker != "" && e.moves() {
			movers[person(r)] = true
		}
	}
	return movers
}

func person(r *audit.Reading) day { return day{on: r.Date, worker: r.Worker} }

// of is the place of an exposure: its group; else its location, or the worker who moved.
func (p places) of(e exposure) string {
	if r := e.first(); r.Group == "" && p[person(r)] {
		return r.Worker
	}
	return placeOf(e.first())
}
