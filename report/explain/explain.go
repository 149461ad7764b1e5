// Package explain shows how the figures of one factory and area came about: readings with their cells, conversions, the
// limits and why one governs, and every formula with its numbers. It formats what package benchmark computed.
//
// The schema of the JSON is stable: fields may be added, none is renamed or changes its meaning. Numbers are unrounded,
// null where there is none; places are strings (audits.xlsx!Noise!F14); days are 2026-07-14, quarters 2026-Q3.
//
//	factory, area, period   what was asked for; period is the reported quarter
//	measured                the quarter that results are about: the last one measured, up to period; blank if never
//	reason                  why there is no figure at all; else blank
//	carried                 the row of results.csv for period, where nothing was measured in it
//	results[]               one per row of results.csv of the quarter measured:
//	  row                   the row, field by field as in results.csv, its sources as row places
//	  name                  in words; agents by their name
//	  units[]               what was judged: exposures, readings, indices, rooms, buildings, rows of pay, places
//	    number, name, date, weight, value, unit, below, detection_limit, spot
//	    held                what was held against the limit, where that is not value
//	    limit, state, why   the limit in the unit of the result; within, beyond, not-judged, no-limit; in words
//	    limits              which of the result's sets of limits
//	    formula             from the readings to value
//	    readings[]          place of the row; cells[] (place, column, text); number, unit, factor, offset,
//	                        value, conversion
//	    lost[]              rows that an exposure lacks, which is beyond its limit all the same
//	    hindrance           of all: why it cannot be within: not-whole (something was left out there), pay-left-out
//	    judged_by[]         of all, and of a mixture: indicator, subject, name, unit (its number there), value, limit,
//	                        state, place
//	  limits[][]            the sets of limits in force: value, unit, as_printed, kind, jurisdiction, averaging, source,
//	                        clause, from, to, url, conversion (by the hour, or from ppm), place (of the sheet Limits, or the
//	                        file), verified, governs, why
//	  steps[]               figure (level, within, worst, baseline, change, verdict, …), value, formula
//	  series[]              the earlier quarters: period, value, below, n, within, status, verdict
//	  other_rows[]          rows among the sources that are part of no unit
//	left_out[]              rows of the quarter measured that enter no result; problems say why
//	problems[]              about this factory and area: severity, code, place, message, hint
package explain

import (
	"encoding/json"
	"math"
	"strconv"
)

// Number is NaN where there is none, in JSON null.
type Number float64

// MarshalJSON gives the shortest form that reads back the same.
func (n Number) MarshalJSON() ([]byte, error) {
	if math.IsNaN(float64(n)) || math.IsInf(float64(n), 0) {
		return []byte("null"), nil
	}
	return strconv.AppendFloat(nil, float64(n), 'f', -1, 64), nil
}

// Explanation is of one factory and area; the package comment has the fields.
type Explanation struct {
	Factory  Factory   `json:"factory"`
	Area     string    `json:"area"`
	Period   string    `json:"period"`
	Measured string    `json:"measured"`
	Reason   string    `json:"reason"`
	Carried  *Row      `json:"carried"`
	Results  []Result  `json:"results"`
	LeftOut  []string  `json:"left_out"`
	Problems []Problem `json:"problems"`
}

// Factory is as the sheet Factories has it.
type Factory struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Country    string `json:"country"`
	Region     string `json:"region"`
	WageRegion string `json:"wage_region"`
}

// Row is a row of results.csv.
type Row struct {
	Period         string   `json:"period"`
	Indicator      string   `json:"indicator"`
	Subject        string   `json:"subject"`
	Unit           string   `json:"unit"`
	Level          Number   `json:"level"`
	Qualifier      string   `json:"qualifier"`
	N              *int     `json:"n"`
	Weight         Number   `json:"weight"`
	Limit          Number   `json:"limit"`
	LimitKind      string   `json:"limit_kind"`
	LimitSource    string   `json:"limit_source"`
	Within         Number   `json:"within"`
	Worst          Number   `json:"worst"`
	WorstPlace     string   `json:"worst_place"`
	Status         string   `json:"status"`
	MeasuredOn     string   `json:"measured_on"`
	BaselinePeriod string   `json:"baseline_period"`
	BaselineLevel  Number   `json:"baseline_level"`
	Change         Number   `json:"change"`
	Verdict        string   `json:"verdict"`
	GapClosed      Number   `json:"gap_closed"`
	TrendPerYear   Number   `json:"trend_per_year"`
	PeersN         *int     `json:"peers_n"`
	PeersMedian    Number   `json:"peers_median"`
	RealChange     Number   `json:"real_change"`
	Compliance     string   `json:"compliance"`
	UTL            Number   `json:"utl"`
	Cost           Number   `json:"cost"`
	Sources        []string `json:"sources"`
}

// Result is one figure and how it came about.
type Result struct {
	Row       Row       `json:"row"`
	Name      string    `json:"name"`
	Units     []Unit    `json:"units"`
	Limits    [][]Limit `json:"limits"`
	Steps     []Step    `json:"steps"`
	Series    []Earlier `json:"series"`
	OtherRows []string  `json:"other_rows"`

	unitsName string // what its units are called
}

// Unit is one thing that was judged.
type Unit struct {
	Number    int            `json:"number"`
	Name      string         `json:"name"`
	Date      string         `json:"date"`
	Weight    Number         `json:"weight"`
	Value     Number         `json:"value"`
	Unit      string         `json:"unit"`
	Below     bool           `json:"below"`
	Detection Number         `json:"detection_limit"`
	Spot      string         `json:"spot"`
	Held      Number         `json:"held"`
	Limit     Number         `json:"limit"`
	State     string         `json:"state"`
	Why       string         `json:"why"`
	Limits    int            `json:"limits"` // from 1; 0 where none are in force
	Formula   string         `json:"formula"`
	Readings  []ReadRow      `json:"readings"`
	JudgedBy  []Contribution `json:"judged_by"`
	Lost      []string       `json:"lost"`
	Hindrance string         `json:"hindrance"`
}

// ReadRow is one row of a workbook.
type ReadRow struct {
	Place      string `json:"place"`
	Rows       string `json:"rows"` // those it was made of, where they are several; Place is the first
	Cells      []Cell `json:"cells"`
	Number     Number `json:"number"`
	Unit       string `json:"unit"` // as written
	Factor     Number `json:"factor"`
	Offset     Number `json:"offset"` // value = (number + offset) × factor
	Value      Number `json:"value"`  // in the unit of the area; ppm where it was by volume
	Conversion string `json:"conversion"`

	main Cell
}

// Cell is a cell of a reading's row that holds something.
type Cell struct {
	Place  string `json:"place"`
	Column string `json:"column"` // the declared heading
	Text   string `json:"text"`

	at    string
	tells bool // it enters the figure
}

// Contribution is a unit of another indicator that a place, a room, a row of pay or a mixture is made of.
type Contribution struct {
	Indicator string `json:"indicator"`
	Subject   string `json:"subject"`
	Name      string `json:"name"`
	Unit      int    `json:"unit"`
	Value     Number `json:"value"`
	Limit     Number `json:"limit"`
	State     string `json:"state"`
	Place     string `json:"place"`
}

// Limit is one that is in force for a unit.
type Limit struct {
	Value        Number `json:"value"`
	Unit         string `json:"unit"`
	AsPrinted    string `json:"as_printed"`
	Conversion   string `json:"conversion"`
	Kind         string `json:"kind"`
	Jurisdiction string `json:"jurisdiction"`
	Subject      string `json:"subject"`
	Averaging    string `json:"averaging"`
	Source       string `json:"source"`
	Clause       string `json:"clause"`
	From         string `json:"from"`
	To           string `json:"to"`
	URL          string `json:"url"`
	Place        string `json:"place"`
	Verified     bool   `json:"verified"`
	Governs      bool   `json:"governs"`
	Why          string `json:"why"`
}

// Step is one figure of the row, with the formula that gave it.
type Step struct {
	Figure  string `json:"figure"`
	Value   Number `json:"value"`
	Formula string `json:"formula"`
}

// Earlier is an earlier quarter.
type Earlier struct {
	Period  string `json:"period"`
	Value   Number `json:"value"`
	Below   bool   `json:"below"`
	N       int    `json:"n"`
	Within  Number `json:"within"`
	Status  string `json:"status"`
	Verdict string `json:"verdict"`
	Same    bool   `json:"same_series"` // it belongs to the unbroken series up to the quarter measured
}

// Problem is one about the factory and area.
type Problem struct {
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Place    string `json:"place"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
}

// HasFigure says that there is something to explain.
func (e *Explanation) HasFigure() bool { return len(e.Results) > 0 }

// JSON is the explanation for programs, indented, with a line's end.
func (e *Explanation) JSON() ([]byte, error) {
	text, err := json.MarshalIndent(e, "", "  ")
	return append(text, '\n'), err
}
