package main

import (
	"fmt"
	"time"
)

// A stay is one audit visit to a factory in a quarter.
type stay struct {
	quarter                 quarter
	kind, announced, scheme string
	days                    float64
	interviews              int
}

const (
	ownTeam = "Harbour field team"
	outside = "Tideline Assurance (invented)"
)

var stays = map[string][]stay{
	"CN-01": {
		{0, "internal", "announced", "full", 4, 48}, {2, "internal", "semi-announced", "follow-up", 2, 24}, {4, "internal", "announced", "full", 4, 50},
		{6, "third-party", "semi-announced", "full", 5, 60}, {8, "internal", "unannounced", "full", 4, 52}, {10, "internal", "semi-announced", "follow-up", 2, 26},
	},
	"CN-02": {
		{0, "internal", "announced", "full", 4, 40}, {3, "internal", "semi-announced", "follow-up", 2, 20}, {5, "internal", "unannounced", "full", 4, 44},
		{7, "third-party", "semi-announced", "full", 5, 54}, {9, "internal", "unannounced", "follow-up", 2, 22},
	},
	"CN-03": {
		{0, "internal", "announced", "full", 3, 30}, {2, "third-party", "semi-announced", "full", 4, 36}, {4, "internal", "unannounced", "full", 3, 32},
		{6, "internal", "unannounced", "follow-up", 2, 24}, {8, "third-party", "unannounced", "full", 4, 40}, {11, "internal", "announced", "closing visit", 1, 18},
	},
	"CN-04": {{9, "third-party", "announced", "before the first order", 4, 38}, {11, "internal", "semi-announced", "full", 3, 30}},
	"VN-01": {
		{0, "internal", "announced", "full", 5, 64}, {2, "internal", "unannounced", "follow-up", 2, 30}, {4, "third-party", "semi-announced", "full", 6, 80},
		{6, "internal", "unannounced", "follow-up", 3, 34}, {8, "internal", "semi-announced", "full", 5, 70}, {10, "internal", "unannounced", "follow-up", 2, 30},
	},
	"US-01": {{0, "internal", "announced", "full", 2, 18}, {5, "third-party", "semi-announced", "full", 3, 24}, {9, "internal", "unannounced", "full", 2, 20}, {11, "internal", "announced", "follow-up", 1, 10}},
	"US-02": {{0, "internal", "announced", "full", 2, 20}, {3, "self", "announced", "self-assessment", 1, 0}, {6, "third-party", "announced", "full", 3, 28}, {11, "internal", "announced", "full", 2, 22}},
	"GB-01": {{0, "internal", "announced", "full", 2, 16}, {3, "self", "announced", "self-assessment", 1, 0}, {7, "third-party", "announced", "full", 2, 20}, {11, "internal", "semi-announced", "full", 2, 18}},
}

// A lesson is one training session.
type lesson struct {
	on, topic, audience string
	people              int
	hours               float64
}

func auditColumns() []column {
	return []column{
		{"Audit ID", 20, text}, {"Factory ID", 11, text}, {"Date", 12, day}, {"Auditor", 30, text}, {"Kind", 13, text}, {"Announced", 16, text},
		{"Auditor days", 10, tenths}, {"Workers interviewed", 12, whole}, {"Scheme", 24, text}, {"Note", 40, text},
	}
}

func auditsSheet(id string) sheet {
	s := sheet{name: "Audits", columns: auditColumns()}
	for _, v := range stays[id] {
		when := byID(id).visit(v.quarter)
		s.rows = append(s.rows, []any{auditID(id, when), id, when, auditor(id, v), v.kind, v.announced, v.days, counted(v.interviews), v.scheme, nil})
	}
	return s
}

func auditID(id string, when time.Time) string { return "A-" + id + "-" + when.Format("2006-01") }

func auditor(id string, v stay) string {
	switch v.kind {
	case "third-party":
		return outside
	case "self":
		return byID(id).name + ", safety committee"
	}
	return ownTeam
}

func byID(id string) factory {
	for _, f := range factories {
		if f.id == id {
			return f
		}
	}
	panic(fmt.Sprintf("no factory %s", id)) // a slip in a table of this folder
}

func trainingSheet(id string) sheet {
	s := sheet{name: "Training", columns: []column{
		{"Factory ID", 11, text}, {"Date", 12, day}, {"Topic", 48, text}, {"Audience", 13, text}, {"People", 9, whole}, {"Hours", 9, tenths},
	}}
	for _, l := range lessons[id] {
		s.rows = append(s.rows, []any{id, date(l.on), l.topic, l.audience, l.people, l.hours})
	}
	return s
}

var lessons = map[string][]lesson{
	"CN-01": {
		{"2024-03-19", "Fire safety and evacuation", "workers", 860, 2}, {"2024-06-12", "Chemical handling in cementing", "workers", 264, 3},
		{"2024-11-06", "Supervisors' conduct and anti-harassment", "management", 96, 4}, {"2025-03-20", "Fire safety and evacuation", "workers", 1240, 2},
		{"2025-05-14", "Using the new extraction hoods", "workers", 264, 1.5}, {"2025-10-22", "Hearing conservation", "workers", 410, 1.5},
		{"2026-03-18", "Fire safety and evacuation", "workers", 1690, 2}, {"2026-07-09", "Working hours planning", "management", 42, 6},
		{"2026-08-20", "Grievance channels and the project team", "workers", 720, 1},
	},
	"CN-02": {
		{"2024-04-11", "Fire safety and evacuation", "workers", 520, 2}, {"2024-09-05", "Chemical handling in cementing", "workers", 150, 3},
		{"2025-02-26", "Supervisors' conduct and anti-harassment", "management", 58, 4}, {"2025-04-16", "Fire safety and evacuation", "workers", 780, 2},
		{"2025-11-19", "Machine guarding and lock-out", "workers", 210, 2}, {"2026-04-15", "Fire safety and evacuation", "workers", 1120, 2},
		{"2026-07-23", "Hearing conservation at presses", "workers", 126, 1.5}, {"2026-09-10", "Reading a measurement report", "management", 24, 3},
	},
	"CN-03": {
		{"2024-05-22", "消防与疏散 (fire safety)", "workers", 310, 2}, {"2025-01-15", "化学品使用 (chemical handling)", "workers", 120, 2},
		{"2025-06-18", "消防与疏散 (fire safety)", "workers", 260, 1.5}, {"2026-05-20", "工时管理 (working hours)", "management", 14, 3},
	},
	"CN-04": {
		{"2026-02-26", "Fire safety and evacuation", "workers", 610, 2}, {"2026-03-12", "Harbour code of conduct", "management", 28, 4},
		{"2026-08-05", "Chemical handling at lining and toe puff", "workers", 60, 2},
	},
	"VN-01": {
		{"2024-02-28", "An toàn cháy nổ (fire safety)", "workers", 1450, 2}, {"2024-08-14", "Chemical handling in cementing", "workers", 420, 3},
		{"2024-12-04", "Supervisors' conduct and anti-harassment", "management", 140, 4}, {"2025-03-12", "An toàn cháy nổ (fire safety)", "workers", 2100, 2},
		{"2025-07-30", "Hearing conservation", "workers", 690, 1.5}, {"2025-12-10", "Machine guarding and lock-out", "workers", 380, 2},
		{"2026-03-11", "An toàn cháy nổ (fire safety)", "workers", 2900, 2}, {"2026-07-15", "Supervisors' conduct and anti-harassment", "management", 165, 4},
		{"2026-09-02", "Comment boxes and the workers' committee", "workers", 1300, 1},
	},
	"US-01": {
		{"2024-05-08", "Hazard communication", "workers", 290, 1.5}, {"2025-05-07", "Hazard communication", "workers", 300, 1.5},
		{"2025-09-17", "Heat illness prevention", "workers", 305, 1}, {"2026-05-06", "Hazard communication", "workers", 304, 1.5}, {"2026-08-12", "Supervisors' conduct and anti-harassment", "management", 18, 2},
	},
	"US-02": {
		{"2024-04-24", "Machine guarding and lock-out", "workers", 260, 2}, {"2025-04-23", "Hearing conservation", "workers", 190, 1},
		{"2025-10-08", "Fire safety and evacuation", "workers", 410, 1}, {"2026-04-22", "Machine guarding and lock-out", "workers", 320, 2}, {"2026-09-16", "Supervisors' conduct and anti-harassment", "management", 26, 3},
	},
	"GB-01": {
		{"2024-06-05", "Fire safety and evacuation", "workers", 270, 1}, {"2025-06-04", "Noise and hearing protection", "workers", 150, 1},
		{"2026-03-25", "COSHH: adhesives and finishes", "workers", 110, 2}, {"2026-07-08", "Fire safety and evacuation", "workers", 276, 1}, {"2026-07-22", "Supervisors' conduct", "management", 16, 3},
	},
}
