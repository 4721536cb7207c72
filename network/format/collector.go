package format

import (
	"fmt"
	"strconv"
	"strings"
)

// collector takes in what a reader finds, within the limits, and says what is
// wrong with it.
type collector struct {
	*input
	graph  *Graph
	losses *Losses
	nodes  map[string]int // by id: the place of a node
	edges  map[string]int // by id: the place of an edge
	text   int64          // bytes kept
}

func newCollector(in *input, losses *Losses) *collector {
	return &collector{input: in, graph: &Graph{Directed: true}, losses: losses, nodes: map[string]int{}, edges: map[string]int{}}
}

// node takes in a node. Its id must be its own.
func (c *collector) node(n Node) error {
	if n.ID == "" {
		return c.fault(n.Line, fmt.Sprintf("node %d", len(c.graph.Nodes)+1), "it has no id", "give it one")
	}
	if at, twice := c.nodes[n.ID]; twice {
		return c.fault(n.Line, n.ID, fmt.Sprintf("this id is already that of the node in line %d", c.graph.Nodes[at].Line), "give one of the two another id")
	}
	return c.keepNode(n)
}

// meet takes in a node that is only named, unless it is known already.
func (c *collector) meet(id string, line int) error {
	if _, known := c.nodes[id]; known {
		return nil
	}
	return c.keepNode(Node{ID: id, Line: line})
}

// count takes in a node that has no id of its own. It gets a number, which
// [collector.done] gives it so that it is no other node's id.
func (c *collector) count(n Node) error {
	n.ID, n.Counted = "", true
	return c.keepNode(n)
}

func (c *collector) keepNode(n Node) error {
	if len(c.graph.Nodes) == c.limits.Nodes {
		return c.fault(n.Line, "", fmt.Sprintf("it has more than %d nodes", c.limits.Nodes), "import a part of it: a network that a reader can take in is far smaller")
	}
	if err := c.fits(n.Line, n.ID, n.Attributes, len(n.ID)+len(n.Label)); err != nil {
		return err
	}
	if n.ID != "" {
		c.nodes[n.ID] = len(c.graph.Nodes)
	}
	c.graph.Nodes = append(c.graph.Nodes, n)
	return nil
}

// edge takes in an edge, whose nodes may come later.
func (c *collector) edge(e Edge) error {
	name := e.ID
	if name == "" {
		name = fmt.Sprintf("edge %d", len(c.graph.Edges)+1)
	}
	for _, end := range []struct{ id, what string }{{e.From, "begins"}, {e.To, "ends"}} {
		if end.id == "" {
			return c.fault(e.Line, name, "it doesn't say at which node it "+end.what, "name the node by its id")
		}
	}
	if len(c.graph.Edges) == c.limits.Edges {
		return c.tooManyEdges(e.Line)
	}
	if e.ID != "" {
		if at, twice := c.edges[e.ID]; twice {
			return c.fault(e.Line, e.ID, fmt.Sprintf("this id is already that of the edge in line %d", c.graph.Edges[at].Line), "give one of the two another id, or take their ids out")
		}
		c.edges[e.ID] = len(c.graph.Edges)
	}
	if err := c.fits(e.Line, name, e.Attributes, len(e.ID)+len(e.From)+len(e.To)+len(e.Label)); err != nil {
		return err
	}
	c.graph.Edges = append(c.graph.Edges, e)
	return nil
}

// edgeKey makes a key that tells parallel edges apart the id of an edge that has
// none, unless another edge has it or it is a number: networkx counts the edges
// of each pair.
func (c *collector) edgeKey(e *Edge, key string) {
	if e.ID != "" || key == "" {
		if key != e.ID {
			e.Attributes.add("key", text(key))
		}
		return
	}
	_, err := strconv.Atoi(key)
	if _, taken := c.edges[key]; taken || err == nil {
		c.losses.add(1, lossKey, clip(key))
		return
	}
	e.ID = key
}

func (c *collector) tooManyEdges(line int) error {
	return c.fault(line, "", fmt.Sprintf("it has more than %d edges", c.limits.Edges), "import a part of it: a network that a reader can take in is far smaller")
}

// attribute takes in an attribute of the graph.
func (c *collector) attribute(line int, name string, v Value) error {
	c.graph.Attributes.add(name, v)
	if err := c.few(line, len(c.graph.Attributes)); err != nil {
		return err
	}
	return c.fits(line, "", nil, len(name)+len(v.Text))
}

// fits tells whether there is room for so many bytes and those attributes.
func (c *collector) fits(line int, name string, as Attributes, size int) error {
	if err := c.few(line, len(as)); err != nil {
		return err
	}
	for _, a := range as {
		size += len(a.Value.Text)
	}
	if c.text += int64(size); c.text > c.limits.Text {
		return c.fault(line, name, "up to here it has more than "+sizeOf(c.limits.Text)+" of text", "take attributes out that say nothing of the network")
	}
	return nil
}

// done checks that every edge's nodes are there, and returns the graph.
func (c *collector) done() (*Graph, error) {
	if len(c.graph.Nodes) == 0 {
		return nil, c.fault(0, "", "it has no nodes", "choose a file with a network, or name its format with --format")
	}
	number := 0
	for i := range c.graph.Nodes {
		n := &c.graph.Nodes[i]
		for n.ID == "" {
			number++
			if id := strconv.Itoa(number); !c.known(id) {
				n.ID, c.nodes[id] = id, i
			}
		}
	}
	for i := range c.graph.Edges {
		e := &c.graph.Edges[i]
		for _, id := range []string{e.From, e.To} {
			if _, known := c.nodes[id]; known {
				continue
			}
			name := e.ID
			if name == "" {
				name = fmt.Sprintf("edge %d", i+1)
			}
			return nil, c.fault(e.Line, name, fmt.Sprintf("it names the node %s, which the file does not have", show(id)), "correct the id, or add the node")
		}
	}
	return c.graph, nil
}

func (c *collector) known(id string) bool {
	_, known := c.nodes[id]
	return known
}

// drawn reports whether a field of this name only says how another program
// draws a thing.
func drawn(name string) bool { return drawnNames[strings.ToLower(name)] }

var drawnNames = nameSet(`
		x y z r g b fx fy fz vx vy position positions pos renderedposition coordinates vertexcoordinates cartesianlayout
		color colour size width height style shape fillcolor fontsize fontname fontcolor font penwidth linewidth thickness opacity visible hidden
		selected selectable locked grabbed grabbable pannable scratch removed
		zoom pan minzoom maxzoom boxselectionenabled panningenabled userpanningenabled userzoomingenabled zoomingenabled
		viewport viewbox stylesheet`)
