package scene

import (
	"bytes"
	"encoding/json"
	"fmt"

	"proxynet/network"
)

// DecodeDrawing reads a drawing's JSON. It calls pause, which may be nil, again
// and again on its way through the long lists, so that other work
// isn't kept waiting.
func DecodeDrawing(data []byte, pause func()) (*Drawing, error) {
	d := &Drawing{Network: new(network.Network)}
	if pause == nil {
		if err := network.DecodeInto(data, d, d.Network); err != nil {
			return nil, err
		}
		return d, nil
	}
	in := json.NewDecoder(bytes.NewReader(data))
	rest := map[string]json.RawMessage{}
	var nodes []network.Node
	var relations []network.Relation
	var passages []network.Passage
	err := object(in, func(name string) error {
		switch name {
		case "nodes":
			return list(in, &nodes, pause)
		case "relations":
			return list(in, &relations, pause)
		case "passages":
			return list(in, &passages, pause)
		}
		var value json.RawMessage
		err := in.Decode(&value)
		rest[name] = value
		return err
	})
	if err != nil || in.InputOffset() < int64(len(bytes.TrimRight(data, " \t\r\n"))) {
		return DecodeDrawing(data, nil) // which says what is wrong
	}
	head, err := json.Marshal(rest)
	if err != nil {
		return nil, fmt.Errorf("decode drawing: %w", err)
	}
	if err := network.DecodeInto(head, d, d.Network); err != nil {
		return nil, err
	}
	d.Nodes, d.Relations, d.Passages = nodes, relations, passages
	return d, nil
}

// object calls field for each name of the object that comes next, to read its value.
func object(in *json.Decoder, field func(name string) error) error {
	if err := delimiter(in, '{'); err != nil {
		return err
	}
	for in.More() {
		name, err := in.Token()
		if err != nil {
			return err
		}
		if err := field(name.(string)); err != nil {
			return err
		}
	}
	return delimiter(in, '}')
}

// list reads the list that comes next, or null.
func list[T any](in *json.Decoder, into *[]T, pause func()) error {
	if t, err := in.Token(); err != nil || t == nil {
		return err
	} else if t != json.Delim('[') {
		return fmt.Errorf("%v where a list should begin", t)
	}
	for in.More() {
		var v T
		if err := in.Decode(&v); err != nil {
			return err
		}
		*into = append(*into, v)
		pause()
	}
	return delimiter(in, ']')
}

func delimiter(in *json.Decoder, want json.Delim) error {
	t, err := in.Token()
	if err == nil && t != want {
		err = fmt.Errorf("%v where there should be %v", t, want)
	}
	return err
}
