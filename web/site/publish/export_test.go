package publish

import (
	"errors"

	"proxynet/network"
	"proxynet/viz/scene"
)

// Unset describes the characters without a glyph in the pictures in pixels.
var Unset = unset

// ManifestName is the name of the file that lists a build's files.
const ManifestName = manifestName

// Write writes files as the site in the folder out, replacing an earlier one, and
// returns the other files in it.
func Write(files map[string][]byte, out string) (others []string, err error) {
	s, err := openStage(out)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	return s.write(files, true)
}

var (
	Precompress = precompress
	EffortFor   = effortFor
)

// KeepLayouts is [layoutCache.keep] with a folder and a program's hash.
func KeepLayouts(dir, program string, n *network.Network, compose func() (*scene.LaidOutNetwork, error)) (*scene.LaidOutNetwork, error) {
	c := layoutCache{dir: dir, program: program}
	return c.keep(n, compose)
}
