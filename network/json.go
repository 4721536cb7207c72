package network

import (
	"encoding/json"
	"fmt"
)

// Encode returns n as JSON, indented, the same bytes for the same network.
func Encode(n *Network) ([]byte, error) {
	data, err := json.MarshalIndent(n, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("encode network %q: %w", n.ID, err)
	}
	return append(data, '\n'), nil
}

// Decode reads the output of [Encode]. It ignores unknown fields, but refuses unknown
// format versions, whose fields could mean something else.
func Decode(data []byte) (*Network, error) {
	n := new(Network)
	if err := DecodeInto(data, n, n); err != nil {
		return nil, err
	}
	return n, nil
}

// DecodeInto is [Decode] for a document with additional fields: it decodes into v, of
// which n is a part.
func DecodeInto(data []byte, v any, n *Network) error {
	err := json.Unmarshal(data, v)
	if err == nil && n.Format == FormatVersion {
		return nil
	}
	var head struct {
		Format *int `json:"format"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return fmt.Errorf("decode network: %w", err)
	}
	if head.Format == nil {
		return fmt.Errorf("decode network: no %q: this is not a network", "format")
	}
	if *head.Format != FormatVersion {
		return fmt.Errorf("decode network: it is in format %d, and this program reads format %d", *head.Format, FormatVersion)
	}
	return fmt.Errorf("decode network: %w", err)
}
