package benchmark

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// injuryHours are the hours that a rate of injuries is brought to: those of 100 people in a year of 50 weeks of 40
// hours (29 CFR 1904, GRI 403-9).
const injuryHours = 200_000

// InjuryRate is the number of injuries per 200,000 hours worked, with its 95 % interval: the exact one of the count
// (PoissonInterval), carried through the same factor. All three are NaN where the count is not known, or no hours are.
func InjuryRate(count, hours float64) (rate, low, high float64) {
	if math.IsNaN(count) || !(hours > 0) {
		return math.NaN(), math.NaN(), math.NaN()
	}
	low, high = PoissonInterval(count)
	factor := injuryHours / hours
	return count * factor, low * factor, high * factor
}

// PoissonInterval is the exact two-sided 95 % interval of the mean of a Poisson count: the means under which a count
// as large, or as small, has a probability of 2.5 % (Garwood 1936), χ²(0.025; 2N)/2 … χ²(0.975; 2N+2)/2. Half a χ² of
// 2N degrees of freedom is a gamma variable of shape N.
func PoissonInterval(count float64) (low, high float64) {
	if math.IsNaN(count) || count < 0 {
		return math.NaN(), math.NaN()
	}
	if count > 0 {
		low = mathext.GammaIncRegInv(count, 0.025)
	}
	return low, mathext.GammaIncRegCompInv(count+1, 0.025)
}
