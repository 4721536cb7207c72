package file_test

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"testing"

	"proxynet/network/file"
)

func TestUnwritable(t *testing.T) {
	at := func(err error) error {
		return fmt.Errorf("wrapped: %w", &fs.PathError{Op: "open", Path: "/out/.proxynet-a.new", Err: err})
	}
	other := errors.New("other")
	for _, test := range []struct {
		err  error
		want string
	}{
		{at(syscall.EACCES), "out/a can't be written: permission denied; allow writing to its folder, or name a place elsewhere"},
		{at(syscall.EROFS), "out/a can't be written: read-only file system; allow writing to its folder, or name a place elsewhere"},
		{at(syscall.ENOSPC), "out/a can't be written: no space left on device; make room, or name a place on another disk"},
		{other, "other"},
	} {
		if got := file.Unwritable("out/a", test.err); got == nil || got.Error() != test.want {
			t.Errorf("got %v, want %s", got, test.want)
		}
	}
	if got := file.Unwritable("out/a", nil); got != nil {
		t.Errorf("got %v for no error", got)
	}
}
