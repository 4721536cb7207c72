package cli

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// errInterrupted ends work that the user has interrupted.
var errInterrupted = errors.New("interrupted")

// untilInterrupted returns what work returns. Its context ends when the user asks
// the program to end (SIGINT or SIGTERM); if work goes on after that, such as a
// long check, untilInterrupted leaves it behind and returns errInterrupted.
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
