package audit

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// plainNumber is a number as text may write it where nothing is declared: a decimal point, no thousands mark, no unit.
var plainNumber = regexp.MustCompile(`^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$`)

// decimalMark is what the programme declares.
func (p *Programme) decimalMark() standard.DecimalMark {
	return map[string]standard.DecimalMark{"point": standard.DecimalPoint, "comma": standard.DecimalComma}[p.Decimal]
}

// marks finds the decimal mark that a table's own numbers show, column by column: all programs that write a workbook
// may have had a hand in it, one program wrote a text file.
type marks struct {
	t     *table
	std   *standard.Standard
	known map[int]standard.DecimalMark // by declared column; −1 for all of a text file
}

// of is the mark that the numbers of a column agree on.
func (m *marks) of(column int) standard.DecimalMark {
	if m.t.isText() {
		column = -1
	}
	found, looked := m.known[column]
	if !looked {
		found = m.look(column)
		m.known[column] = found
	}
	return found
}

func (m *marks) look(column int) standard.DecimalMark {
	found := standard.UnknownMark
	for i := range m.t.decl.Columns {
		if col := &m.t.decl.Columns[i]; column >= 0 && i != column || !isNumeric(col.Kind) || m.t.columns[i] == 0 {
			continue
		}
		for _, row := range m.t.rows {
			cell := row.At(m.t.columns[i])
			if cell.Kind != workbook.Text {
				continue
			}
			switch shows := m.std.MarkShownBy(cell.Text); {
			case shows == standard.UnknownMark:
			case found != standard.UnknownMark && shows != found:
				return standard.UnknownMark
			default:
				found = shows
			}
		}
	}
	return found
}

func isNumeric(kind string) bool {
	return kind == "number" || kind == "count" || kind == "share" || kind == "concentration"
}

// isText says whether the table is a text file.
func (t *table) isText() bool { return len(t.rows) > 0 && t.rows[0].Fields > 0 }

func (d *decoder) number(cell workbook.Cell) value {
	switch {
	case cell.Duration && d.col.Hours:
		return d.plausible(value{state: good, number: hoursOfDays(cell.Number)})
	case cell.Kind == workbook.Number:
		return d.plausible(value{state: good, number: cell.Number})
	case cell.Kind == workbook.Text && d.c.std.NotMeasured(cell.Text):
		return value{state: unmeasured}
	case cell.Kind != workbook.Text:
		return d.notANumber(cell)
	}
	number, v := d.textNumber(cell, cell.Text)
	if v.state == bad {
		return v
	}
	return d.plausible(value{state: good, number: number})
}

// textNumber reads a text, which is a cell or a part of it, as a number; where it is none, that is said, and the value
// is bad. The programme may declare its decimal mark, and then the other one parts thousands. Where it does not, a
// decimal point is the only mark of a number, and 60.000 is one only where other numbers of the column show that its
// point is decimal: nothing is guessed.
func (d *decoder) textNumber(cell workbook.Cell, s string) (float64, value) {
	m := d.c.data.Programme.decimalMark()
	if m == standard.UnknownMark && standard.Ambiguous(s) {
		if strings.Contains(s, ",") || d.marks.of(d.column) != standard.DecimalPoint {
			return 0, d.reject(problem.AmbiguousNumber.At(d.at, "%s can be read in two ways: %s or %s",
				problem.Quoted(cell.Text), standard.DecimalPoint.Plain(s), standard.DecimalComma.Plain(s)))
		}
	}
	switch {
	case m == standard.UnknownMark && plainNumber.MatchString(s):
		m = standard.DecimalPoint
	case m == standard.UnknownMark || !m.Fits(s):
		return 0, d.notANumber(cell)
	}
	number, err := strconv.ParseFloat(m.Plain(s), 64)
	if err != nil {
		return 0, d.reject(problem.OutOfRange.At(d.at, "%s is %s", d.col.Name, problem.Quoted(cell.Text)))
	}
	return number, value{state: good}
}

// hoursOfDays is a length of time in hours. A spreadsheet keeps it in days, so that hours and minutes come out by a
// hair less or more: to the second they are exact.
func hoursOfDays(days float64) float64 { return math.Round(days*24*3600) / 3600 }

func (d *decoder) notANumber(cell workbook.Cell) value {
	return d.reject(problem.NotANumber.At(d.at, "%s is not a number",
		problem.Quoted(shown(cell))).Hinted(d.numberHint(cell)))
}

// plausible holds a number against the range of its column. Values that come in several units are held later.
func (d *decoder) plausible(v value) value {
	col := d.col
	switch {
	case col.Field == "value" && v.number >= 0:
	case !col.Plausible(v.number):
		return d.outOfRange(v.number, col.Range())
	case (col.Kind == "count" || col.Kind == "share") && v.number < 0:
		return d.outOfRange(v.number, "0 or more")
	case col.Kind == "count" && v.number != float64(int64(v.number)):
		return d.outOfRange(v.number, "a whole number")
	case col.Kind == "share" && v.number > 1:
		return d.outOfRange(v.number, "0 to 1: write 4 % or 0.04")
	}
	return v
}

func (d *decoder) outOfRange(v float64, fits string) value {
	return d.reject(problem.OutOfRange.At(d.at, "%s is %s", d.col.Name, strconv.FormatFloat(v, 'g', -1, 64)).
		Hinted("plausible is " + fits))
}
