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
		err := os.Link(from, to) // which fails if the file has appeared meanwhile
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

// Write puts data into the file at path, whole or not at all: it writes a
// temporary file beside it, which then takes its name. It follows a link, and
// replaces nothing but a regular file. While another process writes the same
// file, it fails.
func Write(path string, data []byte) error { return write(path, data, os.Rename) }

// ErrChanged means that a file no longer holds what it did.
var ErrChanged = errors.New("the file was changed meanwhile")

// Replace is [Write] for a file that must still hold old when the new content takes
// its place, or must not exist if old is nil; else the error is [ErrChanged].
func Replace(path string, old, data []byte) error {
	return write(path, data, func(from, to string) error {
		now, err := ReadRegular(to, int64(len(old)))
		isSame := err == nil && old != nil && bytes.Equal(now, old) || old == nil && errors.Is(err, fs.ErrNotExist)
		if !isSame {
			return ErrChanged
		}
		return os.Rename(from, to)
	})
}

// Unwritable returns err, which came of writing path, with that path in it instead
// of a temporary one, and with what to do if the disk is full or the folder may not
// be written to. Other errors, and nil, it returns as they are.
func Unwritable(path string, err error) error {
	var at *fs.PathError
	if !errors.As(err, &at) {
		return err
	}
	switch {
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return fmt.Errorf("%s can't be written: %w; allow writing to its folder, or name a place elsewhere", path, at.Err)
	case errors.Is(err, syscall.ENOSPC), runtime.GOOS == "windows" && errors.Is(err, diskFull):
		return fmt.Errorf("%s can't be written: %w; make room, or name a place on another disk", path, at.Err)
	}
	return err
}

// diskFull is ERROR_DISK_FULL of Windows.
const diskFull = syscall.Errno(112)

// write is [Write] with the step that gives the temporary file its name.
func write(path string, data []byte, name func(from, to string) error) (err error) {
	named := path
	defer func() { err = Unwritable(named, err) }()
	path, mode, err := target(path)
	if err != nil {
		return err
	}
	f, err := claim(path)
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
	if _, _, err := target(path); err != nil { // it may have changed since
		return err
	}
	return name(f.Name(), path)
}

// target returns the path of the file that a write to path replaces or makes,
// links followed, and its permissions. It fails for what is not a regular file.
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
	const longest = 200 // bytes of a file's name, of which systems take 255
	base := filepath.Base(path)
	return filepath.Join(filepath.Dir(path), temporaryPrefix+base[:min(len(base), longest)]+temporarySuffix)
}

const temporaryPrefix, temporarySuffix = ".proxynet-", ".new"

// RemoveStale removes the file at path if a process of proxynet that was killed
// while it wrote left it behind, and reports whether it did.
func RemoveStale(path string) bool {
	base := filepath.Base(path)
	return strings.HasPrefix(base, temporaryPrefix) && strings.HasSuffix(base, temporarySuffix) && removeStale(path) == nil
}

// claim creates the temporary file for a write to path. One that a killed process
// left behind is nobody's, and is removed.
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
