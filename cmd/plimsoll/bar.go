package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"plimsoll/report"
)

// bar shows how far a run is: one line that is drawn again on a terminal, a line for each stage elsewhere.
type bar struct {
	out      io.Writer
	terminal bool
	quiet    bool
	stage    string
}

func newBar(out io.Writer, quiet bool) *bar {
	file, isFile := out.(*os.File)
	terminal := false
	if isFile {
		info, err := file.Stat()
		terminal = err == nil && info.Mode()&os.ModeCharDevice != 0
	}
	return &bar{out: out, terminal: terminal, quiet: quiet}
}

// progress is what a run calls, nil where nothing is to be shown.
func (b *bar) progress() report.Progress {
	if b.quiet {
		return nil
	}
	return report.Counted(b.show)
}

// barWidth is the length of the bar in characters.
const barWidth = 30

func (b *bar) show(stage string, done, total int) {
	if !b.terminal {
		if stage != b.stage {
			b.stage = stage
			fmt.Fprintf(b.out, "%s %d\n", stage, total)
		}
		return
	}
	b.stage = stage
	full := barWidth * done / max(total, 1)
	fmt.Fprintf(b.out, "\r\x1b[K%-12s %s%s %d/%d", stage, strings.Repeat("#", full),
		strings.Repeat(".", barWidth-full), done, total)
}

// end clears the bar.
func (b *bar) end() {
	if b.terminal && b.stage != "" {
		fmt.Fprint(b.out, "\r\x1b[K")
	}
}
