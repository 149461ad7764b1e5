package yaml

import (
	"bytes"
	"fmt"

	"github.com/goccy/go-yaml/ast"
)

// longestFile bounds a template file, in bytes.
const longestFile = 1 << 20

// tooDeep gives the first line at which a text is nested more than mostDeep deep, 0 where none is. The parser calls itself at each
// level, so that a megabyte of opening brackets would end the program; this looks first, and at nothing but indents, dashes and
// brackets. Brackets within texts count too: nobody leaves as many of them open.
func tooDeep(text []byte) int {
	var indents []int
	brackets, line := 0, 0
	for row := range bytes.Lines(text) {
		line++
		rest := bytes.TrimLeft(row, " ")
		indent := len(row) - len(rest)
		if len(bytes.TrimSpace(rest)) == 0 || rest[0] == '#' {
			continue
		}
		for len(indents) > 0 && indents[len(indents)-1] >= indent {
			indents = indents[:len(indents)-1]
		}
		indents = append(indents, indent)
		dashes := 0
		for bytes.HasPrefix(rest, []byte("- ")) || bytes.HasPrefix(rest, []byte("? ")) {
			dashes, rest = dashes+1, bytes.TrimLeft(rest[2:], " ")
		}
		deepest := len(indents) + dashes + brackets
		for _, b := range rest {
			switch b {
			case '[', '{':
				brackets++
			case ']', '}':
				brackets = max(brackets-1, 0)
			}
			deepest = max(deepest, len(indents)+dashes+brackets)
		}
		if deepest > mostDeep {
			return line
		}
	}
	return 0
}

// perhapsAlias says whether a text may hold an alias (*name) outside a text in quotes. A tree is built only to make sure.
func perhapsAlias(text []byte) bool {
	for i, b := range text {
		if b == '*' && mayBeginAlias(text[:i]) && i+1 < len(text) && isNameByte(text[i+1]) {
			return true
		}
	}
	return false
}

// mayBeginAlias says whether an alias may stand behind a text.
func mayBeginAlias(before []byte) bool {
	return len(before) == 0 || bytes.IndexByte([]byte("\n [,:-"), before[len(before)-1]) >= 0
}

func isNameByte(b byte) bool {
	return '0' <= b && b <= '9' || 'A' <= b && b <= 'Z' || 'a' <= b && b <= 'z' || b == '_'
}

// refuseAliases refuses a file with aliases: nothing needs them, and a few lines that name each other grow beyond any memory.
func (f *File) refuseAliases() error {
	if !perhapsAlias(f.Text) {
		return nil
	}
	top, err := f.top()
	if err != nil || top == nil {
		return nil // decoding says what is wrong
	}
	found := &aliasFinder{}
	ast.Walk(found, top)
	if found.line == 0 {
		return nil
	}
	return fmt.Errorf("%s:%d: an alias (*name) stands here (hint: write out what is meant; a text that begins with * stands in quotes)",
		f.Name, f.Offset+found.line)
}

type aliasFinder struct{ line int }

// Visit notes the first alias of a tree.
func (a *aliasFinder) Visit(n ast.Node) ast.Visitor {
	if n.Type() == ast.AliasType && a.line == 0 {
		a.line = lineOf(n)
	}
	return a
}
