//go:build !linux && !darwin

package output

import "errors"

// exchange says that this system cannot give two folders each other's name in one step.
func exchange(a, b string) error { return errors.ErrUnsupported }
