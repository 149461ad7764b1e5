package report

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/explain"
	"plimsoll/report/standard"
)

// Asked is what somebody wants explained.
type Asked struct {
	Factory, Area      string
	Indicator, Subject string // blank: all
}

// Explain reads the workbooks and shows how the figures of one factory and area came about; it writes nothing. The
// error is one of usage where there is no such factory, area, indicator or subject.
func Explain(ctx context.Context, o Options, asked Asked, templates fs.FS, progress Progress) (
	*explain.Explanation, error) {
	plan, err := newPlan(o, templates)
	if err != nil {
		return nil, err
	}
	area, err := asked.area(plan.standard)
	if err != nil {
		return nil, err
	}
	sent, err := plan.read(ctx, audit.Keep{Factory: asked.Factory, Area: area}, progress)
	if err != nil {
		return nil, err
	}
	return plan.explain(ctx, sent, asked, area)
}

// explain computes every figure, as a run does, and shows those that were asked for.
func (p *plan) explain(ctx context.Context, s *received, asked Asked, area *standard.Area) (*explain.Explanation, error) {
	f, err := p.compute(ctx, s, nil)
	if err != nil {
		return nil, err
	}
	factory, err := asked.factory(f.Data.Factories)
	if err != nil {
		return nil, err
	}
	results := f.of(factory)
	subject, err := asked.subject(area, p.standard, results, factory)
	if err != nil {
		return nil, err
	}
	q := &explain.Question{Factory: factory, Area: area, Indicator: asked.Indicator, Subject: subject,
		Data: f.Data, Origins: s.collector.Origins(), Results: results, Limits: f.Limits, Problems: f.Problems}
	if f.HasData {
		q.Period = f.Period.String()
	}
	return explain.Of(q), nil
}

// mostNames is the most names that a hint lists.
const mostNames = 40

// unknown is the mistake of a word that nothing is called; near is what may be meant.
func unknown(what, word string, known []string) error {
	hint := "one of " + strings.Join(known[:min(len(known), mostNames)], ", ")
	if len(known) > mostNames {
		hint += fmt.Sprintf(" … (%d in all)", len(known))
	}
	if near := standard.Nearest(word, known); near != "" {
		hint = "write " + near + " if that is meant; " + hint
	}
	return usage(fmt.Sprintf("there is no %s %q", what, word), hint)
}

// area finds the area by its id, name or alias, and makes sure that it has the indicator.
func (a *Asked) area(std *standard.Standard) (*standard.Area, error) {
	at := slices.IndexFunc(std.Areas, func(area *standard.Area) bool {
		return slices.ContainsFunc(append([]string{area.ID, area.Name}, area.Aliases...), func(name string) bool {
			return standard.Fold(name) == standard.Fold(a.Area)
		})
	})
	if at < 0 {
		return nil, unknown("area", a.Area, std.AreaIDs())
	}
	area, known := std.Areas[at], []string{"all"}
	for _, ind := range area.Indicators {
		known = append(known, ind.ID)
	}
	if a.Indicator != "" && !slices.Contains(known, a.Indicator) {
		return nil, unknown("indicator of "+area.ID, a.Indicator, known)
	}
	return area, nil
}

func (a *Asked) factory(list []*audit.Factory) (*audit.Factory, error) {
	known := make([]string, len(list))
	for i, f := range list {
		if known[i] = f.ID; f.ID == a.Factory {
			return f, nil
		}
	}
	if len(known) == 0 {
		return nil, usage("the workbooks have no factory", "plimsoll check lists what is wrong with them")
	}
	return nil, unknown("factory", a.Factory, known)
}

// subject finds the agent or process that is meant, among those that were ever measured there.
func (a *Asked) subject(area *standard.Area, std *standard.Standard, results []*benchmark.Result, f *audit.Factory) (
	string, error) {
	subject := a.Subject
	switch agent, ok := std.Agent(subject); {
	case subject == "":
		return "", nil
	case area.Subject() == "agent" && ok:
		subject = agent.ID
	case area.Subject() == "process":
		subject, _ = std.Process(subject)
	}
	var known []string
	for _, r := range results {
		if r.Factory == f && r.Area == area && r.Subject != "" && !slices.Contains(known, r.Subject) {
			known = append(known, r.Subject)
		}
	}
	if !slices.Contains(known, subject) {
		return "", unknown("subject of "+area.ID+" at "+f.ID, a.Subject, known)
	}
	return subject, nil
}
