package benchmark_test

import (
	"fmt"
	"testing"
)

// Section 4: peers, the other factories of the country with a level in the quarter or the four before it.

// others writes a noise reading for further factories of a country, P1, P2, …
func others(b *book, country string, levels ...float64) {
	for i, level := range levels {
		b.in(fmt.Sprintf("%s%d", country, i+1), country, country)
		b.noise(level)
	}
}

func TestPeers(t *testing.T) {
	holdAll(t, []expectation{
		{"none", func(b *book) { b.noise(80) }, "noise exposure: peers=0 median="},
		{"under four there is no median", func(b *book) {
			b.noise(80)
			others(b, "CN", 81, 85, 90)
		}, `noise exposure: peers=3 median=
		CN1 noise exposure: peers=3 median=`},
		{"from four: the others, not oneself", func(b *book) {
			b.noise(80)
			others(b, "CN", 90, 81, 85, 84)
		}, `noise exposure: peers=4 median=84.5
		CN1 noise exposure: peers=4 median=82.5`},
		{"of five the middle one", func(b *book) {
			b.noise(80)
			others(b, "CN", 90, 81, 85, 84, 60)
		}, "noise exposure: peers=5 median=84"},
		{"of the same country, whatever the region", func(b *book) {
			b.noise(80)
			others(b, "CN", 81, 82)
			others(b, "VN", 83, 84, 85)
		}, `noise exposure: peers=2
		VN1 noise exposure: peers=2`},
		{"of the same subject", func(b *book) {
			b.light("cutting", 300)
			for i, process := range []string{"cutting", "cutting", "packing", "cutting", "cutting"} {
				b.in(fmt.Sprint("P", i), "CN", "CN")
				b.light(process, float64(400+100*i))
			}
		}, `light illuminance cutting: peers=4 median=600
		P2 light illuminance packing: peers=0`},
		{"all: by the share within", func(b *book) {
			b.law("noise exposure * 85 dB(A) code")
			b.noise(80)
			others(b, "CN", 80, 90, 90, 90)
		}, "noise all: peers=4 median=0"},
		{"all: only those with a share", func(b *book) {
			b.law("noise exposure CN-GD 85 dB(A) legal")
			b.noise(80)
			others(b, "CN", 80, 90, 90, 90) // no limit reaches CN
		}, `noise all: peers=0
		CN1 noise all: peers=1
		noise exposure: peers=4`},
		{"minimum and living: of the same wage region; hours: of the country", func(b *book) {
			b.law("earnings living * 5000 CNY target")
			for i, region := range []string{"CN-ZJ-1", "CN-ZJ-1", "CN-ZJ-1", "CN-ZJ-1", "CN-ZJ-1", "CN-ZJ-2"} {
				b.in(fmt.Sprint("P", i), "CN-ZJ", region)
				b.pay("a", 10, float64(3000+100*i), weekly(50+float64(i)))
			}
		}, `P0 earnings minimum: peers=4 median=3250
		P0 earnings living: peers=4 median=3250
		P0 earnings hours: peers=5 median=53
		P5 earnings minimum: peers=0`},
		{"pay in another currency is no peer", func(b *book) {
			b.pay("a", 10, 3000)
			b.in("G", "CN-GD", "CN-GD")
			b.pay("a", 10, 400, currency("USD"))
		}, "earnings minimum: peers=0"},
	})
}

func TestPeersWindow(t *testing.T) {
	holdAll(t, []expectation{
		{"the quarter and the four before it", func(b *book) {
			for i, q := range []string{"2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"} {
				b.on(q)
				b.in(fmt.Sprint("P", i), "CN", "CN")
				b.noise(80 + float64(i))
			}
			b.in("F", "CN-GD", "CN-GD")
			b.noise(70)
		}, "noise exposure: peers=5 median=83"}, // not 2025-Q1
		{"each with its latest", func(b *book) {
			for _, q := range []string{"2025-Q4", "2026-Q1"} {
				b.on(q)
				others(b, "CN", 80, 81, 82, 83)
			}
			b.in("CN4", "CN", "CN")
			b.on("2026-Q2")
			b.noise(60)
			b.in("F", "CN-GD", "CN-GD")
			b.noise(70)
		}, "noise exposure: peers=4 median=80.5"}, // 80 81 82 60
		{"each row relative to its own period", func(b *book) {
			b.on("2026-Q1")
			b.noise(70)
			others(b, "CN", 80, 81, 82, 83)
			b.on("2026-Q2")
			b.in("F", "CN-GD", "CN-GD")
			b.noise(70)
			others(b, "CN", 90, 91, 92, 93)
		}, `2026-Q1 noise exposure: peers=4 median=81.5
		2026-Q2 noise exposure: peers=4 median=91.5`},
		{"a quarter without a level is passed over", func(b *book) {
			b.room("1", 20, 4, toilets(1))
			b.in("G", "CN", "CN")
			b.room("1", 20, 8, toilets(1))
			b.on("2026-Q2")
			b.room("1", 20, 8, toilets(0))
			b.in("F", "CN-GD", "CN-GD")
			b.room("1", 20, 4, toilets(1))
		}, `dorms toilets: peers=1
		G dorms toilets: peers=1 level=`},
		{"across a break", func(b *book) {
			b.noise(80, method("A"))
			b.in("G", "CN", "CN")
			b.noise(80, method("B"))
		}, "noise exposure: peers=1"},
	})
}
