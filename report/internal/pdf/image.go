package pdf

import (
	"fmt"
	"strings"

	"plimsoll/report/internal/layout"
	"plimsoll/report/internal/picture"
)

// images writes the pixels that the pages show, each once, and returns the entry of the resources that names them.
func (w *writer) images(pages []layout.Page) string {
	w.drawn = map[*picture.Pixels]string{}
	var names strings.Builder
	for _, page := range pages {
		for _, item := range page.Items {
			if item.Image == nil || w.drawn[item.Image.Pixels] != "" {
				continue
			}
			name := fmt.Sprintf("I%d", len(w.drawn)+1)
			w.drawn[item.Image.Pixels] = name
			fmt.Fprintf(&names, "/%s %v ", name, w.pixels(item.Image.Pixels))
		}
	}
	if names.Len() == 0 {
		return ""
	}
	return " /XObject <<" + strings.TrimSpace(names.String()) + ">>"
}

// pixels writes an image, and its transparency as the mask that PDF wants apart.
func (w *writer) pixels(p *picture.Pixels) ref {
	entries := fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /ColorSpace /Device", p.W, p.H)
	mask := ""
	if p.Alpha != nil {
		mask = fmt.Sprintf(" /SMask %v", w.packed(entries+"Gray ", p.Alpha))
	}
	return w.packed(entries+"RGB"+mask+" ", p.RGB)
}
