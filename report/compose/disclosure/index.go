package disclosure

import (
	"slices"
	"strconv"
	"strings"

	"plimsoll/report/compose"
	"plimsoll/report/language"
)

// sections of the public document, in its order; their place is their number.
func sections() []string {
	return []string{"programme", "scope", "factories", "monitoring", "results", "remediation", "voice", "restatements", "method", "limitations", "assurance", "index"}
}

// heading is the title of a section with its number.
func heading(w *language.Words, id string) Markup {
	number := strconv.Itoa(slices.Index(sections(), id) + 1)
	return w.Say("disclosure.heading", "number", Text(number), "title", w.Name("disclosure.section", id))
}

// indexItem is one item of a standard with the sections that tell of it.
type indexItem struct {
	id       string // of its words: what it is called and what it asks
	sections string
}

// indexes are the standards that the public document has an index for. They name where an item stands; that a document meets
// a standard only a company can say.
func indexes() []struct {
	id    string
	items []indexItem
} {
	return []struct {
		id    string
		items []indexItem
	}{
		{"gri", []indexItem{{"gri-2-2", "scope factories"}, {"gri-2-3", "scope programme"}, {"gri-2-4", "restatements"}, {"gri-2-5", "assurance"}, {"gri-2-6", "factories"},
			{"gri-2-23", "programme"}, {"gri-2-25", "remediation"}, {"gri-2-26", "voice limitations"}, {"gri-2-27", "results remediation"}, {"gri-3-3", "monitoring results remediation"},
			{"gri-202-1", "results"}, {"gri-403-5", "voice"}, {"gri-403-7", "results"}, {"gri-414-2", "monitoring remediation"}}},
		{"esrs", []indexItem{{"esrs-1", "programme"}, {"esrs-2", "monitoring voice"}, {"esrs-3", "voice remediation"}, {"esrs-4", "monitoring remediation"}, {"esrs-5", "results"}}},
		{"msa", []indexItem{{"msa-structure", "scope factories"}, {"msa-policies", "programme"}, {"msa-diligence", "monitoring"}, {"msa-risk", "results limitations"},
			{"msa-effect", "results remediation"}, {"msa-training", "voice"}}},
		{"pledge", []indexItem{{"pledge-name", "factories"}, {"pledge-address", "factories"}, {"pledge-parent", "factories"}, {"pledge-product", "factories"}, {"pledge-workers", "factories"}}},
	}
}

// index tells where the items of standards stand.
func index(w *language.Words, pageOf func(heading string) int) []PublicIndex {
	var out []PublicIndex
	for _, standard := range indexes() {
		table := PublicIndex{Name: w.Name("disclosure.index", standard.id)}
		for _, item := range standard.items {
			var where []string
			for _, id := range strings.Fields(item.sections) {
				where = append(where, string(stands(w, heading(w, id), pageOf)))
			}
			table.Rows = append(table.Rows, IndexRow{Item: w.Name("disclosure.item", item.id), What: w.Name("disclosure.asks", item.id), Where: w.List("semicolon", where)})
		}
		out = append(out, table)
	}
	return out
}

// stands is a heading with its page.
func stands(w *language.Words, heading Markup, pageOf func(string) int) Markup {
	if page := pageOf(compose.Plain(string(heading))); page > 0 {
		return w.Say("disclosure.page", "heading", heading, "page", page)
	}
	return heading
}
