package cli

import (
	"cmp"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"

	"proxynet/web/site/programs"
)

// Set by the linker in a release; see web/release.
var version, commit string

// Version prints the version, the commit and the origin of the viewer.
func Version(c *Call) int {
	if status, ok := c.parse(); !ok {
		return status
	}
	ownVersion, ownCommit := version, commit
	if info, ok := debug.ReadBuildInfo(); ok {
		ownVersion = cmp.Or(ownVersion, info.Main.Version)
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				ownCommit = cmp.Or(ownCommit, s.Value)
			}
		}
	}
	fmt.Fprintf(c.stdout, "proxynet %s\ncommit   %s\ngo       %s %s/%s\n", cmp.Or(ownVersion, "(unknown)"), cmp.Or(ownCommit, "(unknown)"), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	m, err := programs.ReadManifest(programs.Embedded())
	switch {
	case errors.Is(err, programs.ErrNone):
		fmt.Fprintln(c.stdout, "viewer   not embedded; compiled from the checkout in the working directory")
	case err != nil:
		return c.end(err)
	default:
		fmt.Fprintf(c.stdout, "viewer   embedded, compiled by %s from sources %.12s\n", m.Go, m.Sources)
	}
	return Done
}
