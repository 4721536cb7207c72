package scene_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/viz/scene"
	"proxynet/web/test/bench/scalefree"
)

func TestReadReadsColumnsLikeJSON(t *testing.T) {
	boxes := dated()
	boxes.Format = network.FormatVersion
	dots, err := scene.Spread(scalefree.New(scalefree.Settings{Nodes: 300, Links: 2, Sourced: true}), true)
	if err != nil {
		t.Fatal(err)
	}
	for name, d := range map[string]*scene.LaidOutNetwork{"boxes": boxes, "dots": dots} {
		t.Run(name, func(t *testing.T) {
			text, err := json.Marshal(d)
			if err != nil {
				t.Fatal(err)
			}
			want, err := scene.Read(bytes.NewReader(text), nil)
			if err != nil {
				t.Fatal(err)
			}
			data, err := scene.EncodeColumns(d)
			if err != nil {
				t.Fatal(err)
			}
			got, err := scene.Read(bytes.NewReader(data), func() {})
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, want) {
				t.Error("columns and JSON give different drawings")
			}
			if again, err := scene.EncodeColumns(got); err != nil || !bytes.Equal(again, data) {
				t.Errorf("encoded again, it is another file: %v", err)
			}
		})
	}
}

func TestReadReportsOtherFiles(t *testing.T) {
	for data, want := range map[string]string{
		"":                         "unexpected end",
		"<!doctype html>":          "invalid character",
		`{"format":2}`:             "format 2",
		`{"nodes":[]}`:             "not a network",
		"\x89pxnet\r\n\x01H\x02{}": "cut off",
	} {
		if _, err := scene.Read(strings.NewReader(data), nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", data, err, want)
		}
	}
}
