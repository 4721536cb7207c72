//go:build !js

package intake

import "golang.org/x/text/encoding/htmlindex"

// named returns the decoder of an encoding by a name that web pages use, and the
// encoding's own name; nil if there is none.
func named(label string) (decoder, string) {
	enc, err := htmlindex.Get(label)
	if err != nil {
		return nil, ""
	}
	name, err := htmlindex.Name(enc)
	if err != nil {
		return nil, ""
	}
	return enc.NewDecoder(), name
}
