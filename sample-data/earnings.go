package main

import "slices"

func (p *programme) earningsSheet(f *factory) sheet {
	s := p.sheet("Earnings")
	s.columns = slices.Clone(s.columns)
	for i := range s.columns {
		if s.columns[i].Format == "pay" {
			s.columns[i].Format = p.payFormat(f)
		}
	}
	for q := range f.Courses.Pay.quarters() {
		for _, g := range f.Earnings {
			s.rows = append(s.rows, p.payRow(f, q, g))
		}
	}
	return s
}

// payRow is a group's month. Pay moves in steps, as the minimum wage does, and hours more evenly.
func (p *programme) payRow(f *factory, q quarter, g payGroup) []any {
	pay, lowest := g.Pay.at(f.Courses.Pay.share(q)), g.Lowest.at(f.Courses.Pay.share(q))
	hours := rounded(g.Hours.at(f.Courses.Hours.share(q)), 1)
	longest := rounded(g.Longest.at(f.Courses.Hours.share(q)), 1)
	var ordinary any
	month := 174.0
	if h, byHour := p.OrdinaryHours[f.Country]; byHour {
		ordinary, month = h, h
		pay, lowest = pay*h, lowest*h
	}
	overtime := 1.5 * pay / month * max(0, hours-40) * 52 / 12
	return []any{
		f.ID, q.month(f.PayMonth), g.Group, filled(g.Sex), g.Workers, f.money(pay), f.Currency, f.Basis, stated(f.money(lowest)), ordinary,
		f.money(overtime), hours, stated(longest), nil,
	}
}

func (f *factory) money(v float64) float64 {
	decimals := map[string]int{"VND": -3, "CNY": 0, "USD": 2, "GBP": 2}
	return rounded(v, decimals[f.Currency])
}

func (p *programme) payFormat(f *factory) string {
	if p.OrdinaryHours[f.Country] > 0 {
		return "cents"
	}
	return "whole"
}
