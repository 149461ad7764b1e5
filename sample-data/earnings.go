package main

import (
	"math"
	"slices"
)

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
	if h, byHour := p.OrdinaryHours[f.Country]; byHour {
		ordinary = h
		pay, lowest = pay*h, lowest*h
	}
	overtime := f.OvertimeRate * f.money(pay) * p.overtimeShare(f, hours)
	return []any{
		f.ID, q.month(f.PayMonth), g.Group, filled(g.Sex), g.Workers, f.money(pay), f.Currency, f.Basis,
		stated(f.money(lowest)), ordinary, f.moneyUp(overtime), hours, stated(longest), nil,
	}
}

// ordinaryMonth are the hours of a month for which a payroll by the month pays, 52/12 weeks of 40 hours.
const ordinaryMonth = 173.33

// overtimeShare is the overtime of a month over its ordinary hours. Law counts overtime from the country's normal week.
func (p *programme) overtimeShare(f *factory, hours float64) float64 {
	if month, byHour := p.OrdinaryHours[f.Country]; byHour {
		return max(0, hours*52/12-month) / month
	}
	return max(0, hours-p.NormalWeeks[f.Country]) * 52 / 12 / ordinaryMonth
}

func (f *factory) money(v float64) float64 { return rounded(v, f.decimals()) }

// moneyUp rounds up what the law sets a least of: rounded down, an hour would pay less than it asks.
func (f *factory) moneyUp(v float64) float64 {
	p := math.Pow10(f.decimals())
	return math.Ceil(rounded(v*p, 3)) / p
}

// decimals are those in which a payroll of the factory's currency is kept.
func (f *factory) decimals() int {
	return map[string]int{"VND": -3, "CNY": 0, "USD": 2, "GBP": 2}[f.Currency]
}

func (p *programme) payFormat(f *factory) string {
	if p.OrdinaryHours[f.Country] > 0 {
		return "cents"
	}
	return "whole"
}
