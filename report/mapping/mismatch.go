package mapping

import (
	"fmt"
	"iter"
	"slices"

	"plimsoll/report/problem"

	"plimsoll/report/mapping/declaration"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

func (a *applying) nearest(m *declaration.Mapping, x mismatch) {
	if before, any := a.outcome.mismatches[m]; !any || x.lacking < before.lacking {
		a.outcome.mismatches[m] = x
	}
}

// reportMismatches says of worksheets that are called as a mapping expects, and have other headings, what they lack. A
// mapping that says nothing of names, and of cells that prove nothing, claims no worksheet.
func (a *applying) reportMismatches(used map[*declaration.Mapping]bool, matches map[*workbook.Sheet][]match) {
	reported := map[*workbook.Sheet]bool{}
	defer func() { a.nearlyFits(reported) }()
	for _, m := range a.set.mappings {
		specific := len(m.Files) > 0 && !slices.ContainsFunc(m.Files, declaration.Pattern.Anything)
		if x, missed := a.outcome.mismatches[m]; missed && specific && !a.claims(m) && len(a.applied) == 0 {
			a.outcome.matched[m] = true
			a.report(x.at, problem.MappingMismatch,
				fmt.Sprintf("the file is called as the mapping %s expects, but %s; it was not applied", m.Name, x.message),
				"correct files: or test: in the mapping, or the name of the file")
			continue
		}
		claimed := used[m] || len(m.Test) > 0 || m.Own || specific
		if !claimed || !a.claims(m) {
			continue
		}
		for _, sheet := range a.sheets {
			if one := a.applied[sheet]; one == nil && a.readable(sheet) || one != nil && one.Mapping != m.Name {
				continue
			}
			reported[sheet] = a.reportMismatch(m, sheet, matches[sheet]) || reported[sheet]
		}
	}
}

// nearlyFits says of worksheets that nobody reads which mapping of the templates would, but for one heading. It claims
// nothing, so that this is but a note; of one that was given for the run it is said that it is not used.
func (a *applying) nearlyFits(reported map[*workbook.Sheet]bool) {
	for _, sheet := range a.sheets {
		if a.applied[sheet] != nil || reported[sheet] || a.readable(sheet) {
			continue
		}
		var nearest *mismatch
		var by *declaration.Mapping
		for _, m := range a.set.mappings {
			if m.Own || !a.claims(m) {
				continue
			}
			if x := a.nearestEntry(m, sheet); x != nil && (nearest == nil || x.had > nearest.had) {
				nearest, by = x, m
			}
		}
		if nearest != nil {
			a.book.Problems = append(a.book.Problems, problem.NearlyFits.At(nearest.at,
				"the mapping %s nearly fits this sheet, but %s; it was not applied", by.Name, nearest.message).Hinted(nearest.hint))
		}
	}
}

// nearestEntry is the mismatch of an entry that lacks one heading, or has one too many, and of which others are there.
func (a *applying) nearestEntry(m *declaration.Mapping, sheet *workbook.Sheet) (nearest *mismatch) {
	for _, entry := range m.Sheets {
		if !entry.Named(sheet.Name) {
			continue
		}
		if _, x := a.match(m, entry, sheet); x != nil && x.lacking == 1 && x.had >= fewest &&
			(nearest == nil || x.had > nearest.had) {
			nearest = x
		}
	}
	return nearest
}

// fewest is how many headings of a mapping a sheet must have for it to fit nearly.
const fewest = 2

// reportMismatch reports the entry that comes nearest of those that make a table which no fitting entry makes: an entry
// for an older form of the sheet is not missed where the newer one fits.
func (a *applying) reportMismatch(m *declaration.Mapping, sheet *workbook.Sheet, matches []match) bool {
	var nearest *mismatch
	for _, entry := range m.Sheets {
		if !entry.Named(sheet.Name) || entry.AnyName() || makesAll(matches, entry) {
			continue
		}
		if _, x := a.match(m, entry, sheet); x != nil && (nearest == nil || x.lacking < nearest.lacking) {
			nearest = x
		}
	}
	if nearest != nil {
		a.outcome.matched[m] = true
		a.report(nearest.at, problem.MappingMismatch,
			fmt.Sprintf("the sheet is called as the mapping %s expects, but %s; it was not read", m.Name, nearest.message),
			nearest.hint)
	}
	return nearest != nil
}

// makesAll says whether fitting entries make all tables of another one.
func makesAll(matches []match, entry *declaration.Sheet) bool {
	for _, t := range entry.Targets {
		made := slices.ContainsFunc(matches, func(f match) bool {
			return slices.ContainsFunc(f.entry.Targets, func(o *declaration.Target) bool { return o.Sheet == t.Sheet })
		})
		if !made {
			return false
		}
	}
	return true
}

// readable says whether a worksheet is one of the audit workbook's as it stands: no mapping is missed there.
func (a *applying) readable(sheet *workbook.Sheet) bool { return Readable(sheet, a.set.std) }

// Readable says whether a worksheet is one of the audit workbook's as it stands, by its name and its headings.
func Readable(sheet *workbook.Sheet, std *standard.Standard) bool {
	for _, decl := range std.AllSheets() {
		at := slices.IndexFunc(sheet.Rows, func(row workbook.Row) bool {
			return row.Index <= 20 &&
				decl.IsHeader(texts(row))
		})
		if decl.Named(sheet.Name) && at >= 0 {
			return !isSpread(sheet, sheet.Rows[at].Index)
		}
	}
	return false
}

// texts are the texts of a row.
func texts(row workbook.Row) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, c := range row.Cells {
			if c.Kind == workbook.Text && !yield(c.Text) {
				return
			}
		}
	}
}
