package disclosure

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"plimsoll/report/compose"
	"plimsoll/report/language"
)

// sections of the public document, in its order; their place is their number. Annexes have letters.
func sections() []string {
	return []string{"programme", "scope", "monitoring", "results", "remediation", "voice", "restatements", "method",
		"limitations", "assurance", "index"}
}

func annexes() []string { return []string{"factories", "byfactory", "limits"} }

// numbers are the numbers of sections and the letters of annexes.
func numbers() map[string]string {
	out := map[string]string{}
	for i, id := range sections() {
		out[id] = strconv.Itoa(i + 1)
	}
	for i, id := range annexes() {
		out[id] = string(rune('A' + i))
	}
	return out
}

// heading is the title of a section with its number, as the document prints it.
func heading(w *language.Words, id string) compose.Markup {
	key := "disclosure.heading"
	if slices.Contains(annexes(), id) {
		key = "disclosure.annex"
	}
	return w.Say(key, "number", Text(numbers()[id]), "title", w.Name("disclosure.section", id))
}

// item is one item of a standard: the sections that tell of it, and what there has to be in them. Where that is not
// there, the document does not cover the item, and says so.
type item struct {
	id       string // of its words: what it is called and what it asks
	sections string
	told     func(*PublicView) bool
}

// What there has to be for an item to be covered.
func always(*PublicView) bool        { return true }
func never(*PublicView) bool         { return false }
func hasCompany(v *PublicView) bool  { return !v.Draft.NoCompany }
func hasPolicy(v *PublicView) bool   { return v.Policies != "" || v.Code != "" }
func hasPolicies(v *PublicView) bool { return v.Policies != "" }
func hasTargets(v *PublicView) bool  { return v.Targets != "" || v.hasKind("target") }
func hasSums(v *PublicView) bool {
	return slices.ContainsFunc(v.Sums, func(s AreaSum) bool { return s.IsTold })
}
func hasVisits(v *PublicView) bool   { return len(v.Visits) > 0 }
func hasFindings(v *PublicView) bool { return len(v.Findings) > 0 }
func hasChannels(v *PublicView) bool { return len(v.Feedback) > 0 }
func hasContact(v *PublicView) bool  { return !v.Draft.NoContact }
func hasInjuries(v *PublicView) bool { return v.Injuries.Factories > 0 }
func isCompared(v *PublicView) bool  { return v.Compared }
func isAssured(v *PublicView) bool   { return v.Assurance.Text != "" }
func isApproved(v *PublicView) bool  { return !v.Draft.NotApproved && v.SignedBy != "" }
func hasNew(v *PublicView) bool      { return v.Suppliers.NewKnown }
func asksVoice(v *PublicView) bool   { return hasChannels(v) || hasInterviews(v) }

func hasInterviews(v *PublicView) bool {
	return slices.ContainsFunc(v.Visits, func(r Visits) bool { return r.Interviewed.Withheld || r.Interviewed.N > 0 })
}

func hasTraining(v *PublicView) bool {
	return slices.ContainsFunc(v.Training, func(t Training) bool { return t.Sessions > 0 })
}

func (v *PublicView) hasKind(kind string) bool {
	return slices.ContainsFunc(v.Limits, func(l compose.LimitRow) bool { return l.Kind == kind })
}

// hasPay says that pay is told of some factory against a minimum wage.
func hasPay(v *PublicView) bool {
	for _, t := range v.ByFactory {
		for _, r := range t.Rows {
			if l := r.Level; t.Area.Kind.OfPay() && l != nil && !math.IsNaN(l.Value) && l.Limit != nil {
				return true
			}
		}
	}
	return false
}

// hasGap says that the pay of women to that of men is told of some factory.
func hasGap(v *PublicView) bool {
	return slices.ContainsFunc(v.ByFactory, func(t ByFactory) bool {
		return slices.ContainsFunc(t.Rows, func(r Row) bool { return r.HasGap })
	})
}

// standards are those that the public document has an index for. They name where an item stands; that a document
// meets a standard only a company can say.
func standards() []struct {
	id    string
	items []item
} {
	return []struct {
		id    string
		items []item
	}{
		{"gri", gri()}, {"esrs", esrs()}, {"msa", modernSlavery()}, {"lksg", supplyChainAct()},
		{"canada", canada()}, {"norway", norway()}, {"pledge", pledge()},
	}
}

// gri are items of the GRI Standards (GRI 2 and 3: 2021, 202: 2016, 403: 2018, 405, 407–409, 414: 2016).
func gri() []item {
	return []item{
		{"gri-2-2", "scope factories", always},
		{"gri-2-3", "scope programme", hasContact},
		{"gri-2-4", "restatements", isCompared},
		{"gri-2-5", "assurance", isAssured},
		{"gri-2-6", "factories", always},
		{"gri-2-23", "programme", hasPolicy},
		{"gri-2-25", "remediation", hasFindings},
		{"gri-2-26", "voice limitations", asksVoice},
		{"gri-2-27", "results remediation", hasSums},
		{"gri-3-1", "", never},
		{"gri-3-3", "monitoring results remediation", hasVisits},
		{"gri-202-1", "byfactory", hasPay},
		{"gri-403-5", "voice", hasTraining},
		{"gri-403-7", "results", hasSums},
		{"gri-403-9", "voice", hasInjuries},
		{"gri-405-2", "byfactory", hasGap},
		{"gri-407-1", "", never},
		{"gri-408-1", "", never},
		{"gri-409-1", "", never},
		{"gri-414-1", "remediation", hasNew},
		{"gri-414-2", "remediation", hasVisits},
	}
}

// esrs are the disclosure requirements of ESRS S2 (Delegated Regulation (EU) 2023/2772).
func esrs() []item {
	return []item{
		{"esrs-1", "programme", hasPolicy},
		{"esrs-2", "monitoring voice", asksVoice},
		{"esrs-3", "voice remediation", hasChannels},
		{"esrs-4", "monitoring remediation", hasFindings},
		{"esrs-5", "programme limits", hasTargets},
	}
}

// modernSlavery are the six areas of section 54(5) of the UK Modern Slavery Act 2015, and its approval and signature
// (54(6)).
func modernSlavery() []item {
	return []item{
		{"msa-structure", "scope factories", hasCompany},
		{"msa-policies", "programme", hasPolicies},
		{"msa-diligence", "monitoring", hasVisits},
		{"msa-risk", "results limitations", hasSums},
		{"msa-effect", "results remediation", hasFindings},
		{"msa-training", "voice", hasTraining},
		{"msa-approval", "cover", isApproved},
	}
}

// supplyChainAct are the duties of the German Lieferkettensorgfaltspflichtengesetz, §§ 3 to 10.
func supplyChainAct() []item {
	return []item{
		{"lksg-3", "programme monitoring", hasVisits},
		{"lksg-4", "monitoring", hasVisits},
		{"lksg-5", "results", hasSums},
		{"lksg-6", "programme", hasPolicies},
		{"lksg-7", "remediation", hasFindings},
		{"lksg-8", "voice limitations", hasChannels},
		{"lksg-9", "", never},
		{"lksg-10", "method restatements", always},
	}
}

// canada are the items of section 11(3) of the Fighting Against Forced Labour and Child Labour in Supply Chains Act
// (S-211), and its approval (11(4)).
func canada() []item {
	return []item{
		{"canada-a", "scope factories", hasCompany},
		{"canada-b", "programme monitoring", hasPolicies},
		{"canada-c", "", never},
		{"canada-d", "", never},
		{"canada-e", "", never},
		{"canada-f", "", never},
		{"canada-g", "results remediation", hasFindings},
		{"canada-approval", "cover", isApproved},
	}
}

// norway are the items of § 5 of the Norwegian Transparency Act (åpenhetsloven), and whom to ask (§ 6).
func norway() []item {
	return []item{
		{"norway-a", "programme scope", hasPolicy},
		{"norway-b", "results remediation", hasSums},
		{"norway-c", "remediation", hasFindings},
		{"norway-signed", "cover", isApproved},
		{"norway-6", "limitations", hasContact},
	}
}

// pledge are the fields of the Transparency Pledge.
func pledge() []item {
	return []item{
		{"pledge-name", "factories", always},
		{"pledge-address", "factories", eachHas(func(f Factory) Text { return f.Address })},
		{"pledge-parent", "factories", eachHas(func(f Factory) Text { return f.Parent })},
		{"pledge-product", "factories", eachHas(func(f Factory) Text { return f.Product })},
		{"pledge-workers", "factories", eachHas(func(f Factory) Text { return Text(f.Band) })},
	}
}

// eachHas says that every factory of the list has a field.
func eachHas(field func(Factory) Text) func(*PublicView) bool {
	return func(v *PublicView) bool {
		return !slices.ContainsFunc(v.Factories, func(f Factory) bool { return field(f) == "" })
	}
}

// index tells where the items of standards stand.
func (d *disclosure) index(v *PublicView, pageOf func(heading string) int) []Standard {
	var out []Standard
	for _, standard := range standards() {
		table := Standard{ID: standard.id}
		for _, it := range standard.items {
			row := Item{ID: it.id}
			if it.told(v) {
				row.Where = d.places(it.sections, pageOf)
			}
			table.Rows = append(table.Rows, row)
		}
		out = append(out, table)
	}
	return out
}

// places are sections with their pages. The cover is the first.
func (d *disclosure) places(ids string, pageOf func(heading string) int) []Place {
	var out []Place
	for _, id := range strings.Fields(ids) {
		p := Place{Section: id, Number: numbers()[id], Page: 1}
		if id != "cover" {
			p.Page = pageOf(compose.Plain(string(heading(d.W, id))))
		}
		out = append(out, p)
	}
	return out
}
