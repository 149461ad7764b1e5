package compose

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"text/template"
	tree "text/template/parse"
)

// longestText bounds what one run of a template may print. The longest quarterly report of a thousand factories has a tenth of it.
const longestText = 64 << 20

// bounded is a text that grows to a bound and no further.
type bounded struct {
	strings.Builder
	left int
}

// Write adds to the text, or says that the template prints without end.
func (b *bounded) Write(p []byte) (int, error) {
	if b.left -= len(p); b.left < 0 {
		return 0, fmt.Errorf("it prints more than %d MB", longestText>>20)
	}
	return b.Builder.Write(p)
}

// guarded are Go's functions that print, held to what can be printed: a %p, or a struct with a pointer in it, would bring an
// address into the document that is another one in every run; a width of ten digits would fill memory before anything is written.
func guarded() template.FuncMap {
	return template.FuncMap{
		"shown": shown,
		"print": func(values ...any) (string, error) { return fmt.Sprint(values...), printable(values) },
		"println": func(values ...any) (string, error) {
			return fmt.Sprintln(values...), printable(values)
		},
		"printf": func(form string, values ...any) (string, error) {
			if wide.MatchString(form) {
				return "", fmt.Errorf("printf %q: no %%p, no * and no width of more than three digits", form)
			}
			if err := printable(values); err != nil {
				return "", err
			}
			return fmt.Sprintf(form, values...), nil
		},
	}
}

// wide are verbs of a form that nobody needs and that harm.
var wide = regexp.MustCompile(`%[^a-zA-Z%]*(\d{4}|\*)|%[^a-zA-Z%]*p`)

func printable(values []any) error {
	for _, v := range values {
		if _, err := shown(v); err != nil {
			return err
		}
	}
	return nil
}

// shown passes on what prints as itself: texts, numbers, yes and no, and what says how it prints. All texts print escaped, but for
// Markup, which is ready for the page. Anything else (a whole row, a list, a map) is a mistake of
// the template: one of its fields is meant.
func shown(v any) (any, error) {
	switch v := v.(type) {
	case nil, Text, Markup:
		return v, nil
	case string:
		return Text(v), nil
	case fmt.Stringer:
		return Text(v.String()), nil
	case error:
		return Text(v.Error()), nil
	}
	switch reflect.TypeOf(v).Kind() {
	case reflect.Struct, reflect.Pointer, reflect.Map, reflect.Slice, reflect.Array, reflect.Func, reflect.Chan, reflect.UnsafePointer:
		return nil, errors.New("it would print a whole " + reflect.TypeOf(v).String() + ": name one of its fields")
	}
	return v, nil
}

// guard makes every action of a template that prints end in shown.
func guard(t *template.Template) {
	for _, part := range t.Templates() {
		if part.Tree != nil {
			guardNode(part.Root)
		}
	}
}

func guardNode(n tree.Node) {
	switch n := n.(type) {
	case *tree.ListNode:
		if n == nil {
			return
		}
		for _, sub := range n.Nodes {
			guardNode(sub)
		}
	case *tree.ActionNode:
		if len(n.Pipe.Decl) == 0 {
			n.Pipe.Cmds = append(n.Pipe.Cmds, &tree.CommandNode{NodeType: tree.NodeCommand, Pos: n.Pos,
				Args: []tree.Node{tree.NewIdentifier("shown").SetPos(n.Pos)}})
		}
	case *tree.IfNode:
		guardBranches(&n.BranchNode)
	case *tree.RangeNode:
		guardBranches(&n.BranchNode)
	case *tree.WithNode:
		guardBranches(&n.BranchNode)
	}
}

func guardBranches(n *tree.BranchNode) {
	guardNode(n.List)
	guardNode(n.ElseList)
}
