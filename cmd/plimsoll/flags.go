package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"plimsoll/report"
)

// request is a command line as understood. Each command reads what its flags fill in.
type request struct {
	report.Options
	report.Asked
	words        []string // what is no flag, in its order
	quiet        bool
	show         string // the least grave problems that are told; blank = as the command has it
	json         bool
	strict       bool   // of verify
	into         string // of map: the file that the proposal goes to
	lang         string // of init
	passwordFile string
}

// option is a flag: parsing and help come from this one table.
type option struct {
	names    string // with a letter before it where it has one: "o, out"
	value    string // what stands for its value in the help; blank = it has none
	commands string // that have it
	target   func(r *request) any
	meaning  string
}

// The commands that a flag belongs to, where they are many.
const (
	readers = "run check map explain"
	all     = readers + " init"
)

// options are all flags, in the order in which help lists them.
func options() []option {
	return []option{
		{"o, out", "DIR", "run", func(r *request) any { return &r.Out },
			"where the documents go (default out)"},
		{"o, out", "FILE", "map", func(r *request) any { return &r.into },
			"write the proposal there (default: standard output); nothing is overwritten"},
		{"account", "", "check", func(r *request) any { return &r.Account },
			"what became of every cell: used, left out and why, or in a column or sheet that nobody reads"},
		{"annotate", "DIR", "check", func(r *request) any { return &r.Annotate },
			"copies of the workbooks that have problems: a comment and a fill on every cell with one, and a last " +
				"sheet that lists them with links. Nothing is overwritten; DIR lies beside the workbooks, not among " +
				"them"},
		{"indicator", "ID", "explain", func(r *request) any { return &r.Indicator },
			"only this one: exposure, concentration, …, or all"},
		{"subject", "S", "explain", func(r *request) any { return &r.Subject },
			"only this agent or process"},
		{"json", "", "explain", func(r *request) any { return &r.json },
			"for programs, numbers unrounded"},
		{"period", "2026-Q3", "run check explain", func(r *request) any { return &r.Period },
			"the quarter reported (default: the latest that holds at least 1 % of all readings)"},
		{"reports", "a,b", "run", func(r *request) any { return (*list)(&r.Reports) },
			"kinds of documents (default: all that exist)"},
		{"lang", "en,own", "run", func(r *request) any { return (*list)(&r.Languages) },
			"languages of every document; own adds each factory's own; zh-Hans+en sets the second under the first" +
				" (default en)"},
		{"lang", "zh-Hans", "init", func(r *request) any { return &r.lang },
			"the language of the workbook (default en)"},
		{"factory", "ID", "run", func(r *request) any { return (*each)(&r.Factories) },
			"only this factory; may be given several times"},
		{"templates", "DIR", all, func(r *request) any { return &r.Templates },
			"files here stand in front of the built-in ones, file by file"},
		{"mapping", "FILE", readers, func(r *request) any { return (*each)(&r.Mappings) },
			"how to read workbooks laid out in another way, or a folder of such files; may be given several times" +
				" (plimsoll map --help)"},
		{"previous", "FILE", "run", func(r *request) any { return &r.Previous },
			"results.csv of an earlier run: what is not the same now is restated in the quarterly report"},
		{"paper", "letter", "run", func(r *request) any { return &r.Paper },
			"the paper of every document, a4 or letter (default: that of theme.yaml)"},
		{"date", "2026-10-05", "run", func(r *request) any { return &r.Date },
			"the date of issue printed and stored (default: SOURCE_DATE_EPOCH, else the last day of the period)"},
		{"encoding", "NAME", readers, func(r *request) any { return &r.Encoding },
			"of text tables that do not say theirs: gb18030, windows-1252, windows-1258, …"},
		{"password-file", "FILE", readers, func(r *request) any { return &r.passwordFile },
			"passwords to try on locked workbooks, one a line; another stands in PLIMSOLL_PASSWORD"},
		{"strict", "", "run", func(r *request) any { return &r.Strict },
			"any problem of severity error: write no document"},
		{"strict", "", "verify", func(r *request) any { return &r.strict },
			"a file that the manifest does not name is a difference, whatever it is"},
		{"show", "note", "run check", func(r *request) any { return &r.show },
			"the least grave problems that are told: error, warning or note (default note; of run with -q: error)"},
		{"jobs", "N", "run check map explain", func(r *request) any { return &r.Jobs },
			"things done at once: reading, mapping, making documents (default: number of CPUs)"},
		{"q, quiet", "", "run check", func(r *request) any { return &r.quiet },
			"no progress; of run: nothing but errors"},
	}
}

func optionsOf(command string) []option {
	return slices.DeleteFunc(options(), func(o option) bool {
		return !slices.Contains(strings.Fields(o.commands), command)
	})
}

// list is a flag of words parted by commas, or given several times.
type list []string

func (l *list) String() string { return strings.Join(*l, ",") }

// Set adds words.
func (l *list) Set(s string) error {
	for _, word := range strings.Split(s, ",") {
		if word = strings.TrimSpace(word); word != "" {
			*l = append(*l, word)
		}
	}
	return nil
}

// each is a flag that may be given several times; its values may hold commas.
type each []string

func (e *each) String() string { return strings.Join(*e, ",") }

// Set adds a value.
func (e *each) Set(s string) error { *e = append(*e, s); return nil }

// errHelp says that help was asked for.
var errHelp = errors.New("help")

// parse reads the flags of a command and its words, in any order.
func parse(command string, args []string) (*request, error) {
	r := &request{Options: report.Options{Version: version, Revision: revision(), Out: "out"}, lang: "en"}
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	for _, o := range optionsOf(command) {
		for _, name := range strings.Split(o.names, ", ") {
			define(flags, name, o.target(r))
		}
	}
	var err error
	if r.words, err = anyOrder(flags, args); err != nil {
		return nil, err
	}
	if r.Jobs < 0 {
		return nil, fmt.Errorf("--jobs %d: give a number from 1 up", r.Jobs)
	}
	return r, nil
}

func define(flags *flag.FlagSet, name string, target any) {
	switch target := target.(type) {
	case *string:
		flags.StringVar(target, name, *target, "")
	case *bool:
		flags.BoolVar(target, name, *target, "")
	case *int:
		flags.IntVar(target, name, *target, "")
	case flag.Value:
		flags.Var(target, name, "")
	}
}

// anyOrder sets the flags of a command line and gives its words, whatever their order.
func anyOrder(f *flag.FlagSet, args []string) (words []string, err error) {
	for rest := args; ; {
		if err := f.Parse(rest); errors.Is(err, flag.ErrHelp) {
			return nil, errHelp
		} else if err != nil {
			return nil, errors.New(asWritten(err.Error()))
		}
		if f.NArg() == 0 || afterDashes(rest, f.NArg()) {
			return append(words, f.Args()...), nil
		}
		words, rest = append(words, f.Arg(0)), f.Args()[1:]
	}
}

// asWritten says what is wrong with a flag as people write flags.
func asWritten(message string) string {
	return strings.NewReplacer("flag provided but not defined: -", "there is no flag -",
		"flag needs an argument: -", "a value is missing after -",
		"invalid value ", "", " for flag -", " is no value of --").Replace(message)
}

// afterDashes says whether what is left came after --, and is words whatever it looks like.
func afterDashes(args []string, left int) bool {
	at := len(args) - left - 1
	return at >= 0 && args[at] == "--"
}
