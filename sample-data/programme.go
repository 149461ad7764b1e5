package main

var settings = [][2]any{
	{"Programme", "Harbour Footwear Programme"},
	{"Company", "Harbour Footwear"},
	{"Contact", "Responsible Sourcing, Harbour Footwear, programme@harbourfootwear.example"},
	{"Code of conduct", "Harbour Code of Conduct, edition of January 2023 (invented)"},
	{"Statement", "We measure what workers breathe, hear and see at work, how they live and what they earn; we publish where every factory stands against the line in force, what got better and what did not."},
	{"Year starts", 1},
	{"Date order", "dmy"},
	{"Home country", "US"},
	{"Assurance", "Measurements of 2026-Q3 at three factories were repeated by Tideline Assurance (invented); nothing else was checked by others."},
}

type factory struct {
	id, name, country, local, osID, region, wages string
	address, parent, ownership, product, process  string
	workers, women                                int
	dormitory                                     string
	since                                         int
	ended, because, languages                     string
	day                                           int // of a quarter on which it is usually measured
	payMonth                                      int // of a quarter whose payroll is sent, from 0
	payBasis, currency                            string
}

var factories = []factory{
	{
		id: "CN-01", name: "Meihua Footwear", country: "CN", local: "美华鞋业有限公司", osID: "CN2021036J7TQ4", region: "CN-GD-Dongguan", wages: "CN-GD-Dongguan",
		address: "18 Hengtang Road, Houjie, Dongguan, Guangdong", parent: "Meihua Holdings", ownership: "subcontracted", product: "running shoes",
		process: "cutting, skiving, stitching, cementing, lasting, sole-pressing, assembly, finishing, packing", workers: 3410, women: 2110, dormitory: "yes",
		since: 1996, languages: "zh-Hans", day: 36, payMonth: 2, payBasis: "gross", currency: "CNY",
	},
	{
		id: "CN-02", name: "Lanxi Second Shoe Co.", country: "CN", local: "兰溪第二制鞋有限公司", osID: "CN2021084K2YV1", region: "CN-GD-Dongguan", wages: "CN-GD-Dongguan",
		address: "2 Lanxi Second Road, Lanxi, Dongguan, Guangdong", parent: "Lanxi Shoe Group", ownership: "subcontracted", product: "running and walking shoes",
		process: "cutting, stitching, lasting, assembly, finishing", workers: 2140, women: 1305, dormitory: "yes",
		since: 1999, languages: "zh-Hans", day: 42, payMonth: 2, payBasis: "net", currency: "CNY",
	},
	{
		id: "CN-03", name: "Putian Sole Works", country: "CN", local: "莆田恒远鞋底厂", osID: "CN2020311QH8WD", region: "CN-FJ-Putian", wages: "CN-FJ-3",
		address: "77 Xiuyu Port Road, Putian, Fujian", parent: "", ownership: "subcontracted", product: "soles and court shoes",
		process: "cutting, stitching, cementing, sole-pressing, assembly, finishing, packing", workers: 1260, women: 590, dormitory: "yes",
		since: 2004, ended: "2026-08-31", because: "repeated findings on hours and solvent exposure not remedied", languages: "zh-Hans",
		day: 29, payMonth: 1, payBasis: "gross", currency: "CNY",
	},
	{
		id: "CN-04", name: "Quanzhou Uppers", country: "CN", local: "泉州新帆鞋面有限公司", osID: "CN2025340F2MXC", region: "CN-FJ-Quanzhou", wages: "CN-FJ-2",
		address: "5 Xinfan Industrial Park, Jinjiang, Quanzhou, Fujian", parent: "Xinfan Footwear", ownership: "subcontracted", product: "uppers, walking shoes",
		process: "cutting, skiving, stitching, cementing, inspection, packing", workers: 980, women: 655, dormitory: "yes",
		since: 2026, languages: "zh-Hans", day: 33, payMonth: 2, payBasis: "net", currency: "CNY",
	},
	{
		id: "VN-01", name: "Đồng Nai Footwear", country: "VN", local: "Công ty TNHH Giày Đồng Nai", osID: "VN2021142B6RPA", region: "VN-39", wages: "VN-I",
		address: "Lô 14, đường số 6, Biên Hòa, Đồng Nai", parent: "Sông Bé Footwear", ownership: "subcontracted", product: "running and training shoes",
		process: "cutting, skiving, stitching, cementing, lasting, sole-pressing, assembly, finishing, inspection, packing", workers: 5870, women: 4520, dormitory: "no",
		since: 2008, languages: "vi", day: 47, payMonth: 2, payBasis: "gross", currency: "VND",
	},
	{
		id: "US-01", name: "Inland Assembly", country: "US", local: "", osID: "US2022018TK5ZN", region: "US-CA", wages: "US-CA",
		address: "4410 Sierra Vista Avenue, Ontario, California", parent: "Meihua Holdings", ownership: "subcontracted", product: "running shoes, assembly of imported uppers",
		process: "cementing, lasting, assembly, packing", workers: 310, women: 168, dormitory: "no",
		since: 1999, languages: "", day: 25, payMonth: 2, payBasis: "gross", currency: "USD",
	},
	{
		id: "US-02", name: "Kennebec Shoe", country: "US", local: "", osID: "US2019267PD3VE", region: "US-ME", wages: "US-ME",
		address: "31 Mill Street, Skowhegan, Maine", parent: "Harbour Footwear", ownership: "owned", product: "running shoes",
		process: "cutting, stitching, cementing, lasting, assembly, finishing, packing", workers: 420, women: 236, dormitory: "no",
		since: 1981, languages: "", day: 50, payMonth: 2, payBasis: "gross", currency: "USD",
	},
	{
		id: "GB-01", name: "Solway Shoe Works", country: "GB", local: "", osID: "GB2019272XC4LY", region: "GB", wages: "GB",
		address: "Shore Road, Flimby, Cumbria", parent: "Harbour Footwear", ownership: "owned", product: "heritage leather shoes",
		process: "cutting, stitching, cementing, lasting, finishing, packing", workers: 290, women: 131, dormitory: "no",
		since: 1991, languages: "", day: 39, payMonth: 2, payBasis: "gross", currency: "GBP",
	},
}

func programmeSheet() sheet {
	s := sheet{name: "Programme", columns: []column{{"Key", 18, text}, {"Value", 90, general}}}
	for _, pair := range settings {
		s.rows = append(s.rows, []any{pair[0], pair[1]})
	}
	return s
}

func factoriesSheet() sheet {
	s := sheet{name: "Factories", columns: []column{
		{"Factory ID", 11, text}, {"Name", 24, text}, {"Country", 9, text}, {"Local name", 28, text}, {"OS ID", 18, text}, {"Region", 17, text},
		{"Wage region", 17, text}, {"Address", 50, text}, {"Parent company", 20, text}, {"Ownership", 15, text}, {"Product type", 30, text},
		{"Processes", 50, text}, {"Workers", 10, whole}, {"Women", 10, whole}, {"Dormitory", 11, text}, {"Supplier since", 10, general},
		{"Ended", 12, day}, {"Ended because", 40, text}, {"Languages", 12, text},
	}}
	for _, f := range factories {
		s.rows = append(s.rows, []any{
			f.id, f.name, f.country, filled(f.local), f.osID, f.region, f.wages, f.address, filled(f.parent), f.ownership, f.product, f.process,
			f.workers, f.women, f.dormitory, f.since, date(f.ended), filled(f.because), filled(f.languages),
		})
	}
	return s
}
