package language

import (
	"strings"

	"plimsoll/report/standard"
)

// What things of the standard are called: by a word of the language, or as the data has it.

// Area is the name of an area.
func (w *Words) Area(a *standard.Area) Markup {
	if s, ok := w.find("area." + a.ID); ok {
		return Markup(s)
	}
	return Markup(Text(a.Name).String())
}

// AreaID is the name of an area by its id, also of one that the standard does not have.
func (w *Words) AreaID(s *standard.Standard, id string) Markup {
	if a := s.Area(id); a != nil {
		return w.Area(a)
	}
	return w.Name("area", id)
}

// Indicator is the name of an indicator.
func (w *Words) Indicator(i *standard.Indicator) Markup {
	if s, ok := w.find("indicator." + i.ID); ok {
		return Markup(s)
	}
	if i.Name != "" {
		return Markup(Text(i.Name).String())
	}
	return Markup(Text(i.ID).String())
}

// Subject is the name of what an area's figure is about: a process, an agent; blank where there is none.
func (w *Words) Subject(s *standard.Standard, a *standard.Area, subject string) Markup {
	switch {
	case subject == "":
		return ""
	case a.Subject() == "process":
		return w.Name("process", subject)
	case a.Subject() == "agent":
		if word, ok := w.find("agent." + subject); ok {
			return Markup(word)
		}
		if agent, ok := s.Agent(subject); ok {
			return Markup(Text(agent.Name).String())
		}
	case a.Subject() == "word":
		if word, ok := w.find("severity." + subject); ok {
			return Markup(word)
		}
	}
	return Markup(Text(subject).String())
}

// Unit is how a unit prints beside any number; currencies and units without a word print as they are.
func (w *Words) Unit(u string) Markup { return w.UnitOf(2, u) }

// UnitOf is how a unit prints beside a whole number: 1 person, 2 persons.
func (w *Words) UnitOf(n float64, u string) Markup {
	if word, ok := w.findFor("unit."+u, &n); ok {
		return Markup(word)
	}
	return Markup(Text(u).String())
}

// Processes names the processes of a list that a factory gives, each that is known in this language.
func (w *Words) Processes(s *standard.Standard, list string) Markup {
	var out []string
	for _, part := range strings.FieldsFunc(list, func(r rune) bool { return strings.ContainsRune(",;、，；", r) }) {
		id, known := s.Process(part)
		if known {
			out = append(out, string(w.Name("process", id)))
		} else {
			out = append(out, Text(strings.TrimSpace(part)).String())
		}
	}
	return w.List("comma", out)
}

// Channel names a channel of feedback, where it is a usual one.
func (w *Words) Channel(s *standard.Standard, written string) Markup {
	id, known := s.Channel(written)
	if !known {
		return Markup(Text(written).String())
	}
	return w.Name("channel", id)
}
