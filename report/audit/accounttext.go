package audit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/rivo/uniseg"

	"plimsoll/report/problem"
)

// String is the account as a text: cells by sheet and outcome, then what was left out and what nobody reads.
func (a *Account) String() string {
	sheets := slices.DeleteFunc(a.Sheets(), func(s SheetAccount) bool { return s.Cells == 0 })
	total := SheetAccount{File: "all"}
	rows := [][]string{{"file", "sheet", "cells", "used", "information", "left out",
		"later", "example", "above", "no column", "no sheet"}}
	for i := range sheets {
		rows = append(rows, outcomeRow(&sheets[i]))
		total.Cells += sheets[i].Cells
		for outcome, n := range sheets[i].Outcomes {
			total.Outcomes[outcome] += n
		}
	}
	var out strings.Builder
	out.WriteString(aligned(append(rows, outcomeRow(&total)), "llr"))
	writeList(&out, "left out, and why", causeRows(sheets))
	writeList(&out, "columns that nobody reads", columnRows(sheets, NoColumn))
	writeList(&out, "columns for information: nothing is made of them", columnRows(sheets, Information))
	writeList(&out, "sheets that nobody reads", unmappedRows(sheets))
	writeList(&out, "not read at all", unreadRows(a.unread))
	fmt.Fprintf(&out, "\n%d cells hold something, %d are accounted for\n", total.Cells, total.Settled())
	if lost := total.Cells - total.Settled(); lost != 0 {
		fmt.Fprintf(&out, "%d are not: that is a fault of plimsoll, please report it\n", lost)
	}
	return out.String()
}

// writeList writes a list under its title; an empty one is not named.
func writeList(out *strings.Builder, title string, rows [][]string) {
	if len(rows) > 0 {
		out.WriteString("\n" + title + "\n" + aligned(rows, "lrl"))
	}
}

func outcomeRow(s *SheetAccount) []string {
	row := []string{problem.Printable(s.File), problem.Printable(s.Sheet), strconv.Itoa(s.Cells)}
	for _, n := range s.Outcomes[Used:] {
		if n == 0 {
			row = append(row, ".")
			continue
		}
		row = append(row, strconv.Itoa(n))
	}
	return row
}

// sheetPlace is a sheet as places name it, for one column of a list.
func sheetPlace(s *SheetAccount) string {
	return problem.Printable(problem.Place{File: s.File, Sheet: s.Sheet}.String())
}

func causeRows(sheets []SheetAccount) (rows [][]string) {
	for i := range sheets {
		for _, c := range sheets[i].Causes {
			rows = append(rows, []string{sheetPlace(&sheets[i]), strconv.Itoa(c.Cells),
				c.Severity.String() + " " + c.Code, placeList(c.Places)})
		}
	}
	return rows
}

// namedPlaces is how many places of one kind of problem are named; check lists them all anyway.
const namedPlaces = 6

func placeList(list []problem.Place) string {
	var names []string
	for _, p := range list[:min(len(list), namedPlaces)] {
		if name := p.Cell(); p.Column == 0 && p.Row > 0 {
			names = append(names, "row "+name)
		} else {
			names = append(names, name)
		}
	}
	out := strings.Join(names, ", ")
	if more := len(list) - namedPlaces; more > 0 {
		out += fmt.Sprintf(" and %d more", more)
	}
	return out
}

func columnRows(sheets []SheetAccount, outcome Outcome) (rows [][]string) {
	for i := range sheets {
		for _, c := range sheets[i].Columns {
			if c.Outcome != outcome {
				continue
			}
			heading := "no heading"
			if c.Heading != "" {
				heading = strconv.Quote(problem.Printable(c.Heading))
			}
			rows = append(rows, []string{sheetPlace(&sheets[i]), strconv.Itoa(c.Cells),
				problem.ColumnName(c.Column) + " " + heading})
		}
	}
	return rows
}

func unmappedRows(sheets []SheetAccount) (rows [][]string) {
	for i := range sheets {
		if n := sheets[i].Outcomes[NoSheet]; n > 0 {
			rows = append(rows, []string{sheetPlace(&sheets[i]), strconv.Itoa(n)})
		}
	}
	return rows
}

func unreadRows(problems []problem.Problem) (rows [][]string) {
	for _, p := range problems {
		rows = append(rows, []string{problem.Printable(p.Place.String()), "", p.Code + ": " + problem.Printable(p.Message)})
	}
	return rows
}

// aligned lays rows out in columns, l for those to the left and r for those to the right; the last letter is for all
// that follow. Wide characters count twice.
func aligned(rows [][]string, sides string) string {
	widths := make([]int, 0, 12)
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], uniseg.StringWidth(cell))
		}
	}
	var out strings.Builder
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			gap := strings.Repeat(" ", widths[i]-uniseg.StringWidth(cell))
			if sides[min(i, len(sides)-1)] == 'r' {
				cell, gap = gap, cell
			}
			line += "  " + cell + gap
		}
		out.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return out.String()
}
