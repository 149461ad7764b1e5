//go:build unix

package output

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// TestUmaskIsRespected: what the umask takes away stays away, and the folder keeps the permissions it was given.
func TestUmaskIsRespected(t *testing.T) {
	out := t.TempDir()
	defer unix.Umask(unix.Umask(0o027))
	edition(t, out, map[string]string{"scorecards/a.pdf": "1"})
	place := filepath.Join(out, "2026-Q3")
	for name, want := range map[string]os.FileMode{"": 0o750, "scorecards": 0o750, "scorecards/a.pdf": 0o640, ManifestName: 0o640} {
		if info, err := os.Stat(filepath.Join(place, name)); err != nil || info.Mode().Perm() != want {
			t.Errorf("%q: %v, %v", name, info.Mode(), err)
		}
	}
	if err := os.Chmod(place, 0o700); err != nil {
		t.Fatal(err)
	}
	edition(t, out, map[string]string{"scorecards/a.pdf": "2"})
	if info, err := os.Stat(place); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}
