package svg_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"proxynet/viz/compose"
	"proxynet/viz/scene"
	"proxynet/viz/svg"
	"proxynet/web/test/bench/scalefree"
)

// TestSVGOfLargeNetworkIsSmall checks that the size of the SVG of a large network is
// limited, and that it is valid XML and links to the most important entries.
func TestSVGOfLargeNetworkIsSmall(t *testing.T) {
	for _, nodes := range []int{300, 10_000} {
		d, err := compose.Compose(scalefree.New(scalefree.Settings{Nodes: nodes, Links: 2}))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range scene.Formats {
			drawn, err := svg.Show(d, f.Name, scene.State{})
			if err != nil {
				t.Fatal(err)
			}
			if most := 200_000; len(drawn) > most {
				t.Errorf("the %s SVG of %d nodes has %d bytes; at most %d", f.Name, nodes, len(drawn), most)
			}
			if !strings.Contains(drawn, `data-select="n0"`) || !strings.Contains(drawn, ">"+d.Nodes[0].Label+"<") {
				t.Errorf("the %s SVG of %d nodes lacks the most important one", f.Name, nodes)
			}
			decoder := xml.NewDecoder(strings.NewReader(drawn))
			for {
				if _, err := decoder.Token(); errors.Is(err, io.EOF) {
					break
				} else if err != nil {
					t.Fatalf("the %s SVG of %d nodes: %v", f.Name, nodes, err)
				}
			}
		}
	}
}
