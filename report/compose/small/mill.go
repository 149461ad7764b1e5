package small

// Mills is a programme of two factories that has something to say in every part of a document: each area within and beyond its
// limits, a baseline and a change, findings of each kind, people, production, a relationship that ended.
func Mills() Sheets {
	return Sheets{
		"Programme": "Key,Value\nProgramme,Harbour\nCompany,Harbour Ltd\nContact,desk@example.org\nHome country,GB\n" +
			"Code of conduct,Code 1\nStatement,We buy shoes.\n",
		"Factories": "Factory ID,Name,Local name,Languages,Country,Region,Wage region,Workers,Women,Dormitory,Ownership,Supplier since,Processes," +
			"Ended,Ended because\n" +
			"A,Alpha Mill,Nhà máy An,vi,VN,VN-I,VN-I,400,300,yes,owned,2015,\"cutting, stitching\",,\n" +
			"B,Beta Works,,,VN,VN-I,VN-I,,,no,subcontracted,,stitching,,\n" +
			"C,Closed Shop,,,VN,VN-I,VN-I,80,,no,,,,2026-08-01,moved\n",
		"Audits": "Audit ID,Factory ID,Date,Auditor,Kind,Announced,Auditor days,Workers interviewed\n" +
			"AU1,A,2026-08-03,Thu,internal,announced,2,14\nAU2,B,2026-08-04,Lab,third-party,unannounced,,\n",
		"Noise": "Factory ID,Date,Location,Level,Hours,Workers\n" +
			"A,2026-02-03,Sewing,88,8,60\nA,2026-02-03,Press,91.3,8,20\nA,2026-08-04,Sewing,84.96,8,60\nA,2026-08-04,Press,90,8,20\n" +
			"B,2026-08-04,Hall,80,8,30\n",
		"Light": "Factory ID,Date,Location,Process,Lux,Workers\n" +
			"A,2026-02-03,Line 1,stitching,300,20\nA,2026-08-04,Line 1,stitching,800,20\nB,2025-02-04,Hall,stitching,700,30\n",
		"Air": "Factory ID,Date,Location,Agent,Concentration,Unit,Hours a day,Workers,Sample\n" +
			"A,2026-02-03,Glue,toluene,40,mg/m3,8,15,personal\nA,2026-08-04,Glue,toluene,120,mg/m3,8,15,personal\n" +
			"A,2026-08-04,Glue,acetone,<1,mg/m3,8,15,personal\n",
		"Dorms": "Factory ID,Date,Building,Room,Occupants,Floor area,Toilets,Showers\n" +
			"A,2026-08-04,1,101,6,30,2,2\nA,2026-08-04,1,102,8,20,2,2\n",
		"Earnings": "Factory ID,Month,Worker group,Workers,Regular pay,Currency,Basis,Hours per week\n" +
			"A,2026-01,Line,60,6000000,VND,gross,58\nA,2026-07,Line,60,6700000,VND,gross,62\nA,2026-07,Guards,3,5400000,VND,gross,48\n" +
			"B,2026-07,Hall,3,6000000,VND,gross,48\n",
		"Prices": "Country,Month,Index\nVN,2026-01,100\nVN,2026-02,100\nVN,2026-03,100\nVN,2026-07,104\nVN,2026-08,104\nVN,2026-09,104\n",
		"Findings": "Finding ID,Factory ID,Raised,Area,Finding,Action,Severity,Due,Closed,Repeats,Corrective action,Factory comment\n" +
			"F1,A,2026-01-10,noise,No ear plugs,remediation,critical,2026-03-01,,,Buy plugs,Ordered\n" +
			"F2,A,2026-08-04,light,Dark stairs,improvement,minor,2026-12-01,,F3,,\n" +
			"F3,A,2026-02-01,light,Dark hall,monitoring,,2026-09-01,2026-08-20,,,\n" +
			"F4,B,2025-06-01,air,No hood,remediation,major,2025-09-01,,,,\n",
		"Training": "Factory ID,Date,Topic,Audience,People,Hours\nA,2026-08-10,Fire,workers,120,2\nA,2026-08-11,Law,management,4,1\n",
		"Feedback": "Factory ID,Period,Channel,Received,Resolved,Median days\nA,2026-Q3,Box,34,24,4\nB,2026-Q3,Box,3,3,9\n",
		"Safety":   "Factory ID,Period,Machines inspected,Machines guarded,Fire drills,Injuries,Hours worked\nA,2026-Q3,20,19,1,2,180000\nB,2026-Q3,,,,1,\n",
		"Production": "Factory ID,Period,Output,Unit,Defect rate,On-time delivery,Turnover,Absence\n" +
			"A,2024-Q1,900,pairs,0.03,0.9,0.04,0.02\nA,2026-Q2,1000,pairs,0.02,0.95,0.05,0.03\nA,2026-Q3,1100,pairs,0.02,0.97,0.05,\n",
	}
}

// Before is Mills as it was sent a while ago: some figures have been corrected since.
func Before() Sheets {
	sheets := Mills()
	sheets["Noise"] = "Factory ID,Date,Location,Level,Hours,Workers\n" +
		"A,2026-02-03,Sewing,86,8,60\nA,2026-02-03,Press,91.3,8,20\nA,2026-08-04,Sewing,84.96,8,60\n"
	sheets["Light"] = "Factory ID,Date,Location,Process,Lux,Workers\nA,2026-02-03,Line 1,stitching,320,20\nB,2025-01-04,Hall,cutting,700,30\n"
	return sheets
}
