package yaml

import (
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Decoder fills structs with a tree, strictly, and gathers every fault with its line: the library's own decoder ends at
// the first, and of two unknown keys names now one and now the other.
//
// A struct's fields are named by `yaml:"key"`; fields of embedded structs are its own; a field `yaml:",rest"` of Pairs
// takes all other keys, else they are faults. A field of type Line takes the struct's line; its tag `called:"a sheet"`
// is what faults call the struct, else it is called by its key. A list is filled by one value too, unless it is marked
// `yaml:"key,list"`. Texts go through UnmarshalText where a type has it, and a type that may be written in several ways
// has ReadNode.
type Decoder struct {
	// a text that somebody must still fill in; a fault wherever it stands
	Blank   string
	Suggest func(written string, known []string) string // the hint of an unknown key
	Faults  []Fault

	unfilled map[int]bool // lines with a Blank
}

// NodeReader reads its own form of a node.
type NodeReader interface {
	ReadNode(d *Decoder, n *Node)
}

// Line is where a struct begins.
type Line int

// Text is a text and its line.
type Text struct {
	Line int
	S    string
}

// ReadNode takes the text.
func (t *Text) ReadNode(d *Decoder, n *Node) {
	t.Line = n.Line
	t.S, _ = d.Text(n)
}

// Pairs are the keys of a table and their values, in the order in which they are written.
type Pairs[T any] []Entry[T]

// Entry is a key and its value.
type Entry[T any] struct {
	Key   Text
	Value T
}

// ReadNode takes the pairs of a table.
func (p *Pairs[T]) ReadNode(d *Decoder, n *Node) {
	if n.Kind != Table {
		d.Fail(n.Line, expectedTable, "a table was expected here")
		return
	}
	for _, pair := range n.Pairs {
		p.add(d, pair)
	}
}

func (p *Pairs[T]) add(d *Decoder, pair Pair) {
	e := Entry[T]{Key: Text{pair.Line, pair.Key}}
	if pair.Key == d.Blank && d.Blank != "" {
		d.fillIn(pair.Line)
	}
	d.Decode(pair.Value, &e.Value)
	*p = append(*p, e)
}

const expectedTable = "write it as name: value lines, indented below"

// Fail notes a fault, once. What stands on a line with a Blank is not judged before that is filled in.
func (d *Decoder) Fail(line int, hint, message string, args ...any) {
	f := Fault{line, fmt.Sprintf(message, args...), hint}
	if !d.unfilled[line] && !slices.Contains(d.Faults, f) {
		d.Faults = append(d.Faults, f)
	}
}

func (d *Decoder) fillIn(line int) {
	d.Fail(line, "write what belongs there; the comment beside it says what", "%s is still to be filled in", d.Blank)
	if d.unfilled == nil {
		d.unfilled = map[int]bool{}
	}
	d.unfilled[line] = true
}

// Text is the text of a node, "" where nothing stands; ok is false where there is a fault instead.
func (d *Decoder) Text(n *Node) (s string, ok bool) {
	switch {
	case n.Kind != Scalar && n.Kind != Nothing:
		d.Fail(n.Line, "", "a text was expected here")
		return "", false
	case n.Text == d.Blank && d.Blank != "":
		d.fillIn(n.Line)
		return "", false
	}
	return n.Text, true
}

// Decode fills what a pointer leads to. What a fault concerns stays as it is.
func (d *Decoder) Decode(n *Node, into any) {
	switch into := into.(type) {
	case NodeReader:
		into.ReadNode(d, n)
		return
	case encoding.TextUnmarshaler:
		if s, ok := d.Text(n); ok {
			d.failed(n.Line, into.UnmarshalText([]byte(s)))
		}
		return
	}
	switch v := reflect.ValueOf(into).Elem(); v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.Decode(n, v.Interface())
	case reflect.Slice:
		d.list(n, v)
	case reflect.Struct:
		d.table(n, v)
	case reflect.Bool:
		d.yes(n, v)
	case reflect.String:
		if s, ok := d.Text(n); ok {
			v.SetString(s)
		}
	default:
		panic("yaml: no way to read a " + v.Type().String())
	}
}

// failed notes an error of UnmarshalText.
func (d *Decoder) failed(line int, err error) {
	var f *Fault
	switch {
	case err == nil:
	case errors.As(err, &f):
		d.Fail(line, f.Hint, "%s", f.Message)
	default:
		d.Fail(line, "", "%s", err)
	}
}

func (d *Decoder) yes(n *Node, v reflect.Value) {
	s, ok := d.Text(n)
	switch strings.ToLower(s) {
	case "yes", "true":
		v.SetBool(true)
	case "no", "false":
	default:
		if ok {
			d.Fail(n.Line, "write yes or no", "%q is neither yes nor no", s)
		}
	}
}

// list takes each item, or one value that stands alone.
func (d *Decoder) list(n *Node, v reflect.Value) {
	items := []*Node{n}
	if n.Kind == List {
		items = n.Items
	}
	v.SetZero()
	for _, item := range items {
		one := reflect.New(v.Type().Elem())
		d.Decode(item, one.Interface())
		v.Set(reflect.Append(v, one.Elem()))
	}
}

// table fills a struct.
func (d *Decoder) table(n *Node, v reflect.Value) {
	f := fields{called: n.Key, byKey: map[string]reflect.Value{}, lists: map[string]bool{}}
	f.gather(v, n.Line)
	if n.Kind != Table {
		d.Fail(n.Line, expectedTable, "%s was expected here", f.called)
		return
	}
	for _, p := range n.Pairs {
		field, known := f.byKey[p.Key]
		switch {
		case known && f.lists[p.Key] && (p.Value.Kind != List || len(p.Value.Items) == 0):
			d.Fail(p.Value.Line, "begin each with a dash", "a list of %s was expected here", p.Key)
			field.Set(reflect.MakeSlice(field.Type(), 0, 0)) // it was given
		case known:
			d.Decode(p.Value, field.Addr().Interface())
		case f.rest != nil:
			f.rest.add(d, p)
		case p.Key == d.Blank && d.Blank != "":
			d.fillIn(p.Line)
		default:
			d.Fail(p.Line, d.hint(p.Key, f.keys), "%s has no key %q", f.called, p.Key)
		}
	}
}

func (d *Decoder) hint(written string, known []string) string {
	slices.Sort(known)
	if d.Suggest == nil {
		return "one of " + strings.Join(known, ", ")
	}
	return d.Suggest(written, known)
}

// fields are those of a struct by their keys.
type fields struct {
	called string
	keys   []string
	byKey  map[string]reflect.Value
	lists  map[string]bool
	rest   interface{ add(d *Decoder, p Pair) }
}

func (f *fields) gather(v reflect.Value, line int) {
	for i := range v.NumField() {
		field, value := v.Type().Field(i), v.Field(i)
		key, how, _ := strings.Cut(field.Tag.Get("yaml"), ",")
		switch {
		case field.Type == reflect.TypeFor[Line]():
			value.SetInt(int64(line))
			if called := field.Tag.Get("called"); called != "" {
				f.called = called
			}
		case field.Anonymous && field.Type.Kind() == reflect.Struct:
			f.gather(value, line)
		case how == "rest":
			f.rest = value.Addr().Interface().(interface{ add(d *Decoder, p Pair) })
		case key != "":
			f.keys, f.byKey[key], f.lists[key] = append(f.keys, key), value, how == "list"
		}
	}
}
