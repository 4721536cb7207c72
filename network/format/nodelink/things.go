package nodelink

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"proxynet/network/format/internal/graph"
)

// thing reads a node or a link, including the fields of nested objects. A node may be
// only its id.
func (r *decoder) thing(what string) (as graph.Attributes, id graph.Value, err error) {
	read, id, err := r.json.AttributesOr(what)
	for _, a := range read {
		if a.Value.Type == graph.JSON && a.Value.Text[0] == '{' && slices.Contains(inner, a.Name) {
			as = append(as, graph.FieldsOf(a.Value)...)
		} else {
			as = append(as, a)
		}
	}
	if err == nil {
		err = r.Few(r.json.Line, len(as))
	}
	return as, id, err
}

// readNode reads a node; id is its key, "" in a list.
func (r *decoder) readNode(key string) error {
	as, id, err := r.thing("a node")
	if err != nil {
		return err
	}
	if own := as.TakeAny(nodeIDs); own.Text != "" {
		id = own
	} else if key != "" {
		id = graph.TextOf(key)
	}
	n := graph.Node{Line: r.json.Line, ID: id.Text, Label: as.Take("label")}
	if id.Type == graph.JSON && n.Label == "" { // a Python tuple
		n.Label = strings.NewReplacer(`","`, ", ", `",`, ", ", `,"`, ", ", ",", ", ", "[", "", "]", "", `"`, "").Replace(id.Text)
	}
	r.counted(&as, len(r.Graph.Nodes))
	if n.ID == "" {
		// D3 and networkx number nodes without an id.
		n.ID, n.Counted = strconv.Itoa(len(r.Graph.Nodes)), true
	}
	n.Attributes = as
	return r.Node(n)
}

func (r *decoder) readLink() error {
	as, alone, err := r.thing("a link")
	if err == nil && alone.Text != "" {
		err = r.Diagnostic(r.json.Line, "", "a link must be an object", `write it as {"source": …, "target": …}`)
	}
	if err != nil {
		return err
	}
	e := graph.Edge{Line: r.json.Line, ID: as.Take("id")}
	start, end := as.TakeAny(LinkStarts), as.TakeAny(LinkEnds)
	from, to := endOf(start), endOf(end)
	r.repeated("source", start, from)
	r.repeated("target", end, to)
	e.From, e.To, e.Label = from.Text, to.Text, as.Take("label")
	if e.ID == "" {
		e.ID = as.Take("_id")
	}
	if at := as.Find("arrows"); at >= 0 {
		as[at].Value = graph.TextOf(r.visArrows(as[at].Value))
	}
	r.counted(&as, len(r.links))
	for _, name := range []string{"delayed", "reversed"} { // of Kumu, in every connection
		if as.Get(name) == "false" {
			as.Take(name)
			r.Losses.Drop(graph.LossField, name)
		}
	}
	e.Attributes = as
	r.EdgeKey(&e, e.Attributes.Take("key"))
	r.links = append(r.links, [2]graph.Value{from, to})
	if e.From == "" && e.To == "" && len(as) > 0 {
		return r.Diagnostic(e.Line, fmt.Sprintf("edge %d", len(r.links)), "none of its fields names its ends; it has "+graph.Clip(strings.Join(as.Names(), ", ")), `rename the fields with the ends "source" and "target"`)
	}
	return r.Edge(e)
}

// counted removes the index of a node or a link, which D3's forces add.
func (r *decoder) counted(as *graph.Attributes, place int) {
	if as.Get("index") == strconv.Itoa(place) {
		as.Take("index")
		r.Losses.Drop(graph.LossDrawing, "index")
	}
}

// endOf returns the end of a link; D3 replaces it by the node itself.
func endOf(v graph.Value) graph.Value {
	if v.Type != graph.JSON || v.Text[0] != '{' {
		return v
	}
	as := graph.FieldsOf(v)
	return as.TakeAny(append(nodeIDs[:len(nodeIDs):len(nodeIDs)], "name", "index"))
}

// repeated reports the fields of a node that D3 put into the end of a link which the
// node in the list of nodes lacks.
func (r *decoder) repeated(what string, v, id graph.Value) {
	at, known := r.Nodes[id.Text]
	what = strings.Join(append(slices.Clone(r.json.Path), what), ".")
	for _, a := range graph.FieldsOf(v) {
		switch {
		case slices.Contains(nodeIDs, a.Name), a.Name == "index":
		case known && (r.Graph.Nodes[at].Attributes.Get(a.Name) == a.Value.Text || a.Name == "label" && r.Graph.Nodes[at].Label == a.Value.Text):
		case graph.IsDrawing(a.Name):
			r.Losses.Drop(graph.LossDrawing, what+"."+a.Name)
		default:
			r.Losses.Drop(graph.LossField, what+"."+a.Name)
		}
	}
}

// visArrows returns vis-network's "to", "from;to" or {to: {enabled: true}} as a word
// for a direction. Its other fields are about the drawing.
func (r *decoder) visArrows(v graph.Value) string {
	shown := map[string]bool{}
	path := strings.Join(append(slices.Clone(r.json.Path), "arrows."), ".")
	switch {
	case v.Type == graph.JSON && v.Text[0] == '{':
		for _, a := range graph.FieldsOf(v) {
			shown[a.Name] = a.Value.Text != "false"
			if a.Name != "to" && a.Name != "from" {
				r.Losses.Drop(graph.LossDrawing, path+a.Name)
			}
			for _, inside := range graph.FieldsOf(a.Value) {
				if inside.Name == "enabled" {
					shown[a.Name] = inside.Value.Text == "true"
				} else {
					r.Losses.Drop(graph.LossDrawing, path+a.Name+"."+inside.Name)
				}
			}
		}
	case v.Type == graph.Text:
		for _, word := range strings.FieldsFunc(strings.ToLower(v.Text), func(c rune) bool { return strings.ContainsRune(";,| ", c) }) {
			switch shown[word] = true; word {
			case "to", "from":
			case "middle":
				r.Losses.Drop(graph.LossDrawing, path+"middle")
			default:
				return v.Text
			}
		}
	default:
		return v.Text
	}
	switch {
	case shown["to"] && shown["from"]:
		return "both"
	case shown["to"]:
		return "to"
	case shown["from"]:
		return "from"
	}
	return "none"
}
