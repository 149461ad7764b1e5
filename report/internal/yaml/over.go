package yaml

import (
	"io/fs"
	"slices"

	"github.com/goccy/go-yaml/ast"
)

// ReadOver reads a file of a template folder over the built-in one of its name: one colour or one sentence takes two lines,
// and all that the file does not say stays as it is built in. It asks the folder's Behind for the built-in files; where it has
// none, or the file is the built-in one, ReadOver is Read.
//
// Tables are merged key by key, and lists of tables entry by entry, by what stands under id or name; entries with another one
// are added at the end. Lists of texts, such as aliases, are added to. Everything else is replaced.
func ReadOver(templates fs.FS, name string) (*File, error) {
	file, err := Read(templates, name)
	folder, layered := templates.(interface{ Behind() fs.FS })
	if err != nil || !layered || folder.Behind() == nil {
		return file, err
	}
	behind, err := Read(folder.Behind(), name)
	if err != nil || string(behind.Text) == string(file.Text) {
		return file, nil // a file of the user's own, or none
	}
	return file, file.layOver(behind)
}

// layOver puts the file's tree over that of the file behind it.
func (f *File) layOver(behind *File) error {
	own, err := f.top()
	if err != nil {
		return f.explain(err)
	}
	base, err := behind.top()
	if err != nil {
		return behind.explain(err)
	}
	f.behind, f.own = behind, map[ast.Node]bool{}
	if f.merged = base; own != nil {
		f.merged = f.over(base, own)
	}
	return nil
}

// Layers are the files that one was merged of, the built-in one first; the file alone where it stands over none.
func (f *File) Layers() []*File {
	if f.behind == nil {
		return []*File{f}
	}
	return []*File{f.behind, {Name: f.Name, Text: f.Text, tree: f.tree}}
}

// over is a node with another in front of it.
func (f *File) over(behind, front ast.Node) ast.Node {
	a, b := pairs(behind), pairs(front)
	list, listed := behind.(*ast.SequenceNode)
	more, listedToo := front.(*ast.SequenceNode)
	switch {
	case a != nil && b != nil:
		return f.tableOver(behind, a, b)
	case listed && listedToo && texts(list) && texts(more):
		return f.textsOver(list, more)
	case listed && listedToo && named(list) && named(more):
		return f.entriesOver(list, more)
	}
	f.own[front] = true
	return front
}

func (f *File) tableOver(behind ast.Node, a, b []*ast.MappingValueNode) ast.Node {
	out := ast.Mapping(behind.GetToken(), false, slices.Clone(a)...)
	f.own[out] = false
	for _, pair := range b {
		i := slices.IndexFunc(a, func(p *ast.MappingValueNode) bool { return keyOf(p) == keyOf(pair) })
		if i < 0 {
			f.own[pair.Value] = true
			out.Values = append(out.Values, pair)
			continue
		}
		out.Values[i] = ast.MappingValue(pair.Start, pair.Key, f.over(a[i].Value, pair.Value))
	}
	return out
}

func (f *File) entriesOver(behind, front *ast.SequenceNode) ast.Node {
	out := ast.Sequence(behind.Start, false)
	out.Values = slices.Clone(behind.Values)
	f.own[out] = false
	for _, entry := range front.Values {
		i := slices.IndexFunc(behind.Values, func(n ast.Node) bool { return nameOf(n) == nameOf(entry) })
		if i < 0 {
			f.own[entry] = true
			out.Values = append(out.Values, entry)
			continue
		}
		out.Values[i] = f.over(behind.Values[i], entry)
	}
	return out
}

// textsOver puts further texts in front of a list.
func (f *File) textsOver(behind, front *ast.SequenceNode) ast.Node {
	out := ast.Sequence(front.Start, false)
	out.Values = slices.Clone(front.Values)
	for _, n := range behind.Values {
		same := func(m ast.Node) bool { return m.GetToken().Value == n.GetToken().Value }
		if !slices.ContainsFunc(front.Values, same) {
			out.Values = append(out.Values, n)
		}
	}
	f.own[out] = true
	return out
}

// pairs are the keys and values of a table; nil for what is none.
func pairs(n ast.Node) []*ast.MappingValueNode {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}
	}
	return nil
}

func keyOf(p *ast.MappingValueNode) string { return p.Key.GetToken().Value }

// nameOf is what an entry of a list is known by: its id, or else its name.
func nameOf(entry ast.Node) string {
	for _, key := range []string{"id", "name"} {
		if value, _ := child(entry, key); value != nil {
			return value.GetToken().Value
		}
	}
	return ""
}

func named(list *ast.SequenceNode) bool {
	return !slices.ContainsFunc(list.Values, func(n ast.Node) bool { return nameOf(n) == "" })
}

func texts(list *ast.SequenceNode) bool {
	return !slices.ContainsFunc(list.Values, func(n ast.Node) bool { _, scalar := n.(ast.ScalarNode); return !scalar })
}
