package main

import (
	"fmt"
	"strings"
)

// A finding was raised on the factory's visit of a quarter. Its number is its place in the table, from 1.
type finding struct {
	raised                         quarter
	area, severity, action         string
	text, requirement              string
	cause, correction              string
	due, closed, verified, comment string
	repeats                        int // the number of an earlier finding; 0: none
}

func findingColumns() []column {
	return []column{
		{"Finding ID", 13, text}, {"Factory ID", 11, text}, {"Audit ID", 18, text}, {"Raised", 12, day}, {"Area", 10, text}, {"Severity", 10, text},
		{"Finding", 56, text}, {"Requirement", 26, text}, {"Action", 13, text}, {"Root cause", 40, text}, {"Corrective action", 48, text}, {"Due", 12, day},
		{"Closed", 12, day}, {"Verified by", 22, text}, {"Repeats", 13, text}, {"Factory comment", 48, text},
	}
}

func findingsSheet(id string) sheet {
	s := sheet{name: "Findings", columns: findingColumns()}
	for i, f := range findings[id] {
		s.rows = append(s.rows, f.row(id, i+1))
	}
	return s
}

func (f finding) row(id string, number int) []any {
	when := byID(id).visit(f.raised)
	var audit any
	if audited(id, f.raised) {
		audit = auditID(id, when)
	}
	return []any{
		findingID(id, number), id, audit, when, f.area, f.severity, f.text, filled(f.requirement), f.action, filled(f.cause), filled(f.correction),
		date(f.due), date(f.closed), filled(f.verified), filled(findingID(id, f.repeats)), filled(f.comment),
	}
}

func findingID(id string, number int) string {
	if number == 0 {
		return ""
	}
	return fmt.Sprintf("F-%s-%02d", strings.ReplaceAll(id, "-", ""), number)
}

func audited(id string, q quarter) bool {
	for _, v := range stays[id] {
		if v.quarter == q {
			return true
		}
	}
	_, also := outsiders[id]
	return also && q == last
}
