package viz

import (
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"proxynet/viz/scene"
)

// color is opaque, components from 0 to 1.
type color [3]float32

// mesh collects shapes, or labels, for one draw call, in device pixels.
type mesh struct {
	vertices []ebiten.Vertex
	indices  []uint32
	options  ebiten.DrawTrianglesShaderOptions
}

func (m *mesh) reset() { m.vertices, m.indices = m.vertices[:0], m.indices[:0] }

// soft is how far the soft edge of a shape reaches, in pixels.
const soft = 1

// box adds a filled rounded box of half sides w and h. dir is the direction of its width.
func (m *mesh) box(at, dir scene.Vec, w, h, radius float64, c color) {
	n := uint32(len(m.vertices))
	m.corners(at, dir, w, h, soft, min(radius, w, h), 0, c)
	m.indices = append(m.indices, n, n+1, n+2, n, n+2, n+3)
}

// empty is the side, in pixels, from which the middle of an outline is left out.
const empty = 256

// outline adds the outline of an upright rounded box with the given width.
func (m *mesh) outline(at scene.Vec, w, h, radius, width float64, c color) {
	radius = min(radius, w, h)
	reach := width/2 + soft
	inset := reach + radius*(1-math.Sqrt2/2) // from where on nothing is drawn, at the corners too
	n, right := uint32(len(m.vertices)), scene.Vec{X: 1}
	m.corners(at, right, w, h, reach, radius, width/2, c)
	if inset >= min(w, h) || 4*(w-inset)*(h-inset) < empty {
		m.indices = append(m.indices, n, n+1, n+2, n, n+2, n+3)
		return
	}
	m.corners(at, right, w, h, -inset, radius, width/2, c)
	for k := range uint32(4) {
		a, b := n+k, n+(k+1)%4
		m.indices = append(m.indices, a, b, b+4, a, b+4, a+4)
	}
}

// corners adds the corners of a rectangle that extends reach beyond a box, or lies inside
// it if reach is negative. stroke is half the width of the outline.
func (m *mesh) corners(at, dir scene.Vec, w, h, reach, radius, stroke float64, c color) {
	for _, k := range [4][2]float64{{-1, -1}, {1, -1}, {1, 1}, {-1, 1}} {
		x, y := k[0]*(w+reach), k[1]*(h+reach)
		m.vertices = append(m.vertices, ebiten.Vertex{
			DstX: float32(at.X + x*dir.X - y*dir.Y), DstY: float32(at.Y + x*dir.Y + y*dir.X),
			SrcX: float32(radius), SrcY: float32(stroke),
			ColorR: c[0], ColorG: c[1], ColorB: c[2], ColorA: 1,
			Custom0: float32(x), Custom1: float32(y),
			Custom2: float32(w - radius), Custom3: float32(h - radius),
		})
	}
}

// wire adds a thin translucent line with round ends.
func (m *mesh) wire(a, b scene.Vec, width float64, c color, alpha float32) {
	n := len(m.vertices)
	m.line(a, b, width, color{c[0] * alpha, c[1] * alpha, c[2] * alpha})
	for i := n; i < len(m.vertices); i++ {
		m.vertices[i].ColorA = alpha
	}
}

// line adds a line with round ends.
func (m *mesh) line(a, b scene.Vec, width float64, c color) {
	d := scene.Vec{X: b.X - a.X, Y: b.Y - a.Y}
	l := math.Sqrt(d.X*d.X + d.Y*d.Y)
	dir := scene.Vec{X: 1}
	if l > 0 {
		dir = scene.Vec{X: d.X / l, Y: d.Y / l}
	}
	m.box(scene.Vec{X: (a.X + b.X) / 2, Y: (a.Y + b.Y) / 2}, dir, l/2+width/2, width/2, width/2, c)
}

// path adds a polyline. A dash is the lengths of stroke and gap, from the line's start.
func (m *mesh) path(pts []scene.Vec, width float64, dash [2]float64, c color) {
	into := 0.0 // offset in the dash pattern at the start of a segment
	for i := 1; i < len(pts); i++ {
		n := len(m.vertices)
		m.line(pts[i-1], pts[i], width, c)
		if dash[0] <= 0 {
			continue
		}
		for k := n; k < len(m.vertices); k++ {
			v := &m.vertices[k]
			v.SrcY, v.Custom3, v.ColorA = float32(-dash[0]), float32(dash[1]), float32(1+into)
		}
		into = math.Mod(into+math.Hypot(pts[i].X-pts[i-1].X, pts[i].Y-pts[i-1].Y), dash[0]+dash[1])
	}
}

// arc is the radius of a circle about whose corner a line is as far from the corner as
// with a quadratic curve, as SVG pictures have it, that begins at a distance of 1.
const arc = (math.Sqrt2 / 4) / (math.Sqrt2 - 1)

// rounded adds a polyline whose right-angled corners are rounded, where there is room, by
// a curve that begins radius before the corner. A corner is one shape.
func (m *mesh) rounded(pts []scene.Vec, radius, width float64, c color) {
	if len(pts) < 2 {
		return
	}
	from := pts[0]
	for i := 1; i < len(pts)-1; i++ {
		at, in, out := pts[i], apart(pts[i], pts[i-1]), apart(pts[i], pts[i+1])
		li, lo := math.Hypot(in.X, in.Y), math.Hypot(out.X, out.Y)
		r := arc * min(radius, li/2, lo/2)
		if r < 0.5 || math.Abs(in.X*out.X+in.Y*out.Y) > 0.01*li*lo {
			m.line(from, at, width, c)
			from = at
			continue
		}
		in, out = scene.Vec{X: in.X / li, Y: in.Y / li}, scene.Vec{X: out.X / lo, Y: out.Y / lo}
		m.line(from, scene.Vec{X: at.X + r*in.X, Y: at.Y + r*in.Y}, width, c)
		m.quarter(at, in, out, r, width/2, c)
		from = scene.Vec{X: at.X + r*out.X, Y: at.Y + r*out.Y}
	}
	m.line(from, pts[len(pts)-1], width, c)
}

// apart returns the vector from a to b.
func apart(a, b scene.Vec) scene.Vec { return scene.Vec{X: b.X - a.X, Y: b.Y - a.Y} }

// quarter adds a quarter of a circle that touches both sides of a corner, which are in
// the directions in and out. stroke is half its width.
func (m *mesh) quarter(corner, in, out scene.Vec, radius, stroke float64, c color) {
	n := uint32(len(m.vertices))
	reach := radius + stroke + soft
	for _, k := range [4][2]float64{{0, 0}, {reach, 0}, {reach, reach}, {0, reach}} { // from the middle of the circle
		x, y := radius-k[0], radius-k[1] // from the corner
		m.vertices = append(m.vertices, ebiten.Vertex{
			DstX: float32(corner.X + x*in.X + y*out.X), DstY: float32(corner.Y + x*in.Y + y*out.Y),
			SrcX: float32(radius), SrcY: float32(stroke),
			ColorR: c[0], ColorG: c[1], ColorB: c[2], ColorA: 1,
			Custom0: float32(k[0]), Custom1: float32(k[1]),
		})
	}
	m.indices = append(m.indices, n, n+1, n+2, n, n+2, n+3)
}

// label adds a label that is at a place of the mesh's page. dir is the direction of its
// lines; x and y are where its upper left corner goes.
func (m *mesh) label(p *place, x, y float64, dir scene.Vec, c color, alpha float32) {
	n := uint32(len(m.vertices))
	w, h := float64(p.at.Dx()), float64(p.at.Dy())
	for _, k := range [4][2]float64{{0, 0}, {1, 0}, {1, 1}, {0, 1}} {
		across, down := k[0]*w, k[1]*h
		m.vertices = append(m.vertices, ebiten.Vertex{
			DstX: float32(x + across*dir.X - down*dir.Y), DstY: float32(y + across*dir.Y + down*dir.X),
			SrcX: float32(float64(p.at.Min.X) + across), SrcY: float32(float64(p.at.Min.Y) + down),
			ColorR: c[0] * alpha, ColorG: c[1] * alpha, ColorB: c[2] * alpha, ColorA: alpha,
		})
	}
	m.indices = append(m.indices, n, n+1, n+2, n, n+2, n+3)
}

// polygon fills a convex polygon with hard edges, over which an outline of at least one
// pixel must be drawn.
func (m *mesh) polygon(pts []scene.Vec, c color) {
	n := uint32(len(m.vertices))
	for _, p := range pts {
		m.vertices = append(m.vertices, ebiten.Vertex{
			DstX: float32(p.X), DstY: float32(p.Y),
			ColorR: c[0], ColorG: c[1], ColorB: c[2], ColorA: 1,
			Custom2: 1, Custom3: 1, // the middle of a box: covered whole
		})
	}
	for i := uint32(2); i < uint32(len(pts)); i++ {
		m.indices = append(m.indices, n, n+i-1, n+i)
	}
}

// draw paints the mesh, whose labels are on a page, and empties it.
func (m *mesh) draw(screen *ebiten.Image, shader *ebiten.Shader, page *ebiten.Image) {
	if len(m.indices) > 0 {
		m.options.Images[0] = page
		screen.DrawTrianglesShader32(m.vertices, m.indices, shader, &m.options)
	}
	m.reset()
}
