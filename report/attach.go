package report

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"

	"plimsoll/report/compose"
	"plimsoll/report/internal/pdf"
	"plimsoll/report/standard"
)

// The files that every document carries.
const (
	attachedResults = "results.csv"
	attachedLimits  = "limits.csv"
)

// publicColumns are those of results.csv that the public document carries: nothing about single places, peers or rows.
func publicColumns() []string {
	return strings.Fields("factory_id period area indicator subject unit level qualifier n limit limit_kind limit_source within status measured_on " +
		"baseline_period baseline_level change verdict")
}

// limitColumns is the header of limits.csv.
func limitColumns() []string {
	return strings.Fields("area indicator subject jurisdiction kind limit unit from to averaging exchange basis temperature source clause url verified")
}

// attachments are the figures behind a document, as results.csv has them, and the limits they were held against. What a
// document may not tell is blank in them too.
func (j job) attachments() []pdf.Attachment {
	told, columns := j.source.Behind(j.factory), resultColumns()
	limits := compose.LimitsBehind(told)
	if j.text.Kind.Public {
		told, columns = j.source.Published(j.text.Words), publicColumns()
		limits = j.source.PublishedLimits(j.text.Words)
	}
	return []pdf.Attachment{
		{Name: attachedResults, Description: "The figures behind this document, unrounded", MIME: "text/csv", Relationship: "Data", Data: j.lines.tell(told, columns)},
		{Name: attachedLimits, Description: "The limits that they were held against", MIME: "text/csv", Relationship: "Source",
			Data: limitsCSV(limits, j.source.Standard)},
	}
}

// tell writes some columns of results, each without what may not be told.
func (l lines) tell(told []compose.Told, columns []string) []byte {
	all := resultColumns()
	out := csvLine(columns)
	for _, r := range told {
		if len(r.Blank) == 0 && len(columns) == len(all) {
			out = append(out, l[r.Result]...)
			continue
		}
		full := resultRow(r.Result)
		row := make([]string, len(columns))
		for i, c := range columns {
			if !slices.Contains(r.Blank, c) {
				row[i] = full[slices.Index(all, c)]
			}
		}
		out = append(out, csvLine(row)...)
	}
	return out
}

func limitsCSV(limits []*standard.Limit, std *standard.Standard) []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	_ = w.Write(limitColumns())
	for _, l := range limits {
		kind := std.Area(l.Area).Kind
		_ = w.Write([]string{l.Area, l.Indicator, l.Subject, l.Jurisdiction, l.Kind, figure(l.Limit), l.Unit, l.From.String(), l.To.String(),
			where(kind.OfAgents(), l.Averaging), where(kind.OfSound(), figure(l.Exchange)), l.Basis, known(l.Temperature), l.Source, l.Clause,
			where(strings.HasPrefix(l.URL, "http"), l.URL), strconv.FormatBool(l.Verified)})
	}
	w.Flush()
	return out.Bytes()
}

// where is a text where it means something, and else blank.
func where(means bool, text string) string {
	if !means {
		return ""
	}
	return text
}

// known is a figure that is blank where it is 0.
func known(v float64) string {
	if v == 0 {
		return ""
	}
	return figure(v)
}
