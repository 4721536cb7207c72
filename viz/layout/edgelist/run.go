package edgelist

import (
	"fmt"
	"io"

	"proxynet/viz/layout"
)

// Lay returns the positions, as JSON, of the graph in a file: those at which the
// force layout settles.
func Lay(graph File) ([]byte, error) {
	g, err := ReadGraph(graph)
	if err != nil {
		return nil, err
	}
	m, err := layout.NewUnfolded(g, layout.Defaults())
	if err != nil {
		return nil, err
	}
	for !m.Settled() {
		m.Tick()
	}
	return encode(m.Positions()), nil
}

// mostJudged is the maximum number of nodes, and of edges, for Judge.
const mostJudged = 30_000

// Judge writes the quality of the positions in one file for the graph in another. It
// takes O(nodes² + edges²).
func Judge(w io.Writer, graph, positions File) error {
	g, err := ReadGraph(graph)
	if err != nil {
		return err
	}
	if len(g.Boxes) > mostJudged || len(g.Edges) > mostJudged {
		return fmt.Errorf("%s: it has %d nodes and %d edges; pictures of up to %d of each are judged", graph.Name, len(g.Boxes), len(g.Edges), mostJudged)
	}
	places, err := ReadPositions(positions, len(g.Boxes))
	if err != nil {
		return err
	}
	q := layout.Judge(g, places)
	_, err = fmt.Fprintf(w, "stress        %.4f   0 is best, 1 worst, at the best scale\n"+
		"crossings     %d\n"+
		"neighbourhood %.4f   share of neighbours who are among as many nearest nodes\n"+
		"overlaps      %d   pairs of nodes closer than a tenth of the mean edge\n",
		q.Stress, q.Crossings, q.Neighbourhood, q.Overlaps)
	return err
}
