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

// Reading is the structure of finished pages, for those who do not see them.
type Reading struct {
	Root  *Node
	Marks []int // how many runs of elements each page has
}

// Node is an element with all that it holds, in reading order.
type Node struct {
	*Element
	Parts []Part
	Size  int // how many nodes it is, those below it included
}

// Part is a piece of an element: a kid, or a run of a page.
type Part struct {
	Kid   *Node
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

// Read follows the pages and gathers what each element holds.
func Read(pages []Page) Reading {
	g := gatherer{}
	r := Reading{Marks: make([]int, len(pages))}
	var root *Element
	for n, page := range pages {
		for _, run := range page.Runs() {
			if run.Element != nil {
				g.meet(run.Element, Part{Page: n, Mark: r.Marks[n], Items: run.Items})
				r.Marks[n]++
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
	r.Root = g.gather(root)
	return r
}

// gatherer knows of every element the runs that were met, and how many of its kids have begun.
type gatherer map[*Element]*met

type met struct {
	runs []marked
	kids int
}

// marked is a run behind so many kids of its element.
type marked struct {
	Part
	behind int
}

func (g gatherer) at(e *Element) *met {
	m := g[e]
	if m == nil {
		m = &met{}
		g[e] = m
	}
	return m
}

// meet notes a run, and that the elements it lies in have begun.
func (g gatherer) meet(e *Element, run Part) {
	m := g.at(e)
	m.runs = append(m.runs, marked{run, m.kids})
	for ; e.Parent != nil; e = e.Parent {
		above := g.at(e.Parent)
		if above.kids > e.at {
			return
		}
		above.kids = e.at + 1
	}
}

// gather makes a node of an element that belongs to the structure, nil of one that holds nothing. An empty cell does
// belong to it, since the others would move to its place.
func (g gatherer) gather(e *Element) *Node {
	var runs []marked
	if m := g[e]; m != nil {
		runs = m.runs
	} else if e.Parent != nil && e.Role != "TD" && e.Role != "TH" {
		return nil
	}
	n := &Node{Element: e, Parts: make([]Part, 0, len(runs)+len(e.Kids)), Size: 1}
	for i := 0; i <= len(e.Kids); i++ {
		for len(runs) > 0 && runs[0].behind <= i {
			n.Parts, runs = append(n.Parts, runs[0].Part), runs[1:]
		}
		if i == len(e.Kids) {
			break
		}
		if kid := g.gather(e.Kids[i]); kid != nil {
			n.Parts, n.Size = append(n.Parts, Part{Kid: kid}), n.Size+kid.Size
		}
	}
	return n
}
