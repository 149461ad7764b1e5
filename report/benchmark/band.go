package benchmark

import "math"

// WorkerBand is the band of the Transparency Pledge that a number of workers falls in; blank where none is given.
func WorkerBand(workers float64) string {
	switch {
	case math.IsNaN(workers) || workers <= 0:
		return ""
	case workers <= 1000:
		return "to-1000"
	case workers <= 5000:
		return "to-5000"
	case workers <= 10000:
		return "to-10000"
	}
	return "over-10000"
}
