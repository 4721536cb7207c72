package cli

import (
	"context"
	"os"
	"runtime"
	"syscall"
	"testing"
	"time"
)

// TestUntilInterrupted_AbandonsEndlessWork checks that a signal ends the command even
// during work that never ends.
func TestUntilInterrupted_AbandonsEndlessWork(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process can't signal itself there")
	}
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		var signalled time.Time
		err := untilInterrupted(func(context.Context) error {
			signalled = time.Now()
			self, err := os.FindProcess(os.Getpid())
			if err == nil {
				err = self.Signal(signal)
			}
			if err != nil {
				t.Error(err)
			}
			select {} // such as a check that doesn't end
		})
		if took := time.Since(signalled); err != errInterrupted || took > 10*time.Second {
			t.Errorf("%v: it ended with %v after %v", signal, err, took)
		}
	}
}
