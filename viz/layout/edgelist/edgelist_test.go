package edgelist_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"proxynet/viz/layout/edgelist"
)

// written returns the path of a file that holds text.
func written(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "file.json")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestLayAndJudge lays out a path of four nodes: a picture without a fault is
// known.
func TestLayAndJudge(t *testing.T) {
	graph := written(t, `{"n": 4, "edges": [[0, 1], [1, 2], [2, 3]]}`)
	data, err := edgelist.Lay(graph)
	if err != nil {
		t.Fatal(err)
	}
	positions := written(t, string(data))
	places, err := edgelist.ReadPositions(positions, 4)
	if err != nil {
		t.Fatal(err)
	}
	if places[0] == places[3] {
		t.Errorf("positions are %v", places)
	}
	var out strings.Builder
	if err := edgelist.Judge(&out, graph, positions); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"stress        0.0", "crossings     0\n", "neighbourhood 1.0000", "overlaps      0 "} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("got\n%s\nwant %q in it", out.String(), want)
		}
	}
}

func TestJudgeSeesFaults(t *testing.T) {
	graph := written(t, `{"n": 4, "edges": [[0, 2], [1, 3]]}`)
	positions := written(t, `{"positions": [[0, 0], [100, 0], [100, 100], [0, 100]]}`)
	var out strings.Builder
	if err := edgelist.Judge(&out, graph, positions); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"crossings     1\n", "neighbourhood 0.0000"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("got\n%s\nwant %q in it", out.String(), want)
		}
	}
}

func TestFaultsAreTold(t *testing.T) {
	tests := []struct{ name, graph, positions, want string }{
		{"no JSON", "{\n\"n\": 1,\n]", "", ":3: invalid character"},
		{"a word for a number", "{\"n\": 1,\n\"edges\": [[0, \"one\"]]}", "", ":2: json: cannot unmarshal string"},
		{"no number of nodes", `{"edges": []}`, "", "“n” must be the number of nodes"},
		{"below none", `{"n": -1}`, "", "“n” must be"},
		{"three ends", `{"n": 3, "edges": [[0, 1, 2]]}`, "", "edge 0 has 3 ends"},
		{"an unknown node", `{"n": 3, "edges": [[0, 1], [0, 3]]}`, "", "edge 1 joins nodes 0 and 3"},
		{"too few positions", `{"n": 2}`, `{"positions": [[0, 0]]}`, "1 positions for 2 nodes"},
		{"too far away", `{"n": 1}`, `{"positions": [[0, -1e10]]}`, "position 0 is (0, -1e+10)"},
		{"half a position", `{"n": 1}`, `{"positions": [[0]]}`, "position 0 has 1 coordinates"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			graph, positions := written(t, test.graph), written(t, test.positions)
			err := edgelist.Judge(&strings.Builder{}, graph, positions)
			if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), ".json") {
				t.Errorf("got %v; want the file and %q", err, test.want)
			}
		})
	}
}
