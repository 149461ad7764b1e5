package layout

import (
	"slices"
	"strings"
)

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

// Structure is the document as it lies on finished pages, for those who do not see them.
type Structure struct {
	Root  *Node
	Marks []int // how many runs of elements each page has
}

// Node is an element with all that it holds, in reading order.
type Node struct {
	*Element
	Contents []Content
	Size     int // how many nodes it is, those below it included
}

// Content is a piece of an element: a kid, or a run of a page.
type Content struct {
	Kid   *Node
	Page  int // from 0
	Mark  int // the run's number among the runs of elements on its page, from 0
	Items []Item
}

// Text is what a run says.
func (c Content) Text() string {
	var out strings.Builder
	for _, item := range c.Items {
		if item.Text != nil {
			out.WriteString(item.Text.String)
		}
	}
	return out.String()
}

// Top is where a run begins, in mm from the page's upper edge.
func (c Content) Top() float64 { return c.Items[0].bounds().top }

// StructureOf follows the pages and collects what each element holds.
func StructureOf(pages []Page) Structure {
	c := collector{}
	s := Structure{Marks: make([]int, len(pages))}
	var root *Element
	for n, page := range pages {
		for _, run := range page.Runs() {
			if run.Element != nil {
				c.addRun(run.Element, Content{Page: n, Mark: s.Marks[n], Items: run.Items})
				s.Marks[n]++
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
	s.Root = c.node(root)
	return s
}

// collector knows of every element the runs that were met so far.
type collector map[*Element]*elementRuns

type elementRuns struct {
	runs  []placedRun
	begun int // how many of the element's kids have begun
}

// placedRun is a run behind so many kids of its element.
type placedRun struct {
	Content
	after int
}

func (c collector) runsOf(e *Element) *elementRuns {
	own := c[e]
	if own == nil {
		own = &elementRuns{}
		c[e] = own
	}
	return own
}

// addRun notes a run, and that the elements it lies in have begun.
func (c collector) addRun(e *Element, run Content) {
	own := c.runsOf(e)
	own.runs = append(own.runs, placedRun{run, own.begun})
	for ; e.Parent != nil; e = e.Parent {
		parent := c.runsOf(e.Parent)
		if parent.begun > e.index {
			return
		}
		parent.begun = e.index + 1
	}
}

// inTables are the roles of what belongs to a table though it holds nothing: the other cells would move to the place of an empty
// one, and a head stands above rows, be they blank ones to write in.
var inTables = []string{"TBody", "TR", "TH", "TD"}

// node is that of an element which belongs to the structure, nil for one that holds nothing.
func (c collector) node(e *Element) *Node {
	var runs []placedRun
	if own := c[e]; own != nil {
		runs = own.runs
	} else if e.Parent != nil && !slices.Contains(inTables, e.Role) {
		return nil
	}
	n := &Node{Element: e, Contents: make([]Content, 0, len(runs)+len(e.Kids)), Size: 1}
	for i := 0; i <= len(e.Kids); i++ {
		for len(runs) > 0 && runs[0].after <= i {
			n.Contents, runs = append(n.Contents, runs[0].Content), runs[1:]
		}
		if i == len(e.Kids) {
			break
		}
		if kid := c.node(e.Kids[i]); kid != nil {
			n.Contents, n.Size = append(n.Contents, Content{Kid: kid}), n.Size+kid.Size
		}
	}
	return n
}
