package publish

import (
	"errors"

	"golang.org/x/sys/unix"
)

// exchange swaps the names of two folders atomically: at any moment, and however this
// program ends, each name refers to one of them. It reports false if the file system
// can't, or if another is mounted there.
func exchange(a, b string) (bool, error) {
	err := unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
	for _, cannot := range []error{unix.ENOSYS, unix.EINVAL, unix.EXDEV, unix.EBUSY} {
		if errors.Is(err, cannot) {
			return false, nil
		}
	}
	return err == nil, err
}
