package benchmark

import (
	"math"
	"testing"
)

func TestWorkerBand(t *testing.T) {
	for workers, want := range map[float64]string{0: "", 1: "to-1000", 1000: "to-1000", 1001: "to-5000", 5000: "to-5000", 5001: "to-10000", 10000: "to-10000", 10001: "over-10000"} {
		if got := WorkerBand(workers); got != want {
			t.Errorf("%v: %q", workers, got)
		}
	}
	if WorkerBand(math.NaN()) != "" {
		t.Error("a number that is not given has a band")
	}
}
