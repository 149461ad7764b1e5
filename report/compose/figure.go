package compose

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"plimsoll/report/internal/chart"
)

// Charts draws the charts of a kind of document: chart:trend?area=air asks for "trend" with its parameters.
type Charts func(name string, parameters url.Values) (chart.Figure, error)

// figures resolves the references of a document's images: mark:within, logo:, chart:track?area=air. Each is made once: it is asked
// for when the document is checked, and again when it is laid out.
func (s *Source) figures(charts Charts) func(ref string) (chart.Figure, error) {
	drawn := map[string]chart.Figure{}
	return func(ref string) (chart.Figure, error) {
		if figure, known := drawn[ref]; known {
			return figure, nil
		}
		figure, err := s.figure(charts, ref)
		if err == nil {
			drawn[ref] = figure
		}
		return figure, err
	}
}

func (s *Source) figure(charts Charts, ref string) (chart.Figure, error) {
	u, err := url.Parse(ref)
	if err != nil {
		return nil, fmt.Errorf("figure %q: %w", ref, err)
	}
	if err := knownParameters(u); err != nil {
		return nil, err
	}
	switch {
	case u.Scheme == "mark":
		return chart.NewMark(u.Opaque)
	case u.Scheme == "logo" && s.Logo != "":
		return nil, nil // layout draws it
	case u.Scheme == "logo":
		return nil, fmt.Errorf("theme.yaml has no logo (hint: {{with .Logo}}![{{.}}](logo:){{end}} places it where there is one)")
	case u.Scheme == "chart":
		return charts(u.Opaque, u.Query())
	}
	return nil, fmt.Errorf("there is no figure %q (known are mark:…, logo: and chart:…)", ref)
}

// knownParameters refuses a misspelt parameter of a figure, which would else be passed over.
func knownParameters(u *url.URL) error {
	known := []string{"area", "count", "factory", "from", "height", "of", "width"}
	_, query, _ := strings.Cut(u.String(), "?")
	values, err := url.ParseQuery(query)
	if err != nil {
		return fmt.Errorf("the figure's parameters cannot be read: %w", err)
	}
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if !slices.Contains(known, name) {
			return fmt.Errorf("a figure has no parameter %q (known are %s)", name, strings.Join(known, ", "))
		}
	}
	return nil
}
