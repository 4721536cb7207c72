package format

import (
	"regexp"
	"strconv"

	"proxynet/network"
	"proxynet/network/file"
)

// writeGEXF writes GEXF 1.3, https://gexf.net/schema.html. It has no
// attributes of the graph itself.
func writeGEXF(g *Graph, _ *Losses) []Output {
	w := newXMLWriter()
	w.open("gexf", "xmlns", "http://gexf.net/1.3", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
		"xsi:schemaLocation", "http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd", "version", "1.3")
	w.open("meta")
	w.element("creator", creator)
	title, summary := g.Attributes.get("title"), g.Attributes.get("summary")
	if summary != "" {
		title += "\n" + summary
	}
	w.element("description", title)
	w.close("meta")
	if dated(g) {
		// With these Gephi's timeline reads the times of edges.
		w.open("graph", "defaultedgetype", edgeType(g.Directed), "mode", "dynamic", "timeformat", "date", "timerepresentation", "interval")
	} else {
		w.open("graph", "defaultedgetype", edgeType(g.Directed), "mode", "static")
	}

	nodes, edges := g.nodeColumns(), g.edgeColumns()
	declareGEXF(w, "node", nodes)
	declareGEXF(w, "edge", edges)
	w.open("nodes")
	for i := range g.Nodes {
		n := &g.Nodes[i]
		w.open("node", "id", n.ID, "label", n.Label)
		valuesGEXF(w, nodes, n.Attributes)
		w.close("node")
	}
	w.close("nodes")
	w.open("edges")
	for i := range g.Edges {
		e := &g.Edges[i]
		attrs := []string{"id", e.ID, "source", e.From, "target", e.To, "type", edgeType(e.Directed), "label", e.Label}
		start, end := edgeTimes(e)
		for _, bound := range [][2]string{{"start", start}, {"end", end}} {
			if bound[1] != "" {
				attrs = append(attrs, bound[0], bound[1])
			}
		}
		w.open("edge", attrs...)
		valuesGEXF(w, edges, e.Attributes)
		w.close("edge")
	}
	w.close("edges")
	w.close("graph")
	w.close("gexf")
	return []Output{{Data: w.bytes()}}
}

// dated reports whether an edge has times.
func dated(g *Graph) bool {
	for i := range g.Edges {
		if start, end := edgeTimes(&g.Edges[i]); start != "" || end != "" {
			return true
		}
	}
	return false
}

// edgeTimes returns the first and the last day of an edge, "" where it is open.
func edgeTimes(e *Edge) (start, end string) {
	d, err := file.ParsePeriod(e.Attributes.get(attrPeriod), network.Meaning(e.Attributes.get(attrPeriodMeans)))
	if err != nil {
		return "", ""
	}
	start, end, _ = timeline(&d)
	return start, end
}

// calendarDay is a day that Gephi can read.
var calendarDay = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

// timeline returns the first and the last day that a date can mean, between
// which Gephi's timeline shows an edge; "" where it is open. exact reports
// whether they say all that the date says.
func timeline(d *network.Date) (start, end string, exact bool) {
	exact = (d.Interval() || d.Means == network.Began) && (d.Earliest == d.Begun || d.Earliest == "") && (d.Latest == d.Lasts || d.Latest == "") && !uncertain.MatchString(d.EDTF) ||
		d.Earliest == d.Latest && !uncertain.MatchString(d.EDTF)
	if d.Means == network.Known {
		exact = false // neither its beginning nor its end is known
	}
	start, end = d.Earliest, d.Latest
	if start != "" && !calendarDay.MatchString(start) || end != "" && !calendarDay.MatchString(end) {
		return "", "", false
	}
	return start, end, exact
}

// uncertain is what in EDTF makes a date uncertain, or its end unknown.
var uncertain = regexp.MustCompile(`[?~%]|^/|/$`)

// spanOf returns two days as an interval in EDTF, "" if there are none.
func spanOf(start, end string) string {
	if start == "" && end == "" {
		return ""
	}
	if start == "" {
		start = ".."
	}
	if end == "" {
		end = ".."
	}
	return start + "/" + end
}

func edgeType(directed bool) string {
	if directed {
		return "directed"
	}
	return "undirected"
}

func declareGEXF(w *xmlWriter, class string, columns []column) {
	if len(columns) == 0 {
		return
	}
	w.open("attributes", "class", class, "mode", "static")
	for i, c := range columns {
		kind := map[Type]string{Text: "string", JSON: "string", Number: "double", Boolean: "boolean"}[c.kind]
		w.empty("attribute", "id", strconv.Itoa(i), "title", c.name, "type", kind)
	}
	w.close("attributes")
}

func valuesGEXF(w *xmlWriter, columns []column, as Attributes) {
	if len(as) == 0 {
		return
	}
	w.open("attvalues")
	for i, c := range columns {
		if at := as.find(c.name); at >= 0 {
			w.empty("attvalue", "for", strconv.Itoa(i), "value", as[at].Value.Text)
		}
	}
	w.close("attvalues")
}
