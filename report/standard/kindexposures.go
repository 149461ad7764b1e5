package standard

// Exposures are sound levels, of which daily exposures are made: the parts of a person's day are one.
type Exposures struct{ plain }

// ID is the word for the kind in an area's file.
func (Exposures) ID() string { return "exposures" }

// OfSound is true: limits on other exchange rates are not comparable.
func (Exposures) OfSound() bool { return true }

func (Exposures) fields() []string {
	return common("place*", "process", "group", "worker", "hours")
}

func (Exposures) levels() []string {
	return []string{"energy-mean", "mean", "weighted-mean", "median", "highest", "lowest"}
}

func (Exposures) check(a *Area) error { return checkSingle(a) }
