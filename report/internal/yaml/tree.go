package yaml

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// Bounds of a file that is parsed as a tree: the longest that people write stays far below them.
const (
	mostBytes = 256 << 10
	mostDeep  = 40
)

// Node is a part of a file that knows its line: a text, a list or a table. A Decoder fills structs with it.
type Node struct {
	Key   string // under which it stands, blank in a list
	Line  int
	Kind  Kind
	Text  string // as written, quotes resolved
	Items []*Node
	Pairs []Pair
}

// Kind is what a node is.
type Kind uint8

// The kinds of nodes; Nothing is a key without a value.
const (
	Nothing Kind = iota
	Scalar
	List
	Table
)

// Pair is a key of a table and its value.
type Pair struct {
	Key   string
	Line  int
	Value *Node
}

// Fault is something in a file that has no meaning. As an error of UnmarshalText it has no line; the Decoder knows
// that.
type Fault struct {
	Line          int
	Message, Hint string
}

func (f *Fault) Error() string { return f.Message }

// Faulty is the error of a text, with a hint that may be blank.
func Faulty(hint, message string, args ...any) error {
	return &Fault{Message: fmt.Sprintf(message, args...), Hint: hint}
}

// Parse reads a file into a tree. What a declaration has no use for (anchors, tags, several documents) is a fault.
func Parse(data []byte) (root *Node, fault *Fault) {
	defer func() {
		if r := recover(); r != nil {
			root, fault = nil, &Fault{Line: 1, Message: fmt.Sprintf("it cannot be read as YAML: %v", r)}
		}
	}()
	if len(data) > mostBytes {
		return nil, &Fault{Line: 1, Message: fmt.Sprintf("it has %d KB, and at most %d are read", len(data)>>10,
			mostBytes>>10)}
	}
	data = newlines(data)
	if line := tooDeep(data); line > 0 {
		return nil, &Fault{Line: line, Message: "it is nested too deeply"}
	}
	file, err := parser.ParseBytes(data, 0)
	if err != nil {
		fault = syntaxFault(err)
		fault.Line = min(max(fault.Line, 1), 1+bytes.Count(data, []byte("\n")))
		return nil, fault
	}
	var body ast.Node
	for _, doc := range file.Docs {
		switch {
		case doc.Body == nil:
		case body != nil:
			return nil, &Fault{lineOf(doc.Body), "a second document begins", "give each a file of its own"}
		default:
			body = doc.Body
		}
	}
	if body == nil {
		return &Node{Line: 1}, nil
	}
	return nodeOf(body, 0)
}

// newlines brings the ends of lines to one form, so that lines are counted as an editor does.
func newlines(data []byte) []byte {
	return bytes.ReplaceAll(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
}

// syntaxFault makes a fault of a parser's error, "[3:5] what is wrong", and drops the picture of the place below it.
func syntaxFault(err error) *Fault {
	first, _, _ := strings.Cut(err.Error(), "\n")
	f := &Fault{1, first, "a text with : # { [ or a quote at its beginning stands in quotes"}
	if _, scanErr := fmt.Sscanf(first, "[%d:", &f.Line); scanErr == nil {
		if _, rest, found := strings.Cut(first, "] "); found {
			f.Message = rest
		}
	}
	return f
}

func lineOf(n ast.Node) int {
	if at := n.GetToken(); at != nil && at.Position != nil {
		return at.Position.Line
	}
	return 1
}

func nodeOf(n ast.Node, depth int) (*Node, *Fault) {
	out := &Node{Line: lineOf(n)}
	if depth > mostDeep {
		return nil, &Fault{Line: out.Line, Message: "it is nested too deeply"}
	}
	switch v := n.(type) {
	case *ast.MappingNode:
		return out, out.fill(v.Values, depth)
	case *ast.MappingValueNode:
		return out, out.fill([]*ast.MappingValueNode{v}, depth)
	case *ast.SequenceNode:
		out.Kind = List
		for _, item := range v.Values {
			sub, fault := nodeOf(item, depth+1)
			if fault != nil {
				return nil, fault
			}
			out.Items = append(out.Items, sub)
		}
	case *ast.NullNode:
	case *ast.StringNode:
		out.Kind, out.Text = Scalar, v.Value
	case *ast.LiteralNode:
		out.Kind, out.Text = Scalar, strings.TrimSpace(v.Value.Value)
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		out.Kind, out.Text = Scalar, strings.TrimSpace(n.GetToken().Value)
	default:
		what := strings.ToLower(n.Type().YAMLName())
		return nil, &Fault{out.Line, "a mapping has no use for " + what, "write it out"}
	}
	return out, nil
}

// fill makes a table of a node.
func (n *Node) fill(values []*ast.MappingValueNode, depth int) *Fault {
	n.Kind = Table
	if len(values) > 0 && values[0].Key != nil {
		n.Line = lineOf(values[0].Key)
	}
	for _, v := range values {
		key, fault := nodeOf(v.Key, 0)
		if fault == nil && key.Kind != Scalar {
			fault = &Fault{Line: key.Line, Message: "a name was expected before the colon"}
		}
		if fault != nil {
			return fault
		}
		value, fault := nodeOf(v.Value, depth+1)
		if fault != nil {
			return fault
		}
		if value.Key = key.Text; value.Kind == Nothing {
			value.Line = key.Line
		}
		n.Pairs = append(n.Pairs, Pair{key.Text, key.Line, value})
	}
	return nil
}
