package benchmark

import (
	"plimsoll/report/audit"
	"plimsoll/report/standard"
)

// PriceIndex is the mean of a country's price index over the months of a quarter; ok is false where none is known.
func PriceIndex(data *audit.Data, country string, q standard.Quarter) (index float64, ok bool) {
	sum, months := 0.0, 0
	for _, p := range data.Prices {
		if p.Country == country && data.Quarter(p.Month) == q {
			sum, months = sum+p.Index, months+1
		}
	}
	return sum / float64(max(months, 1)), months > 0
}

// Real brings an amount of an earlier quarter to the prices of a later one: amount × index(later) ÷ index(earlier).
func Real(data *audit.Data, country string, amount float64, earlier, later standard.Quarter) (real float64, ok bool) {
	then, knowsThen := PriceIndex(data, country, earlier)
	now, knowsNow := PriceIndex(data, country, later)
	if !knowsThen || !knowsNow || then <= 0 {
		return 0, false
	}
	return amount * now / then, true
}
