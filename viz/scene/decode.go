package scene

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"proxynet/network"
	"proxynet/network/columnar"
)

// Read reads a drawing as JSON, or as the columns that [EncodeColumns] writes,
// as its bytes arrive. With columns it calls pause, which may be nil, repeatedly, so
// that other work can run.
func Read(from io.Reader, pause func()) (*LaidOutNetwork, error) {
	in := bufio.NewReader(from)
	if first, err := in.Peek(1); err == nil && columnar.IsColumnar(first[0]) {
		return readColumns(in, pause)
	}
	data, err := io.ReadAll(in)
	if err != nil {
		return nil, err
	}
	d := &LaidOutNetwork{Network: new(network.Network)}
	if err := network.DecodeInto(data, d, d.Network); err != nil {
		return nil, err
	}
	return d, nil
}

// arrangement is the part of a drawing in addition to its network.
type arrangement struct {
	Layouts []Layout `json:"layouts"`
	Draft   bool     `json:"draft,omitempty"`
}

// EncodeColumns returns a drawing of a large network as columns: see package
// [proxynet/network/columnar].
func EncodeColumns(d *LaidOutNetwork) ([]byte, error) {
	a := arrangement{Layouts: append([]Layout(nil), d.Layouts...), Draft: d.Draft}
	f := &columnar.File{Network: d.Network}
	if len(a.Layouts) > 0 {
		f.Dots, a.Layouts[0].Dots = a.Layouts[0].Dots, nil
	}
	var err error
	if f.More, err = json.Marshal(a); err != nil {
		return nil, fmt.Errorf("encode drawing %q: %w", d.ID, err)
	}
	return columnar.Encode(f)
}

func readColumns(from io.Reader, pause func()) (*LaidOutNetwork, error) {
	f, err := columnar.Read(from, pause)
	if err != nil {
		return nil, err
	}
	var a arrangement
	if err := json.Unmarshal(f.More, &a); err != nil {
		return nil, fmt.Errorf("read drawing: %w", err)
	}
	if len(a.Layouts) > 0 && len(f.Dots) > 0 {
		a.Layouts[0].Dots = f.Dots
	}
	return &LaidOutNetwork{Network: f.Network, Layouts: a.Layouts, Draft: a.Draft}, nil
}
