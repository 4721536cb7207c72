package format

import (
	"bytes"

	"proxynet/network"
)

// Parse is [Import] for the content of one file; name is for the faults.
func Parse(name string, data []byte, o Options) (*network.Network, *Losses, error) {
	return parse([]namedReader{{name, bytes.NewReader(data)}}, o)
}
