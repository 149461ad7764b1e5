package main

var breathingPlaces = map[string][]breathingPlace{
	"CN-01": {
		{"Cementing line 1", "cementing", "SEG-C1", "", "personal", 0, 110, []vapour{
			{"toluene", "mg/m3", span{62, 17}, 0}, {"n-hexane", "mg/m3", span{30, 11}, 0}, {"acetone", "mg/m3", span{95, 60}, 0},
			{"MEK", "mg/m3", span{70, 36}, 0}, {"benzene", "mg/m3", span{.06, .02}, .1},
		}},
		{"Cementing line 2", "cementing", "SEG-C2", "", "personal", 0, 96, []vapour{
			{"toluene", "mg/m3", span{51, 15}, 0}, {"n-hexane", "mg/m3", span{26, 9}, 0}, {"acetone", "mg/m3", span{82, 48}, 0}, {"MEK", "mg/m3", span{64, 30}, 0},
		}},
		{"Cementing line 3", "cementing", "SEG-C3", "A-07", "personal", 6, 58, []vapour{{"toluene", "mg/m3", span{41, 14}, 0}, {"acetone", "mg/m3", span{74, 40}, 0}}},
		{"Glue store", "storage", "SEG-C3", "A-07", "personal", 2, 58, []vapour{{"toluene", "mg/m3", span{106, 30}, 0}, {"acetone", "mg/m3", span{150, 90}, 0}}},
		{"Sole wash", "finishing", "SEG-C4", "", "personal", 0, 120, []vapour{{"cyclohexane", "mg/m3", span{60, 40}, 0}, {"ethyl acetate", "mg/m3", span{70, 50}, 0}}},
		{"Sole press line", "sole-pressing", "", "", "area", 0, 84, []vapour{{"formaldehyde", "mg/m3", span{.21, .12}, .05}, {"MDI", "mg/m3", span{.002, .001}, .005}}},
		{"Roughing", "finishing", "", "", "area", 0, 120, []vapour{{"total dust", "mg/m3", span{4.8, 2.6}, 0}}},
	},
	"CN-02": {
		{"Cementing line 1", "cementing", "SEG-A", "", "personal", 0, 60, []vapour{
			{"toluene", "mg/m3", span{38, 14}, 0}, {"n-hexane", "mg/m3", span{28, 11}, 0}, {"acetone", "mg/m3", span{75, 45}, 0}, {"butanone", "mg/m3", span{60, 36}, 0},
		}},
		{"Cementing line 2", "cementing", "SEG-B", "", "personal", 0, 54, []vapour{
			{"toluene", "mg/m3", span{46, 18}, 0}, {"n-hexane", "mg/m3", span{34, 14}, 0}, {"acetone", "mg/m3", span{90, 54}, 0}, {"butanone", "mg/m3", span{75, 39}, 0},
		}},
		{"Toe lasting line 2", "lasting", "SEG-C", "", "personal", 0, 36, []vapour{
			{"toluene", "mg/m3", span{33, 11}, 0}, {"n-hexane", "mg/m3", span{25, 9}, 0}, {"acetone", "mg/m3", span{54, 39}, 0}, {"butanone", "mg/m3", span{48, 28}, 0},
		}},
		{"Sole press", "sole-pressing", "", "", "area", 0, 40, []vapour{{"formaldehyde", "mg/m3", span{.14, .04}, .05}}},
		{"Roughing bench", "finishing", "", "", "area", 0, 52, []vapour{{"total dust", "mg/m3", span{4.1, 2.2}, 0}}},
	},
	"CN-03": {
		{"刷胶一线", "cementing", "胶一", "", "personal", 0, 40, []vapour{
			{"甲苯", "mg/m3", span{21, 34}, 0}, {"正己烷", "mg/m3", span{14, 22}, 0}, {"丙酮", "mg/m3", span{48, 66}, 0}, {"丁酮", "mg/m3", span{30, 45}, 0},
		}},
		{"刷胶二线", "cementing", "胶二", "", "personal", 0, 80, []vapour{
			{"甲苯", "mg/m3", span{31, 52}, 0}, {"正己烷", "mg/m3", span{19, 28}, 0}, {"丙酮", "mg/m3", span{62, 85}, 0}, {"丁酮", "mg/m3", span{42, 58}, 0},
			{"苯", "mg/m3", span{.04, .16}, .1},
		}},
		{"清洗工位", "finishing", "清洗", "", "personal", 0, 50, []vapour{{"环己烷", "mg/m3", span{58, 96}, 0}, {"丙酮", "mg/m3", span{70, 110}, 0}}},
		{"硫化压机 1–6", "sole-pressing", "", "", "area", 0, 70, []vapour{{"甲醛", "mg/m3", span{.18, .29}, .05}, {"总粉尘", "mg/m3", span{3.9, 5.6}, 0}}},
	},
	"CN-04": {
		{"Toe-puff cementing 港宝贴合", "cementing", "U-1", "", "personal", 0, 26, []vapour{
			{"toluene", "mg/m3", span{4.2, 3.6}, .5}, {"acetone", "mg/m3", span{38, 35}, 0}, {"ethyl acetate", "mg/m3", span{44, 40}, 0},
		}},
		{"Lining cementing 内里贴合", "cementing", "U-2", "", "personal", 0, 34, []vapour{
			{"toluene", "mg/m3", span{.4, .3}, .5}, {"acetone", "mg/m3", span{52, 47}, 0}, {"ethyl acetate", "mg/m3", span{60, 51}, 0},
		}},
		{"Skiving 片皮", "skiving", "", "", "area", 0, 48, []vapour{{"leather dust", "mg/m3", span{1.9, 1.7}, 0}}},
	},
	"VN-01": {
		{"Chuyền dán keo 1", "cementing", "SEG-D1", "", "personal", 0, 150, []vapour{
			{"toluene", "mg/m3", span{58, 28}, 0}, {"acetone", "ppm", span{36.4, 20.7}, 0}, {"MEK", "mg/m3", span{60, 32}, 0}, {"n-hexane", "mg/m3", span{21, 5.5}, 2},
		}},
		{"Chuyền dán keo 2", "cementing", "SEG-D2", "", "personal", 0, 150, []vapour{
			{"toluene", "mg/m3", span{66, 30}, 0}, {"acetone", "ppm", span{34.1, 18.5}, 0}, {"MEK", "mg/m3", span{54, 30}, 0}, {"n-hexane", "mg/m3", span{18, 1.4}, 2},
		}},
		{"Chuyền dán keo 5", "cementing", "SEG-D5", "", "personal", 10, 120, []vapour{
			{"toluene", "mg/m3", span{62, 38}, 0}, {"acetone", "ppm", span{32, 19.6}, 0}, {"MEK", "mg/m3", span{51, 34}, 0},
		}},
		{"Xử lý đế (primer)", "finishing", "SEG-D6", "", "personal", 0, 110, []vapour{
			{"cyclohexane", "mg/m3", span{120, 70}, 0}, {"ethyl acetate", "mg/m3", span{140, 90}, 0}, {"MEK", "mg/m3", span{44, 26}, 0},
		}},
		{"Ép đế", "sole-pressing", "", "", "area", 0, 110, []vapour{{"formaldehyde", "mg/m3", span{.16, .08}, .02}, {"MDI", "mg/m3", span{.001, .001}, .005}}},
		{"Mài đế", "finishing", "", "", "area", 0, 90, []vapour{{"total dust", "mg/m3", span{5.1, 3.0}, 0}}},
	},
	"US-01": {
		{"Cementing line, station 1", "cementing", "IA-C1", "", "personal", 0, 14, []vapour{
			{"toluene", "ppm", span{7.9, 5.1}, 0}, {"acetone", "ppm", span{48, 33}, 0}, {"n-hexane", "ppm", span{6, 3.2}, 0},
		}},
		{"Cementing line, station 2", "cementing", "IA-C2", "", "personal", 0, 13, []vapour{
			{"toluene", "ppm", span{8.8, 5.6}, 0}, {"acetone", "ppm", span{44, 31}, 0}, {"n-hexane", "ppm", span{5.1, 2.9}, 0},
		}},
		{"Sole activation", "lasting", "IA-C3", "", "personal", 0, 13, []vapour{{"toluene", "ppm", span{14, 11.2}, 0}, {"MEK", "ppm", span{22, 17}, 0}}},
		{"Trim and clean", "finishing", "IA-C4", "", "personal", 0, 12, []vapour{{"acetone", "ppm", span{61, 46}, 0}, {"toluene", "ppm", span{.6, .2}, .5}}},
	},
	"US-02": {
		{"Cementing cell", "cementing", "K-C1", "", "personal", 0, 26, []vapour{
			{"108-88-3", "ppm", span{.8, .3}, .5}, {"67-64-1", "ppm", span{38, 31}, 0}, {"141-78-6", "ppm", span{29, 24}, 0},
		}},
		{"Lasting floor", "lasting", "K-C2", "W-11", "personal", 5, 62, []vapour{{"67-64-1", "ppm", span{24, 20}, 0}, {"141-78-6", "ppm", span{15, 12}, 0}}},
		{"Rework bench", "finishing", "K-C2", "W-11", "personal", 3, 62, []vapour{{"67-64-1", "ppm", span{40, 36}, 0}, {"141-78-6", "ppm", span{21, 19}, 0}}},
		{"Buffing", "finishing", "K-C3", "", "personal", 0, 40, []vapour{{"total dust", "mg/m3", span{2.1, 1.6}, .1}}},
	},
	"GB-01": {
		{"Making room, sole cementing", "lasting", "S-C1", "", "personal", 0, 28, []vapour{
			{"toluene", "mg/m3", span{21, 17}, .5}, {"acetone", "ppm", span{26, 23}, 1}, {"ethyl acetate", "mg/m3", span{62, 55}, 0},
		}},
		{"Finishing spray booth", "finishing", "S-C2", "", "personal", 0, 12, []vapour{{"acetone", "ppm", span{40, 34}, 1}, {"ethyl acetate", "mg/m3", span{80, 72}, 0}, {"toluene", "mg/m3", span{.4, .3}, .5}}},
		{"Scouring", "finishing", "", "", "area", 0, 12, []vapour{{"leather dust", "mg/m3", span{2.4, 2.2}, 0}}},
		{"Clicking room", "cutting", "", "", "area", 0, 8, []vapour{{"leather dust", "mg/m3", span{.9, .8}, 0}}},
	},
}
