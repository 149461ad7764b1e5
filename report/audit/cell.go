package audit

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// state says what became of a cell.
type state uint8

const (
	blank      state = iota
	good             // read
	bad              // a problem was reported; there is no value
	unmeasured       // says itself that nothing was measured
)

// value is a cell as its column understands it.
type value struct {
	state  state
	text   string
	number float64
	date   standard.Date
	period Period
	below  bool // number is a detection limit
	noted  bool // below, and the limit stands in a column of its own
	agent  *standard.Agent
	isomer string // of the agent, where one is named
}

// decoder reads the cells of one row.
type decoder struct {
	c   *collector
	at  problem.Place
	col *standard.Column
	who string // factory of the row, where known
}

// report says something about the cell that is being read.
func (d *decoder) report(p problem.Problem) { d.c.report(p.Of(d.who)) }

// reject says why the cell gives no value.
func (d *decoder) reject(p problem.Problem) value {
	d.report(p)
	return value{state: bad}
}

// decode reads a cell by the kind of its column.
func (d *decoder) decode(cell workbook.Cell) value {
	switch {
	case cell.Kind == workbook.Refused:
		return value{state: bad}
	case cell.Kind == workbook.Blank || d.saysNothing(cell):
		if d.col.Required {
			return d.reject(problem.MissingValue.At(d.at, "the cell under %s is blank", d.col.Name))
		}
		return value{}
	case cell.Kind == workbook.ErrorValue:
		return d.reject(problem.ErrorValue.At(d.at, "%s holds the error %s", d.col.Name, cell.Text))
	case cell.Kind == workbook.Uncached:
		return d.reject(problem.FormulaWithoutValue.At(d.at,
			"%s holds a formula that was saved without its value", d.col.Name))
	}
	switch d.col.Kind {
	case "number", "count", "share":
		return d.number(cell)
	case "concentration":
		return d.concentration(cell)
	case "date", "month":
		return d.date(cell)
	case "period":
		return d.period(cell)
	case "agent":
		return d.agent(cell)
	}
	return d.word(cell)
}

// saysNothing knows the marks, such as - and N/A, that stand for a blank where a word is not required: two rows with
// the worker code "-" are not one worker's day. Where no word decides what a reading is, they are no word either.
func (d *decoder) saysNothing(cell workbook.Cell) bool {
	switch d.col.Kind {
	case "text", "id", "word", "yesno", "process", "area":
		return cell.Kind == workbook.Text && !d.col.Required && !decides(d.col.Field) && d.c.std.NotMeasured(cell.Text)
	}
	return false
}

// word reads texts, ids and the words of closed and open lists.
func (d *decoder) word(cell workbook.Cell) value {
	written := cell.Plain()
	v := value{state: good, text: written}
	switch d.col.Kind {
	case "yesno":
		yes, ok := d.c.std.YesNo(written)
		if !ok {
			return d.reject(problem.UnknownWord.At(d.at, "%s is neither yes nor no", problem.Quoted(written)).
				Hinted("write yes or no"))
		}
		v.text = map[bool]string{true: "yes", false: "no"}[yes]
	case "word":
		word, ok := d.col.Word(written)
		if !ok {
			return d.reject(problem.UnknownWord.At(d.at,
				"%s is not a word for %s", problem.Quoted(written), d.col.Name).
				Hinted("write one of " + d.col.WordList()))
		}
		v.text = word
	case "process":
		id, known := d.c.std.Process(written)
		if !known {
			d.report(problem.UnknownProcess.At(d.at,
				"%s is no process known here; it is kept as %s", problem.Quoted(written), problem.Quoted(id)).
				Hinted("one of " + strings.Join(d.c.std.ProcessIDs(), ", ")))
		}
		v.text = id
	}
	return v
}

// decimal is a number as text may write it: a decimal point, no thousands mark, no unit.
var decimal = regexp.MustCompile(`^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$`)

func (d *decoder) number(cell workbook.Cell) value {
	number := cell.Number
	switch {
	case cell.Kind == workbook.Text && d.c.std.NotMeasured(cell.Text):
		return value{state: unmeasured}
	case cell.Kind == workbook.Text && decimal.MatchString(cell.Text):
		n, err := strconv.ParseFloat(cell.Text, 64)
		if err != nil {
			return d.reject(problem.OutOfRange.At(d.at, "%s is %s", d.col.Name, problem.Quoted(cell.Text)))
		}
		number = n
	case cell.Kind != workbook.Number:
		return d.reject(problem.NotANumber.At(d.at, "%s is not a number", problem.Quoted(shown(cell))).
			Hinted(d.numberHint(cell)))
	}
	return d.plausible(value{state: good, number: number})
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

// shown is a cell as a person sees it in the sheet, as far as that is known.
func shown(cell workbook.Cell) string {
	if cell.Kind != workbook.Date || cell.Number < 0 {
		return cell.Plain()
	}
	minutes := int(cell.Number*24*60 + 0.5)
	if cell.Number < 1 {
		return fmt.Sprintf("%d:%02d", minutes/60, minutes%60)
	}
	return cell.Plain()
}

var (
	clock     = regexp.MustCompile(`^(\d{1,2}):(\d{2})(:\d{2})?$`)
	withComma = regexp.MustCompile(`^[+-]?\d+,\d+$`)
	grouped   = regexp.MustCompile(`^[+-]?\d{1,3}([., ' \x{a0}]\d{3})+([.,]\d+)?$`)
	withUnit  = regexp.MustCompile(`^[+-]?[\d.,]+\s*\pL`)
)

// numberHint says what to write instead.
func (d *decoder) numberHint(cell workbook.Cell) string {
	written := shown(cell)
	if m := clock.FindStringSubmatch(written); m != nil {
		hours, _ := strconv.ParseFloat(m[1], 64)
		minutes, _ := strconv.ParseFloat(m[2], 64)
		return fmt.Sprintf("write hours as a number: %s, and format the cell as a number",
			strconv.FormatFloat(float64(int((hours+minutes/60)*100+0.5))/100, 'f', -1, 64))
	}
	switch {
	case written != norm.NFKC.String(written) && decimal.MatchString(norm.NFKC.String(written)):
		return "write it with ordinary digits: " + norm.NFKC.String(written)
	case cell.Kind == workbook.Date:
		return "the cell is formatted as a date: format it as a number and write the value again"
	case grouped.MatchString(written):
		return "write it without thousands marks and with a decimal point: 1200.5"
	case withComma.MatchString(written):
		return "write it with a decimal point: " + strings.Replace(written, ",", ".", 1)
	case d.col.Kind == "share":
		return "write a percent cell, or a share from 0 to 1: 0.04"
	case withUnit.MatchString(written) && d.col.Hint == "":
		return "write the number without its unit"
	case d.col.Hint != "":
		return d.col.Hint
	case d.col.Kind == "count":
		return "write a whole number such as 12"
	}
	return "write a number such as 12.5, or N/A where nothing was measured"
}

// concentration reads a number, <0.5, or a mark for "not detected".
func (d *decoder) concentration(cell workbook.Cell) value {
	if cell.Kind != workbook.Text {
		v := d.number(cell)
		if v.state == good && v.number == 0 {
			d.report(problem.ZeroConcentration.At(d.at, "a concentration of 0 is used as it stands"))
		}
		return v
	}
	if d.c.std.BelowDetection(cell.Text) {
		return value{state: good, below: true, noted: true}
	}
	text := strings.ReplaceAll(norm.NFKC.String(cell.Text), " ", "")
	if limit, isBelow := strings.CutPrefix(text, "<"); isBelow && decimal.MatchString(limit) {
		number, err := strconv.ParseFloat(limit, 64)
		if err != nil || number <= 0 {
			return d.reject(problem.OutOfRange.At(d.at,
				"the detection limit in %s is not above 0", problem.Quoted(cell.Text)).
				Hinted("write the laboratory's detection limit: <0.5"))
		}
		return value{state: good, number: number, below: true}
	}
	v := d.number(cell)
	if v.state == good && v.number == 0 {
		d.report(problem.ZeroConcentration.At(d.at, "a concentration of 0 is used as it stands"))
	}
	return v
}
