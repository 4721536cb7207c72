package format

import (
	"bytes"

	"proxynet/network"
	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// Parse calls [Import] with the content of one file; name is for the diagnostics.
func Parse(name string, data []byte, o Options) (*network.Network, *graph.Losses, error) {
	return parse([]reader.File{{Name: name, Content: bytes.NewReader(data)}}, o)
}
