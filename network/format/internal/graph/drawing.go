package graph

import (
	"strings"
)

// IsDrawing reports whether a field of this name is only about the drawing in another
// program.
func IsDrawing(name string) bool { return drawnNames[strings.ToLower(name)] }

var drawnNames = NameSet(`
		x y z r g b fx fy fz vx vy position positions pos renderedposition coordinates vertexcoordinates cartesianlayout
		color colour size width height style shape fillcolor fontsize fontname fontcolor font penwidth linewidth thickness opacity visible hidden
		selected selectable locked grabbed grabbable pannable scratch removed
		zoom pan minzoom maxzoom boxselectionenabled panningenabled userpanningenabled userzoomingenabled zoomingenabled
		viewport viewbox stylesheet`)

// NameSet returns the set of names in a list separated by white space.
func NameSet(list string) map[string]bool {
	names := map[string]bool{}
	for name := range strings.FieldsSeq(list) {
		names[name] = true
	}
	return names
}
