// Package audit makes records of the rows of workbooks: the programme, factories, readings, findings and what else
// auditors bring back. What cannot be read becomes a problem with its place, never a zero and never a guess.
//
// In go books of raw cells (package workbook), sorted by file, some of whose sheets a mapping made. Out come Data and the
// problems. The way of a row, and the file that has each step:
//
//  1. table.go finds the sheets by their names and says which were not read; header.go finds the row of headings, and which
//     column is which.
//  2. collect.go reads the tables: Programme and Factories of all books first, since the settings say how numbers and
//     dates are written, and a row counts only where its factory is known.
//  3. beside.go passes over rows that are none of the table's: notes, and the headings once more.
//  4. record.go decodes the other rows cell by cell: cell.go by the kind of the column, number.go, concentration.go and
//     date.go what people write there. numberhint.go, datehint.go and era.go find out what may have been meant.
//  5. reading.go, limits.go, lists.go, factory.go and settings.go make records of rows that stand; lost.go keeps what a row
//     that does not stand would have been a part of.
//  6. repeat.go knows rows that were sent twice; reference.go, log.go and warn.go look at records side by side.
//  7. period.go finds the quarter that is reported.
//
// Whoever leaves a cell out says so to the Account (account.go), which at the end knows of each cell what became of it;
// accountsum.go counts them, and accounttext.go writes the lists of check --account.
//
//	data, problems := audit.Collect(books, std)
//	// error a.xlsx!Noise!D2 not-a-number: "84dB" is not a number (hint: write the level without its unit: 84)
package audit
