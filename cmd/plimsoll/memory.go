package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"strings"
)

// How far the heap may grow beyond what is live before the garbage collector runs: by so many bytes, since most runs are
// short and end before that, or by a share of what is live where that is more. A fixed limit would be outgrown by the
// data, and then the collector does nothing else any more.
const (
	freeGrowth = 128 << 20
	growth     = 60 // percent
)

// tuneCollector sets the collector by what is live, from one collection to the next; where the machine or its control
// group sets a bound to memory, the collector heeds that.
func tuneCollector() {
	debug.SetGCPercent(growthOf(4 << 20)) // the runtime takes that for live at the start
	debug.SetMemoryLimit(memoryBound(os.ReadFile))
	watch := &struct{ live []metrics.Sample }{[]metrics.Sample{{Name: "/gc/heap/live:bytes"}}}
	var collected func(*struct{ live []metrics.Sample })
	collected = func(w *struct{ live []metrics.Sample }) {
		metrics.Read(w.live)
		debug.SetGCPercent(growthOf(w.live[0].Value.Uint64()))
		runtime.SetFinalizer(w, collected)
	}
	runtime.SetFinalizer(watch, collected) // of what nobody holds: it is called after each collection
}

// growthOf is the growth, in percent of what is live, that the collector waits for.
func growthOf(live uint64) int {
	return int(max(growth, freeGrowth*100/max(live, 1<<20)))
}

// memoryBound is nine tenths of what the control group leaves the program, in bytes; without a bound where it has none.
// What the machine has is no bound of this kind: others live there too, and the operating system says no.
func memoryBound(read func(name string) ([]byte, error)) int64 {
	for _, name := range []string{"/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"} {
		text, err := read(name)
		if err != nil {
			continue
		}
		bytes, err := strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64)
		if err == nil && bytes > 0 && bytes < 1<<50 { // the first version writes a number like that for none
			return bytes / 10 * 9
		}
	}
	return math.MaxInt64
}
