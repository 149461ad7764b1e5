// Command hostile writes workbooks with which documents may go wrong: one of a single factory with a single reading, and
// one of many factories whose every text is trouble.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/xuri/excelize/v2"
)

// troubles are texts that break something somewhere.
func troubles() []string {
	return []string{"# Mill | *x* [b](http://x) ![c](mark:within) `d` {{.Factory}}", "\u202eright to left\u202c", "مصنع الأحذية", "בית חרושת",
		"𠮷野家 㙟 🙂 👩‍🏭 🇻🇳", "a\x01b\x08c\u0085d\u2028e", "\ue000\uf8ff private", "\ufffe\uffff\ufeff", "e\u0301 \u1e9b\u0323 ﬁ ｶﾞ", strings.Repeat("Donaudampfschiff", 30),
		strings.Repeat("超长的名字", 60), "(((((", ")))))", `back\slash\`, "%PDF-1.7 endstream endobj", "<br> <b>&amp;</b> ]]>", "\u00a0\u3000\u200b\u200d", "x"}
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: hostile DIR")
		os.Exit(2)
	}
	single := map[string][][]any{
		"Factories": {{"Factory ID", "Name", "Country"}, {"VN-1", "Mill", "VN"}},
		"Noise":     {{"Factory ID", "Date", "Location", "Level"}, {"VN-1", "2026-08-03", "Hall", 84.1}},
	}
	write(filepath.Join(os.Args[1], "single", "audits.xlsx"), single)
	write(filepath.Join(os.Args[1], "many", "audits.xlsx"), many())
}

// many is a programme in which every factory has its own trouble in every text.
func many() map[string][][]any {
	book := map[string][][]any{
		"Programme": {{"Key", "Value"}},
		"Factories": {{"Factory ID", "Name", "Country", "Local name", "Address", "Workers", "Women", "Languages", "Parent company", "Processes"}},
		"Audits":    {{"Audit ID", "Factory ID", "Date", "Auditor", "Kind", "Workers interviewed"}},
		"Noise":     {{"Factory ID", "Date", "Location", "Level", "Workers"}},
		"Light":     {{"Factory ID", "Date", "Location", "Process", "Illuminance", "Workers"}},
		"Findings":  {{"Finding ID", "Factory ID", "Raised", "Area", "Finding", "Action", "Severity", "Corrective action", "Factory comment"}},
		"Training":  {{"Factory ID", "Date", "Topic", "Audience", "People", "Hours"}},
		"Feedback":  {{"Factory ID", "Period", "Channel", "Received", "Resolved"}},
	}
	add := func(sheet string, cells ...any) { book[sheet] = append(book[sheet], cells) }
	all := troubles()
	for i, key := range []string{"Programme", "Company", "Contact", "Code of conduct", "Statement", "Assurance"} {
		add("Programme", key, all[i])
	}
	for i := range 40 {
		text, other, id := all[i%len(all)], all[(i+5)%len(all)], fmt.Sprintf("F-%02d", i)
		add("Factories", id, text, "CN", other, text, 400+i, 200, []string{"zh-Hans", "ar, en", "zh} {.big", ""}[i%4], other, text)
		add("Audits", "A"+id, id, "2026-08-03", text, "internal", 40)
		for quarter := 1; quarter <= 7; quarter += 3 {
			date := fmt.Sprintf("2026-%02d-03", quarter)
			add("Noise", id, date, text, 80+i%12, 40)
			add("Light", id, date, other, "stitching", 400+10*i, 60)
		}
		add("Findings", "Q"+id, id, "2026-07-03", "Noise", text, "remediation", "critical", other, text)
		add("Training", id, "2026-08-03", text, "workers", 20, 2)
		add("Feedback", id, "2026-Q3", text, 12, 9)
	}
	return book
}

func write(at string, sheets map[string][][]any) {
	f := excelize.NewFile()
	defer f.Close()
	for sheet, rows := range sheets {
		_, err := f.NewSheet(sheet)
		check(err)
		for i, row := range rows {
			cell, _ := excelize.CoordinatesToCellName(1, i+1)
			check(f.SetSheetRow(sheet, cell, &row))
		}
	}
	check(f.DeleteSheet("Sheet1"))
	check(os.MkdirAll(filepath.Dir(at), 0o755))
	check(f.SaveAs(at))
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
