package viz

import (
	"image"
	"math"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"proxynet/viz/scene"
)

// pointPainter draws the scene of a large network. What isn't highlighted is
// painted once into a picture that reaches beyond the screen; while the hand
// moves, that picture is moved. It is repainted when the hand rests or if it no
// longer covers the screen: next to it, one piece per frame, so that no frame
// takes long. The first picture of a network with very many relations has only the most
// important lines, as the still picture had.
type pointPainter struct {
	painter    *painter // for highlighted elements, and the theme
	atlas      *atlas
	wire       *ebiten.Shader // see wireShader
	mesh       mesh
	marks      scene.Picture
	highlights scene.PointPicture
	piece      scene.PointPicture

	kept  *ebiten.Image
	shown window // the area that kept shows
	stale bool

	next    *ebiten.Image // that is being painted
	coming  window        // what will be in next
	sweep   *scene.Sweep  // nil unless next is being painted
	repaint bool          // next has out-of-date colours

	last    scene.View
	changed float64 // seconds: when the zoom last changed
}

// window is the part of the network that a picture holds.
type window struct {
	region  scene.Rect // of the page, when the view is at
	at      scene.View
	area    scene.Rect
	version int
	scale   float64
	w, h    int  // device pixels
	partial bool // the picture has only the most important lines and dots
}

const (
	margin    = 0.5        // of the screen, on every side, that the kept picture reaches beyond
	mostKept  = 16_000_000 // pixels of the kept picture
	rest      = 0.12       // seconds without a change of zoom after which the picture is sharp again
	mostScale = 1.7        // by which it is stretched meanwhile

	slice      = 15 * time.Millisecond // of painting in a frame
	firstSlice = 30 * time.Millisecond // the same while there is nothing to show yet
	pieceMarks = 1024                  // edges or nodes looked at between two looks at the clock
)

// draw paints the scene. It reports whether the scene shows, which it does not until
// its first picture is complete, and whether it must be called again even without
// changes.
func (p *pointPainter) draw(screen *ebiten.Image, s *scene.Scene, scale, now float64) (shows, again bool) {
	v := s.View()
	if v.Zoom != p.last.Zoom {
		p.changed = now
	}
	p.last = v
	outdated := p.sweep != nil && (p.coming.scale != scale || p.coming.area != s.Area() || p.repaint)
	if outdated || p.sweep == nil && p.expired(s, v, scale, now) {
		p.begin(s, v, scale)
	}
	if p.sweep != nil {
		p.advance()
	}
	if p.kept == nil {
		screen.Fill(rgb(p.painter.theme[scene.Paper])) // otherwise Ebiten keeps all shapes until the last frame
		return false, true
	}
	stretch := v.Zoom / p.shown.at.Zoom
	screen.Fill(rgb(p.painter.theme[scene.Paper]))
	p.show(screen, v, stretch, s.Points().Fade())

	if s.Points().Fade() < 1 {
		s.Points().Highlights(&p.highlights, &p.marks)
		p.shapes(screen, &p.highlights, 0, 0, scale)
		p.painter.scale, p.painter.x0, p.painter.y0 = scale, 0, 0
		p.painter.paint(screen, &p.marks)
		p.atlas.draw(screen, p.highlights.Names, 0, 0, scale, p.painter.theme)
	}
	return true, p.sweep != nil || p.shown.partial || stretch != 1 || p.shown.version != s.Points().Version()
}

// expired reports whether the kept picture must be repainted.
func (p *pointPainter) expired(s *scene.Scene, v scene.View, scale, now float64) bool {
	if p.kept == nil || p.stale || p.shown.partial || p.shown.scale != scale || p.shown.area != s.Area() || p.shown.version != s.Points().Version() {
		return true
	}
	stretch := v.Zoom / p.shown.at.Zoom
	return stretch > mostScale || stretch < 1/mostScale || stretch != 1 && now-p.changed >= rest || !p.reaches(v)
}

// begin starts painting the picture in view v.
func (p *pointPainter) begin(s *scene.Scene, v scene.View, scale float64) {
	p.coming = windowOf(s, v, scale)
	if p.kept == nil {
		var whole bool
		p.sweep, whole = s.Points().FirstSweep(v, p.coming.region)
		p.coming.partial = !whole
	} else {
		p.sweep = s.Points().Sweep(v, p.coming.region)
	}
	p.stale, p.repaint = false, false
	if p.next == nil || p.next.Bounds().Dx() != p.coming.w || p.next.Bounds().Dy() != p.coming.h {
		if p.next != nil {
			p.next.Deallocate()
		}
		p.next = ebiten.NewImageWithOptions(image.Rect(0, 0, p.coming.w, p.coming.h), &ebiten.NewImageOptions{Unmanaged: true})
	}
	p.next.Fill(rgb(p.painter.theme[scene.Paper]))
}

// advance paints for a slice of time. The picture that is complete becomes the kept one.
func (p *pointPainter) advance() {
	w := &p.coming
	for begun := time.Now(); ; {
		p.piece.Reset()
		more := p.sweep.Next(&p.piece, pieceMarks)
		p.shapes(p.next, &p.piece, w.region.X, w.region.Y, w.scale)
		p.atlas.draw(p.next, p.piece.Names, w.region.X, w.region.Y, w.scale, p.painter.theme)
		if !more {
			if p.kept != nil {
				p.kept.Deallocate()
			}
			p.kept, p.next, p.shown, p.sweep = p.next, nil, p.coming, nil
			return
		}
		if worked := time.Since(begun); worked >= firstSlice || worked >= slice && p.kept != nil {
			return
		}
	}
}

// recolor repaints in the theme's colours.
func (p *pointPainter) recolor() { p.stale, p.repaint = true, p.sweep != nil }

// shift is by how many CSS pixels the kept picture has moved.
func (p *pointPainter) shift(v scene.View) (x, y float64) {
	return (p.shown.at.X - v.X) * v.Zoom, (p.shown.at.Y - v.Y) * v.Zoom
}

// reaches reports whether the kept picture covers the area when the view is v.
func (p *pointPainter) reaches(v scene.View) bool {
	k := v.Zoom / p.shown.at.Zoom
	x, y := p.shift(v)
	region, area := p.shown.region, p.shown.area
	const slack = 1
	return math.Abs(x) <= (region.W*k-area.W)/2+slack && math.Abs(y) <= (region.H*k-area.H)/2+slack ||
		k < 1 && math.Abs(x) <= slack+(1-k)*area.W && math.Abs(y) <= slack+(1-k)*area.H // zooming out: the border comes when it rests
}

// windowOf returns the window of a picture in view v, including its border.
func windowOf(s *scene.Scene, v scene.View, scale float64) window {
	a := s.Area()
	m := margin
	if k := math.Sqrt(mostKept / max(a.W*a.H*scale*scale, 1)); k < 1+2*m {
		m = max((k-1)/2, 0)
	}
	side := func(length float64) int { return max(min(int(math.Ceil(length*(1+2*m)*scale)), most), 1) }
	w, h := side(a.W), side(a.H)
	cx, cy := a.Center()
	region := scene.Rect{X: cx - float64(w)/scale/2, Y: cy - float64(h)/scale/2, W: float64(w) / scale, H: float64(h) / scale}
	return window{region: region, at: v, area: a, version: s.Points().Version(), scale: scale, w: w, h: h}
}

// show draws the kept picture at its place in view v, with opacity alpha.
func (p *pointPainter) show(screen *ebiten.Image, v scene.View, stretch, alpha float64) {
	x, y := p.shift(v)
	cx, cy := p.shown.area.Center()
	scale := p.shown.scale
	w, h := float64(p.kept.Bounds().Dx()), float64(p.kept.Bounds().Dy())
	op := &ebiten.DrawImageOptions{Filter: ebiten.FilterLinear}
	if stretch == 1 {
		op.Filter = ebiten.FilterNearest
		op.GeoM.Translate(math.Round((cx+x)*scale-w/2), math.Round((cy+y)*scale-h/2))
	} else {
		op.GeoM.Translate(-w/2, -h/2)
		op.GeoM.Scale(stretch, stretch)
		op.GeoM.Translate((cx+x)*scale, (cy+y)*scale)
	}
	op.ColorScale.ScaleAlpha(float32(alpha))
	screen.DrawImage(p.kept, op)
}

// shapes draws lines and dots, onto an image whose corner is at x0, y0 of the page.
func (p *pointPainter) shapes(onto *ebiten.Image, pic *scene.PointPicture, x0, y0, scale float64) {
	at := func(v scene.Vec) scene.Vec { return scene.Vec{X: (v.X - x0) * scale, Y: (v.Y - y0) * scale} }
	theme := p.painter.theme
	var paint scene.Paint
	var c color
	for i := range pic.Lines {
		m := &pic.Lines[i]
		if m.Paint != paint {
			paint, c = m.Paint, color(theme[m.Paint])
		}
		p.mesh.wire(at(m.A), at(m.B), m.Width*scale, c, float32(m.Alpha))
	}
	p.mesh.draw(onto, p.wire, nil)
	paper := color(theme[scene.Paper])
	for i := range pic.Dots {
		m := &pic.Dots[i]
		c, r, corner := color(theme[scene.Outline(m.Kind)]), m.R*scale, m.Corner()*scale
		middle, right := at(m.At), scene.Vec{X: 1}
		const ring = 1 // CSS pixels of paper around dots that are large enough to touch
		switch {
		case m.Focus:
			p.mesh.box(middle, right, r+4*scale, r+4*scale, corner+4*scale, paper)
			p.mesh.outline(middle, r+3*scale, r+3*scale, corner+3*scale, 2*scale, color(theme[scene.Focus]))
		case m.R > 2:
			p.mesh.box(middle, right, r+ring*scale, r+ring*scale, corner+ring*scale, paper)
		}
		if m.Hollow() && m.R > 1.5 {
			p.mesh.box(middle, right, r, r, corner, color(theme[scene.Fill(m.Kind)]))
			p.mesh.outline(middle, r-0.5*scale, r-0.5*scale, corner, 1.25*scale, c)
			continue
		}
		p.mesh.box(middle, right, r, r, corner, c)
	}
	p.mesh.draw(onto, p.painter.shaders.shape, nil)
}
