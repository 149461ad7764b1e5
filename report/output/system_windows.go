package output

// writable is left to the system, which asks when files are written.
func writable(place string) error { return nil }

// syncFolder is not known there: a folder is synced with its files.
func syncFolder(at string) error { return nil }
