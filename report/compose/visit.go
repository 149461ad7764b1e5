package compose

import (
	"math"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
)

// Visit tells an audit in up to three lines: when and of which kind, who came, whom they spoke to.
func (p Printer) Visit(a *audit.Audit) []Markup {
	if a == nil {
		return []Markup{p.W.Word("audit.none")}
	}
	first, second := []string{p.W.Date(a.Date)}, []string{}
	if a.Kind != "" {
		first = append(first, string(p.W.Name("kind", a.Kind)))
	}
	if a.Announced != "" {
		first = append(first, string(p.W.Name("announced", a.Announced)))
	}
	if a.Auditor != "" {
		second = append(second, Text(a.Auditor).String())
	}
	if !math.IsNaN(a.Days) {
		second = append(second, string(p.W.Say("audit.days", "count", a.Days)))
	}
	lines := []Markup{p.W.List("comma", first), p.W.List("comma", second)}
	if !math.IsNaN(a.Interviewed) {
		lines = append(lines, p.W.Say("audit.interviewed", "count", a.Interviewed))
	}
	return slices.DeleteFunc(lines, func(m Markup) bool { return m == "" })
}

// mostTopics bounds the topics of training that one row names.
const mostTopics = 4

// Topics names what sessions were about.
func (p Printer) Topics(t Training) Markup {
	var names []Markup
	for _, topic := range t.Topics[:min(len(t.Topics), mostTopics)] {
		names = append(names, Markup(Text(topic).String()))
	}
	return p.W.Join(names)
}

// Peers says how many factories figures are compared with, or why there is no median of them.
func (p Printer) Peers(n int) Markup {
	switch {
	case n == 0:
		return p.W.Word("peers.none")
	case n < benchmark.LeastPeers:
		return p.W.Say("peers.few", "count", n)
	}
	return p.W.Say("peers.median", "count", n)
}
