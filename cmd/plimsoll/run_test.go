package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"plimsoll/report/output"
)

// tables writes a small programme as text tables; a level that is no number is an error.
func tables(t *testing.T, level string) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range map[string]string{"Factories.csv": "Factory ID,Name,Country\nFR-01,Atelier,FR\nFR-02,Usine,FR\n",
		"Noise.csv": "Factory ID,Date,Location,Level\nFR-01,2026-08-03,Hall,84\nFR-01,2026-08-04,Hall," + level +
			"\nFR-02,2026-08-03,Hall,82\nFR-01,2026-08-05,Hall,n/a\nFR-01,2026-08-06,Hall,n/a\n"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// TestWhatRunSays looks at standard error, standard output and the exit status, of one command after the other.
func TestWhatRunSays(t *testing.T) {
	good, bad, out := tables(t, "85"), tables(t, "\"\x1b[2J\u202e85\nerror forged\""), filepath.Join(t.TempDir(), "out")
	for _, step := range []struct {
		args           []string
		status         int
		stdout, stderr string // all of it where it is blank or ends in a line feed, else a part
	}{
		{[]string{"run", "-q", good, "-o", out}, exitOK, "", ""},
		{[]string{"run", "-q", "--show", "note", good, "-o", out}, exitOK, "", "note Noise.csv!Noise!D5, D6 not-measured: Noise level marked as not measured"},
		{[]string{"run", "-q", "--show", "all", good, "-o", out}, exitUsage, "", "error: --show all: it shows error, warning or note"},
		{[]string{"run", "-q", bad, "-o", out}, exitLeftOut, "", `error Noise.csv!Noise!D3 not-a-number: "\x1b[2J\u202e85\nerror forged" `},
		{[]string{"run", "-q", good, "-o", out, "--factory", "FR-01"}, exitOK, "", "removed " + filepath.Join(out, "2026-Q3", "scorecards", "FR-02.en.pdf") + ": "},
		{[]string{"run", "-q", good, "-o", out, "--factory", "FR\x1b"}, exitUsage, "", `--factory "FR\x1b" is no factory's id`},
		{[]string{"run", "-q", good, "-o", out, "--period", "2026Q9"}, exitUsage, "", `--period "2026Q9" is not a quarter`},
		{[]string{"run", good, "-o", out, "--date", "nonsense"}, exitUsage, "", "error: --date \"nonsense\" is not a date\nhint: write it as 2026-10-05\n"},
		{[]string{"run", good, "-o", out, "--jobs", "many"}, exitUsage, "", `error: "many" is no value of --jobs`},
		{[]string{"run", "-q", good, "-o", out, "--period", "2019-Q1"}, exitFailed, "", "there is no reading to report"},
		{[]string{"run", good + "/\x1b]0;x\a\nerror: forged", "-o", out}, exitUsage, "", `\u001b]0;x\u0007\u000aerror: forged`},
		{[]string{"verify", out}, exitOK, out + ": compared 6 files with the sums of the manifest, the data of 3 documents with results.csv: 0 differences\n", ""},
		{[]string{"check", "-q", "--show", "error", good}, exitOK, "0 errors, ", ""},
	} {
		var stdout, stderr bytes.Buffer
		status := run(t.Context(), step.args, &stdout, &stderr)
		if status != step.status || !says(stdout.String(), step.stdout) || !says(stderr.String(), step.stderr) {
			t.Errorf("%q: status %d\n%q\n%q", step.args, status, &stdout, &stderr)
		}
		if strings.ContainsAny(stderr.String(), "\x1b\u202e") {
			t.Errorf("%q: %q steers a terminal", step.args, &stderr)
		}
	}
	if err := os.WriteFile(filepath.Join(out, "2026-Q3", "notes.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for status, args := range map[int][]string{exitOK: {"verify", out}, exitLeftOut: {"verify", "--strict", out}} {
		if got := run(t.Context(), args, io.Discard, io.Discard); got != status {
			t.Errorf("%v of a folder with a stray file: status %d", args, got)
		}
	}
}

func says(got, want string) bool {
	if want == "" || strings.HasSuffix(want, "\n") {
		return got == want
	}
	return strings.Contains(got, want)
}

// full is a disk that has no room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

func TestFullStandardOutputIsAFailure(t *testing.T) {
	for _, args := range [][]string{{"version"}, {"run", "--help"}, {"check", "-q", tables(t, "85")}, {"explain", "FR-01", "noise", tables(t, "85")}} {
		var stderr bytes.Buffer
		if status := run(t.Context(), args, full{}, &stderr); status != exitFailed || !strings.Contains(stderr.String(), "error: standard output: no space left on device\n") {
			t.Errorf("%q: status %d, %s", args, status, &stderr)
		}
	}
}

// TestReaderThatHasGone: what cannot be told to a closed pipe is a failure, without a word about it.
func TestReaderThatHasGone(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	r.Close()
	var stderr bytes.Buffer
	if status := run(t.Context(), []string{"version"}, w, &stderr); status != exitFailed || stderr.Len() > 0 {
		t.Errorf("status %d, %q", status, &stderr)
	}
}

// TestBusyFolder: while one run writes into a folder, another says who does, and ends.
func TestBusyFolder(t *testing.T) {
	out := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	good, begun, ended := tables(t, "85"), make(chan struct{}), make(chan error, 1)
	go func() {
		ended <- hold(ctx, out, begun)
	}()
	<-begun
	var stderr bytes.Buffer
	if status := run(t.Context(), []string{"run", "-q", good, "-o", out}, io.Discard, &stderr); status != exitFailed || !strings.Contains(stderr.String(), "process ") {
		t.Errorf("status %d, %s", status, &stderr)
	}
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if status := run(t.Context(), []string{"run", "-q", good, "-o", out}, io.Discard, &stderr); status != exitOK {
		t.Errorf("afterwards: status %d, %s", status, &stderr)
	}
}

func TestPasswordFileThatAllCanRead(t *testing.T) {
	at := filepath.Join(t.TempDir(), "words")
	good := tables(t, "85")
	for mode, warns := range map[os.FileMode]bool{0o600: false, 0o640: false, 0o644: true} {
		if err := errors.Join(os.WriteFile(at, []byte("secret\n"), 0o600), os.Chmod(at, mode)); err != nil {
			t.Fatal(err)
		}
		var stderr bytes.Buffer
		status := run(t.Context(), []string{"check", "-q", "--show", "error", "--password-file", at, good}, io.Discard, &stderr)
		if status != exitOK || strings.Contains(stderr.String(), "warning: --password-file") != warns {
			t.Errorf("%v: status %d, %s", mode, status, &stderr)
		}
	}
}

// hold is a run that takes its time.
func hold(ctx context.Context, out string, begun chan<- struct{}) error {
	stage, err := output.Open(ctx, out, "2026-Q3")
	if err != nil {
		return err
	}
	defer stage.Discard()
	close(begun)
	select {
	case <-ctx.Done():
	case <-time.After(time.Minute):
	}
	return nil
}
