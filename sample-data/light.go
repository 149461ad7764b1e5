package main

// A workplace is a point at which light is read, in lux; another meter reads another figure (see newMeters).
type workplace struct {
	place, process string
	workers        int
	light          span
}

var lightCourses = map[string]course{
	"CN-01": {0, gap, .08, .12, gap, .35, gap, .55, .68, gap, .9, 1},
	"CN-02": {0, .03, .09, .25, .3, .165, .46, .62, .72, .83, .94, 1},
	"CN-03": {0, gap, .4, gap, .3, gap, .7, gap, gap, .85, gap, 1},
	"CN-04": {gap, gap, gap, gap, gap, gap, gap, gap, gap, 0, .6, 1},
	"VN-01": {0, gap, .15, gap, .3, gap, .55, gap, .8, gap, 1, 1},
	"US-01": {0, gap, gap, gap, .5, gap, gap, gap, .9, gap, gap, 1},
	"US-02": {0, gap, gap, .3, gap, gap, .6, gap, gap, .9, gap, 1},
	"GB-01": {0, gap, gap, .3, gap, gap, gap, .7, gap, gap, gap, 1},
}

// From this quarter on a factory's light is read with another meter, in another way: a new series.
var newMeters = map[string]quarter{"CN-02": 5}

const (
	singlePoint = "single point, working plane"
	gridMean    = "mean of a 9-point grid, working plane"
)

func lightSheet(f factory) sheet {
	s := sheet{name: "Light", columns: lightColumns()}
	for q := range quarter(quarters) {
		if !lightCourses[f.id].measured(q) {
			continue
		}
		for _, w := range workplaces[f.id] {
			if !blank(f, "Light", q, w.place, "") {
				s.rows = append(s.rows, lightRow(f, q, w))
			}
		}
	}
	s.rows = append(s.rows, notMeasured(f, "Light")...)
	return s
}

func lightColumns() []column {
	return []column{
		{"Factory ID", 11, text}, {"Date", 12, day}, {"Location", 28, text}, {"Process", 15, text}, {"Illuminance", 11, whole}, {"Unit", 7, text},
		{"Workers", 9, whole}, {"Method", 34, text}, {"Instrument", 24, text}, {"Note", 40, text},
	}
}

func lightRow(f factory, q quarter, w workplace) []any {
	lux := w.light.around(lightCourses[f.id][q], 0.02, q, f.id, w.place)
	value := rounded(lux, 0)
	if lightUnit(f) == "fc" {
		value = rounded(lux/10.7639104, 1)
	}
	method, instrument := lightMethod(f, q)
	return []any{f.id, f.visit(q), w.place, w.process, value, lightUnit(f), w.workers, method, instrument, nil}
}

func lightUnit(f factory) string {
	if f.id == "US-01" {
		return "fc"
	}
	return "lx"
}

func lightMethod(f factory, q quarter) (method, instrument string) {
	changed, has := newMeters[f.id]
	switch {
	case has && q >= changed:
		return gridMean, "Konica Minolta T-10A"
	case has:
		return singlePoint, "Testo 540"
	case f.country == "US" || f.country == "GB":
		return gridMean, "Hagner E4-X"
	}
	return singlePoint, "Hioki FT3424"
}

var workplaces = map[string][]workplace{
	"CN-01": {
		{"Stitching hall A, row 2", "stitching", 320, span{465, 660}},
		{"Stitching hall A, row 6", "stitching", 320, span{505, 690}},
		{"Stitching hall B, row 3", "stitching", 310, span{440, 610}},
		{"Clicking table 5", "cutting", 86, span{520, 650}},
		{"Skiving table 2", "skiving", 96, span{410, 470}},
		{"Cementing line 1", "cementing", 110, span{390, 560}},
		{"Lasting line 1", "lasting", 180, span{470, 600}},
		{"Assembly line 2", "assembly", 260, span{340, 450}},
		{"Final inspection 2", "inspection", 44, span{690, 860}},
		{"Packing", "packing", 90, span{330, 420}},
		{"Dormitory building B, room 203", "dormitory", 10, span{120, 210}},
	},
	"CN-02": {
		{"Stitching hall A, row 1", "stitching", 200, span{424, 612}},
		{"Stitching hall A, row 3", "stitching", 180, span{395, 575}},
		{"Stitching hall B, row 2", "stitching", 210, span{514, 655}},
		{"Cutting table 4", "cutting", 100, span{505, 640}},
		{"Cutting table 7", "cutting", 60, span{380, 470}},
		{"Heel lasting line 1", "lasting", 120, span{506, 590}},
		{"Toe lasting line 2", "lasting", 118, span{420, 488}},
		{"Assembly line 2", "assembly", 180, span{360, 450}},
		{"Inspection table 1", "inspection", 50, span{760, 1050}},
		{"Inspection table 3", "inspection", 40, span{480, 640}},
		{"Packing", "packing", 60, span{330, 380}},
		{"Material store", "storage", 30, span{120, 150}},
	},
	"CN-03": {
		{"针车 A 第 2 排", "stitching", 140, span{512, 560}},
		{"针车 A 第 5 排", "stitching", 140, span{470, 540}},
		{"裁断 3 号台", "cutting", 60, span{520, 565}},
		{"刷胶一线", "cementing", 40, span{430, 455}},
		{"硫化压机 2", "sole-pressing", 80, span{455, 480}},
		{"打磨", "finishing", 90, span{520, 530}},
		{"成型二线", "assembly", 150, span{330, 345}},
		{"包装", "packing", 70, span{305, 330}},
		{"楼梯 2", "stairs", 40, span{85, 88}},
	},
	"CN-04": {
		{"Stitching 1 针车一", "stitching", 260, span{560, 580}},
		{"Stitching 2 针车二", "stitching", 240, span{540, 575}},
		{"Computer stitching 电脑车", "stitching", 110, span{610, 640}},
		{"Cutting 裁断", "cutting", 70, span{520, 545}},
		{"Skiving 片皮", "skiving", 48, span{430, 465}},
		{"Inspection 检验", "inspection", 60, span{820, 905}},
		{"Packing 包装", "packing", 40, span{340, 350}},
		{"Corridor 走廊", "corridor", 20, span{105, 120}},
	},
	"VN-01": {
		{"Chuyền may 4", "stitching", 700, span{730, 860}},
		{"Chuyền may 7", "stitching", 700, span{790, 900}},
		{"Chuyền may 12", "stitching", 680, span{800, 890}},
		{"Xưởng chặt 1, bàn 6", "cutting", 140, span{540, 620}},
		{"Chuyền dán keo 2", "cementing", 150, span{520, 580}},
		{"Gò mũi, chuyền 2", "lasting", 210, span{470, 570}},
		{"Lắp ráp, chuyền 3", "assembly", 380, span{420, 510}},
		{"Kiểm tra cuối", "inspection", 120, span{890, 1080}},
		{"Đóng gói", "packing", 260, span{345, 410}},
		{"Cầu thang khu B", "stairs", 120, span{160, 190}},
		{"Nhà ăn", "canteen", 180, span{210, 240}},
	},
	"US-01": {
		{"Lasting cell 1", "lasting", 44, span{560, 610}},
		{"Lasting cell 2", "lasting", 40, span{530, 590}},
		{"Cementing line", "cementing", 52, span{520, 575}},
		{"Assembly line 1", "assembly", 86, span{420, 470}},
		{"Packing and dispatch", "packing", 38, span{350, 390}},
		{"Goods-in store", "storage", 22, span{95, 140}},
	},
	"US-02": {
		{"Stitching floor, bay 1", "stitching", 76, span{620, 720}},
		{"Stitching floor, bay 3", "stitching", 72, span{590, 700}},
		{"Clicking room", "cutting", 24, span{640, 690}},
		{"Lasting floor", "lasting", 62, span{540, 600}},
		{"Assembly cells", "assembly", 92, span{440, 480}},
		{"Finishing", "finishing", 16, span{485, 610}},
		{"Packing", "packing", 30, span{360, 380}},
	},
	"GB-01": {
		{"Closing room, bench 2", "stitching", 46, span{540, 640}},
		{"Closing room, bench 5", "stitching", 46, span{520, 625}},
		{"Clicking room", "cutting", 8, span{560, 600}},
		{"Making room", "lasting", 84, span{520, 560}},
		{"Finishing room", "finishing", 28, span{470, 580}},
		{"Boxing", "packing", 30, span{340, 370}},
		{"Stairs to the loft", "stairs", 12, span{70, 125}},
	},
}
