package cli

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// errInterrupted is the error for work that was abandoned after a signal.
var errInterrupted = errors.New("interrupted")

// untilInterrupted calls work and returns its error. The context is cancelled by
// SIGINT or SIGTERM; if work has not returned 1.5 s later, untilInterrupted returns
// errInterrupted and leaves it running.
func untilInterrupted(work func(ctx context.Context) error) error {
	const patience = 1500 * time.Millisecond
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	done := make(chan error, 1)
	go func() { done <- work(ctx) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	select {
	case err := <-done:
		return err
	case <-time.After(patience):
		return errInterrupted
	}
}
