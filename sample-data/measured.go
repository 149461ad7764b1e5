package main

import (
	"math"
	"slices"
	"strconv"
)

func (p *programme) noiseSheet(f *factory) sheet {
	s := p.sheet("Noise")
	for q := range f.Courses.Noise.quarters() {
		for _, at := range f.Noise {
			s.rows = append(s.rows, p.noiseRow(f, q, at))
		}
	}
	for _, u := range p.unmeasured(f, "Noise") {
		s.rows = append(s.rows, []any{
			f.ID, f.visit(u.Quarter), u.Place, u.Process, u.Cell, "dB(A)", nil, nil, nil, u.Workers, "ISO 9612, task-based", nil, u.Note,
		})
	}
	return s
}

func (p *programme) noiseRow(f *factory, q quarter, at place) []any {
	level := at.Level.at(f.Courses.Noise.share(q))
	if q < last {
		level += 0.35 * wobble(f.ID, at.Place, at.Worker, q.String())
	}
	return []any{
		f.ID, f.visit(q), at.Place, at.Process, rounded(level, 1), "dB(A)", filled(at.Group), filled(at.Worker), stated(at.Hours),
		at.Workers, "ISO 9612, task-based", p.SoundMeters[f.Country], nil,
	}
}

func (p *programme) lightSheet(f *factory) sheet {
	s := p.sheet("Light")
	for q := range f.Courses.Light.quarters() {
		for _, at := range f.Light {
			if !p.isUnmeasured(f, "Light", q, at.Place, "") {
				s.rows = append(s.rows, lightRow(f, q, at))
			}
		}
	}
	for _, u := range p.unmeasured(f, "Light") {
		s.rows = append(s.rows, []any{f.ID, f.visit(u.Quarter), u.Place, u.Process, u.Cell, lightUnit(f), u.Workers, nil, nil, u.Note})
	}
	return s
}

func lightRow(f *factory, q quarter, at place) []any {
	lux := at.Light.around(f.Courses.Light.share(q), 0.02, q, f.ID, at.Place)
	value := rounded(lux, 0)
	if lightUnit(f) == "fc" {
		value = rounded(lux/10.7639104, 1)
	}
	method, instrument := lightMethod(f, q)
	return []any{f.ID, f.visit(q), at.Place, at.Process, value, lightUnit(f), at.Workers, method, instrument, nil}
}

func lightUnit(f *factory) string {
	if f.ID == "US-01" {
		return "fc"
	}
	return "lx"
}

func lightMethod(f *factory, q quarter) (method, instrument string) {
	const singlePoint, gridMean = "single point, working plane", "mean of a 9-point grid, working plane"
	switch {
	case f.NewLightMeter != nil && q >= *f.NewLightMeter:
		return gridMean, "Konica Minolta T-10A"
	case f.NewLightMeter != nil:
		return singlePoint, "Testo 540"
	case f.Country == "US" || f.Country == "GB":
		return gridMean, "Hagner E4-X"
	}
	return singlePoint, "Hioki FT3424"
}

func (p *programme) airSheet(f *factory) sheet {
	s := p.sheet("Air")
	for q := range f.Courses.Air.quarters() {
		for _, at := range f.Air {
			for _, c := range at.Agents {
				if !p.isUnmeasured(f, "Air", q, at.Place, c.Agent) {
					s.rows = append(s.rows, p.airRow(f, q, at, c))
				}
			}
		}
	}
	s.rows = append(s.rows, p.shortRows(f)...)
	s.rows = append(s.rows, p.oddRows(f)...)
	for _, u := range p.unmeasured(f, "Air") {
		s.rows = append(s.rows, []any{
			f.ID, f.visit(u.Quarter), u.Place, u.Process, u.Agent, u.Cell, "mg/m3", nil, "personal", nil, nil, nil, nil, u.Workers,
			p.airMethod(f, u.Agent), f.Laboratory.Name, u.Note,
		})
	}
	return s
}

func (p *programme) airRow(f *factory, q quarter, at place, c concentration) []any {
	amount := significant(c.Amount.around(f.Courses.Air.share(q), 0.04, q, f.ID, at.Place, c.Agent))
	cell, detection := f.Laboratory.report(amount, c.Detection)
	minutes := int(rounded(210+120*wobble(f.ID, at.Place, q.String()), -1))
	if at.Hours > 0 {
		minutes = int(at.Hours * 45)
	}
	return []any{
		f.ID, f.sampled(q), at.Place, at.Process, c.Agent, cell, c.Unit, detection, at.Sample, filled(at.Group), filled(at.Worker),
		stated(at.Hours), minutes, at.Workers, p.airMethod(f, c.Agent), f.Laboratory.Name, nil,
	}
}

// shortRows are samples over minutes, of the agents and the process that the table names.
func (p *programme) shortRows(f *factory) [][]any {
	var rows [][]any
	for q := range f.Courses.Air.quarters() {
		for _, at := range f.Air {
			for _, c := range at.Agents {
				if q >= p.ShortSamples.From && at.Process == p.ShortSamples.Process && slices.Contains(p.ShortSamples.Agents, c.Agent) {
					rows = append(rows, p.shortRow(f, q, at, c))
				}
			}
		}
	}
	return rows
}

func (p *programme) shortRow(f *factory, q quarter, at place, c concentration) []any {
	day := c.Amount.around(f.Courses.Air.share(q), 0.04, q, f.ID, at.Place, c.Agent)
	return []any{
		f.ID, f.sampled(q), at.Place, at.Process, c.Agent, significant(day * p.ShortSamples.Times), c.Unit, nil, "personal",
		filled(at.Group), nil, nil, p.ShortSamples.Minutes, at.Workers, p.airMethod(f, c.Agent), f.Laboratory.Name, "while gluing, at the peak",
	}
}

// checklistSheet holds the answers to a checklist on each visit.
func (p *programme) checklistSheet(f *factory, name string) sheet {
	s := p.sheet(name)
	for _, list := range p.Checklists {
		if list.Sheet != name {
			continue
		}
		for _, v := range f.Audits {
			for _, q := range list.Questions {
				answer := "yes"
				if no, any := q.No[f.ID]; any && v.Quarter >= no.From && v.Quarter <= no.To {
					answer = "no"
				}
				s.rows = append(s.rows, []any{f.ID, f.visit(v.Quarter), q.Question, answer, q.Severity, nil})
			}
		}
	}
	return s
}

// airMethod is how an agent is sampled in the factory's country.
func (p *programme) airMethod(f *factory, agent string) string {
	for kind, agents := range p.AirKinds {
		if slices.Contains(agents, agent) {
			return p.AirMethods[f.Country][kind]
		}
	}
	return ""
}

// report is the pair of cells Concentration and Detection limit.
func (l laboratory) report(amount, detection float64) (cell, limit any) {
	switch {
	case detection == 0:
		return amount, nil
	case amount >= detection:
		return amount, detection
	case l.Below == "<" || l.Below == "＜":
		return l.Below + strconv.FormatFloat(detection, 'g', -1, 64), nil
	}
	return l.Below, detection
}

// significant keeps as many decimals as a laboratory reports at that size.
func significant(v float64) float64 {
	switch {
	case v >= 10:
		return rounded(v, 1)
	case v >= 1:
		return rounded(v, 2)
	}
	return rounded(v, 3)
}

func (p *programme) oddRows(f *factory) [][]any {
	var rows [][]any
	for _, o := range p.OddSamples {
		if o.Factory != f.ID {
			continue
		}
		cell := stated(o.Value)
		if o.Cell != "" {
			cell = o.Cell
		}
		rows = append(rows, []any{
			f.ID, f.sampled(o.Quarter), o.Place, o.Process, o.Agent, cell, "mg/m3", stated(o.Detection), o.Sample, filled(o.Group),
			nil, nil, 90, o.Workers, p.airMethod(f, o.Agent), f.Laboratory.Name, o.Note,
		})
	}
	return rows
}

// unmeasured are the rows of a factory's sheet that say that nothing was measured.
func (p *programme) unmeasured(f *factory, sheet string) []unmeasured {
	var out []unmeasured
	for _, u := range p.NotMeasured {
		if u.Factory == f.ID && u.Sheet == sheet {
			out = append(out, u)
		}
	}
	return out
}

// isUnmeasured tells whether the day's row for the place (air: and agent) is such a one, and no reading.
func (p *programme) isUnmeasured(f *factory, sheet string, q quarter, at, agent string) bool {
	return slices.ContainsFunc(p.unmeasured(f, sheet), func(u unmeasured) bool {
		return u.Quarter == q && u.Place == at && u.Agent == agent
	})
}

func (p *programme) dormsSheet(f *factory) sheet {
	s := p.sheet("Dorms")
	for q := range f.Courses.Dorms.quarters() {
		for _, r := range f.Dorms {
			s.rows = append(s.rows, roomRow(f, q, r))
		}
	}
	return s
}

func roomRow(f *factory, q quarter, r room) []any {
	occupants := r.residents(f, q)
	var note any
	if q == last || occupants == 0 {
		note = filled(r.Note)
	}
	return []any{
		f.ID, workday(f.visit(q).AddDate(0, 0, -1)), r.Building, r.Room, r.Area, "m2", r.Beds, occupants, counted(r.Toilets),
		counted(r.Showers), note,
	}
}

// residents in a quarter: rooms empty at their own pace, some sooner and some later.
func (r room) residents(f *factory, q quarter) int {
	if r.Emptied != nil && q >= *r.Emptied {
		return 0
	}
	pace := math.Exp(0.6 * wobble(f.ID, r.Building, r.Room))
	return int(math.Round(r.Occupants.at(math.Pow(f.Courses.Dorms.share(q), pace))))
}
