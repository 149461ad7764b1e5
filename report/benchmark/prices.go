package benchmark

import (
	"plimsoll/report/audit"
	"plimsoll/report/standard"
)

// prices are the price indices of countries: the mean of a quarter's months that are there.
type prices map[priceQuarter]float64

type priceQuarter struct {
	country string
	quarter standard.Quarter
}

func pricesOf(data *audit.Data) prices {
	sum, months := prices{}, prices{}
	for _, p := range data.Prices {
		k := priceQuarter{p.Country, data.Quarter(p.Month)}
		sum[k] += p.Index
		months[k]++
	}
	for k := range sum {
		sum[k] /= months[k]
	}
	return sum
}

// real brings an amount of one quarter to the prices of another: amount × index(to) ÷ index(from).
func (p prices) real(country string, amount float64, from, to standard.Quarter) (real float64, ok bool) {
	then, knowsThen := p[priceQuarter{country, from}]
	now, knowsNow := p[priceQuarter{country, to}]
	if !knowsThen || !knowsNow || then <= 0 {
		return 0, false
	}
	return amount * now / then, true
}

// Real brings an amount of one quarter to the prices of another: amount × index(to) ÷ index(from); ok is false where
// one of the two is not known.
func Real(data *audit.Data, country string, amount float64, from, to standard.Quarter) (real float64, ok bool) {
	return pricesOf(data).real(country, amount, from, to)
}
