package file

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
)

// WriteNew is [Write] for a file that must not exist yet, unless forced.
func WriteNew(path string, data []byte, force bool) error {
	if force {
		return Write(path, data)
	}
	if err := Absent(path); err != nil {
		return err
	}
	return write(path, data, func(from, to string) error {
		err := os.Link(from, to) // fails if the file has been created meanwhile
		if errors.Is(err, fs.ErrExist) {
			return Absent(path)
		}
		if err != nil { // a file system without links
			return os.Rename(from, to)
		}
		return os.Remove(from)
	})
}

// Absent returns an error if something exists at path.
func Absent(path string) error {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%s already exists; replace it with --force, or name another file", path)
	}
	return nil
}

// Write writes data to the file at path atomically: it writes a temporary file in the
// same folder and renames it. It follows a link, and replaces only a regular file. It
// fails while another process writes the same file.
func Write(path string, data []byte) error { return write(path, data, os.Rename) }

// ErrChanged is the error of [Replace] for a file that has changed.
var ErrChanged = errors.New("the file has changed in the meantime")

// Replace is [Write] on condition that the file holds old, or doesn't exist if old
// is nil. Otherwise it returns [ErrChanged] and leaves the file as it is. It doesn't
// replace a read-only file, although renaming would allow it.
func Replace(path string, old, data []byte) error {
	if info, err := os.Stat(path); err == nil && info.Mode().Perm()&0o222 == 0 {
		return fmt.Errorf("%s is read-only; allow writing to it", path)
	}
	return write(path, data, func(from, to string) error {
		now, err := ReadRegular(to, int64(len(old)))
		isSame := err == nil && old != nil && bytes.Equal(now, old) || old == nil && errors.Is(err, fs.ErrNotExist)
		if !isSame {
			return ErrChanged
		}
		return os.Rename(from, to)
	})
}

// Unwritable returns err, an error from writing path, with that path instead of a
// temporary one, and with advice if the disk is full or the folder is read-only. It
// returns other errors, and nil, unchanged.
func Unwritable(path string, err error) error {
	var at *fs.PathError
	if !errors.As(err, &at) {
		return err
	}
	switch {
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return fmt.Errorf("%s can't be written: %w; allow writing to its folder, or name a place elsewhere", path, at.Err)
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), runtime.GOOS == "windows" && errors.Is(err, diskFull):
		return fmt.Errorf("%s can't be written: %w; make room, or name a place on another disk", path, at.Err)
	}
	return err
}

// diskFull is Windows' ERROR_DISK_FULL.
const diskFull = syscall.Errno(112)

// write is [Write] with the function that renames the temporary file.
func write(path string, data []byte, name func(from, to string) error) (err error) {
	named := path
	defer func() { err = Unwritable(named, err) }()
	path, mode, err := target(path)
	if err != nil {
		return err
	}
	f, err := claim(path)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s can't be written: its folder doesn't exist; make the folder, or name a place elsewhere", named)
	}
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	_, err = f.Write(data)
	if err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close()); err != nil {
		return err
	}
	if _, _, err := target(path); err != nil { // it may have changed meanwhile
		return err
	}
	return name(f.Name(), path)
}

// target follows links, and returns the path of the file that a write to path replaces
// or creates, and its permissions. It fails if that is not a regular file.
func target(path string) (string, fs.FileMode, error) {
	const readable = 0o644
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return path, readable, nil
	}
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		if path, err = filepath.EvalSymlinks(path); err != nil {
			return "", 0, fmt.Errorf("%w; the link must lead to a file", err)
		}
		info, err = os.Lstat(path)
	}
	if err != nil {
		return "", 0, err
	}
	if !info.Mode().IsRegular() {
		return "", 0, fmt.Errorf("%s is not a regular file; name another file", path)
	}
	return path, info.Mode().Perm(), nil
}

// temporaryPath returns the path of the temporary file for a write to path.
func temporaryPath(path string) string {
	const longest = 200 // bytes of a file's name; systems allow 255
	base := filepath.Base(path)
	return filepath.Join(filepath.Dir(path), temporaryPrefix+base[:min(len(base), longest)]+temporarySuffix)
}

const temporaryPrefix, temporarySuffix = ".proxynet-", ".new"

// RemoveStale removes the file at path if it is the temporary file of a process that was
// killed, and reports whether it did.
func RemoveStale(path string) bool {
	base := filepath.Base(path)
	return strings.HasPrefix(base, temporaryPrefix) && strings.HasSuffix(base, temporarySuffix) && removeStale(path) == nil
}

// claim creates the temporary file for a write to path. It removes one that a killed
// process left behind.
func claim(path string) (*os.File, error) {
	temporary := temporaryPath(path)
	busy := fmt.Errorf("another process is writing %s; try again when it has ended", path)
	for range 3 {
		f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if err == nil {
			if !Lock(f) {
				return nil, errors.Join(busy, f.Close())
			}
			return f, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		if err := removeStale(temporary); err != nil {
			return nil, fmt.Errorf("%w (%w)", busy, err)
		}
	}
	return nil, busy
}

// removeStale removes a temporary file that no process has locked.
func removeStale(path string) error {
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%s is in the way", path)
	}
	f, err := OpenRegular(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	if !Lock(f) {
		return fmt.Errorf("%s is locked", path)
	}
	return os.Remove(path)
}

// WriteNewIn is [WriteNew] for a file of that name in a folder, which it makes.
func WriteNewIn(dir, name string, data []byte, force bool) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return WriteNew(filepath.Join(dir, name), data, force)
}
