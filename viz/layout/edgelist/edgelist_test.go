package edgelist_test

import (
	"strings"
	"testing"

	"proxynet/viz/layout/edgelist"
)

// written writes text to a file and returns its path.
func written(text string) edgelist.File { return edgelist.File{Name: "file.json", Data: []byte(text)} }

// TestLayAndJudge lays out a path of four nodes, which has a picture without defects.
func TestLayAndJudge(t *testing.T) {
	graph := written(`{"n": 4, "edges": [[0, 1], [1, 2], [2, 3]]}`)
	data, err := edgelist.Lay(graph)
	if err != nil {
		t.Fatal(err)
	}
	positions := written(string(data))
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

func TestJudgeCountsDefects(t *testing.T) {
	graph := written(`{"n": 4, "edges": [[0, 2], [1, 3]]}`)
	positions := written(`{"positions": [[0, 0], [100, 0], [100, 100], [0, 100]]}`)
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

func TestReadReportsErrors(t *testing.T) {
	tests := []struct{ name, graph, positions, want string }{
		{"no JSON", "{\n\"n\": 1,\n]", "", ":3: invalid character"},
		{"a word for a number", "{\"n\": 1,\n\"edges\": [[0, \"one\"]]}", "", ":2: json: cannot unmarshal string"},
		{"no number of nodes", `{"edges": []}`, "", "“n” must be the number of nodes"},
		{"below none", `{"n": -1}`, "", "“n” must be"},
		{"too many nodes", `{"n": 250001}`, "", "from 0 to 250000"},
		{"far too many nodes", `{"n": 10000000, "edges": []}`, "", "from 0 to 250000"},
		{"too many edges", `{"n": 2, "edges": [` + strings.Repeat("[0,1],", 1_000_001) + `[0,1]]}`, "", "more than 1000000 edges"},
		{"too many to judge", `{"n": 30001, "edges": []}`, `{"positions": []}`, "up to 30000 of each"},
		{"three ends", `{"n": 3, "edges": [[0, 1, 2]]}`, "", "edge 0 has 3 ends"},
		{"an unknown node", `{"n": 3, "edges": [[0, 1], [0, 3]]}`, "", "edge 1 joins nodes 0 and 3"},
		{"too few positions", `{"n": 2}`, `{"positions": [[0, 0]]}`, "1 positions for 2 nodes"},
		{"too far away", `{"n": 1}`, `{"positions": [[0, -1e10]]}`, "position 0 is (0, -1e+10)"},
		{"half a position", `{"n": 1}`, `{"positions": [[0]]}`, "position 0 has 1 coordinates"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			graph, positions := written(test.graph), written(test.positions)
			err := edgelist.Judge(&strings.Builder{}, graph, positions)
			if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), ".json") {
				t.Errorf("got %v; want the file and %q", err, test.want)
			}
		})
	}
}
