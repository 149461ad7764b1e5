package main

import "math"

func (p *programme) settingsSheet() sheet {
	s := p.sheet("Programme")
	for _, setting := range p.Settings {
		s.rows = append(s.rows, []any{setting.Key, setting.Value})
	}
	return s
}

func (p *programme) factoriesSheet() sheet {
	s := p.sheet("Factories")
	for _, f := range p.factories {
		s.rows = append(s.rows, []any{
			f.ID, f.Name, f.Country, filled(f.LocalName), f.OSID, f.Region, f.WageRegion, f.Address, filled(f.Parent), f.Ownership,
			f.Product, f.Processes, f.Workers, f.Women, f.Dormitory, f.Since, date(f.Ended), filled(f.Because), filled(f.Languages),
		})
	}
	return s
}

func (p *programme) limitsSheet() sheet {
	s := p.sheet("Limits")
	for _, l := range p.Limits {
		var averaging any
		if l.Area == "air" {
			averaging = "8h"
		}
		s.rows = append(s.rows, []any{
			l.Area, l.Indicator, filled(l.Subject), l.Jurisdiction, l.Limit, l.Unit, l.Kind, filled(l.Basis), date(l.From), date(l.To),
			averaging, l.Source, filled(l.Clause), l.Verified,
		})
	}
	return s
}

func (p *programme) pricesSheet() sheet {
	s := p.sheet("Prices")
	for _, e := range p.Prices {
		for m := range 3 * quarters {
			years := float64(m) / 12
			index := 100*math.Pow(1+e.Rate, years) + e.Sway*math.Sin(2*math.Pi*years) + 0.1*wobble(e.Country, quarter(m).String())
			s.rows = append(s.rows, []any{e.Country, quarter(m / 3).month(m % 3), rounded(index, 1)})
		}
	}
	return s
}
