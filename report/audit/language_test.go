package audit

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestProgrammeIn: each text stands in the language of the document where it is given in it, else as it is.
func TestProgrammeIn(t *testing.T) {
	p := Programme{Name: "Harbour", Statement: "We measure.", Company: "Harbour Ltd", Spoken: map[SpokenKey]string{
		{"Programme", "zh-Hans"}: "海港", {"Statement", "zh-CN"}: "我们测量。", {"Statement", "vi"}: "Chúng tôi đo.",
		{"Company", "zh-Hant"}: "海港有限公司", {"Assurance", "vi"}: "Đã kiểm tra.",
	}}
	for tag, want := range map[string][4]string{
		"en":      {"Harbour", "We measure.", "Harbour Ltd", ""},
		"zh-Hans": {"海港", "我们测量。", "Harbour Ltd", ""},
		"zh-TW":   {"Harbour", "We measure.", "海港有限公司", ""},
		"vi":      {"Harbour", "Chúng tôi đo.", "Harbour Ltd", "Đã kiểm tra."},
	} {
		in := p.In(tag)
		if diff := cmp.Diff(want, [4]string{in.Name, in.Statement, in.Company, in.Assurance}); diff != "" {
			t.Errorf("%s: %s", tag, diff)
		}
	}
	if !p.Gives("Statement", "zh-Hans") || p.Gives("Statement", "es") || p.Gives("Statement", "no such tag") {
		t.Error("what is given in which language")
	}
	if p.Statement != "We measure." {
		t.Error("the programme has changed")
	}
}

func TestLanguageTags(t *testing.T) {
	f := &Factory{Languages: "zh-Hans，vi; Klingon!, km"}
	known, unknown := f.LanguageTags()
	if len(known) != 3 || len(unknown) != 1 || unknown[0] != "Klingon!" {
		t.Error(known, unknown)
	}
}
