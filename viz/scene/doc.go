// Package scene computes what of a network is drawn, and where. SVG, PNG and the
// viewer draw the same marks, so that they agree to the pixel.
//
// Its words:
//
//   - world: the plane of the nodes, in units that are CSS pixels at zoom 1; y
//     grows downward.
//   - area: the part of the page that shows the graph, in CSS pixels.
//   - view: the point of the world in the middle of the area, and the zoom. The
//     [camera] owns it.
//   - mode: small networks are drawn as [boxes], large ones as [Points].
//   - edge: a relation as drawn.
//   - cable: the line of all relations between two boxes; a lane is its part
//     for one family of relations.
//   - frame: a box drawn around its members.
//   - lead: the relations that are drawn strongest.
//   - mark: a value with everything a [Renderer] needs to draw an element.
//   - paint: a colour by its role, to be looked up in a theme.
//   - emphasis: how opaque an element is, from [Settings].Dimmed to 1.
//   - highlighted: of full emphasis while the rest fades.
//
// A click is handled by [Gestures], found by boxLocator or pointLocator, and
// becomes an [Action] for the page, which answers with a [State].
//
// The package reads no clock: callers say how much time has passed.
package scene
