package dot

import (
	"html"
	"regexp"
	"strings"

	"proxynet/network/format/internal/graph"
)

// labelNames are the attributes whose values Graphviz draws as text.
var labelNames = map[string]bool{"label": true, "xlabel": true, "headlabel": true, "taillabel": true}

// plainLabel returns a label as Graphviz draws it, with its entities and escapes
// replaced: line breaks, or the names of the object and its ends.
// https://graphviz.org/docs/attr-types/escString/
func plainLabel(label string, escapes map[byte]string) string {
	label = entity.ReplaceAllStringFunc(label, html.UnescapeString)
	var b strings.Builder
	for i := 0; i < len(label); i++ {
		if label[i] != '\\' || i+1 == len(label) {
			b.WriteByte(label[i])
			continue
		}
		i++
		name, known := escapes[label[i]]
		switch {
		case known:
			b.WriteString(name)
		case strings.IndexByte("nlr", label[i]) >= 0:
			b.WriteByte('\n')
		default:
			b.WriteByte(label[i])
		}
	}
	return strings.TrimSpace(b.String())
}

// entity is an entity of HTML, which Graphviz knows in all labels.
var entity = regexp.MustCompile(`&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);`)

// escapeLabel escapes a label so that its text is drawn as it is.
func escapeLabel(s string) string {
	s = strings.ReplaceAll(s, `\`, `\\`)
	return entity.ReplaceAllStringFunc(s, func(e string) string { return "&amp;" + e[1:] })
}

// recordText returns the texts in the label of a record: its fields are separated by |,
// may be nested in {}, and may have ports in <>.
// https://graphviz.org/doc/info/shapes.html#record
func recordText(label string) string {
	var b strings.Builder
	port := false
	for i := 0; i < len(label); i++ {
		switch c := label[i]; {
		case c == '\\' && i+1 < len(label):
			if i++; !port {
				b.WriteString(label[i-1 : i+1])
			}
		case c == '<':
			port = true
		case c == '>':
			port = false
		case port:
		case c == '{' || c == '}' || c == '|':
			b.WriteString("\n")
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// htmlLabel converts an HTML label to a plain label with the same text.
func htmlLabel(s string) string {
	return strings.NewReplacer("{", `\{`, "}", `\}`, "|", `\|`, "<", `\<`, ">", `\>`).Replace(escapeLabel(graph.HTMLText(s)))
}

// isDrawing reports whether an attribute of a node or an edge only says how
// Graphviz draws it. https://graphviz.org/doc/info/attrs.html
func isDrawing(name string) bool {
	return graph.IsDrawing(name) || drawingNames[strings.ToLower(name)]
}

// isGraphDrawing is isDrawing for the attributes of a graph.
func isGraphDrawing(name string) bool {
	return isDrawing(name) || graphDrawingNames[strings.ToLower(name)]
}

var drawingNames = graph.NameSet(`
	area arrowhead arrowsize arrowtail colorscheme constraint decorate distortion fixedsize fontnames fontpath gradientangle
	head_lp headclip headport image imagepath imagepos imagescale labelangle labeldistance labelfloat labelfontcolor labelfontname
	labelfontsize labeljust labelloc len lhead lp ltail margin minlen nojustify peripheries pin rects regular samehead sametail
	samplepoints shapefile showboxes sides skew sortv tail_lp tailclip tailport vertices xlp z
	_background _draw_ _ldraw_ _hdraw_ _tdraw_ _hldraw_ _tldraw_ orientation ordering layer`)

var graphDrawingNames = graph.NameSet(`
	bb beautify bgcolor center charset cluster clusterrank compound concentrate damping defaultdist dim dimen diredgeconstraints dpi epsilon esep
	forcelabels inputscale k label_scheme landscape layers layerlistsep layerselect layersep layout levels levelsgap lheight linelength lwidth
	maxiter mclimit mindist mode model newrank nodesep normalize notranslate nslimit nslimit1 oneblock outputorder overlap
	overlap_scaling overlap_shrink pack packmode pad page pagedir pencolor quadtree quantum rank rankdir ranksep ratio remincross repulsiveforce
	resolution root rotate rotation scale searchsize sep smoothing splines start tbbalance truecolor voro_margin xdotversion`)
