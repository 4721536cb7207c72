package svg_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"testing"

	"proxynet/viz/compose"
	"proxynet/viz/scene"
	"proxynet/viz/svg"
	"proxynet/web/test/bench/scalefree"
)

var update = flag.Bool("update", false, "rewrite the golden files in testdata")

// TestSVGIsReproducible compares the hashes of places and SVGs with recorded ones. It
// runs on the host and, in `make test-wasm`, as WASM. Only machines with fused
// multiply-add, such as arm64, may differ.
func TestSVGIsReproducible(t *testing.T) {
	const golden = "testdata/same.golden"
	var got bytes.Buffer
	for _, nodes := range []int{9, 400} { // boxes, and points
		d, err := compose.Compose(scalefree.New(scalefree.Settings{Nodes: nodes, Links: 2, Sourced: true}))
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range d.Layouts {
			places, err := json.Marshal(l)
			if err != nil {
				t.Fatal(err)
			}
			drawn, err := svg.Show(d, l.Name, scene.State{})
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&got, "%d nodes, %s: places %x, poster %x\n", nodes, l.Name, sha256.Sum256(places), sha256.Sum256([]byte(drawn)))
		}
	}
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("got\n%swant\n%s", got.Bytes(), want)
	}
}
