package standard

// Readings stand each for themselves, by subject: light by process, drinking water by substance.
type Readings struct{ plain }

// ID is the word for the kind in an area's file.
func (Readings) ID() string { return "readings" }

func (Readings) fields() []string { return common("place*", "subject", "detection") }

func (Readings) levels() []string {
	return []string{"energy-mean", "mean", "weighted-mean", "median", "highest", "lowest"}
}

func (Readings) check(a *Area) error { return checkValues(a) }
