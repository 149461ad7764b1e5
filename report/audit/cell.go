package audit

import (
	"fmt"
	"strings"

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
	clock  int // seconds of the day, of a date
	period Period
	below  bool // number is a detection limit
	noted  bool // below, and the limit stands in a column of its own
	agent  *standard.Agent
	isomer string // of the agent, where one is named
}

// decoder reads the cells of one row.
type decoder struct {
	c   *Collector
	at  problem.Place
	col *standard.Column
	who string // factory of the row, where known

	column int // number of col among the declared ones
	marks  *marks
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
	if d.col.Field == "value" && d.c.std.NotMeasured(written) {
		return value{state: unmeasured}
	}
	v := value{state: good, text: written}
	switch d.col.Kind {
	case "yesno":
		yes, ok := d.c.std.YesNo(written)
		if !ok {
			return d.reject(problem.UnknownWord.At(d.at, "%s is neither yes nor no", problem.Quoted(written)).
				Hinted("write yes or no"))
		}
		v.text, v.number = map[bool]string{true: "yes", false: "no"}[yes], map[bool]float64{true: 1}[yes]
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

// shown is a cell as a person sees it in the sheet, as far as that is known.
func shown(cell workbook.Cell) string {
	if cell.Kind != workbook.Date || cell.Number < 0 {
		return cell.Plain()
	}
	minutes := int(cell.Number*24*60 + 0.5)
	if cell.Number < 1 || cell.Duration {
		return fmt.Sprintf("%d:%02d", minutes/60, minutes%60)
	}
	return cell.Plain()
}
