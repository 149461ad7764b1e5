package main

var findingsDongNai = []finding{
	{0, "air", "critical", "remediation", "Three cementing lines above the mixture limit", "Code 3.1", "solvent adhesive on all lines", "water-based adhesive on eight of twelve lines, hoods on the rest", "2025-12-31", "2025-12-10", measure, "", 0},
	{0, "noise", "major", "remediation", "Cutting, sole press and lasting above 85 dB(A)", "Code 4.1", "", "enclosures, damping, hearing tests", "2025-06-30", "2025-06-24", measure, "", 0},
	{0, "earnings", "major", "remediation", "Lasting worked up to 65 hours in a week", "Code 7.1", "peak before Tết", "200 workers hired, order plan levelled", "2024-12-31", "2025-02-14", desk, "", 0},
	{2, "light", "minor", "improvement", "Line 4 below 750 lx at the needle", "QCVN 22:2016/BYT", "", "LED lamps at every machine", "2025-03-31", "2025-03-06", measure, "", 0},
	{2, "safety", "major", "remediation", "Emergency exit of hall 3 blocked by pallets", "Code 5.4", "", "marked lanes, daily check", "2024-06-15", "2024-06-10", onSite, "", 0},
	{4, "earnings", "minor", "improvement", "Trainees at the decree's minimum for more than six months", "Code 7.3", "", "trainees raised after three months", "2025-06-30", "2025-06-18", desk, "", 0},
	{4, "feedback", "minor", "improvement", "Comment boxes opened by line leaders", "Code 2.3", "", "opened by the union and a worker", "2025-01-31", "2025-01-22", onSite, "", 0},
	{6, "training", "major", "improvement", "Shouting by supervisors reported on two lines", "Code 2.1", "output targets by the hour", "conduct training; targets by the day", "2025-10-31", "2025-10-20", onSite, "Two line leaders were moved.", 0},
	{8, "noise", "major", "monitoring", "Cutting hall 1 at 89 dB(A) after the enclosure", "Code 4.1", "", "quarterly survey, new presses in 2027", "2026-09-15", "", "", "The press maker will deliver in January.", 2},
	{8, "air", "minor", "monitoring", "Pump failed, line 2 without a toluene sample", "Code 3.2", "", "spare pump", "2026-02-28", "2026-01-30", desk, "", 0},
	{10, "earnings", "major", "remediation", "Lowest trainee pay 10,000 VND under the decree of 2026", "Decree 293/2025", "table rounded down", "new table and back pay", "2026-08-31", "", "", "", 6},
	{10, "air", "major", "remediation", "Line 5 works ten hours near the mixture limit", "Code 3.1", "", "hoods as on line 2", "2026-12-31", "", "", "", 1},
}

var findingsInland = []finding{
	{0, "air", "critical", "remediation", "Sole activation above 10 ppm toluene", "8 CCR 5155", "no hood at the activation table", "slot hood", "2024-12-31", "2025-01-24", measure, "", 0},
	{0, "light", "minor", "improvement", "Goods-in store at 95 lx", "Code 4.2", "", "two more lamps", "2024-03-31", "2024-03-12", measure, "", 0},
	{5, "safety", "minor", "improvement", "Emergency shower flow not tested", "8 CCR 5162", "", "monthly test", "2025-04-30", "2025-04-18", desk, "", 0},
	{9, "air", "critical", "remediation", "Sole activation again above 10 ppm toluene", "8 CCR 5155", "hood moved with the table", "low-toluene primer; hood fixed to the table", "2026-08-15", "", "", "New primer approved; first drums in October.", 1},
	{11, "training", "minor", "improvement", "Hazard communication only in English", "8 CCR 5194", "", "Spanish sessions", "2026-10-31", "", "", "", 0},
}

var findingsKennebec = []finding{
	{0, "noise", "major", "remediation", "Clicking room above 85 dB(A)", "Code 4.1", "", "enclosed hydraulic pack", "2024-12-31", "2024-12-03", measure, "", 0},
	{3, "light", "minor", "improvement", "Finishing bench below 500 lx", "Code 4.2", "", "task lamps", "2025-01-31", "2025-01-10", measure, "", 0},
	{6, "safety", "minor", "improvement", "Lock-out tags without a name", "29 CFR 1910.147", "", "personal locks", "2025-09-30", "2025-09-17", desk, "", 0},
	{11, "air", "minor", "monitoring", "Solvent use up with the new outsole", "Code 3.2", "", "sample twice a year", "2026-12-15", "", "", "", 0},
}

var findingsSolway = []finding{
	{0, "light", "minor", "improvement", "Stairs to the loft at 70 lx", "Code 4.2", "", "new fittings", "2024-05-31", "2024-05-14", measure, "", 0},
	{3, "training", "minor", "improvement", "COSHH sheets out of date", "COSHH 2002", "", "sheets and a course", "2024-12-31", "2025-02-04", desk, "Course moved for the holiday.", 0},
	{7, "safety", "minor", "improvement", "Guard of one scouring wheel loose", "Code 5.2", "", "bolted and checked", "2025-09-15", "2025-09-03", onSite, "", 0},
	{11, "noise", "major", "improvement", "Clicking room rose above 85 dB(A) with the second-hand press", "Noise Regulations 2005", "press bought without a noise figure", "damping, or another press", "2026-11-30", "", "", "Hearing protection is worn until then.", 0},
}
