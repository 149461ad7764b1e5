package declaration

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// largest is how many bytes a mapping may have; the longest list of words stays far below it.
const largest = 256 << 10

// deepest is how far its lists may nest; a mapping needs seven.
const deepest = 40

// node is a part of a YAML file that knows its line: a text, a list or a map.
type node struct {
	line  int
	kind  kind
	text  string // as written, quotes resolved
	items []*node
	pairs []pair
}

type kind uint8

const (
	nothing kind = iota
	text
	list
	table
)

type pair struct {
	key   string
	line  int
	value *node
}

// treeOf parses a YAML file. What a mapping has no use for (anchors, tags, several documents) is a mistake.
func treeOf(data []byte) (root *node, mistake *Mistake) {
	defer func() {
		if r := recover(); r != nil {
			root, mistake = nil, &Mistake{Line: 1, Message: fmt.Sprintf("it cannot be read as YAML: %v", r)}
		}
	}()
	if len(data) > largest {
		return nil, &Mistake{Line: 1, Message: fmt.Sprintf("it has %d KB; a mapping has at most %d", len(data)>>10, largest>>10)}
	}
	data = newlines(data)
	file, err := parser.ParseBytes(data, 0)
	if err != nil {
		mistake := syntaxMistake(err)
		mistake.Line = min(max(mistake.Line, 1), 1+bytes.Count(data, []byte("\n")))
		return nil, mistake
	}
	var body ast.Node
	for _, doc := range file.Docs {
		switch {
		case doc.Body == nil:
		case body != nil:
			return nil, &Mistake{Line: doc.Body.GetToken().Position.Line, Message: "a second document begins", Hint: "give each mapping a file of its own"}
		default:
			body = doc.Body
		}
	}
	if body == nil {
		return &node{line: 1}, nil
	}
	return nodeOf(body, 0)
}

// newlines brings the ends of lines to one form, so that lines are counted as an editor does.
func newlines(data []byte) []byte {
	return bytes.ReplaceAll(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
}

// syntaxMistake makes a mistake of a parser's error, "[3:5] what is wrong", and drops the picture of the place below it.
func syntaxMistake(err error) *Mistake {
	first, _, _ := strings.Cut(err.Error(), "\n")
	m := &Mistake{Line: 1, Message: first, Hint: "a text with : # { [ or a quote at its beginning stands in quotes"}
	if _, scanErr := fmt.Sscanf(first, "[%d:", &m.Line); scanErr == nil {
		if _, rest, found := strings.Cut(first, "] "); found {
			m.Message = rest
		}
	}
	return m
}

func nodeOf(n ast.Node, depth int) (*node, *Mistake) {
	line := 1
	if at := n.GetToken(); at != nil && at.Position != nil {
		line = at.Position.Line
	}
	if depth > deepest {
		return nil, &Mistake{Line: line, Message: "it is nested deeper than a mapping can be"}
	}
	out := &node{line: line}
	switch v := n.(type) {
	case *ast.MappingNode:
		return out, out.fill(v.Values, depth)
	case *ast.MappingValueNode:
		return out, out.fill([]*ast.MappingValueNode{v}, depth)
	case *ast.SequenceNode:
		out.kind = list
		for _, item := range v.Values {
			sub, mistake := nodeOf(item, depth+1)
			if mistake != nil {
				return nil, mistake
			}
			out.items = append(out.items, sub)
		}
	case *ast.NullNode:
	case *ast.StringNode:
		out.kind, out.text = text, v.Value
	case *ast.LiteralNode:
		out.kind, out.text = text, strings.TrimSpace(v.Value.Value)
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		out.kind, out.text = text, strings.TrimSpace(n.GetToken().Value)
	default:
		return nil, &Mistake{Line: line, Message: fmt.Sprintf("a mapping has no use for %s", strings.ToLower(n.Type().YAMLName())), Hint: "write it out"}
	}
	return out, nil
}

// fill makes a map of a node.
func (n *node) fill(values []*ast.MappingValueNode, depth int) *Mistake {
	n.kind = table
	if len(values) > 0 && values[0].Key != nil && values[0].Key.GetToken() != nil {
		n.line = values[0].Key.GetToken().Position.Line
	}
	for _, v := range values {
		key, mistake := keyOf(v.Key)
		if mistake != nil {
			return mistake
		}
		value, mistake := nodeOf(v.Value, depth+1)
		if mistake != nil {
			return mistake
		}
		if value.kind == nothing {
			value.line = key.line
		}
		n.pairs = append(n.pairs, pair{key.text, key.line, value})
	}
	return nil
}

func keyOf(k ast.MapKeyNode) (*node, *Mistake) {
	key, mistake := nodeOf(k, 0)
	if mistake == nil && key.kind != text {
		return nil, &Mistake{Line: key.line, Message: "a name was expected before the colon"}
	}
	return key, mistake
}
