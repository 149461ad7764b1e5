package audit

import (
	"plimsoll/report/problem"
	"plimsoll/report/workbook"
)

// concentration reads a number, <0.5, or a laboratory's word for "not detected", with its limit or without.
func (d *decoder) concentration(cell workbook.Cell) value {
	if cell.Kind == workbook.Text {
		if limit, below := d.c.std.DetectionLimit(cell.Text); below {
			return d.belowDetection(cell, limit)
		}
	}
	v := d.number(cell)
	if v.state == good && v.number == 0 {
		d.report(problem.ZeroConcentration.At(d.at, "a concentration of 0 is used as it stands"))
	}
	return v
}

// belowDetection is a result below a limit, which stands in a column of its own where it is blank here.
func (d *decoder) belowDetection(cell workbook.Cell, limit string) value {
	if limit == "" {
		return value{state: good, below: true, noted: true}
	}
	number, v := d.textNumber(cell, limit)
	switch {
	case v.state == bad:
		return v
	case number <= 0:
		return d.reject(problem.OutOfRange.At(d.at, "the detection limit in %s is not above 0",
			problem.Quoted(cell.Text)).
			Hinted("write the laboratory's detection limit: <0.5"))
	}
	return value{state: good, number: number, below: true}
}
