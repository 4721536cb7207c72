package publish

import "errors"

// Unset describes the characters that the pictures in pixels lack.
var Unset = unset

// ManifestName is the file that lists what a build wrote.
const ManifestName = manifestName

// Write writes files as the site in the folder out, replacing an earlier one, and
// returns what else is in it.
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
