package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// grace is how long a command may take to clear away what it has begun.
const grace = 10 * time.Second

// untilSignal carries a command out, and ends it early where somebody asks the program to end: it clears away what it
// has begun, and the exit status is 128 and the signal's number. A second signal ends it at once.
func untilSignal(stderr io.Writer, do func(ctx context.Context) int) int {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	signal.Ignore(syscall.SIGPIPE) // a reader that has gone is an error of writing, and no end in the middle of a run
	signals, ended := make(chan os.Signal, 1), make(chan int, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() { ended <- do(ctx) }()
	select {
	case status := <-ended:
		return status
	case got := <-signals:
		signal.Reset(os.Interrupt, syscall.SIGTERM)
		cancel()
		select {
		case status := <-ended:
			if status != exitStopped {
				return status // it had come to its end
			}
		case <-time.After(grace):
		}
		fmt.Fprintf(stderr, "error: stopped (%s); nothing was put in its place\n", got)
		return exitStopped + number(got)
	}
}

func number(s os.Signal) int {
	if n, ok := s.(syscall.Signal); ok {
		return int(n)
	}
	return int(syscall.SIGINT)
}
