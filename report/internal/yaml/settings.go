// Package yaml reads YAML that people write, strictly, and says of every mistake on which line it stands.
//
// A File of the templates is decoded as a whole: keys that are not known and
// values of another kind are errors. What reads well and still cannot be meant is
// found by those who know what it is for. They say where it is (Wrong, and Below
// as the place grows towards the top of the file), and Locate finds the line:
//
//	file, err := yaml.Read(templates, "theme.yaml")
//	err = file.Decode(&theme)
//	err = file.Locate(yaml.Wrong(yaml.At("margin", "top"), "%v is no length", -3))
//	// theme.yaml:3: -3 is no length
//
// A Decoder fills structs as well, and goes on behind a fault, so that somebody
// learns of all at once.
package yaml

import (
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// File is the text of a settings file. Offset is added to the lines of errors, for a text that begins further down.
type File struct {
	Name   string
	Text   []byte
	Offset int

	tree *ast.File // of the text, once it was asked for

	behind *File             // of a file over another (ReadOver): that other
	merged ast.Node          // both as one
	own    map[ast.Node]bool // the nodes of it that this file wrote (true), or wrote into (false)
}

// Read reads a file of a template folder.
func Read(templates fs.FS, name string) (*File, error) {
	info, err := fs.Stat(templates, name)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: there is no such file", name)
	case !info.Mode().IsRegular() || info.Size() > longestFile:
		return nil, fmt.Errorf("%s: it is no file, or has more than %d KB", name, longestFile>>10)
	}
	text, err := fs.ReadFile(templates, name)
	if err != nil {
		return nil, fmt.Errorf("%s: it cannot be read", name)
	}
	return NewFile(name, text, 0)
}

// NewFile is a text that begins offset lines down the file of a name, such as the head of a report. One that is nested too deeply,
// or has aliases, is refused before anything is built of it.
func NewFile(name string, text []byte, offset int) (*File, error) {
	if line := tooDeep(text); line > 0 {
		return nil, fmt.Errorf("%s:%d: it is nested more than %d deep", name, offset+line, mostDeep)
	}
	f := &File{Name: name, Text: text, Offset: offset}
	return f, f.refuseAliases()
}

// Decode fills a value. Unknown and repeated keys and values of another kind are errors of the form "theme.yaml:12: …".
func (f *File) Decode(into any) error {
	top, err := f.top()
	if err == nil && top != nil && top.Type() != ast.CommentType {
		err = yaml.NodeToValue(top, into, yaml.Strict())
	}
	return f.explain(err)
}

// DecodeUnder fills a value with what stands under one of the first keys, and leaves it as it is where there is none.
func (f *File) DecodeUnder(key string, into any) error {
	top, err := f.top()
	if err != nil {
		return f.explain(err)
	}
	if node, _ := child(top, key); node != nil {
		return f.explain(yaml.NodeToValue(node, into, yaml.Strict()))
	}
	return nil
}

// explain gives an error of the library its file, its line and plain words.
func (f *File) explain(err error) error {
	known, ok := err.(yaml.Error)
	switch {
	case err == nil:
		return nil
	case !ok:
		return fmt.Errorf("%s: %w", f.Name, err)
	}
	line := 1
	if token := known.GetToken(); token != nil {
		line = token.Position.Line
	}
	return f.errorAt(line, plain(known))
}

// plain says in words what the library says in Go's types.
func plain(err yaml.Error) string {
	switch err := err.(type) {
	case *yaml.TypeError:
		return fmt.Sprintf("%q stands where %s belongs", err.Token.Value, kindOf(err.DstType))
	case *yaml.OverflowError:
		return fmt.Sprintf("the number %s is too great", err.SrcNum)
	case *yaml.UnexpectedNodeTypeError:
		return fmt.Sprintf("%q stands where %s belongs", err.Token.Value, strings.ToLower(err.Expected.YAMLName()))
	case *yaml.UnknownFieldError:
		return fmt.Sprintf("the key %q is not known here", err.Token.Value)
	}
	return err.GetMessage()
}

func kindOf(t reflect.Type) string {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t.Kind() {
	case reflect.Bool:
		return "true or false"
	case reflect.String:
		return "a text"
	case reflect.Slice, reflect.Array:
		return "a list"
	case reflect.Map, reflect.Struct:
		return "a group of keys"
	}
	return "a number"
}

// Mistake is a value that reads well and cannot be meant. At leads to it from the top of the file: keys, and positions
// in lists counted from 0.
type Mistake struct {
	At      []any
	Message string
}

func (m *Mistake) Error() string { return m.Message }

// Wrong is a mistake at a place.
func Wrong(at []any, format string, args ...any) error {
	return &Mistake{At: at, Message: fmt.Sprintf(format, args...)}
}

// At lists the steps to a place.
func At(steps ...any) []any { return steps }

// Below puts steps in front of a mistake's place; any other error becomes a mistake at those steps.
func Below(err error, steps ...any) error {
	if err == nil {
		return nil
	}
	var m *Mistake
	if !errors.As(err, &m) {
		return &Mistake{At: steps, Message: err.Error()}
	}
	return &Mistake{At: append(steps, m.At...), Message: m.Message}
}

// Locate names the file and, of a mistake, the line: that of the innermost step that is there.
func (f *File) Locate(err error) error {
	if err == nil {
		return nil
	}
	var m *Mistake
	if !errors.As(err, &m) {
		return fmt.Errorf("%s: %w", f.Name, err)
	}
	line, own := f.line(m.At)
	if !own {
		return fmt.Errorf("%s (built in):%d: %s", f.Name, line, m.Message)
	}
	return f.errorAt(line, m.Message)
}

func (f *File) errorAt(line int, message string) error {
	return fmt.Errorf("%s:%d: %s", f.Name, line+f.Offset, message)
}

// line is that of the innermost step that is there. own is false where what stands there is not the file's but the built-in one's
// behind it.
func (f *File) line(at []any) (line int, own bool) {
	node, err := f.top()
	if err != nil {
		return 1, true
	}
	line, own = 1, true
	whole := f.own == nil // all from here on is the file's
	for _, step := range at {
		next, key := child(node, step)
		if next == nil {
			break
		}
		wrote, wroteInto := f.own[next]
		whole = whole || wrote
		node, line, own = next, key.GetToken().Position.Line, whole || wroteInto
	}
	return line, own
}

// top is the node of the whole text; nil where it is blank.
func (f *File) top() (ast.Node, error) {
	if f.merged != nil {
		return f.merged, nil
	}
	if f.tree == nil {
		tree, err := parser.ParseBytes(f.Text, 0)
		if err != nil {
			return nil, err
		}
		f.tree = tree
	}
	if len(f.tree.Docs) == 0 {
		return nil, nil
	}
	return f.tree.Docs[0].Body, nil
}

// child is the node one step further down, and the node whose line tells where it begins.
func child(node ast.Node, step any) (value, begins ast.Node) {
	switch n := node.(type) {
	case *ast.MappingValueNode:
		if n.Key.GetToken().Value == step {
			return n.Value, n.Key
		}
	case *ast.MappingNode:
		for _, pair := range n.Values {
			if value, begins = child(pair, step); value != nil {
				return value, begins
			}
		}
	case *ast.SequenceNode:
		if i, ok := step.(int); ok && i >= 0 && i < len(n.Values) {
			return n.Values[i], first(n.Values[i])
		}
	}
	return nil, nil
}

// first is where a node begins: a block of keys says the place of its first colon, not of its first key.
func first(node ast.Node) ast.Node {
	switch n := node.(type) {
	case *ast.MappingNode:
		if len(n.Values) > 0 {
			return n.Values[0].Key
		}
	case *ast.MappingValueNode:
		return n.Key
	}
	return node
}
