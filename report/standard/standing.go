package standard

// Standing says what becomes of a limit that is in force where and when something was measured.
type Standing uint8

// The standings of a limit. Unsuited ones are in another currency or on another basis than the pay.
const (
	Stands         Standing = iota // foremost of its kind: the reading may be held against it
	Outranked                      // another of its kind has the closer subject or jurisdiction, or the later start
	OtherAveraging                 // over another time than was asked for
	OtherExchange                  // on another exchange rate than 3 dB
	Unsuited
	BelowLaw // a target of pay that lies below the legal minimum
	Replaced // a limit of the programme's own stands in for it
)

// Candidate is a limit in force for a reading, and what becomes of it.
type Candidate struct {
	*Limit
	Standing Standing
	By       *Limit // that outranks or replaces it
}

// Candidates lists all limits among which Applying chooses: those of the subject before those of any, and among each
// the programme's own first.
func (s *Limits) Candidates(q Question, fits Fit) []Candidate {
	found := s.inForce(q)
	best := q.choose(found, fits)
	out := make([]Candidate, len(found))
	for i, l := range found {
		standing, by := q.standing(l, found, fits)
		if foremost := best[kindIndex(l)]; standing == Stands && foremost != l {
			standing, by = Outranked, foremost
		}
		out[i] = Candidate{l, standing, by}
	}
	return out
}

// Fit says whether a limit fits a reading beyond its place and date: Stands, or why it does not.
type Fit func(*Limit) Standing

// standing is Stands for every limit that others of its kind may still outrank; by is the one that replaces it.
func (q *Question) standing(l *Limit, found []*Limit, fits Fit) (standing Standing, by *Limit) {
	switch {
	case l.Averaging != cmpOr(q.Averaging, eightHours):
		return OtherAveraging, nil
	case l.Exchange != 3:
		return OtherExchange, nil
	}
	if by = replacement(l, found); by != nil {
		return Replaced, by
	}
	if fits != nil {
		return fits(l), nil
	}
	return Stands, nil
}
