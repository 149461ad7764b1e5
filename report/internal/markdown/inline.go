package markdown

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// inlineReader is the state while the inlines of one block are gathered.
type inlineReader struct {
	*chunk
	style Text // its String is unused
	out   []Inline
	open  []Text // the styles around the open spans
}

func (c *chunk) inlines(parent ast.Node) ([]Inline, error) {
	i := &inlineReader{chunk: c}
	if err := i.walk(parent); err != nil {
		return nil, err
	}
	if len(i.open) > 0 {
		return nil, c.crossed(parent)
	}
	return i.out, nil
}

func (i *inlineReader) walk(parent ast.Node) error {
	before := len(i.open)
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if err := i.node(n); err != nil {
			return err
		}
	}
	if len(i.open) != before {
		return i.crossed(parent)
	}
	return nil
}

// crossed is the error of a span that ends elsewhere than it began.
func (c *chunk) crossed(n ast.Node) error {
	return c.errorf(c.line(n), "span begins and ends in different emphasis or links")
}

func (i *inlineReader) node(n ast.Node) error {
	switch n := n.(type) {
	case *ast.Text:
		i.text(n)
	case *ast.String:
		i.add(string(n.Value))
	case *hardBreak:
		i.out = append(i.out, &Break{})
	case *span:
		return i.span(n)
	case *ast.Emphasis:
		if n.Level >= 2 {
			return i.styled(n, func(s *Text) { s.Bold = true })
		}
		return i.styled(n, func(s *Text) { s.Classes = appended(s.Classes, "muted") })
	case *ast.Link:
		return i.styled(n, func(s *Text) { s.Link = unescape(n.Destination) })
	case *ast.Image:
		image, err := i.image(n)
		if err != nil {
			return err
		}
		i.out = append(i.out, image)
	default:
		return i.errorf(i.line(n), "%s is not part of the dialect", n.Kind())
	}
	return nil
}

// styled walks a node's children in a changed style.
func (i *inlineReader) styled(n ast.Node, change func(*Text)) error {
	saved := i.style
	change(&i.style)
	err := i.walk(n)
	i.style = saved
	return err
}

// appended copies, so that texts already made keep their classes.
func appended(classes []string, more ...string) []string {
	return append(slices.Clone(classes), more...)
}

// tag is the form of a language's tag (BCP 47), not more.
var tag = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)

func (i *inlineReader) span(n *span) error {
	if n.stray {
		return i.errorf(i.line(n), "span ends that never began (write [text]{.class} on one line)")
	}
	if !n.opens {
		last := len(i.open) - 1
		if last < 0 {
			return i.crossed(n)
		}
		i.style, i.open = i.open[last], i.open[:last]
		return nil
	}
	i.open = append(i.open, i.style)
	for _, class := range n.classes {
		if says, is := strings.CutPrefix(class, `says="`); is {
			i.style.Says = strings.TrimSuffix(says, `"`)
			continue
		}
		if lang, is := strings.CutPrefix(class, "lang="); is {
			if lang != "" && !tag.MatchString(lang) {
				return i.errorf(i.line(n), "%q is no language (write its tag, such as lang=zh-Hans)", lang)
			}
			i.style.Lang = lang
			continue
		}
		name, dotted := strings.CutPrefix(class, ".")
		if !dotted || !slices.Contains(classes, name) {
			return i.errorf(i.line(n), "unknown class %q%s", class, nearest(name, classes))
		}
		i.style.Classes = appended(i.style.Classes, name)
	}
	return nil
}

func (i *inlineReader) text(n *ast.Text) {
	i.add(unescape(n.Segment.Value(i.source)))
	switch {
	case n.HardLineBreak():
		i.out = append(i.out, &Break{})
	case n.SoftLineBreak() && !i.betweenHan(n):
		i.add(" ")
	}
}

// betweenHan tells whether the line's end stands between two Han characters:
// Chinese is written without spaces.
func (i *inlineReader) betweenHan(n *ast.Text) bool {
	next, ok := n.NextSibling().(*ast.Text)
	if !ok {
		return false
	}
	last, _ := utf8.DecodeLastRune(n.Segment.Value(i.source))
	first, _ := utf8.DecodeRune(next.Segment.Value(i.source))
	return wide(last) && wide(first)
}

func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff60
}

// add appends text, to the text before when it has the same style.
func (i *inlineReader) add(s string) {
	if s == "" {
		return
	}
	if len(i.out) > 0 {
		if last, ok := i.out[len(i.out)-1].(*Text); ok && last.sameStyle(i.style) {
			last.String += s
			return
		}
	}
	t := i.style
	t.String = s
	i.out = append(i.out, &t)
}

func (t *Text) sameStyle(o Text) bool {
	return t.Bold == o.Bold && t.Link == o.Link && t.Lang == o.Lang && t.Says == o.Says && slices.Equal(t.Classes, o.Classes)
}

func (c *chunk) image(n *ast.Image) (*Image, error) {
	alt := &inlineReader{chunk: c}
	if err := alt.walk(n); err != nil {
		return nil, err
	}
	image := &Image{Alt: strings.TrimSpace(Plain(alt.out)), Ref: unescape(n.Destination)}
	if image.Alt == "" {
		return nil, c.errorf(c.line(n), "image %q has no alternative text (say what it shows, or - for mere decoration)",
			image.Ref)
	}
	return image, nil
}

// unescape takes away the backslashes before punctuation. Entities are not part
// of the dialect.
func unescape(raw []byte) string {
	return string(util.UnescapePunctuations(raw))
}
