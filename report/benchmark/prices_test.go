package benchmark

import (
	"math"
	"testing"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
)

func TestRealPay(t *testing.T) {
	month := func(s string) standard.Date { d, _ := standard.ParseDate(s); return d }
	data := &audit.Data{Programme: audit.Programme{YearStarts: 1}, Prices: []audit.Price{
		{Country: "CN", Month: month("2023-10-01"), Index: 98}, {Country: "CN", Month: month("2023-12-01"), Index: 102},
		{Country: "CN", Month: month("2026-08-01"), Index: 110}, {Country: "VN", Month: month("2026-08-01"), Index: 300}}}
	then, now := standard.Quarter(2023*4+3), standard.Quarter(2026*4+2)
	if got, ok := Real(data, "CN", 2000, then, now); !ok || math.Abs(got-2200) > 1e-9 { // 2000 × 110 ÷ mean(98, 102)
		t.Errorf("%v %v", got, ok)
	}
	if _, ok := Real(data, "VN", 2000, then, now); ok {
		t.Error("a quarter without prices gave a real amount")
	}
}
