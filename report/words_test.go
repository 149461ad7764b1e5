package report

import (
	"regexp"
	"strings"
	"testing"

	"plimsoll/report/internal/layout"
	"plimsoll/templates"
)

// private are words that documents do not use, by language: our own ones instead of the trade's, and wrong plurals.
var private = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\b(within|beyond|under|over|keeps?) (the|its|their|every) line\b|\bThe line\b|(\(A\)|lx|%|[A-Z]{3}|m²|m³|h) held\b|\bWeight\b|` +
		`says that nothing was measured|From finding to the end|up to \d+ days|needs a look|Where the shoes`),
	"zh-Hans": regexp.MustCompile(`达标线|补差率|未判定|半通知|始于|\d+\s+小时|过期`),
	"vi":      regexp.MustCompile(`Trọng số|[Kk]ém nhất|pháp lý|người bị tai nạn|ổn định`),
	"es":      regexp.MustCompile(`\bPeso\b|[Cc]aducad|[Bb]recha cerrada|(dentro|fuera) del? (su )?límite`),
}

// singular are counts of one with the word for several.
var singular = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(^|[^\d.,–/])1 (factories|audits|workers|residents|places|readings|findings|days|visits|quarters|areas|limits|figures|` +
		`injuries|messages|people|persons)\b`),
	"es": regexp.MustCompile(`(^|[^\d.,–/])1 (fábricas|auditorías|trabajadores|residentes|lugares|mediciones|hallazgos|días|visitas|trimestres|ámbitos|` +
		`límites|cifras|lesiones|mensajes|personas)\b`),
}

// quoted are sentences of the programme's own and names, which are printed as they were written.
var quoted = strings.NewReplacer("every factory stands against the line in force", "", "are held up at customs", "")

// quotes undoes what a dump of the structure adds to the text.
var quotes = strings.NewReplacer("\\u00a0", " ", "\\\"", "\"")

// TestDocumentsSayItInWordsOfTheTrade reads all documents of the sample, in every language, with what is told of figures.
func TestDocumentsSayItInWordsOfTheTrade(t *testing.T) {
	o := options(t, "../sample-data")
	o.Languages = []string{"en", "zh-Hans", "vi", "es"}
	texts, list := prepared(t, o, templates.Files)
	for _, d := range list {
		m := laidOut(t, texts, d)
		text := quoted.Replace(quotes.Replace(layout.StructureOf(m.pages).Dump()))
		for what, words := range map[string]*regexp.Regexp{"says": private[m.Lang], "counts": singular[m.Lang]} {
			if words == nil {
				continue
			}
			if at := words.FindStringIndex(text); at != nil {
				t.Errorf("%s %s %q", d.path, what, text[max(0, at[0]-60):min(len(text), at[1]+60)])
			}
		}
	}
}
