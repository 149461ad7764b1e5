//go:build unix

package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"
)

// TestSignals: the status is 128 and the signal's number where the command was stopped, and the command's where it had
// ended.
func TestSignals(t *testing.T) {
	for _, sent := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		var stderr bytes.Buffer
		status := untilSignal(&stderr, func(ctx context.Context) int {
			if err := syscall.Kill(os.Getpid(), sent); err != nil {
				t.Error(err)
			}
			<-ctx.Done()
			return streams{io.Discard, &stderr}.refused(context.Cause(ctx))
		})
		if status != 128+int(sent) || !strings.HasPrefix(stderr.String(), "error: stopped (") {
			t.Errorf("%v: status %d, %q", sent, status, &stderr)
		}
	}
	status := untilSignal(io.Discard, func(ctx context.Context) int {
		_ = syscall.Kill(os.Getpid(), syscall.SIGTERM)
		<-ctx.Done()
		return exitLeftOut // it was about to end
	})
	if status != exitLeftOut {
		t.Errorf("status %d", status)
	}
}
