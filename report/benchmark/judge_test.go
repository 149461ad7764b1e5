package benchmark_test

import "testing"

// Section 3: which limit governs, and on which side of it a reading lies.

func TestWhichLimitGoverns(t *testing.T) {
	holdAll(t, []expectation{
		{"of its area, indicator and subject", func(b *book) {
			b.law("light illuminance/cutting * 500 lx code")
			b.law("dorms space * 4 m2 code")
			b.light("stitching", 100)
			b.light("cutting", 100)
		}, `light illuminance stitching: limit= status=no-limit
		light illuminance cutting: limit=500
		says no-limit`},
		{"any subject", func(b *book) {
			b.law("light illuminance * 300 lx code")
			b.light("stitching", 300)
		}, "light illuminance stitching: limit=300 within=1"},
		{"of its own subject before any, though milder", func(b *book) {
			b.law("light illuminance CN-GD 1000 lx legal")
			b.law("light illuminance/stitching CN 300 lx legal")
			b.light("stitching", 500)
		}, "light illuminance stitching: limit=300 within=1"},
		{"the most specific jurisdiction, though milder", func(b *book) {
			b.law("noise exposure CN-GD 90 dB(A) legal")
			b.law("noise exposure CN 85 dB(A) legal")
			b.noise(88)
		}, "noise exposure: limit=90 within=1"},
		{"a prefix reaches at a hyphen only", func(b *book) {
			b.law("noise exposure CN-G 70 dB(A) legal")
			b.law("noise exposure CN 85 dB(A) legal")
			b.noise(80)
		}, "noise exposure: limit=85"},
		{"a region that the jurisdiction lies in is not reached", func(b *book) {
			b.law("noise exposure CN-GD-Dongguan 70 dB(A) legal")
			b.noise(80)
		}, "noise exposure: limit="},
		{"the latest start", func(b *book) {
			b.law("noise exposure CN 90 dB(A) legal from=2010-01-01")
			b.law("noise exposure CN 85 dB(A) legal from=2020-01-01")
			b.law("noise exposure CN 95 dB(A) legal")
			b.noise(88)
		}, "noise exposure: limit=85"},
		{"in force on the date, both ends included", func(b *book) {
			b.law("noise exposure CN 90 dB(A) legal to=2026-01-31")
			b.law("noise exposure CN 85 dB(A) legal from=2026-02-01")
			for _, day := range []string{"2026-01-30", "2026-01-31", "2026-02-01", "2026-02-02"} {
				b.on(day)
				b.noise(88)
			}
		}, "noise exposure: within=0.5 limit=85"},
		{"between law and code the stricter: code", func(b *book) {
			b.law("noise exposure CN 85 dB(A) legal")
			b.law("noise exposure * 80 dB(A) code")
			b.noise(82)
		}, "noise exposure: limit=80 kind=code within=0"},
		{"the stricter where more is better", func(b *book) {
			b.law("light illuminance CN 500 lx legal")
			b.law("light illuminance * 300 lx code")
			b.light("cutting", 400)
		}, "light illuminance cutting: limit=500 kind=legal within=0"},
		{"compared in the unit of the level", func(b *book) {
			b.law("light illuminance CN 300 lx legal")
			b.law("light illuminance * 30 fc code") // 322.9 lx
			b.light("cutting", 310)
		}, "light illuminance cutting: limit=322.9173 kind=code within=0"},
		{"at equality the law", func(b *book) {
			b.law("noise exposure * 85 dB(A) code")
			b.law("noise exposure CN 85 dB(A) legal")
			b.noise(82)
		}, "noise exposure: limit=85 kind=legal source=noise_exposure_CN_85_dB(A)_legal"},
		{"the kinds are found each for itself", func(b *book) {
			b.law("light illuminance/cutting CN 300 lx legal")
			b.law("light illuminance * 500 lx code")
			b.light("cutting", 400)
		}, "light illuminance cutting: limit=500 kind=code"},
		{"a target only where there is no other", func(b *book) {
			b.law("noise exposure CN 85 dB(A) legal")
			b.law("noise exposure CN-GD 70 dB(A) target")
			b.noise(80)
		}, "noise exposure: limit=85 kind=legal within=1"},
		{"a target alone judges the indicator but not all", func(b *book) {
			b.law("noise exposure CN 70 dB(A) target")
			b.noise(80)
		}, `noise exposure: limit=70 kind=target within=0 status=beyond
		noise all: within= status=no-limit`},
		{"so with light", func(b *book) {
			b.law("light illuminance/cutting * 500 lx target")
			b.law("light illuminance/packing * 300 lx code")
			b.light("cutting", 400)
			b.light("packing", 400)
		}, `light illuminance cutting: within=0
		light all: within=1 n=2`},
		{"short averages and ceilings do not govern", func(b *book) {
			b.law("air concentration/toluene CN 50 mg/m3 legal averaging=15min")
			b.law("air concentration/toluene CN 20 mg/m3 legal averaging=ceiling")
			b.air("toluene", 100)
		}, "air concentration 108-88-3: limit= status=no-limit"},
		{"a 5 dB exchange rate does not govern", func(b *book) {
			b.law("noise exposure CN 90 dB(A) legal exchange=5")
			b.noise(100)
		}, "noise exposure: limit= status=no-limit"},
	})
}

func TestOwnLimits(t *testing.T) {
	holdAll(t, []expectation{
		{"stand in for built-in ones, milder too", func(b *book) {
			b.law("noise exposure CN 85 dB(A) legal")
			b.mine("noise exposure CN 90 dB(A) legal")
			b.noise(88)
		}, "noise exposure: limit=90 within=1"},
		{"for the dates they cover only", func(b *book) {
			b.law("noise exposure CN 85 dB(A) legal")
			b.mine("noise exposure CN 90 dB(A) legal from=2026-02-01 to=2026-02-28")
			for _, day := range []string{"2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01"} {
				b.on(day)
				b.noise(88)
			}
		}, "noise exposure: within=0.5 limit=85"},
		{"an earlier start stands in for a later built-in one", func(b *book) {
			b.law("noise exposure CN 85 dB(A) legal from=2024-01-01")
			b.mine("noise exposure CN 90 dB(A) legal from=2000-01-01")
			b.noise(88)
		}, "noise exposure: limit=90"},
		{"of another kind they stand beside", func(b *book) {
			b.law("noise exposure CN 85 dB(A) legal")
			b.mine("noise exposure CN 90 dB(A) code")
			b.noise(88)
		}, "noise exposure: limit=85 within=0"},
	})
}

func TestAtTheLimit(t *testing.T) {
	holdAll(t, []expectation{
		{"a reading at the limit is within", func(b *book) {
			b.law("noise exposure * 85 dB(A) code")
			b.law("light illuminance * 300 lx code")
			b.noise(85)
			b.light("cutting", 300)
		}, `noise exposure: within=1 status=within
		light illuminance cutting: within=1`},
		{"one in 1e-9 of it too", func(b *book) {
			b.law("light illuminance * 300 lx code")
			b.light("cutting", 300*(1-0.9e-9))
		}, "light illuminance cutting: within=1"},
		{"further off it is beyond", func(b *book) {
			b.law("light illuminance * 300 lx code")
			b.light("cutting", 300*(1-1.1e-9))
		}, "light illuminance cutting: within=0 status=beyond"},
		{"sums that do not come out even", func(b *book) {
			b.law("air concentration/toluene * 0.3 mg/m3 code")
			b.air("toluene", 0.1, code("W"), hours(8))
			b.air("toluene", 0.2, code("W"), hours(8)) // 0.1 + 0.2 > 0.3 in binary
		}, "air concentration 108-88-3: within=1"},
		{"each light reading against its own process", func(b *book) {
			b.law("light illuminance/cutting * 500 lx code")
			b.law("light illuminance/packing * 300 lx code")
			b.light("cutting", 400, workers(10))
			b.light("packing", 400, workers(30))
			b.light("storage", 20, workers(60))
		}, "light all: within=0.75 n=3 weight=100 status=beyond"},
	})
}
