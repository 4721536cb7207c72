package file

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// WriteNew is [Write] for a file that must not be there yet, unless forced.
func WriteNew(path string, data []byte, force bool) error {
	if !force {
		if err := absent(path); err != nil {
			return err
		}
	}
	return Write(path, data)
}

// absent tells why a file must not be written without force.
func absent(path string) error {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%s is there already; replace it with --force, or name another place", path)
	}
	return nil
}

// Write puts data into the file at path, whole or not at all: it writes a
// temporary file beside it and renames that.
func Write(path string, data []byte) (err error) {
	const mode = 0o644 // a temporary file is nobody else's to read; what is exported is
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
