package review

import (
	"errors"
	"io/fs"
	"os"

	"proxynet/network/file"
)

// Load returns the text of the review at path; nil if there is none yet.
func Load(path string) ([]byte, error) {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return file.ReadFile(path, MaxBytes)
}
