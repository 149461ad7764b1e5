// Command make writes a programme of many factories, to measure with: go run ./report/internal/workload/make N DIR.
package main

import (
	"fmt"
	"os"
	"strconv"

	"plimsoll/report/internal/workload"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: make N DIR")
		os.Exit(2)
	}
	n, err := strconv.Atoi(os.Args[1])
	if err == nil {
		err = workload.Write(os.Args[2], n)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
