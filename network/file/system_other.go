//go:build !unix

package file

import "os"

const noWait = 0

// Lock reports true: only Unix has locks that end with their process.
func Lock(*os.File) bool { return true }
