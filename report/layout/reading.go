package layout

import "strings"

// Run is neighbouring items of a page that belong to one element, or are artifacts of one kind.
type Run struct {
	Element  *Element // nil for artifacts
	Artifact Artifact
	Items    []Item
}

// Runs divides the items of a page, in their order.
func (p Page) Runs() []Run {
	var runs []Run
	for i, item := range p.Items {
		if n := len(runs); n > 0 && runs[n-1].Element == item.Element && runs[n-1].Artifact == item.Artifact {
			runs[n-1].Items = runs[n-1].Items[:len(runs[n-1].Items)+1]
			continue
		}
		runs = append(runs, Run{item.Element, item.Artifact, p.Items[i : i+1]})
	}
	return runs
}

// Part is a piece of an element: a kid, or a run of a page.
type Part struct {
	Kid   *Element
	Page  int // from 0
	Mark  int // the run's number among the runs of elements on its page, from 0
	Items []Item
}

// Text is what a run says.
func (p Part) Text() string {
	var out strings.Builder
	for _, item := range p.Items {
		if item.Text != nil {
			out.WriteString(item.Text.String)
		}
	}
	return out.String()
}

// Top is where a run begins, in mm from the page's upper edge.
func (p Part) Top() float64 {
	top, _ := p.Items[0].extent()
	return top
}

// Reading is the structure of finished pages, for those who do not see them.
type Reading struct {
	Root  *Element
	Parts map[*Element][]Part // of every element that holds something, in reading order, and of cells that do not
}

// Read follows the pages and gathers what each element holds.
func Read(pages []Page) Reading {
	g := gatherer{marks: map[*Element][]marked{}, met: map[*Element]int{}}
	var root *Element
	for n, page := range pages {
		mark := 0
		for _, run := range page.Runs() {
			if run.Element != nil {
				g.meet(run.Element, Part{Page: n, Mark: mark, Items: run.Items})
				mark++
				root = run.Element
			}
		}
	}
	if root == nil {
		root = &Element{Role: "Document"}
	}
	for root.Parent != nil {
		root = root.Parent
	}
	g.Reading = Reading{Root: root, Parts: map[*Element][]Part{}}
	g.gather(root)
	return g.Reading
}

// gatherer puts runs between the kids of their element.
type gatherer struct {
	Reading
	marks map[*Element][]marked
	met   map[*Element]int // how many of an element's kids have begun
}

// marked is a run behind so many kids of its element.
type marked struct {
	Part
	behind int
}

// meet notes a run, and that the elements it lies in have begun.
func (g *gatherer) meet(e *Element, run Part) {
	g.marks[e] = append(g.marks[e], marked{run, g.met[e]})
	for ; e.Parent != nil && g.met[e.Parent] <= e.at; e = e.Parent {
		g.met[e.Parent] = e.at + 1
	}
}

// gather lists an element's parts and tells whether it belongs to the structure. An empty cell does, since the others
// would move to its place.
func (g *gatherer) gather(e *Element) bool {
	var parts []Part
	marks := g.marks[e]
	for i := 0; i <= len(e.Kids); i++ {
		for len(marks) > 0 && marks[0].behind <= i {
			parts, marks = append(parts, marks[0].Part), marks[1:]
		}
		if i < len(e.Kids) && g.gather(e.Kids[i]) {
			parts = append(parts, Part{Kid: e.Kids[i]})
		}
	}
	g.Parts[e] = parts
	return len(parts) > 0 || e.Role == "TD" || e.Role == "TH"
}
