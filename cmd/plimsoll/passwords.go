package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"strings"

	"plimsoll/report/problem"
)

// longestPasswordFile is in bytes.
const longestPasswordFile = 1 << 20

// passwordsIn are what to try on locked workbooks: that of the environment (PLIMSOLL_PASSWORD), and those of a file,
// one a line. A password is no argument, because every user of a machine can list those.
func passwordsIn(file, environment string) ([]string, error) {
	var passwords []string
	if environment != "" {
		passwords = append(passwords, environment)
	}
	if file == "" {
		return passwords, nil
	}
	info, err := os.Stat(file)
	if err == nil && info.Size() > longestPasswordFile {
		err = errors.New("it is too long for a list of passwords")
	}
	var data []byte
	if err == nil {
		data, err = os.ReadFile(file)
	}
	if err != nil {
		return nil, fmt.Errorf("--password-file %s: %s", file, withoutPath(err))
	}
	for line := range strings.Lines(strings.TrimPrefix(string(data), "\ufeff")) {
		if line = strings.TrimRight(line, "\r\n"); line != "" {
			passwords = append(passwords, line)
		}
	}
	return passwords, nil
}

// passwords are those of passwordsIn; a file that every user of the machine can read is a warning.
func (to streams) passwords(file, environment string) ([]string, error) {
	passwords, err := passwordsIn(file, environment)
	if info, statErr := os.Stat(file); statErr == nil && runtime.GOOS != "windows" && info.Mode().Perm()&0o004 != 0 {
		fmt.Fprintf(to.err, "warning: --password-file %s can be read by every user of this machine (hint: chmod 600 it)\n",
			problem.Printable(file))
	}
	return passwords, err
}

// withoutPath is an error of the operating system without the path, which the caller names as it was given.
func withoutPath(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}
