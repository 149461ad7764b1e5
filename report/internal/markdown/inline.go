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

// run is the state while the inlines of one block are gathered.
type run struct {
	*chunk
	style Text // its String is unused
	out   []Inline
	open  []Text // the styles around the open spans
}

func (c *chunk) inlines(parent ast.Node) ([]Inline, error) {
	r := &run{chunk: c}
	if err := r.walk(parent); err != nil {
		return nil, err
	}
	if len(r.open) > 0 {
		return nil, c.errorf(c.line(parent), "span begins and ends in different emphasis or links")
	}
	return r.out, nil
}

func (r *run) walk(parent ast.Node) error {
	before := len(r.open)
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if err := r.node(n); err != nil {
			return err
		}
	}
	if len(r.open) != before {
		return r.errorf(r.line(parent), "span begins and ends in different emphasis or links")
	}
	return nil
}

func (r *run) node(n ast.Node) error {
	switch n := n.(type) {
	case *ast.Text:
		r.text(n)
	case *ast.String:
		r.add(string(n.Value))
	case *hardBreak:
		r.out = append(r.out, &Break{})
	case *span:
		return r.span(n)
	case *ast.Emphasis:
		if n.Level >= 2 {
			return r.within(n, func(s *Text) { s.Bold = true })
		}
		return r.within(n, func(s *Text) { s.Classes = with(s.Classes, "muted") })
	case *ast.Link:
		return r.within(n, func(s *Text) { s.Link = unescape(n.Destination) })
	case *ast.Image:
		image, err := r.image(n)
		if err != nil {
			return err
		}
		r.out = append(r.out, image)
	default:
		return r.errorf(r.line(n), "%s is not part of the dialect", n.Kind())
	}
	return nil
}

// within walks a node's children in a changed style.
func (r *run) within(n ast.Node, change func(*Text)) error {
	saved := r.style
	change(&r.style)
	err := r.walk(n)
	r.style = saved
	return err
}

// with copies, so that texts already made keep their classes.
func with(classes []string, more ...string) []string {
	return append(slices.Clone(classes), more...)
}

// tag is the form of a language's tag (BCP 47), not more.
var tag = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)

func (r *run) span(n *span) error {
	if n.stray {
		return r.errorf(r.line(n), "span ends that never began (write [text]{.class} on one line)")
	}
	if !n.opens {
		last := len(r.open) - 1
		if last < 0 {
			return r.errorf(r.line(n), "span begins and ends in different emphasis or links")
		}
		r.style, r.open = r.open[last], r.open[:last]
		return nil
	}
	r.open = append(r.open, r.style)
	for _, class := range n.classes {
		if lang, is := strings.CutPrefix(class, "lang="); is {
			if lang != "" && !tag.MatchString(lang) {
				return r.errorf(r.line(n), "%q is no language (write its tag, such as lang=zh-Hans)", lang)
			}
			r.style.Lang = lang
			continue
		}
		name, dotted := strings.CutPrefix(class, ".")
		if !dotted || !slices.Contains(classes, name) {
			return r.errorf(r.line(n), "unknown class %q%s", class, nearest(name, classes))
		}
		r.style.Classes = with(r.style.Classes, name)
	}
	return nil
}

func (r *run) text(n *ast.Text) {
	r.add(unescape(n.Segment.Value(r.source)))
	switch {
	case n.HardLineBreak():
		r.out = append(r.out, &Break{})
	case n.SoftLineBreak() && !r.betweenHan(n):
		r.add(" ")
	}
}

// betweenHan tells whether the line's end stands between two Han characters:
// Chinese is written without spaces.
func (r *run) betweenHan(n *ast.Text) bool {
	next, ok := n.NextSibling().(*ast.Text)
	if !ok {
		return false
	}
	last, _ := utf8.DecodeLastRune(n.Segment.Value(r.source))
	first, _ := utf8.DecodeRune(next.Segment.Value(r.source))
	return wide(last) && wide(first)
}

func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff60
}

// add appends text, to the run before when it has the same style.
func (r *run) add(s string) {
	if s == "" {
		return
	}
	if len(r.out) > 0 {
		last, ok := r.out[len(r.out)-1].(*Text)
		if ok && last.Bold == r.style.Bold && last.Link == r.style.Link && last.Lang == r.style.Lang && slices.Equal(last.Classes, r.style.Classes) {
			last.String += s
			return
		}
	}
	t := r.style
	t.String = s
	r.out = append(r.out, &t)
}

func (c *chunk) image(n *ast.Image) (*Image, error) {
	alt := &run{chunk: c}
	if err := alt.walk(n); err != nil {
		return nil, err
	}
	image := &Image{Alt: strings.TrimSpace(Plain(alt.out)), Ref: unescape(n.Destination)}
	if image.Alt == "" {
		return nil, c.errorf(c.line(n), "image %q has no alternative text (say what it shows, or - for mere decoration)", image.Ref)
	}
	return image, nil
}

// unescape takes away the backslashes before punctuation. Entities are not part
// of the dialect.
func unescape(raw []byte) string {
	return string(util.UnescapePunctuations(raw))
}
