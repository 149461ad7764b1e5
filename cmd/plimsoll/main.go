// Command plimsoll reads audit workbooks and makes the documents of the programme.
package main

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"
)

// version is printed, and stored in every document and manifest.
const version = "0.1.0"

// The exit statuses, as the README has them.
const (
	exitOK      = 0
	exitLeftOut = 1 // documents written, but some input was left out; verify: there are differences
	exitUsage   = 2 // wrong usage or configuration, nothing written
	exitFailed  = 3 // a document could not be made, or --strict stopped the run
)

// The garbage collector waits until the heap has trebled, since a run is short; but not beyond so many bytes.
const (
	collectAt   = 200
	memoryLimit = 640 << 20
)

func main() {
	debug.SetGCPercent(collectAt)
	debug.SetMemoryLimit(memoryLimit)
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// run is the whole command.
func run(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(stderr, usageText)
		return exitUsage
	}
	switch args[0] {
	case "run":
		return runCommand(args[1:], stdout, stderr)
	case "check":
		return checkCommand(args[1:], stdout, stderr)
	case "map":
		return mapCommand(args[1:], stdout, stderr)
	case "explain":
		return explainCommand(args[1:], stdout, stderr)
	case "init":
		return initCommand(args[1:], stdout, stderr)
	case "verify":
		return verifyCommand(args[1:], stdout, stderr)
	case "version", "--version":
		fmt.Fprintln(stdout, "plimsoll", version)
		return exitOK
	case "help", "--help", "-h":
		fmt.Fprint(stdout, usageText)
		return exitOK
	}
	return misused(stderr, fmt.Sprintf("there is no command %q", args[0]), "run, check, map, explain, init, verify or version; plimsoll --help explains them")
}

// misused prints an error of usage with its hint.
func misused(stderr io.Writer, message, hint string) int {
	fmt.Fprintln(stderr, "error:", message)
	if hint != "" {
		fmt.Fprintln(stderr, "hint:", hint)
	}
	return exitUsage
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

const runText = `plimsoll run [flags] PATH...

Reads every workbook (.xlsx, .xlsm) and text table (.csv, .tsv) at the paths (folders with all they hold) and writes the
documents of the period into the output folder. A PATH that begins with a dash goes after --.

  -o, --out DIR        where the documents go (default out)
  --period 2026-Q3     the quarter reported (default: the latest that holds at least 1 % of all readings)
  --reports a,b        kinds of documents (default: all that exist)
  --lang en,own        languages of every document; own adds each factory's own; zh-Hans+en sets the second under the
                       first (default en)
  --factory ID         only this factory; may be given several times
  --templates DIR      files here stand in front of the built-in ones, file by file
  --mapping FILE       how to read workbooks laid out in another way, or a folder of such files; may be given several times
                       (plimsoll map --help)
  --previous FILE      results.csv of an earlier run: what is not the same now is restated in the quarterly report
  --paper letter       the paper of every document, a4 or letter (default: that of theme.yaml)
  --date 2026-10-05    the date of issue printed and stored (default: SOURCE_DATE_EPOCH, else the last day of the period)
  --encoding NAME      of text tables that do not say theirs: gb18030, windows-1252, windows-1258, …
  --password-file FILE passwords to try on locked workbooks, one a line; another stands in PLIMSOLL_PASSWORD
  --strict             any problem of severity error: write no document
  --jobs N             documents made at once (default: number of CPUs)
  -q, --quiet          no progress

Exit status: 0 every document written, no error-level problem; 1 documents written, but some input was left out (each
is listed); 2 wrong usage or configuration, nothing written; 3 a document could not be made, or --strict stopped the run.
`

const checkText = `plimsoll check [flags] PATH...

Reads the workbooks and lists every problem with its cell and a hint; writes nothing but what --annotate asks for.

  --account            what became of every cell: used, left out and why, or in a column or sheet that nobody reads
  --annotate DIR       copies of the workbooks that have problems: a comment and a fill on every cell with one, and a last
                       sheet that lists them with links. Nothing is overwritten; DIR lies beside the workbooks, not among them
  --period 2026-Q3     the quarter that would be reported
  --templates DIR      files here stand in front of the built-in ones, file by file
  --mapping FILE       how to read workbooks laid out in another way, or a folder of such files; may be given several times
                       (plimsoll map --help)
  --encoding NAME      of text tables that do not say theirs: gb18030, windows-1252, windows-1258, …
  --password-file FILE passwords to try on locked workbooks, one a line; another stands in PLIMSOLL_PASSWORD
  --jobs N             workbooks read at once (default: number of CPUs)
  -q, --quiet          no progress

A session:
  $ plimsoll check --annotate marked audits/
  error audits.xlsx!Noise!F14 not-a-number: "84dB" is not a number (hint: write the level without its unit)
  1 workbook annotated in marked
  1 error, 0 warnings, 0 notes

Exit status: 0 no error-level problem, 1 some, 2 wrong usage, or a copy would take the place of a file.
`

const verifyText = `plimsoll verify OUT...

Holds a folder that run wrote into (OUT, or one of its periods) against its manifest.json: every file there, every SHA-256 right, and the
figures inside every PDF equal to results.csv. Prints a line for each difference. Files that the manifest does not name, such as documents of an
earlier run with other arguments, are noted.

Exit status: 0 no difference, 1 some, 2 wrong usage, or there is no manifest.
`

const mapText = `plimsoll map [flags] WORKBOOK...

Proposes a mapping: a file that says how to read workbooks that are not laid out as the audit workbook. It holds what was
recognised (tables, headers, columns, units, dates), how surely and by what, for you to review. What is not sure stands as a
remark, or as ??? where something must stand; while one is left, the mapping does not load. Nothing is applied by itself.
Give several workbooks of one kind together; the programme's own workbooks beside them tell which factories there are.

  -o, --out FILE       write the proposal there (default: standard output); nothing is overwritten
  --mapping FILE       what this mapping reads already is not proposed again; a folder stands for all mappings in it
  --templates DIR      files here stand in front of the built-in ones, file by file
  --encoding NAME      of text tables that do not say theirs: gb18030, windows-1252, windows-1258, …
  --password-file FILE passwords to try on locked workbooks, one a line; another stands in PLIMSOLL_PASSWORD

A session:
  $ plimsoll map lab.xlsx -o lab.yaml
  $ $EDITOR lab.yaml
  $ plimsoll check --mapping lab.yaml lab.xlsx
  $ plimsoll run --mapping lab.yaml audits/

Exit status: 0 proposed, or every sheet is read already; 1 nothing can be mapped; 2 wrong usage, or the FILE exists already.
`

const initText = `plimsoll init [flags] DIR

Writes what a programme starts with into the folder DIR, which is made if there is none:

  audit-workbook.xlsx  every sheet with its headings, notes that explain them, dropdowns and an example row
  templates/           a copy of the templates (areas, limits, languages, reports, …) to change; run them with --templates

  --lang zh-Hans       the language of the workbook (default en)
  --templates DIR      files here stand in front of the built-in ones, file by file: the workbook has their areas too

Nothing is ever overwritten. A DIR that begins with a dash goes after --.

Exit status: 0 both written, 2 wrong usage, or one of the two is there already and nothing was written, 3 the disk failed.
`
