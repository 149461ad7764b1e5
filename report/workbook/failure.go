package workbook

import (
	"errors"
	"fmt"
	"os"

	"plimsoll/report/internal/fileerr"
	"plimsoll/report/internal/grid"
	"plimsoll/report/problem"
)

// longestMessage is in UTF-16 units: a message may quote what a file says.
const longestMessage = 300

// damage is how an error is told of which nobody says more than that something is not as it should be.
type damage struct {
	code       *problem.Code
	says, hint string
}

var (
	damagedBook = damage{problem.UnreadableWorkbook, "the workbook is damaged: ",
		"open it in a spreadsheet program, repair it and save it again as .xlsx"}
	damagedSheet = damage{problem.TruncatedSheet, "the sheet is not whole: ",
		"open the workbook in a spreadsheet program and save it again; none of its rows were used"}
)

// codeOf are the codes of the hindrances that the rooms below know.
var codeOf = map[fileerr.Kind]*problem.Code{
	fileerr.UnreadableKind: problem.UnreadableWorkbook,
	fileerr.EncryptedKind:  problem.EncryptedWorkbook,
	fileerr.TruncatedKind:  problem.TruncatedSheet,
	fileerr.TooLargeKind:   problem.TooLarge,
	fileerr.EncodingKind:   problem.UnknownEncoding,
	fileerr.DelimiterKind:  problem.UnknownDelimiter,
}

// failure makes a problem of an error.
func failure(at problem.Place, err error, otherwise damage) problem.Problem {
	var known *fileerr.Error
	if errors.As(err, &known) {
		return codeOf[known.Kind].At(at, "%s", grid.Cut(known.Message, longestMessage)).Hinted(known.Hint)
	}
	return otherwise.code.At(at, "%s", grid.Cut(otherwise.says+err.Error(), longestMessage)).Hinted(otherwise.hint)
}

// carefully reads, and makes a problem of an error or a panic.
func (b *Book) carefully(read func() error) {
	at := problem.Place{File: b.File}
	defer func() {
		if r := recover(); r != nil {
			broke := fileerr.Unreadable(fmt.Sprintf("reading it broke down: %v", r), fileerr.SaveAgain)
			b.Sheets, b.Problems = nil, append(b.Problems, failure(at, broke, damagedBook))
		}
	}()
	if err := read(); err != nil {
		b.Problems = append(b.Problems, failure(at, err, damagedBook))
	}
}

// plain drops the path of this machine from an error of the operating system.
func plain(err error) string {
	var pathErr *os.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err.Error()
	}
	return err.Error()
}
