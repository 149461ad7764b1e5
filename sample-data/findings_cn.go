package main

// How a closure was verified.
const (
	onSite  = "auditor, on site"
	desk    = "auditor, desktop"
	measure = "measurement"
)

// The findings, by factory: findings_cn.go and findings_others.go.
var findings = map[string][]finding{
	"CN-01": findingsMeihua, "CN-02": findingsLanxi, "CN-03": findingsPutian, "CN-04": findingsQuanzhou,
	"VN-01": findingsDongNai, "US-01": findingsInland, "US-02": findingsKennebec, "GB-01": findingsSolway,
}

var findingsMeihua = []finding{
	{0, "air", "critical", "remediation", "Toluene at cementing lines 1 and 2 above the limit, mixture index above 2", "Code 3.1", "general ventilation only, open glue pots", "local extraction at all cementing stations; lidded pots", "2025-06-30", "2025-06-18", measure, "Extraction installed line by line to keep production running.", 0},
	{0, "noise", "major", "remediation", "Clicking presses above 90 dB(A), no hearing programme", "Code 4.1", "old beam presses without damping", "damping mats; hearing tests; rotation", "2024-09-30", "2024-09-12", onSite, "", 0},
	{0, "dorms", "major", "remediation", "Buildings A and B hold up to 12 persons a room", "Code 6.1", "two shifts housed together", "two beds fewer a room by 2025; building C opened", "2025-12-31", "2026-02-20", onSite, "Building C was handed over late by the contractor.", 0},
	{0, "light", "minor", "improvement", "Stitching hall B below 500 lx", "Code 4.2", "ageing tubes", "LED lines above every needle row", "2024-12-31", "2024-12-10", measure, "", 0},
	{2, "earnings", "major", "remediation", "Lasting and sole pressing worked up to 66 hours in a week", "Code 7.1", "late order changes", "order calendar agreed with the company; a second sole press crew", "2025-03-31", "2025-05-16", desk, "The company's own changes caused half of the excess.", 0},
	{2, "air", "minor", "monitoring", "One benzene sample with a detection limit above the limit", "Code 3.2", "sampling time too short", "repeat with 8-hour samples", "2024-08-31", "2024-08-14", measure, "", 0},
	{4, "safety", "critical", "remediation", "Two-hand controls bridged at three clicking presses", "Code 5.2", "piece-rate pressure", "controls restored, weekly check by maintenance", "2024-12-06", "2024-12-05", onSite, "", 0},
	{4, "feedback", "minor", "improvement", "Comment boxes under a camera", "Code 2.3", "", "boxes moved to washrooms and dormitory stairs", "2025-01-31", "2025-01-20", onSite, "", 0},
	{6, "dorms", "major", "remediation", "Building B: 17 persons a toilet, 22 a shower", "Code 6.2", "washroom closed for repairs", "washroom reopened, one shower added", "2025-12-31", "2025-12-08", onSite, "", 0},
	{6, "earnings", "minor", "improvement", "Pay slips do not show piece rates", "Code 7.4", "software", "new pay slip in plain words", "2025-11-30", "2025-11-21", desk, "", 0},
	{8, "noise", "major", "improvement", "Clicking hall 1 still above 88 dB(A)", "Code 4.1", "damping worn", "replace six beam presses", "2026-06-30", "", "", "Four of six replaced; two are held up at customs.", 2},
	{8, "light", "minor", "improvement", "Final inspection and skiving below the level of their task", "Code 4.2", "", "task lamps", "2026-10-31", "", "", "", 4},
	{10, "earnings", "minor", "monitoring", "Longest week in sole pressing touches 60 hours", "Code 7.1", "one crew absent", "monthly hours sent to the company", "2026-12-15", "", "", "", 5},
	{10, "training", "minor", "improvement", "New supervisors not yet trained in conduct", "Code 2.1", "", "course in 2026-Q4", "2026-11-30", "", "", "", 0},
}

var findingsLanxi = []finding{
	{0, "air", "critical", "remediation", "Solvent mixture above the limit at both cementing lines", "Code 3.1", "no local extraction", "extraction hoods, water-based primer in toe lasting", "2025-09-30", "2025-08-22", measure, "", 0},
	{0, "dorms", "major", "remediation", "Up to 14 persons a room, under 3.5 m² each", "Code 6.1", "dormitory of 1998", "fewer beds a room, 40 families moved to flats", "2025-12-31", "2025-12-17", onSite, "", 0},
	{0, "noise", "major", "remediation", "Sole press and lasting above 88 dB(A)", "Code 4.1", "compressed-air exhausts", "silencers on all exhausts", "2024-12-31", "2024-11-28", measure, "", 0},
	{0, "earnings", "minor", "remediation", "Cementing worked 65 hours in one week", "Code 7.1", "absence in the peak", "cross-trained reserve", "2024-06-30", "2024-06-12", desk, "", 0},
	{3, "light", "minor", "improvement", "Stitching hall A below 500 lx", "Code 4.2", "lamps far above the task", "lowered LED lines", "2025-06-30", "2025-06-11", measure, "", 0},
	{3, "safety", "major", "remediation", "Belt guards missing at roughing machines", "Code 5.2", "removed for cleaning", "hinged guards with switches", "2024-10-31", "2024-10-15", onSite, "", 0},
	{3, "feedback", "minor", "improvement", "No answer posted to notes in the comment box", "Code 2.3", "", "answers on the board every second week", "2024-11-30", "2024-11-20", onSite, "", 0},
	{5, "light", "minor", "monitoring", "Single readings with an old meter", "Code 4.2", "", "new meter, grid of nine points", "2025-03-31", "2025-02-28", desk, "", 0},
	{5, "noise", "major", "improvement", "Clicking press above 90 dB(A)", "Code 4.1", "worn cutting boards", "new boards, enclosure of the pump", "2025-09-30", "2025-11-14", measure, "The enclosure had to be built twice.", 3},
	{5, "training", "minor", "improvement", "Fire drill without the night shift", "Code 5.4", "", "drill for both shifts", "2025-04-30", "2025-04-16", onSite, "", 0},
	{7, "earnings", "minor", "improvement", "Leave balances unknown to workers", "Code 7.4", "", "balance printed on the pay slip", "2025-11-30", "2025-11-12", desk, "", 0},
	{7, "dorms", "major", "remediation", "Emergency stairs of building B used as a store", "Code 6.4", "no store on the floor", "cleared; store built in the yard", "2025-09-15", "2025-09-01", onSite, "", 0},
	{7, "air", "minor", "monitoring", "Extraction hood 4 drawing half its design flow", "Code 3.1", "filter", "flow check every month", "2025-12-31", "2025-12-19", measure, "", 0},
	{9, "safety", "minor", "improvement", "Eye-wash bottle past its date", "Code 5.6", "", "dates on the weekly round", "2026-03-15", "2026-04-09", desk, "Delivered late.", 0},
	{9, "dorms", "major", "remediation", "Building B, room 201: twelve residents", "Code 6.1", "room larger than the plan", "divide the room", "2026-08-31", "", "", "The wall is ordered; residents asked to stay together until the holiday.", 2},
	{11, "light", "minor", "improvement", "Inspection table 3 at 640 lx, 1,000 wanted", "Code 4.2", "", "lamps as at table 1", "2026-10-31", "", "", "", 0},
	{11, "noise", "major", "monitoring", "Clicking press 89.6 dB(A), hearing protection worn by 29 of 34", "Code 4.1", "", "noise measured every month until below 85", "2026-12-31", "", "", "", 0},
}

var findingsPutian = []finding{
	{0, "earnings", "major", "remediation", "Hours of press operators not recorded on rest days", "Code 7.2", "manual time book", "time clock at the press hall", "2024-03-31", "2024-05-20", onSite, "", 0},
	{0, "noise", "major", "remediation", "Mixing mill above 90 dB(A) without hearing protection", "Code 4.1", "", "hearing protection, enclosure", "2024-06-30", "2024-06-20", onSite, "", 0},
	{2, "air", "critical", "remediation", "刷胶二线 (cementing line 2) above the mixture limit", "Code 3.1", "extraction switched off to save power", "extraction interlocked with the glue line", "2024-09-30", "2025-01-15", measure, "", 0},
	{2, "dorms", "minor", "improvement", "Rooms on floor 2 under 4 m² a person", "Code 6.1", "", "one bed fewer in three rooms", "2024-12-31", "2024-12-18", onSite, "", 0},
	{4, "earnings", "critical", "remediation", "Longest week 62 hours at the sole presses", "Code 7.1", "one shift for two presses", "second shift", "2025-03-31", "", "", "没有招到足够的工人。(Not enough workers could be hired.)", 0},
	{4, "safety", "major", "remediation", "Guards removed from five presses", "Code 5.2", "", "guards restored", "2024-12-15", "2024-12-12", onSite, "", 0},
	{6, "air", "critical", "remediation", "刷胶二线 above the mixture limit again", "Code 3.1", "interlock bridged", "new interlock, sealed", "2025-09-30", "", "", "", 3},
	{6, "earnings", "critical", "remediation", "New packers paid less than the minimum of April 2025", "Code 7.2", "pay table not adjusted", "back pay and new table", "2025-08-31", "", "", "The packers are apprentices.", 0},
	{6, "noise", "minor", "monitoring", "No noise survey since 2025-Q1", "Code 4.1", "meter out for calibration", "survey by an outside laboratory", "2025-12-31", "", "", "", 0},
	{8, "safety", "major", "remediation", "Guards missing at four presses", "Code 5.2", "", "guards restored and pinned", "2025-12-31", "2026-01-20", onSite, "", 6},
	{8, "earnings", "critical", "remediation", "Longest week 65 hours; time records altered", "Code 7.1", "", "independent time records", "2026-02-28", "", "", "", 5},
	{11, "air", "critical", "remediation", "Both cementing lines above the mixture limit", "Code 3.1", "", "exit plan: exposure data handed to workers, health checks paid", "2026-10-31", "", "", "", 7},
}

var findingsQuanzhou = []finding{
	{9, "dorms", "minor", "improvement", "Room 302 under 4 m² a person", "Code 6.1", "", "five beds in room 302", "2026-10-15", "", "", "", 0},
	{9, "light", "minor", "improvement", "Skiving and inspection below the level of their task", "Code 4.2", "", "task lamps", "2026-08-31", "2026-08-20", measure, "", 0},
	{9, "training", "minor", "improvement", "Code of conduct not known on the floor", "Code 2.1", "", "training for all lines", "2026-04-30", "2026-04-22", onSite, "", 0},
	{11, "earnings", "minor", "monitoring", "Lowest pay of each group not in the payroll extract", "Code 7.4", "", "extract extended", "2026-11-30", "", "", "", 0},
}
