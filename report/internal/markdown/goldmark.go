package markdown

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	goldparser "github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown is goldmark with what the dialect has and no more.
type markdown struct{ parser goldparser.Parser }

func newMarkdown() *markdown {
	p := goldparser.NewParser(
		goldparser.WithBlockParsers(
			util.Prioritized(goldparser.NewThematicBreakParser(), 200),
			util.Prioritized(goldparser.NewListParser(), 300),
			util.Prioritized(goldparser.NewListItemParser(), 400),
			// Only to be refused: without it indented lines would vanish.
			util.Prioritized(goldparser.NewCodeBlockParser(), 500),
			util.Prioritized(goldparser.NewATXHeadingParser(), 600),
			util.Prioritized(goldparser.NewParagraphParser(), 1000),
		),
		goldparser.WithInlineParsers(
			util.Prioritized(spanParser{}, 100),
			util.Prioritized(breakParser{}, 110),
			util.Prioritized(goldparser.NewLinkParser(), 200),
			util.Prioritized(goldparser.NewEmphasisParser(), 500),
		),
	)
	goldmark.New(goldmark.WithParser(p), goldmark.WithExtensions(extension.Table))
	return &markdown{parser: p}
}

func (m *markdown) parse(source []byte) ast.Node {
	return m.parser.Parse(text.NewReader(source))
}

var (
	kindSpan = ast.NewNodeKind("Span")
	kindHard = ast.NewNodeKind("HardBreak")
)

// span is one end of a [text]{.class}. goldmark cannot parse inside an inline
// node, so both ends are nodes of their own and are paired when converted.
type span struct {
	ast.BaseInline
	opens   bool
	classes []string
	stray   bool // an end without a beginning
}

func (*span) Kind() ast.NodeKind   { return kindSpan }
func (*span) Dump(_ []byte, _ int) {}

type hardBreak struct{ ast.BaseInline }

func (*hardBreak) Kind() ast.NodeKind   { return kindHard }
func (*hardBreak) Dump(_ []byte, _ int) {}

type spanParser struct{}

func (spanParser) Trigger() []byte { return []byte{'[', ']'} }

var (
	attributes = regexp.MustCompile(`^\]\{([^{}\\]*)\}`)
	attribute  = regexp.MustCompile(`says="[^"]*"|\S+`)
	openSpans  = goldparser.NewContextKey()
)

func (spanParser) Parse(_ ast.Node, block text.Reader, pc goldparser.Context) ast.Node {
	line, _ := block.PeekLine()
	depth, _ := pc.Get(openSpans).(int)
	if line[0] == ']' {
		match := attributes.FindSubmatch(line)
		if match == nil {
			return nil
		}
		block.Advance(len(match[0]))
		pc.Set(openSpans, max(depth-1, 0))
		return &span{classes: attribute.FindAllString(string(match[1]), -1), stray: depth == 0}
	}
	end := closing(line)
	if end < 0 || !attributes.Match(line[end:]) {
		return nil
	}
	block.Advance(1)
	pc.Set(openSpans, depth+1)
	classes := attributes.FindSubmatch(line[end:])[1]
	return &span{opens: true, classes: attribute.FindAllString(string(classes), -1)}
}

// closing is the index of the bracket that closes the one line begins with, -1
// without one.
func closing(line []byte) int {
	depth := 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

type breakParser struct{}

func (breakParser) Trigger() []byte { return []byte{'<'} }

func (breakParser) Parse(_ ast.Node, block text.Reader, _ goldparser.Context) ast.Node {
	line, _ := block.PeekLine()
	for _, form := range []string{"<br>", "<br/>", "<br />"} {
		if bytes.HasPrefix(line, []byte(form)) {
			block.Advance(len(form))
			return &hardBreak{}
		}
	}
	return nil
}
