// Command judge holds the rows that this program reads to those that excelize reads, cell by cell.
//
//	judge FOLDER|FILE... reads every workbook below, and judges it
//	judge -benchmark FILE writes a workbook of readings such as a benchmark needs, and judges it
//
// A cell that differs must be one of the exceptions that exceptions.go names with their reasons; they are counted. Any
// other difference is printed, and the status is 1.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"plimsoll/report/workbook"
)

func main() {
	benchmark := flag.String("benchmark", "", "write a workbook of readings into a `file`, and judge it")
	flag.Parse()
	paths := flag.Args()
	if *benchmark != "" {
		if err := writeBenchmark(*benchmark); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		paths = append(paths, *benchmark)
	}
	v, err := judge(paths)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	fmt.Print(v)
	if len(v.different) > 0 || v.cells == 0 {
		os.Exit(1)
	}
}

// verdict is what all workbooks came to.
type verdict struct {
	workbooks, sheets, cells int
	excused                  map[string]int // cells, sheets or workbooks by the reason of their exception
	different                []string
}

// judge reads every file at the paths.
func judge(paths []string) (*verdict, error) {
	v := &verdict{excused: map[string]int{}}
	for _, root := range paths {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err == nil && d.Type().IsRegular() {
				err = v.file(path)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	if len(paths) == 0 {
		return nil, errors.New("name a folder or a file to judge, or -benchmark FILE")
	}
	return v, nil
}

func (v *verdict) file(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	ours := workbook.Read(data, filepath.Base(path), workbook.Options{})
	if len(ours.Sheets) == 0 || !isPackage(data) {
		return nil
	}
	v.workbooks++
	theirs, err := open(data)
	if err != nil {
		v.say(path, "", finding{kind: cannotOpen, detail: err.Error()})
		return nil
	}
	defer theirs.Close()
	for _, sheet := range ours.Sheets {
		v.sheets++
		cells, found := compare(sheet, theirs)
		v.cells += cells
		for _, f := range found {
			v.say(path, sheet.Name, f)
		}
	}
	return nil
}

// say counts a finding that has an excuse, and keeps any other.
func (v *verdict) say(path, sheet string, f finding) {
	if reason := f.excuse(); reason != "" {
		v.excused[reason]++
		return
	}
	v.different = append(v.different, fmt.Sprintf("%s!%s!%s", path, sheet, f))
}

func (v *verdict) String() string {
	s := fmt.Sprintf("%d workbooks, %d sheets, %d cells that hold something\n", v.workbooks, v.sheets, v.cells)
	for _, reason := range slices.Sorted(maps.Keys(v.excused)) {
		s += fmt.Sprintf("%7d %s\n", v.excused[reason], reason)
	}
	for _, d := range v.different[:min(len(v.different), 50)] {
		s += "DIFFERENT " + d + "\n"
	}
	return s + fmt.Sprintf("%7d different\n", len(v.different))
}
