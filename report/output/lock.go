package output

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// lockName is the file whose lock a run holds while it writes into an output folder. The operating system lets go of it
// when the run ends, however it ends.
const lockName = ".plimsoll.lock"

// A second run waits a little before it gives up, since the first may be about to end.
const (
	patience  = 2 * time.Second
	lookAgain = 50 * time.Millisecond
)

// Busy is the error that another run is writing into the folder.
type Busy struct{ Folder, Holder string }

func (e *Busy) Error() string {
	return fmt.Sprintf("%s is being written by another run (%s); nothing was written", e.Folder, e.Holder)
}

type lock struct{ file *flock.Flock }

// lockFolder takes the lock of a folder. Whoever held it before may have removed the file while this run waited for it:
// then the lock is that of a file which nobody sees any more, and is taken anew.
func lockFolder(ctx context.Context, folder string) (*lock, error) {
	at := filepath.Join(folder, lockName)
	waiting, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for {
		file := flock.New(at, flock.SetFlag(os.O_CREATE|os.O_RDWR), flock.SetPermissions(0o666))
		got, err := file.TryLockContext(waiting, lookAgain)
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case errors.Is(err, context.DeadlineExceeded), err == nil && !got:
			return nil, &Busy{folder, holder(at)}
		case err != nil:
			return nil, err
		}
		if isSeen(file, at) {
			sign(at)
			return &lock{file}, nil
		}
		file.Close()
	}
}

// isSeen says whether a locked file is still the one at its path.
func isSeen(file *flock.Flock, at string) bool {
	locked, err := file.Stat()
	seen, seenErr := os.Stat(at)
	return err == nil && seenErr == nil && os.SameFile(locked, seen)
}

// sign writes into the lock who holds it, for the message of another run.
func sign(at string) {
	host, _ := os.Hostname()
	text := fmt.Appendf(nil, "process %d on %s, since %s", os.Getpid(), host, time.Now().Format(time.RFC3339))
	_ = os.WriteFile(at, text, 0o666)
}

// longestHolder bounds what is read of a lock.
const longestHolder = 200

func holder(at string) string {
	data, err := os.ReadFile(at)
	if text := strings.TrimSpace(string(data[:min(len(data), longestHolder)])); err == nil && text != "" {
		return text
	}
	return "which has not said its number"
}

// release removes the lock's file and lets go of it. Where a file that is open cannot be removed (Windows), it is
// removed afterwards, which fails if another run has taken it meanwhile.
func (l *lock) release() {
	os.Remove(l.file.Path())
	l.file.Close()
	if runtime.GOOS == "windows" {
		os.Remove(l.file.Path())
	}
}
