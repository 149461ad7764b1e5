package xmlpart

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWithAttribute(t *testing.T) {
	for _, c := range []struct{ tag, name, value, want string }{
		{`<c r="A1" s="3"/>`, "s", "12", `<c r="A1" s="12"/>`},
		{`<c r='A1'/>`, "s", "12", `<c s="12" r='A1'/>`},
		{`<x:c>`, "s", "1", `<x:c s="1">`},
		{`<c/>`, "s", "1", `<c s="1"/>`},
		{"<c\n\tr = \"A1\"\n\ts = '3' >", "s", "12", "<c\n\tr = \"A1\"\n\ts = '12' >"},
		{`<c cs="3" s:s="4"/>`, "s", "1", `<c s="1" cs="3" s:s="4"/>`},
		{`<c t="a > b" s="3"/>`, "s", "1", `<c t="a > b" s="1"/>`},
		{`<sheet name="a"/>`, "name", `"<&>"`, `<sheet name="&quot;&lt;&amp;&gt;&quot;"/>`},
	} {
		if got := WithAttribute(c.tag, c.name, c.value); got != c.want || Attribute(got, c.name) != c.value {
			t.Errorf("%s: %s, want %s", c.tag, got, c.want)
		}
	}
	if got := Attribute(`<c r="A1" s=`, "s") + Attribute(`<c r`, "r") + Attribute(`<c r="A1`, "r"); got != "" {
		t.Error(got)
	}
}

func TestSplice(t *testing.T) {
	for _, c := range []struct {
		edits []Edit
		want  string
	}{
		{nil, "0123456789"},
		{[]Edit{{5, 7, "x"}, {0, 0, "a"}, {10, 10, "z"}}, "a01234x789z"},
		{[]Edit{{3, 5, "x"}, {3, 3, "a"}, {3, 3, "b"}}, "012abx56789"},
		// what is put in stands before what is exchanged, in its order
		{[]Edit{{0, 10, ""}}, ""},
	} {
		if got := string(Splice([]byte("0123456789"), c.edits)); got != c.want {
			t.Errorf("%v: %s, want %s", c.edits, got, c.want)
		}
	}
}

// TestGrow holds that elements are added to every form of an element, and counted where it counts them.
func TestGrow(t *testing.T) {
	for xml, want := range map[string]string{
		`<r><a count="1"><b/></a></r>`:     `<r><a count="2"><b/><b/></a></r>`,
		`<r><a count='0' /></r>`:           `<r><a count='1'><b/></a></r>`,
		`<r><x:a/></r>`:                    `<r><x:a><b/></x:a></r>`,
		`<r><a></a><a count="4"></a></r>`:  `<r><a><b/></a><a count="4"></a></r>`,
		`<r><c><a/></c><a count="x"/></r>`: `<r><c><a/></c><a count="x"><b/></a></r>`,
	} {
		list, err := Outline([]byte(xml), 2)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(Splice([]byte(xml), Child(list, "a").Grow([]byte(xml), "<b/>", 1))); got != want {
			t.Errorf("%s: %s, want %s", xml, got, want)
		}
	}
}

// TestOutline holds where elements lie, comments and instructions beside them.
func TestOutline(t *testing.T) {
	const xml = `<?xml version="1.0"?><!-- <a> --><r><a x="1">t<b/></a> <a/></r>`
	list, err := Outline([]byte(xml), 3)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range list {
		got = append(got, strings.Repeat(">",
			e.Depth)+xml[e.Start:e.Inner]+"|"+xml[e.Inner:e.Close]+"|"+xml[e.Close:e.End])
	}
	want := []string{`><r>|<a x="1">t<b/></a> <a/>|</r>`, `>><a x="1">|t<b/>|</a>`, ">>><b/>||", ">><a/>||"}
	if diff := cmp.Diff(want, got); diff != "" || list[2].Parent != 1 || list[3].Parent != 0 || list[0].Parent != -1 {
		t.Errorf("%s%+v", diff, list)
	}
	if _, err := Outline([]byte(xml[:len(xml)-3]), 3); err == nil {
		t.Error("what is cut off has an outline")
	}
}
