package compile

import (
	"slices"
	"strings"
)

// PackageFlags returns the flags on which the compiled packages of the viewer and of the
// layout depend, without those for the programs.
func PackageFlags() []string {
	return slices.DeleteFunc(slices.Clone(buildFlags), func(flag string) bool {
		return flag != "-trimpath" && !strings.HasPrefix(flag, "-gcflags=")
	})
}
