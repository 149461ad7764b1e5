package language

import "strings"

// A document in two languages: the second stands under the first or beside it.

// WithSecond puts a second language under this one, for documents in both.
func (w *Words) WithSecond(second *Words) *Words {
	both := *w
	both.second = second
	return &both
}

// Second is the language under this one, nil where there is none.
func (w *Words) Second() *Words { return w.second }

// Label is the language in file names: vi, or zh-Hans+en where there are two.
func (w *Words) Label() string {
	if w.second == nil {
		return w.Lang
	}
	return w.Lang + "+" + w.second.Lang
}

// heading is a word for a heading: in a document of two languages the second stands beside it.
func (w *Words) heading(key string) (Markup, error) {
	first, err := w.checkedWord(key)
	if err != nil || w.second == nil {
		return first, err
	}
	return w.AppendSecond(first, w.second.Word(key)), nil
}

// AppendSecond puts a text of the second language behind one of the first.
func (w *Words) AppendSecond(first, second Markup) Markup {
	return first + " " + w.second.small(second)
}

// Bilingual puts a text of the second language below one of the first.
func (w *Words) Bilingual(first, second Markup) Markup {
	return first + "<br>" + w.second.small(second)
}

// Sign is a sign that stands for words, which those hear who are read to.
func (w *Words) Sign(key, says string) Markup {
	return "[" + w.Word(key) + `]{says="` + Markup(unspoken.Replace(string(w.Word(says)))) + `"}`
}

// unspoken are characters that end what a sign says.
var unspoken = strings.NewReplacer(`"`, "", "{", "", "}", "", `\`, "")

// small sets a text of this language into one of another.
func (w *Words) small(text Markup) Markup {
	return "[" + text + "]{.small .muted lang=" + Markup(w.Lang) + "}"
}
