package markdown

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Parse reads Markdown of the dialect in the package comment. Its errors begin
// with file and line.
func Parse(file, markdown string) (*Document, error) {
	p := &parser{file: file, markdown: newMarkdown()}
	lines := strings.Split(strings.ReplaceAll(markdown, "\r\n", "\n"), "\n")
	blocks, rest, err := p.blocks(lines, 0, nil)
	if err != nil {
		return nil, err
	}
	if rest < len(lines) {
		return nil, p.errorf(rest+1, "::: closes nothing (a container opens with ::: and its name)")
	}
	return &Document{File: file, Title: title(blocks), Blocks: blocks}, nil
}

type parser struct {
	file     string
	markdown *markdown
}

func (p *parser) errorf(line int, format string, args ...any) error {
	return &Error{p.file, line, fmt.Sprintf(format, args...)}
}

// Error is a mistake in the Markdown. A caller that made the Markdown of
// something else may set File and Line to where the mistake comes from.
type Error struct {
	File    string
	Line    int
	Message string // what is wrong, with a hint in brackets
}

func (e *Error) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Message) }

// blocks reads from line index i to the ::: that closes the open container, or
// to the end when none is open, and returns the index after it.
func (p *parser) blocks(lines []string, i int, open *Box) ([]Block, int, error) {
	var blocks []Block
	for start := i; ; i++ {
		fence := i < len(lines) && strings.HasPrefix(lines[i], ":::")
		if i < len(lines) && !fence {
			continue
		}
		text, err := p.text(lines[start:i], start+1)
		if err != nil {
			return nil, i, err
		}
		blocks = append(blocks, text...)
		if i >= len(lines) && open != nil {
			return nil, i, p.errorf(open.Line, "container %q is never closed (close it with :::)", open.Kind)
		}
		if i >= len(lines) {
			return blocks, i, nil
		}
		words := strings.Fields(strings.TrimLeft(lines[i], ":"))
		if len(words) == 0 {
			return blocks, i, nil
		}
		box, next, err := p.container(lines, i, words)
		if err != nil {
			return nil, i, err
		}
		blocks = append(blocks, box)
		i, start = next, next+1
	}
}

// container reads one container whose opening line has the index i, and
// returns the index of its closing line.
func (p *parser) container(lines []string, i int, words []string) (Block, int, error) {
	box := &Box{Line: i + 1, Kind: words[0]}
	if !slices.Contains(containers, box.Kind) {
		return nil, i, p.errorf(i+1, "unknown container %q%s", box.Kind, nearest(box.Kind, containers))
	}
	inside, end, err := p.blocks(lines, i+1, box)
	if err != nil {
		return nil, i, err
	}
	box.Blocks = inside
	if box.Kind == "table" {
		table, err := p.classedTable(box, words[1:])
		return table, end, err
	}
	return box, end, p.arguments(box, words[1:])
}

// arguments reads what stands after a container's name.
func (p *parser) arguments(box *Box, args []string) error {
	for _, arg := range args {
		share, ok := shareOf(arg)
		if !ok {
			return p.errorf(box.Line, "%q is no width for %q (a number above 0 and not above 1000)", arg, box.Kind)
		}
		box.Shares = append(box.Shares, share)
	}
	switch box.Kind {
	case "columns":
		return p.columns(box)
	case "grid":
		if len(box.Shares) != 1 || box.Shares[0] != float64(int(box.Shares[0])) || box.Shares[0] > 12 {
			return p.errorf(box.Line, "grid needs one number of columns, 1 to 12 (::: grid 2)")
		}
	case "page":
		if len(box.Shares) > 1 || len(box.Shares) == 1 && box.Shares[0] > 100 {
			return p.errorf(box.Line, "page takes one number of percent (::: page 60)")
		}
	case "space":
		if len(box.Shares) != 1 || box.Shares[0] > 200 {
			return p.errorf(box.Line, "space needs one number of millimetres, up to 200 (::: space 30)")
		}
	default:
		if len(args) > 0 {
			return p.errorf(box.Line, "container %q takes no arguments, found %q", box.Kind, args[0])
		}
	}
	return nil
}

// shareOf reads a relative width.
func shareOf(text string) (float64, bool) {
	share, err := strconv.ParseFloat(text, 64)
	return share, err == nil && share > 0 && share <= 1000
}

func (p *parser) columns(box *Box) error {
	for _, b := range box.Blocks {
		if col, ok := b.(*Box); !ok || col.Kind != "col" {
			return p.errorf(box.Line, "columns holds something else than col (wrap each column in ::: col)")
		}
	}
	if len(box.Shares) != len(box.Blocks) || len(box.Shares) == 0 {
		return p.errorf(box.Line, "columns has %d widths and %d col (give each column a width)",
			len(box.Shares), len(box.Blocks))
	}
	return nil
}

// classedTable gives the one table in a ::: table container its attributes.
func (p *parser) classedTable(box *Box, args []string) (Block, error) {
	table, ok := (*Table)(nil), false
	if len(box.Blocks) == 1 {
		table, ok = box.Blocks[0].(*Table)
	}
	if !ok {
		return nil, p.errorf(box.Line, "container \"table\" must hold one table and nothing else")
	}
	for _, arg := range args {
		widths, isWidths := strings.CutPrefix(arg, "widths=")
		if !isWidths {
			if !slices.Contains(tableClasses, arg) {
				return nil, p.errorf(box.Line, "unknown table class %q%s", arg, nearest(arg, tableClasses))
			}
			table.Classes = append(table.Classes, arg)
			continue
		}
		for _, w := range strings.Split(widths, ",") {
			share, ok := shareOf(w)
			if !ok {
				return nil, p.errorf(box.Line, "%q is no column width (a number above 0 and not above 1000)", w)
			}
			table.Widths = append(table.Widths, share)
		}
		if len(table.Widths) != len(table.Align) {
			return nil, p.errorf(box.Line, "table has %d widths and %d columns", len(table.Widths), len(table.Align))
		}
	}
	return table, nil
}

// title is the first heading of level 1, wherever it stands.
func title(blocks []Block) string {
	for _, b := range blocks {
		switch b := b.(type) {
		case *Heading:
			if b.Level == 1 {
				return Plain(b.Text)
			}
		case *Box:
			if t := title(b.Blocks); t != "" {
				return t
			}
		}
	}
	return ""
}
