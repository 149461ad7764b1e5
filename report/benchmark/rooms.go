package benchmark

import (
	"math"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

// building is the rooms under one roof, with what they share.
type building struct {
	name      string
	rows      []*audit.Reading // its rooms, the empty ones too
	occupants float64
}

// room is what identifies a room.
type room struct{ building, name string }

// rooms makes the results of dormitories: space, occupancy and beds by room, toilets and showers by building, and all
// together by room.
func (c *comparison) rooms(v *visit) []*Result {
	rows := c.latestRooms(v.rows)
	occupied := c.occupied(rows)
	if len(occupied) == 0 {
		return nil
	}
	var out []*Result
	states := map[*audit.Reading][]State{}
	for i := range v.area.Indicators {
		ind := &v.area.Indicators[i]
		var units []Unit
		var used []*audit.Reading
		if shared := sharedNumber(ind.Level); shared != nil {
			units, used = c.perBuilding(ind, buildings(rows), shared, states)
		} else {
			units, used = c.perRoom(ind, occupied, states)
		}
		if len(units) > 0 {
			out = append(out, v.result(ind, "", units, used))
		}
	}
	return append(out, v.allRooms(occupied, rows, states))
}

// occupied are the rooms that people live in. An empty one lends its toilets and showers to its building, if anybody
// lives there.
func (c *comparison) occupied(rows []*audit.Reading) []*audit.Reading {
	people := map[string]float64{}
	for _, r := range rows {
		people[r.Building] += r.Occupants
	}
	var occupied []*audit.Reading
	for _, r := range rows {
		shares := !math.IsNaN(r.Toilets) || !math.IsNaN(r.Showers)
		switch {
		case r.Occupants > 0:
			occupied = append(occupied, r)
		case shares && people[r.Building] > 0:
			why := c.say(r, problem.EmptyRoom,
				"nobody lives in the room, so it enters no figure; its toilets and showers count for their building")
			c.leaveOut(why, []*audit.Reading{r}, "value", "unit")
		case shares:
			why := c.say(r, problem.EmptyRoom,
				"nobody lives in the building, so neither the room nor its toilets and showers enter a figure")
			c.leaveOut(why, []*audit.Reading{r})
		default:
			why := c.say(r, problem.EmptyRoom, "nobody lives in the room, so it enters no figure")
			c.leaveOut(why, []*audit.Reading{r})
		}
	}
	return occupied
}

// latestRooms keeps the latest row of every room; on the same day the later one.
func (c *comparison) latestRooms(rows []*audit.Reading) []*audit.Reading {
	keys, groups := groupBy(rows, func(r *audit.Reading) room { return room{r.Building, r.Location} })
	kept := make([]*audit.Reading, 0, len(keys))
	for _, k := range keys {
		last := groups[k][0]
		for _, r := range groups[k][1:] {
			older := last
			if r.Date >= last.Date {
				last = r
			} else {
				older = r
			}
			why := c.say(older, problem.RoomAgain,
				"the room was measured again in the quarter, and the later row counts")
			c.leaveOut(why, []*audit.Reading{older})
		}
		kept = append(kept, last)
	}
	slices.SortFunc(kept, func(a, b *audit.Reading) int { return a.Source.Compare(b.Source) })
	return kept
}

// perRoom makes the units of space, occupancy and beds. A room that does not say its beds has none of these.
func (c *comparison) perRoom(ind *standard.Indicator, rooms []*audit.Reading,
	states map[*audit.Reading][]State) (units []Unit, used []*audit.Reading) {
	for _, r := range rooms {
		top, bottom := roomSums(ind, r)
		if math.IsNaN(bottom) {
			continue
		}
		u := newUnit(finite(top/bottom), roomName(r), r.Occupants, r)
		u.top, u.bottom, u.infinite = top, bottom, bottom == 0
		c.judge(ind, &u, "")
		if !ind.Apart {
			states[r] = append(states[r], u.forVerdict())
		}
		units, used = append(units, u), append(used, r)
	}
	return units, used
}

// roomSums are what a room adds to the two sums whose ratio is the level.
func roomSums(ind *standard.Indicator, r *audit.Reading) (top, bottom float64) {
	switch ind.Level {
	case "space":
		return r.Value, r.Occupants
	case "beds":
		return r.Occupants, r.Beds
	}
	return r.Occupants, 1 // occupancy
}

func roomName(r *audit.Reading) string {
	if r.Building == "" {
		return r.Location
	}
	return r.Building + " " + r.Location
}

// sharedNumber picks what the people of a building share; nil for an indicator by room.
func sharedNumber(method string) func(*audit.Reading) float64 {
	switch method {
	case "toilets":
		return func(r *audit.Reading) float64 { return r.Toilets }
	case "showers":
		return func(r *audit.Reading) float64 { return r.Showers }
	}
	return nil
}

func buildings(rows []*audit.Reading) []building {
	names, groups := groupBy(rows, func(r *audit.Reading) string { return r.Building })
	out := make([]building, len(names))
	for i, name := range names {
		out[i] = building{name: name, rows: groups[name]}
		for _, r := range groups[name] {
			out[i].occupants += r.Occupants
		}
	}
	return out
}

// perBuilding makes the units of persons per toilet or shower. A building without people enters nothing; one whose
// numbers are given and add up to none is beyond any limit.
func (c *comparison) perBuilding(ind *standard.Indicator, list []building, shared func(*audit.Reading) float64,
	states map[*audit.Reading][]State) (units []Unit, used []*audit.Reading) {
	for _, b := range list {
		total, given := 0.0, false
		var rows []*audit.Reading
		for _, r := range b.rows {
			n := shared(r)
			if !math.IsNaN(n) {
				total, given = total+n, true
			}
			if r.Occupants > 0 || !math.IsNaN(n) {
				rows = append(rows, r)
			}
		}
		if !given || b.occupants == 0 {
			continue
		}
		u := newUnit(finite(b.occupants/total), b.name, b.occupants, rows...)
		u.top, u.bottom, u.infinite = b.occupants, total, total == 0
		c.judge(ind, &u, "")
		for _, r := range b.rows {
			if !ind.Apart {
				states[r] = append(states[r], u.forVerdict())
			}
		}
		units, used = append(units, u), append(used, rows...)
	}
	return units, used
}

// allRooms judges each room by everything that is judged there.
func (v *visit) allRooms(occupied, rows []*audit.Reading, states map[*audit.Reading][]State) *Result {
	var units []Unit
	for _, r := range occupied {
		u := newUnit(math.NaN(), roomName(r), r.Occupants, r)
		u.State = together(states[r]...)
		units = append(units, u)
	}
	var used []*audit.Reading
	for _, r := range rows {
		if r.Occupants > 0 || !math.IsNaN(r.Toilets) || !math.IsNaN(r.Showers) {
			used = append(used, r)
		}
	}
	return v.result(nil, "", units, used)
}
