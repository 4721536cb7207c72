//go:build unix

package file

import (
	"errors"
	"os"
	"os/signal"
	"syscall"
)

// noWait makes opening a pipe return at once.
const noWait = syscall.O_NONBLOCK

// A write beyond the limit on file sizes (ulimit -f) returns an error, instead of
// ending the program in the midst of it.
func init() { signal.Ignore(syscall.SIGXFSZ) }

// Lock takes the lock of an open file and reports whether it got it: it doesn't
// while another process has it. Closing the file, or the end of the process in
// any way, gives it back.
func Lock(f *os.File) bool {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	return !errors.Is(err, syscall.EWOULDBLOCK) // file systems without locks are accepted
}
