package file

import (
	"regexp"
	"strings"
)

// device matches the names of Windows' devices, which it takes in every folder
// and with every ending:
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
var device = regexp.MustCompile(`(?i)^(con|conin\$|conout\$|prn|aux|nul|(com|lpt)[0-9¹²³])\s*(\.|$)`)

// Portable reports whether Windows, too, can have a file or folder of that name:
// it keeps some names for devices, and drops a dot or a space at the end.
func Portable(name string) bool {
	return !device.MatchString(name) && !strings.HasSuffix(name, ".") && !strings.HasSuffix(name, " ")
}
