package audit

import (
	"sync"
	"testing"

	"plimsoll/report/standard"
	"plimsoll/templates"
)

var load = sync.OnceValues(func() (*standard.Standard, error) { return standard.Load(templates.Files) })

// shipped is what the built-in templates declare.
func shipped(t testing.TB) *standard.Standard {
	t.Helper()
	std, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return std
}
