package ooxml

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"plimsoll/report/internal/fileerr"
	"plimsoll/report/internal/ooxml/xmlpart"
)

// Relation is one line of a .rels part: what kind of thing a part refers to, and the part that it is.
type Relation struct{ Kind, Target string }

// Relations are those of one part, by their ids.
type Relations map[string]Relation

// Relations reads what a part refers to; the part "" is the package itself.
func (p *Package) Relations(part string) (Relations, error) {
	out := Relations{}
	dir := path.Dir(part)
	data, err := p.partUpTo(relationsOf(part), maxOpened)
	if err != nil {
		return nil, err
	}
	err = each(data, func(r *xmlpart.Scanner) error {
		if string(r.Name()) != "Relationship" {
			return nil
		}
		id, _ := r.Attr("Id")
		kind, _ := r.Attr("Type")
		target, _ := r.Attr("Target")
		target = strings.ReplaceAll(target, `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join("/", dir, target)
		}
		if len(out) == maxLinks {
			return fileerr.TooLarge(fmt.Sprintf("a part of it refers to more than %d others", maxLinks))
		}
		out[id] = Relation{path.Base(kind), strings.TrimPrefix(target, "/")}
		return nil
	})
	return out, err
}

// relationsOf is the part that says what a part refers to.
func relationsOf(part string) string {
	dir, base := path.Split(part)
	return path.Join(dir, "_rels", base+".rels")
}

// First is the target of the first relation of a kind in the order of their ids, "" where there is none.
func (r Relations) First(kind string) string {
	for _, id := range slices.Sorted(maps.Keys(r)) {
		if r[id].Kind == kind {
			return r[id].Target
		}
	}
	return ""
}

// mainPart finds the main part, by the package's relations or at its usual place.
func (p *Package) mainPart() string {
	if top, err := p.Relations(""); err == nil {
		if main := top.First("officeDocument"); main != "" {
			return main
		}
	}
	return "xl/workbook.xml"
}
