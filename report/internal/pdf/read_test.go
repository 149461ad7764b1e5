package pdf

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// opened is a file as a reader sees it.
type opened struct {
	*reader
	t     *testing.T
	root  dictionary
	pages []dictionary
	refs  []ref // of the pages
}

func open(t *testing.T, data []byte) *opened {
	t.Helper()
	r, err := newReader(data)
	if err != nil {
		t.Fatal(err)
	}
	o := &opened{reader: r, t: t, root: r.dictionary(r.trailer["Root"])}
	for _, page := range list(r.dictionary(o.root["Pages"])["Kids"]) {
		o.pages, o.refs = append(o.pages, r.dictionary(page)), append(o.refs, page.(ref))
	}
	return o
}

// data is what a stream holds.
func (o *opened) stream(v any) string {
	o.t.Helper()
	at, _ := v.(ref)
	_, data, err := o.reader.stream(at)
	if err != nil {
		o.t.Fatal(err)
	}
	return string(data)
}

// contents are what the pages draw.
func (o *opened) contents() []string {
	var out []string
	for _, page := range o.pages {
		out = append(out, o.stream(page["Contents"]))
	}
	return out
}

// fonts are the characters of the fonts, by their names among the resources.
func (o *opened) fonts() map[name]map[uint16]string {
	out := map[name]map[uint16]string{}
	for key, font := range o.dictionary(o.dictionary(o.pages[0]["Resources"])["Font"]) {
		out[key] = characters(o.t, o.stream(o.dictionary(font)["ToUnicode"]))
	}
	return out
}

// characters reads a ToUnicode CMap.
func characters(t *testing.T, cmap string) map[uint16]string {
	t.Helper()
	out := map[uint16]string{}
	for _, section := range regexp.MustCompile(`(?s)(\d+) beginbfchar\n(.*?)endbfchar`).FindAllStringSubmatch(cmap, -1) {
		pairs := regexp.MustCompile(`<(....)> <([0-9A-F]+)>`).FindAllStringSubmatch(section[2], -1)
		if n, _ := strconv.Atoi(section[1]); n != len(pairs) || n > 100 {
			t.Errorf("a section of %s has %d characters", section[1], len(pairs))
		}
		for _, pair := range pairs {
			cid, err := strconv.ParseUint(pair[1], 16, 16)
			if err != nil {
				t.Fatal(err)
			}
			out[uint16(cid)] = wide(t, pair[2])
		}
	}
	return out
}

// mark is marked content of a page.
type mark struct {
	role name
	text string
}

// marks reads a page and holds that everything on it is marked, as an element by its number or as an artifact, and that
// no mark holds another.
func (o *opened) marks(page int) (elements map[int]mark, artifacts []string) {
	s := &scanner{data: []byte(o.contents()[page])}
	elements = map[int]mark{}
	fonts := o.fonts()
	var stack []any
	var font, role name
	var words strings.Builder
	number, inside := -1, false
	for s.peek() != 0 && s.err == nil {
		if b := s.peek(); strings.ContainsRune("/<([-.0123456789", rune(b)) {
			stack = append(stack, s.value())
			continue
		}
		switch operator := s.word(); operator {
		case "BDC":
			if inside {
				o.t.Fatalf("page %d: a mark within another", page)
			}
			role, inside, number = stack[0].(name), true, -1
			properties := stack[1].(dictionary)
			if n, ok := properties["MCID"].(int); ok {
				number = n
			} else {
				kind, sort := named(properties["Type"]), named(properties["Subtype"])
				artifacts = append(artifacts, fmt.Sprintf("%s %s %s", role, kind, sort))
			}
		case "EMC":
			if _, twice := elements[number]; twice || !inside || number < 0 && role != "Artifact" {
				o.t.Errorf("page %d: mark %d of %s", page, number, role)
			}
			if number >= 0 {
				elements[number] = mark{role, words.String()}
			}
			words.Reset()
			inside = false
		case "Tf":
			font = stack[0].(name)
		case "Tj":
			cids := stack[len(stack)-1].(literal)
			for i := 0; i < len(cids); i += 2 {
				words.WriteString(fonts[font][uint16(cids[i])<<8|uint16(cids[i+1])])
			}
			fallthrough
		case "f", "f*", "S", "B", "B*", "Do":
			if !inside {
				o.t.Errorf("page %d: %s draws outside of all marks", page, operator)
			}
		}
		stack = stack[:0]
	}
	if s.err != nil {
		o.t.Fatal(s.err)
	}
	return elements, artifacts
}

// told is the structure of the file, in the form of layout's Dump, which it should be equal to. On the way it holds
// what must be true of every element.
func (o *opened) told() string {
	var out strings.Builder
	tree := o.dictionary(o.root["StructTreeRoot"])
	parents := map[int]any{}
	nums := list(o.dictionary(tree["ParentTree"])["Nums"])
	for i := 0; i < len(nums); i += 2 {
		parents[nums[i].(int)] = nums[i+1]
	}
	left := map[int]map[int]mark{}
	for page := range o.pages {
		left[page], _ = o.marks(page)
		if got := len(list(parents[number(o.pages[page]["StructParents"])])); got != len(left[page]) {
			o.t.Errorf("page %d has %d marks and %d parents", page, len(left[page]), got)
		}
	}
	o.element(&out, tree["K"].(ref), o.root["StructTreeRoot"].(ref), "", left, parents)
	for page, marks := range left {
		if len(marks) > 0 {
			o.t.Errorf("page %d: nothing refers to %v", page, marks)
		}
	}
	return out.String()
}

func (o *opened) element(
	out *strings.Builder, self, parent ref, indent string, left map[int]map[int]mark, parents map[int]any,
) {
	e := o.dictionary(self)
	role := named(e["S"])
	attributes := o.dictionary(e["A"])
	if e["P"] != parent {
		o.t.Errorf("%s: its parent is %v, not %v", role, e["P"], parent)
	}
	mute := role == "Figure" && (text(e["Alt"]) == "" || len(list(attributes["BBox"])) != 4)
	if mute || role == "TH" && named(attributes["Scope"]) == "" {
		o.t.Errorf("%s lacks what it must say: %v", role, e)
	}
	type piece struct {
		text string
		kid  ref
	}
	var pieces []piece
	url := ""
	take := func(page, number int) {
		m, ok := left[page][number]
		if !ok || m.role != role {
			o.t.Errorf("%s holds mark %d of page %d, %v", role, number, page, m)
		}
		delete(left[page], number)
		if up := list(parents[page]); number >= len(up) || up[number] != self {
			o.t.Errorf("mark %d of page %d leads to another element", number, page)
		}
		pieces = append(pieces, piece{text: m.text})
	}
	kids := list(e["K"])
	if kids == nil {
		kids = []any{e["K"]}
	}
	for _, k := range kids {
		switch k := k.(type) {
		case int:
			take(slices.Index(o.refs, e["Pg"].(ref)), k)
		case ref:
			pieces = append(pieces, piece{kid: k})
		case dictionary:
			page := slices.Index(o.refs, k["Pg"].(ref))
			if k["Type"] == name("MCR") {
				take(page, k["MCID"].(int))
				continue
			}
			note := o.dictionary(k["Obj"])
			url = text(o.dictionary(note["A"])["URI"])
			listed := slices.Contains(list(o.pages[page]["Annots"]), k["Obj"])
			if parents[number(note["StructParent"])] != self || text(note["Contents"]) == "" || !listed {
				o.t.Errorf("the annotation of %q is not tied to its element: %v", url, note)
			}
		}
	}
	out.WriteString(indent + string(role))
	scope := string(named(attributes["Scope"]))
	for _, a := range [][2]string{{"alt", text(e["Alt"])}, {"scope", scope}, {"lang", text(e["Lang"])}, {"url", url}} {
		if a[1] != "" {
			fmt.Fprintf(out, " %s=%q", a[0], a[1])
		}
	}
	one := len(pieces) == 1 && pieces[0].kid == 0 && role != "Figure"
	if one {
		fmt.Fprintf(out, " %q", pieces[0].text)
	}
	out.WriteByte('\n')
	for _, p := range pieces {
		switch {
		case p.kid != 0:
			o.element(out, p.kid, self, indent+"  ", left, parents)
		case !one && role != "Figure":
			fmt.Fprintf(out, "%s  %q\n", indent, p.text)
		}
	}
}
