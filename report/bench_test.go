package report

import (
	"context"
	"fmt"
	"testing"

	"plimsoll/report/internal/workload"
	"plimsoll/templates"
)

// BenchmarkRun is a whole run, from workbooks to documents, of programmes of workload. The time of a factory must stay
// the same whatever their number; .ci/scale holds processor time and memory of whole processes side by side.
func BenchmarkRun(b *testing.B) {
	for _, factories := range []int{10, 100, 1000} {
		b.Run(fmt.Sprint(factories), func(b *testing.B) {
			sent := b.TempDir()
			if err := workload.Write(sent, factories); err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				o := Options{Paths: []string{sent}, Out: b.TempDir(), Languages: []string{"en"}, Version: "test"}
				if out, err := Run(context.Background(), o, templates.Files, nil); err != nil || len(out.Failed) > 0 {
					b.Fatal(err, out.Failed)
				}
			}
			b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N*factories), "ms/factory")
		})
	}
}

// BenchmarkCompose makes what one scorecard says, before it is laid out.
func BenchmarkCompose(b *testing.B) {
	o := Options{Paths: []string{"../sample-data"}, Languages: []string{"en"}, Factories: []string{"CN-01"}}
	_, list := prepared(b, o, templates.Files)
	for b.Loop() {
		if _, err := list[0].compose(func(string) int { return 0 }); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkScorecard composes and lays out one scorecard.
func BenchmarkScorecard(b *testing.B) {
	o := Options{Paths: []string{"../sample-data"}, Languages: []string{"en"}, Reports: []string{"scorecard"},
		Factories: []string{"CN-01"}}
	texts, list := prepared(b, o, templates.Files)
	for b.Loop() {
		laidOut(b, texts, list[0])
	}
}
