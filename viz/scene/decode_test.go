package scene_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/viz/scene"
)

// What is read with pauses is what is read at once, faults included.
func TestDecodeDrawingWithPauses(t *testing.T) {
	d := dated()
	d.Format = network.FormatVersion
	whole, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	text := string(whole)
	cases := map[string]string{
		"whole":           text,
		"no lists":        `{"format":1,"id":"a","nodes":null}`,
		"another order":   `{"nodes":[{"id":"a"}],"draft":true,"format":1,"layouts":[{"name":"wide","dots":[1,2]}]}`,
		"cut":             text[:len(text)/2],
		"more after it":   text + "1",
		"no list":         `{"format":1,"nodes":{}}`,
		"a number":        `1`,
		"nothing":         ``,
		"another format":  strings.Replace(text, `"format":1`, `"format":2`, 1),
		"a node's fault":  `{"format":1,"nodes":[{"id":"a"},{"id":3}]}`,
		"a draft's fault": `{"format":1,"draft":3}`,
	}
	for name, data := range cases {
		t.Run(name, func(t *testing.T) {
			pauses := 0
			want, wantErr := scene.DecodeDrawing([]byte(data), nil)
			got, err := scene.DecodeDrawing([]byte(data), func() { pauses++ })
			if (err == nil) != (wantErr == nil) || err != nil && err.Error() != wantErr.Error() {
				t.Fatalf("with pauses %v, without %v", err, wantErr)
			}
			if err == nil && !reflect.DeepEqual(got, want) {
				t.Error("with pauses it is another drawing")
			}
			if name == "whole" && pauses < len(want.Nodes)+len(want.Relations)+len(want.Passages) {
				t.Errorf("%d pauses", pauses)
			}
		})
	}
}
