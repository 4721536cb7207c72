package viz

import (
	"github.com/hajimehoshi/ebiten/v2"

	"proxynet/viz/scene"
)

// readInput polls the pointers. Ebiten returns whole device pixels,
// which mean the pixel's centre; scale is device pixels per CSS pixel.
func (g *Game) readInput(now float64) scene.Input {
	x, y := ebiten.CursorPosition()
	_, wheel := ebiten.Wheel()
	const half = 0.5
	in := scene.Input{
		Now: now, X: (float64(x) + half) / g.scale, Y: (float64(y) + half) / g.scale, Over: g.over,
		Pressed: ebiten.IsMouseButtonPressed(ebiten.MouseButtonLeft),
		Wheel:   max(-3, min(wheel/notch, 3)),
	}
	g.touchIDs = ebiten.AppendTouchIDs(g.touchIDs[:0])
	for _, id := range g.touchIDs {
		x, y := ebiten.TouchPosition(id)
		in.Touches = append(in.Touches, scene.Touch{ID: int(id), X: (float64(x) + half) / g.scale, Y: (float64(y) + half) / g.scale})
	}
	return in
}

// notch is the delta that browsers report for one notch of a mouse wheel, in pixels.
const notch = 100
