package layout

import (
	"fmt"
	"strings"
)

// Dump is pages as text, one item a line with its element's role, positions
// rounded to 0.01 mm, for tests.
func Dump(pages []Page) string {
	var out strings.Builder
	for i, page := range pages {
		fmt.Fprintf(&out, "page %d %.2f x %.2f\n", i+1, page.W, page.H)
		for _, item := range page.Items {
			role := "-"
			if item.Element != nil {
				role = item.Element.Role
			}
			if t := item.Text; t != nil {
				fmt.Fprintf(&out, "%s text %.2f,%.2f %g %s %s %q\n", role, t.X, t.Y, t.Size, t.Face, t.Color, t.String)
				continue
			}
			if item.Image != nil {
				fmt.Fprintf(&out, "%s image %s\n", role, item.bounds())
				continue
			}
			fmt.Fprintf(&out, "%s path %s fill=%s stroke=%s %.2f %v\n",
				role, item.bounds(), item.Path.Fill, item.Path.Stroke, item.Path.Width, item.Path.Dash)
		}
	}
	return out.String()
}

// Dump is what a reader who does not see the pages is told, in reading order: an element a line, with its text or, of a
// figure, the text that stands for it.
func (s Structure) Dump() string {
	var out strings.Builder
	s.Root.dump(&out, "")
	return out.String()
}

func (e *Node) dump(out *strings.Builder, indent string) {
	out.WriteString(indent + e.Role)
	for _, a := range [][2]string{{"alt", e.Alt}, {"scope", e.Scope}, {"lang", e.Lang}, {"url", e.URL}} {
		if a[1] != "" {
			fmt.Fprintf(out, " %s=%q", a[0], a[1])
		}
	}
	parts := e.Contents
	if e.Role == "Figure" {
		parts = nil
	}
	if len(parts) == 1 && parts[0].Kid == nil {
		fmt.Fprintf(out, " %q", parts[0].Text())
		parts = nil
	}
	out.WriteByte('\n')
	for _, p := range parts {
		if p.Kid != nil {
			p.Kid.dump(out, indent+"  ")
		} else {
			fmt.Fprintf(out, "%s  %q\n", indent, p.Text())
		}
	}
}

func (b bounds) String() string {
	return fmt.Sprintf("%.2f,%.2f–%.2f,%.2f", b.left, b.top, b.right, b.bottom)
}

// String is #rrggbb, or "none".
func (c Color) String() string {
	if !c.Visible {
		return "none"
	}
	return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
}
