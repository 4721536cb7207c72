package scene

import "proxynet/network"

// Shape is the shape of a kind of node, so that no two kinds differ by colour alone.
type Shape struct {
	Radius float64    // of the corners; Round is half the height, or what leaves room for a label of several lines
	Border float64    // width of the outline
	Inset  float64    // distance of a second outline inside the first; 0 for none
	Dash   [2]float64 // of the outline; zero is solid
}

// Round is the radius of a pill.
const Round = -1

var shapes = map[network.NodeKind]Shape{
	network.State:        {Radius: 1.5, Border: 1.25},
	network.Force:        {Radius: 7, Border: 2},
	network.Person:       {Radius: Round, Border: 1.25},
	network.Alliance:     {Radius: 9, Border: 1.25, Inset: 2.25},
	network.Group:        {Radius: 7, Border: 1.25},
	network.Organisation: {Radius: 4, Border: 1.25},
	network.People:       {Radius: Round, Border: 1.25, Dash: [2]float64{3, 3}},
	network.Target:       {Radius: 1.5, Border: 1.25, Dash: [2]float64{1, 3}},
	network.Unknown:      {Radius: Round, Border: 1},
}

// ShapeOf returns the shape of kind k.
func ShapeOf(k network.NodeKind) Shape { return shapes[k] }

// Head is the kind of mark at the end of an edge.
type Head int

const (
	NoHead   Head = iota
	Triangle      // filled; hollow when the relation is past
	Vee           // two strokes
	Bar           // a stroke across the end
)

// Line is the line style of a family of relations.
type Line struct {
	Width float64
	Dash  [2]float64 // length of stroke and of gap; zero is solid
	Head  Head
}

var lines = map[network.Family]Line{
	network.Command:   {Width: 2.6, Head: Triangle},
	network.Support:   {Width: 1.4, Dash: [2]float64{7, 4}, Head: Vee},
	network.Influence: {Width: 1.6, Dash: [2]float64{0.1, 4}, Head: Vee},
	network.Belonging: {Width: 1, Head: Vee},
	network.Hostile:   {Width: 1.6, Head: Bar},
	network.Personal:  {Width: 1.2, Dash: [2]float64{11, 3}, Head: Vee},
	network.Other:     {Width: 1, Dash: [2]float64{3, 2}, Head: Vee},
}

// removedLine is the line of a relation that a what-if removes.
var removedLine = Line{Width: 1.2, Dash: [2]float64{0.1, 5}}

// removedDash is the dash of the outline of a node that is removed or cut off.
var removedDash = [2]float64{4, 3}

var unsourcedDash = [2]float64{2, 4.5}

// Settings are the tunables of a scene. Lengths are in world units.
type Settings struct {
	Gap    float64 // CSS pixels around the spot of an edge
	Margin float64 // free space between the end of an edge and its node
	Arrow  float64 // length of an arrowhead; Command's is half as long again
	Verb   float64 // size of the verb along an edge

	// For a network too large for boxes. Lengths are in units: CSS pixels at the
	// fitted view of the layout's own frame.
	NameRoom     float64 // area for each of the names that are tried
	NameGap      float64 // free space around a name at the fitted view; less further in
	SearchLabels int     // candidates up to which the labels of the fitted view are searched for, not placed greedily
	EdgeWidth    float64 // width of an edge
	Cover        float64 // share of the ground that edges cover, if they didn't overlap
	EdgeSpacing  float64 // CSS pixels between dots from which on any edge can be pointed at
	Few          int     // highlighted edges, up to which they have heads and verbs

	Minor   float64 // emphasis of a line of the surroundings at rest, 0 to 1
	Past    float64 // emphasis of a past relation at rest, 0 to 1
	Dimmed  float64 // emphasis of elements that are not in focus, 0 to 1
	Halo    float64 // radius of the disc under the node with the largest measure, in sizes of the smallest label
	Perhaps float64 // emphasis of relations that are open at the state's date, 0 to 1
	Open    float64 // the most emphasis of a relation that is open at the state's date, in focus too, 0 to 1
	Legible float64 // emphasis of the name of a node at Perhaps: faded, but legible
	Ease    float64 // seconds that a change of emphasis or camera takes

	Near     float64 // CSS pixels around the area to which a step of the story zooms
	NearZoom float64 // the most it zooms for that, in CSS pixels a world unit

	Slop, TouchSlop float64 // CSS pixels by which a mouse or a finger may miss an edge
	Drag            float64 // CSS pixels after which a press is a drag
	DoubleTime      float64 // seconds between the presses of a double click
	MinZoom         float64 // times the fitted zoom
	MaxZoom         float64 // times the fitted zoom
	Reheat          float64 // alpha of the simulation while a node is dragged
}

// Defaults returns the settings for ordinary use.
func Defaults() Settings {
	return Settings{
		Gap: 5.5, Margin: 2.5, Arrow: 6.5, Verb: 12,
		NameRoom: 2400, NameGap: 2, SearchLabels: 300, EdgeWidth: 0.8, Cover: 0.4, EdgeSpacing: 24, Few: 40,
		Minor: 0.85, Past: 0.72, Dimmed: 0.14, Perhaps: 0.3, Open: 0.55, Legible: 0.68, Halo: 5.5, Ease: 0.24,
		Near: 20, NearZoom: 1.75,
		Slop: 5, TouchSlop: 14, Drag: 4, DoubleTime: 0.5, MinZoom: 0.5, MaxZoom: 8, Reheat: 0.3,
	}
}
