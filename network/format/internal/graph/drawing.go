package graph

import (
	"strings"
)

// IsDrawing reports whether a field of this name only says how another program
// draws a thing.
func IsDrawing(name string) bool { return drawnNames[strings.ToLower(name)] }

var drawnNames = NameSet(`
		x y z r g b fx fy fz vx vy position positions pos renderedposition coordinates vertexcoordinates cartesianlayout
		color colour size width height style shape fillcolor fontsize fontname fontcolor font penwidth linewidth thickness opacity visible hidden
		selected selectable locked grabbed grabbable pannable scratch removed
		zoom pan minzoom maxzoom boxselectionenabled panningenabled userpanningenabled userzoomingenabled zoomingenabled
		viewport viewbox stylesheet`)

// NameSet returns the names of a list that white space separates.
func NameSet(list string) map[string]bool {
	names := map[string]bool{}
	for name := range strings.FieldsSeq(list) {
		names[name] = true
	}
	return names
}
