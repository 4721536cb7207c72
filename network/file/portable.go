package file

import (
	"regexp"
	"strings"
)

// device matches the names of Windows' devices, which it takes in every folder
// and with every ending:
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
var device = regexp.MustCompile(`(?i)^(con|conin\$|conout\$|prn|aux|nul|(com|lpt)[0-9¹²³])\s*(\.|$)`)

// Portable reports whether a file or folder of that name can be on every
// system: Windows keeps some names for devices, forbids some characters, and
// drops a dot or a space at the end.
func Portable(name string) bool {
	return !device.MatchString(name) && !strings.HasSuffix(name, ".") && !strings.HasSuffix(name, " ") &&
		!strings.ContainsFunc(name, func(c rune) bool { return c < ' ' || strings.ContainsRune(`<>:"/\|?*`, c) })
}
