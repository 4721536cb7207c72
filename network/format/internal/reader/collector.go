package reader

import (
	"fmt"
	"strconv"

	"proxynet/network/format/internal/graph"
)

// Collector collects the nodes and edges of a reader, checks them and enforces the
// limits.
type Collector struct {
	*Input
	Graph  *graph.Graph
	Losses *graph.Losses
	Nodes  map[string]int // by id: the index of a node
	Edges  map[string]int // by id: the index of an edge
	Text   int64          // bytes kept
}

// NewCollector returns a collector without nodes.
func NewCollector(in *Input, losses *graph.Losses) *Collector {
	return &Collector{Input: in, Graph: &graph.Graph{Directed: true}, Losses: losses, Nodes: map[string]int{}, Edges: map[string]int{}}
}

// Node adds a node. Its id must be unique.
func (c *Collector) Node(n graph.Node) error {
	if n.ID == "" {
		return c.Diagnostic(n.Line, fmt.Sprintf("node %d", len(c.Graph.Nodes)+1), "it has no id", "give it one")
	}
	if at, twice := c.Nodes[n.ID]; twice {
		return c.Diagnostic(n.Line, n.ID, fmt.Sprintf("this id is already that of the node in line %d", c.Graph.Nodes[at].Line), "give one of the two another id")
	}
	return c.keepNode(n)
}

// Meet adds a node that is only referred to, unless it is known.
func (c *Collector) Meet(id string, line int) error {
	if _, known := c.Nodes[id]; known {
		return nil
	}
	return c.keepNode(graph.Node{ID: id, Line: line})
}

// Count adds a node without an id. [Collector.Done] gives it a number that is no other
// node's id.
func (c *Collector) Count(n graph.Node) error {
	n.ID, n.Counted = "", true
	return c.keepNode(n)
}

func (c *Collector) keepNode(n graph.Node) error {
	if len(c.Graph.Nodes) == c.Limits.Nodes {
		return c.Diagnostic(n.Line, "", fmt.Sprintf("it has more than %d nodes", c.Limits.Nodes), "import a part of it: a network that a reader can take in is far smaller")
	}
	if err := c.Fits(n.Line, n.ID, n.Attributes, len(n.ID)+len(n.Label)); err != nil {
		return err
	}
	if n.ID != "" {
		c.Nodes[n.ID] = len(c.Graph.Nodes)
	}
	c.Graph.Nodes = append(c.Graph.Nodes, n)
	return nil
}

// Edge adds an edge, whose nodes may follow later.
func (c *Collector) Edge(e graph.Edge) error {
	name := e.ID
	if name == "" {
		name = fmt.Sprintf("edge %d", len(c.Graph.Edges)+1)
	}
	for _, end := range []struct{ id, what string }{{e.From, "begins"}, {e.To, "ends"}} {
		if end.id == "" {
			return c.Diagnostic(e.Line, name, "it doesn't say at which node it "+end.what, "name the node by its id")
		}
	}
	if len(c.Graph.Edges) == c.Limits.Edges {
		return c.TooManyEdges(e.Line)
	}
	if e.ID != "" {
		if at, twice := c.Edges[e.ID]; twice {
			return c.Diagnostic(e.Line, e.ID, fmt.Sprintf("this id is already that of the edge in line %d", c.Graph.Edges[at].Line), "give one of the two another id, or take their ids out")
		}
		c.Edges[e.ID] = len(c.Graph.Edges)
	}
	if err := c.Fits(e.Line, name, e.Attributes, len(e.ID)+len(e.From)+len(e.To)+len(e.Label)); err != nil {
		return err
	}
	c.Graph.Edges = append(c.Graph.Edges, e)
	return nil
}

// EdgeKey uses the key that distinguishes parallel edges as the id of an edge without
// one, unless another edge has it or it is a number: networkx counts the edges of each
// pair.
func (c *Collector) EdgeKey(e *graph.Edge, key string) {
	if e.ID != "" || key == "" {
		if key != e.ID {
			e.Attributes.Add("key", graph.TextOf(key))
		}
		return
	}
	_, err := strconv.Atoi(key)
	if _, taken := c.Edges[key]; taken || err == nil {
		c.Losses.Add(1, graph.LossKey, graph.Clip(key))
		return
	}
	e.ID = key
}

// TooManyEdges returns the diagnostic of a file with more edges than the limit.
func (c *Collector) TooManyEdges(line int) error {
	return c.Diagnostic(line, "", fmt.Sprintf("it has more than %d edges", c.Limits.Edges), "import a part of it: a network that a reader can take in is far smaller")
}

// Attribute adds an attribute of the graph.
func (c *Collector) Attribute(line int, name string, v graph.Value) error {
	c.Graph.Attributes.Add(name, v)
	if err := c.Few(line, len(c.Graph.Attributes)); err != nil {
		return err
	}
	return c.Fits(line, "", nil, len(name)+len(v.Text))
}

// Fits reports whether this many bytes and these attributes are within the limits.
func (c *Collector) Fits(line int, name string, as graph.Attributes, size int) error {
	if err := c.Few(line, len(as)); err != nil {
		return err
	}
	for _, a := range as {
		size += len(a.Value.Text)
	}
	if c.Text += int64(size); c.Text > c.Limits.Text {
		return c.Diagnostic(line, name, "up to here it has more than "+Size(c.Limits.Text)+" of text", "take attributes out that say nothing of the network")
	}
	return nil
}

// Done checks that the nodes of every edge exist, and returns the graph.
func (c *Collector) Done() (*graph.Graph, error) {
	if len(c.Graph.Nodes) == 0 {
		return nil, c.Diagnostic(0, "", "it has no nodes", "choose a file with a network, or name its format with --format")
	}
	number := 0
	for i := range c.Graph.Nodes {
		n := &c.Graph.Nodes[i]
		for n.ID == "" {
			number++
			if id := strconv.Itoa(number); !c.Known(id) {
				n.ID, c.Nodes[id] = id, i
			}
		}
	}
	for i := range c.Graph.Edges {
		e := &c.Graph.Edges[i]
		for _, id := range []string{e.From, e.To} {
			if _, known := c.Nodes[id]; known {
				continue
			}
			name := e.ID
			if name == "" {
				name = fmt.Sprintf("edge %d", i+1)
			}
			return nil, c.Diagnostic(e.Line, name, fmt.Sprintf("it names the node %s, which the file does not have", graph.Show(id)), "correct the id, or add the node")
		}
	}
	return c.Graph, nil
}

// Known reports whether there is a node with the id.
func (c *Collector) Known(id string) bool {
	_, known := c.Nodes[id]
	return known
}
