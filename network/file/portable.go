package file

import (
	"regexp"
	"strings"
)

// device matches the device names of Windows, which are reserved in every folder and
// with every extension:
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
var device = regexp.MustCompile(`(?i)^(con|conin\$|conout\$|prn|aux|nul|(com|lpt)[0-9¹²³])\s*(\.|$)`)

// Portable reports whether a file or folder can have that name on Windows too, which
// reserves names of devices and drops a dot or a space at the end.
func Portable(name string) bool {
	return !device.MatchString(name) && !strings.HasSuffix(name, ".") && !strings.HasSuffix(name, " ")
}
