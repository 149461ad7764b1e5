package export

import (
	"slices"
	"strings"
	"unicode"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// factoryColumns is the header of factories.csv: the fields that Open Supply Hub takes.
func factoryColumns() []string {
	return strings.Fields("country name address sector product_type facility_type processing_type " +
		"number_of_workers parent_company os_id")
}

// Factories is factories.csv: the factories with which a relationship lasts at the end of a day. Names stay as they
// are, also where a spreadsheet would take them for a formula: the list is made for upload, not for reading. Sector and
// facility type stay blank, since no workbook says them.
func Factories(factories []*audit.Factory, end standard.Date) []byte {
	return table(factoryColumns(), func(yield func([]string) bool) {
		for _, f := range factories {
			lasts := f.Ended == 0 || f.Ended > end
			if lasts && !yield([]string{f.Country, oneLine(f.Name), oneLine(f.Address), "", several(f.Product), "",
				several(f.Processes), workerRange(f.Workers), oneLine(f.Parent), oneLine(f.OSID)}) {
				return
			}
		}
	})
}

// oneLine keeps control characters out of a cell.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
}

// several joins the parts of a list with bars.
func several(s string) string {
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",;|，；、", r) })
	for i, p := range parts {
		parts[i] = oneLine(p)
	}
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), "|")
}

// workerRange is the band of the Transparency Pledge in Open Supply Hub's words: the list is public, so that small
// factories give no number.
func workerRange(workers float64) string {
	return map[string]string{"to-1000": "Less than 1000", "to-5000": "1001-5000", "to-10000": "5001-10000",
		"over-10000": "More than 10000"}[benchmark.WorkerBand(workers)]
}
