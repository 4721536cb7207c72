package file

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"proxynet/network/message"
)

// errNotRegular is the error for a folder, pipe, socket or device, since reading one may
// never end.
var errNotRegular = errors.New("it is not a regular file")

// tooLarge is the error for a file with more bytes than that.
type tooLarge int64

func (most tooLarge) Error() string { return most.Message().String() }

// Message returns the error's message.
func (most tooLarge) Message() message.Message {
	return message.New("it is larger than %d MiB", int64(most)>>20)
}

// opener opens files by their paths. An [os.Root] opens only files in a folder.
type opener interface {
	Stat(name string) (fs.FileInfo, error)
	OpenFile(name string, flag int, mode fs.FileMode) (*os.File, error)
}

// anywhere opens all files of the system.
type anywhere struct{}

func (anywhere) Stat(name string) (fs.FileInfo, error) { return os.Stat(name) }
func (anywhere) OpenFile(name string, flag int, mode fs.FileMode) (*os.File, error) {
	return os.OpenFile(name, flag, mode)
}

// OpenRegular opens a file for reading. It fails at once, without waiting, for
// anything but a regular file.
func OpenRegular(path string) (*os.File, error) { return openRegular(anywhere{}, path) }

func openRegular(from opener, name string) (*os.File, error) {
	// Opening some devices has effects, so they are not even opened.
	if info, err := from.Stat(name); err != nil {
		return nil, err
	} else if !info.Mode().IsRegular() {
		return nil, errNotRegular
	}
	f, err := from.OpenFile(name, os.O_RDONLY|noWait, 0)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat() // the file may have been replaced
	if err == nil && !info.Mode().IsRegular() {
		err = errNotRegular
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// ReadRegular returns the content of a regular file of at most the given size in bytes.
func ReadRegular(path string, most int64) ([]byte, error) { return readRegular(anywhere{}, path, most) }

func readRegular(from opener, name string, most int64) ([]byte, error) {
	f, err := openRegular(from, name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && int64(len(data)) > most {
		err = tooLarge(most)
	}
	return data, err
}

// readBelow returns the content of a regular file in the folder dir or below it. It
// doesn't follow links out of the folder.
func readBelow(dir, name string, most int64) ([]byte, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	data, err := readRegular(root, filepath.FromSlash(name), most)
	return data, err
}
