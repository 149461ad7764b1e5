package main

import (
	"fmt"
	"os"

	"plimsoll/report"
	"plimsoll/report/standard"
	"plimsoll/templates"
)

func main() {
	std, err := standard.Load(templates.Files)
	if err != nil {
		fmt.Println(err)
		os.Exit(2)
	}
	o := report.Options{Paths: os.Args[1:], Period: os.Getenv("PERIOD")}
	in, err := report.Read(o, std, nil)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	for _, p := range in.Problems {
		fmt.Fprintln(os.Stderr, p)
	}
	os.Stdout.Write(report.ResultsCSV(in.Results))
}
