package format

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// thing reads a node or a link. The fields of objects in it are its own.
func (r *nodeLinkReader) thing(what string) (Attributes, error) {
	read, err := r.json.attributes(what)
	var as Attributes
	for _, a := range read {
		if a.Value.Type == JSON && a.Value.Text[0] == '{' && slices.Contains(inner, a.Name) {
			as = append(as, fieldsOf(a.Value)...)
		} else {
			as = append(as, a)
		}
	}
	if err == nil {
		err = r.few(r.json.line, len(as))
	}
	return as, err
}

// fieldsOf returns the fields of an object in the order in which they are there,
// nil for any other value.
func fieldsOf(v Value) Attributes {
	var as Attributes
	if v.Type != JSON || v.Text[0] != '{' || v.Text == "{}" {
		return nil
	}
	d := json.NewDecoder(strings.NewReader(v.Text))
	d.UseNumber()
	if _, err := d.Token(); err != nil {
		return nil
	}
	for d.More() {
		name, err := d.Token()
		var raw json.RawMessage
		if err != nil || d.Decode(&raw) != nil {
			break
		}
		as.add(name.(string), valueOf(raw))
	}
	return as
}

// takeAny takes the first attribute that has one of the names.
func (as *Attributes) takeAny(names []string) Value {
	for _, name := range names {
		if at := as.find(name); at >= 0 {
			v := (*as)[at].Value
			*as = slices.Delete(*as, at, at+1)
			return v
		}
	}
	return Value{}
}

func (r *nodeLinkReader) readNode() error {
	as, err := r.thing("a node")
	if err != nil {
		return err
	}
	id := as.takeAny(nodeIDs)
	n := Node{Line: r.json.line, ID: id.Text, Label: as.take("label")}
	if id.Type == JSON && n.Label == "" { // a tuple of Python's
		n.Label = strings.NewReplacer(`","`, ", ", `",`, ", ", `,"`, ", ", ",", ", ", "[", "", "]", "", `"`, "").Replace(id.Text)
	}
	r.counted(&as, len(r.graph.Nodes))
	if n.ID == "" {
		// D3 and networkx count nodes that have no id.
		n.ID, n.Counted = strconv.Itoa(len(r.graph.Nodes)), true
	}
	n.Attributes = as
	return r.node(n)
}

func (r *nodeLinkReader) readLink() error {
	as, err := r.thing("a link")
	if err != nil {
		return err
	}
	e := Edge{Line: r.json.line, ID: as.take("id")}
	start, end := as.takeAny(linkStarts), as.takeAny(linkEnds)
	from, to := endOf(start), endOf(end)
	r.repeated("source", start, from)
	r.repeated("target", end, to)
	e.From, e.To, e.Label = from.Text, to.Text, as.take("label")
	if e.ID == "" {
		e.ID = as.take("_id")
	}
	if at := as.find("arrows"); at >= 0 {
		as[at].Value = text(r.visArrows(as[at].Value))
	}
	r.counted(&as, len(r.links))
	for _, name := range []string{"delayed", "reversed"} { // of Kumu, which writes them into every connection
		if as.get(name) == "false" {
			as.take(name)
			r.losses.drop(lossField, name)
		}
	}
	e.Attributes = as
	r.edgeKey(&e, e.Attributes.take("key"))
	r.links = append(r.links, [2]Value{from, to})
	if e.From == "" && e.To == "" && len(as) > 0 {
		return r.fault(e.Line, fmt.Sprintf("edge %d", len(r.links)), "none of its fields names its ends; it has "+clip(strings.Join(as.names(), ", ")), `rename the fields with the ends "source" and "target"`)
	}
	return r.edge(e)
}

// counted takes away the place of a thing in its list, which D3's forces write
// into it.
func (r *nodeLinkReader) counted(as *Attributes, place int) {
	if as.get("index") == strconv.Itoa(place) {
		as.take("index")
		r.losses.drop(lossDrawing, "index")
	}
}

// endOf returns the end of a link, which D3 replaces by the node itself.
func endOf(v Value) Value {
	if v.Type != JSON || v.Text[0] != '{' {
		return v
	}
	as := fieldsOf(v)
	return as.takeAny(append(nodeIDs[:len(nodeIDs):len(nodeIDs)], "name", "index"))
}

// repeated reports what the node that D3 puts into the end of a link has, and the
// node in the list of nodes doesn't.
func (r *nodeLinkReader) repeated(what string, v, id Value) {
	at, known := r.nodes[id.Text]
	what = strings.Join(append(slices.Clone(r.json.path), what), ".")
	for _, a := range fieldsOf(v) {
		switch {
		case slices.Contains(nodeIDs, a.Name), a.Name == "index":
		case known && (r.graph.Nodes[at].Attributes.get(a.Name) == a.Value.Text || a.Name == "label" && r.graph.Nodes[at].Label == a.Value.Text):
		case drawn(a.Name):
			r.losses.drop(lossDrawing, what+"."+a.Name)
		default:
			r.losses.drop(lossField, what+"."+a.Name)
		}
	}
}

// visArrows returns vis-network's "to", "from;to" or {to: {enabled: true}} as a
// word for a direction. What else it says is how the arrows are drawn.
func (r *nodeLinkReader) visArrows(v Value) string {
	shown := map[string]bool{}
	path := strings.Join(append(slices.Clone(r.json.path), "arrows."), ".")
	switch {
	case v.Type == JSON && v.Text[0] == '{':
		for _, a := range fieldsOf(v) {
			shown[a.Name] = a.Value.Text != "false"
			if a.Name != "to" && a.Name != "from" {
				r.losses.drop(lossDrawing, path+a.Name)
			}
			for _, inside := range fieldsOf(a.Value) {
				if inside.Name == "enabled" {
					shown[a.Name] = inside.Value.Text == "true"
				} else {
					r.losses.drop(lossDrawing, path+a.Name+"."+inside.Name)
				}
			}
		}
	case v.Type == Text:
		for _, word := range strings.FieldsFunc(strings.ToLower(v.Text), func(c rune) bool { return strings.ContainsRune(";,| ", c) }) {
			switch shown[word] = true; word {
			case "to", "from":
			case "middle":
				r.losses.drop(lossDrawing, path+"middle")
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
