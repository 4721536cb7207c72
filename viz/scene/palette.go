package scene

import (
	"strings"

	"proxynet/network"
)

// Paint is a colour by its role. Its name is that of the CSS custom property
// (less "--pn-") by which pages and posters use it.
type Paint string

const (
	Paper  Paint = "paper"  // the ground
	Ink    Paint = "ink"    // text
	Muted  Paint = "muted"  // secondary text
	Rule   Paint = "rule"   // thin lines of the page
	Lead   Paint = "lead"   // the ground of the lead
	Focus  Paint = "focus"  // the selection and the keyboard's focus
	Accent Paint = "accent" // elements that need attention, such as nodes that a what-if cuts off
)

// Fill and Edge are the colours of a node's ground and outline; its label is
// in Ink.
func Fill(k network.NodeKind) Paint    { return fills[k] }
func Outline(k network.NodeKind) Paint { return edges[k] }

// Stroke is the colour of a relation's line and arrowhead.
func Stroke(f network.Family) Paint { return strokes[f] }

// The names of paints are computed once, since pictures are drawn often.
var fills, edges, strokes = paintNames()

func paintNames() (fills, edges map[network.NodeKind]Paint, strokes map[network.Family]Paint) {
	fills, edges = map[network.NodeKind]Paint{}, map[network.NodeKind]Paint{}
	for _, k := range network.NodeKinds {
		fills[k] = "node-" + Paint(k)
		edges[k] = "node-" + Paint(k) + "-ink"
	}
	strokes = map[network.Family]Paint{}
	for _, f := range network.Families {
		strokes[f] = "line-" + Paint(f)
	}
	return fills, edges, strokes
}

// Tone is a colour in the light and in the dark theme, as #rrggbb.
type Tone struct {
	Paint       Paint
	Light, Dark string
}

// Palette lists every colour of the product; there are no others. Text colours
// have a contrast of at least 4.5 and lines of at least 3 on Paper (WCAG 2.2
// 1.4.3 and 1.4.11), which a test computes.
var Palette = []Tone{
	{Paper, "#fbfaf7", "#16181b"},
	{Ink, "#1d1c1a", "#ece9e2"},
	{Muted, "#66625b", "#a6a29a"},
	{Rule, "#dcd8cf", "#34363a"},
	{Focus, "#1456b8", "#7fb2ff"},
	{Accent, "#8c2f24", "#f0998b"},
	{Lead, "#efe6c8", "#48411f"},

	{Fill(network.State), "#e5e7ea", "#2b3036"},
	{Outline(network.State), "#4b5563", "#9aa4b2"},
	{Fill(network.Force), "#d9e8e3", "#1d3530"},
	{Outline(network.Force), "#1f6355", "#69b9a5"},
	{Fill(network.Person), "#f7ead0", "#3a2f1a"},
	{Outline(network.Person), "#8a5c10", "#d9a852"},
	{Fill(network.Alliance), "#e9e0ee", "#33283b"},
	{Outline(network.Alliance), "#654880", "#b899d4"},
	{Fill(network.Group), "#dfe9f4", "#1f2d3f"},
	{Outline(network.Group), "#2d5c8f", "#7cabdd"},
	{Fill(network.Organisation), "#e9ebd8", "#2c2f1b"},
	{Outline(network.Organisation), "#596222", "#b0b86a"},
	{Fill(network.People), "#fbfaf7", "#16181b"},
	{Outline(network.People), "#66625b", "#a6a29a"},
	{Fill(network.Target), "#fbfaf7", "#16181b"},
	{Outline(network.Target), "#66625b", "#a6a29a"},
	{Fill(network.Unknown), "#fbfaf7", "#16181b"},
	{Outline(network.Unknown), "#66625b", "#a6a29a"},

	{Stroke(network.Command), "#1d1c1a", "#ece9e2"},
	{Stroke(network.Support), "#1d6f8a", "#62b4d0"},
	{Stroke(network.Influence), "#66625b", "#a6a29a"},
	{Stroke(network.Belonging), "#6c675f", "#9b968d"},
	{Stroke(network.Hostile), "#b03a2e", "#e58273"},
	{Stroke(network.Personal), "#8a5c10", "#d9a852"},
	{Stroke(network.Other), "#6c675f", "#9b968d"},
}

// Theme maps each paint to its colour, components from 0 to 1.
type Theme map[Paint][3]float32

// NewTheme returns the theme of the palette, dark or light, with the colours
// that the page has set otherwise, as #rrggbb, in their place.
func NewTheme(dark bool, set map[Paint]string) Theme {
	t := make(Theme, len(Palette))
	for _, p := range Palette {
		hex := p.Light
		if dark {
			hex = p.Dark
		}
		if own := set[p.Paint]; len(own) == 7 && own[0] == '#' {
			hex = own
		}
		var c [3]float32
		for i := range c {
			c[i] = float32(unhex(hex[1+2*i])*16+unhex(hex[2+2*i])) / 255
		}
		t[p.Paint] = c
	}
	return t
}

func unhex(b byte) int { return max(strings.IndexByte("0123456789abcdef", b|0x20), 0) }
