package standard

// Pay is what groups of workers earn in a month, and the hours of their weeks.
type Pay struct{ plain }

// ID is the word for the kind in an area's file.
func (Pay) ID() string { return "pay" }

// OfPay is true: each row has a currency and a basis of its own.
func (Pay) OfPay() bool { return true }

func (Pay) fields() []string {
	return common("group*", "currency*", "sex", "basis", "lowest", "ordinary", "overtime", "weekly", "longest")
}

func (Pay) levels() []string { return []string{"pay", "hours"} }

// IsMinimum says that an indicator holds pay against the minimum wage.
func (i *Indicator) IsMinimum() bool { return i.ID == "minimum" }

// IsLiving says that it holds pay against a living wage.
func (i *Indicator) IsLiving() bool { return i.ID == "living" }
