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

// A write beyond the limit on file sizes (ulimit -f) returns an error instead of
// killing the program.
func init() { signal.Ignore(syscall.SIGXFSZ) }

// Lock takes the lock of an open file and reports whether it succeeded: it fails while
// another process has the lock. Closing the file, or the end of the process in any way,
// releases the lock.
func Lock(f *os.File) bool {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	return !errors.Is(err, syscall.EWOULDBLOCK) // file systems without locks are accepted
}
