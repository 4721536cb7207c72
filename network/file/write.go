package file

import (
	"errors"
	"os"
	"path/filepath"
)

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
