package main

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// The columns of a list of flags: where their meaning begins, and where its lines end.
const (
	meaningAt = 23
	lineEnd   = 120
)

// help is a command's help: what it does, its flags, and what follows.
func (c *command) help() string {
	var out strings.Builder
	out.WriteString("plimsoll " + c.name + " [flags] " + c.takes + "\n\n" + c.about)
	if flags := optionsOf(c.name); len(flags) > 0 {
		out.WriteString("\n")
		for _, o := range flags {
			out.WriteString(o.help())
		}
	}
	out.WriteString("\n" + c.after)
	return out.String()
}

// help is the lines of a flag.
func (o option) help() string {
	names := "--" + o.names
	if short, long, two := strings.Cut(o.names, ", "); two {
		names = "-" + short + ", --" + long
	}
	if o.value != "" {
		names += " " + o.value
	}
	var out strings.Builder
	line := fmt.Sprintf("  %-*s", meaningAt-3, names)
	for word := range strings.FieldsSeq(o.meaning) {
		if utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > lineEnd {
			out.WriteString(line + "\n")
			line = strings.Repeat(" ", meaningAt-1)
		}
		line += " " + word
	}
	out.WriteString(line + "\n")
	return out.String()
}

const usageText = `plimsoll holds factories against the line that law, code or living wage draws.

  plimsoll run   PATH...   read the workbooks, write every document of the period
  plimsoll check PATH...   read the workbooks, list every problem; --annotate DIR marks them in copies
  plimsoll map   PATH...   propose how to read workbooks that are laid out in another way
  plimsoll explain FACTORY AREA [PERIOD] [PATH...]
                           show how a figure came about, cell by cell
  plimsoll init  DIR       a blank audit workbook and an editable copy of the templates
  plimsoll verify OUT      hold a finished folder against its manifest, and every document's data against results.csv
  plimsoll version

A session:
  $ plimsoll check audits/
  error audits.xlsx!Noise!F14 not-a-number: "84dB" is not a number (hint: write the level without its unit)
  1 error, 0 warnings, 0 notes
  $ plimsoll run audits/
  2026-Q3: 10 documents and results.csv, problems.csv, manifest.json in out/2026-Q3

plimsoll COMMAND --help lists the flags.
`
