package standard

// Standing says what becomes of a limit that is in force where and when something was measured.
type Standing uint8

// The standings of a limit. Unsuited ones are in another currency or on another basis than the pay.
const (
	Stands         Standing = iota // foremost of its kind: the reading may be held against it
	Outranked                      // another of its kind has the closer subject or jurisdiction, or the later start
	OtherAveraging                 // over something else than eight hours
	OtherExchange                  // on another exchange rate than 3 dB
	Unsuited
	Replaced // a limit of the programme's own stands in for it
)

// Candidate is a limit in force for a reading, and what becomes of it.
type Candidate struct {
	*Limit
	Standing Standing
	By       *Limit // that outranks or replaces it
}

// Candidates lists all limits among which Applying chooses: those of the subject before those of any, and among each the
// programme's own first.
func (s *Limits) Candidates(q Question, suits func(*Limit) bool) []Candidate {
	found := s.inForce(q)
	best := choose(found, suits)
	out := make([]Candidate, len(found))
	for i, l := range found {
		standing, by := l.standing(found, suits)
		if foremost := best[kindIndex(l)]; standing == Stands && foremost != l {
			standing, by = Outranked, foremost
		}
		out[i] = Candidate{l, standing, by}
	}
	return out
}

// standing is Stands for every limit that others of its kind may still outrank; by is the one that replaces it.
func (l *Limit) standing(found []*Limit, suits func(*Limit) bool) (standing Standing, by *Limit) {
	switch {
	case l.Averaging != "8h":
		return OtherAveraging, nil
	case l.Exchange != 3:
		return OtherExchange, nil
	case suits != nil && !suits(l):
		return Unsuited, nil
	}
	if by = replacement(l, found); by != nil {
		return Replaced, by
	}
	return Stands, nil
}
