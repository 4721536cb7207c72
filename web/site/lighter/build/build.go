// Package build stands in for go/build in the viewer. In a browser there is no
// source code to be found.
package build

import "errors"

// Package is where a package's source lies.
type Package struct{ Dir string }

// ImportMode says what of a package is wanted.
type ImportMode uint

// FindOnly wants no more than its place.
const FindOnly ImportMode = 1

// Context finds packages.
type Context struct{}

// Default finds none.
var Default Context

// Import returns an error.
func (Context) Import(path, _ string, _ ImportMode) (*Package, error) {
	return nil, errors.New("there is no source of " + path + " here")
}
