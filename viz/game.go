package viz

import (
	"sync"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"proxynet/viz/scene"
)

// Host is the page around the canvas.
type Host interface {
	// Dispatch asks the page for a change of its state.
	Dispatch(scene.Action)
	// Rest reports that nothing will change until the page wakes the game.
	Rest()
}

// Game is the live graph: an ebiten.Game. Its methods may be called from any
// goroutine.
type Game struct {
	mu       sync.Mutex
	scene    *scene.Scene
	gestures scene.Gestures
	host     Host
	painter  painter
	points   *pointPainter // of a large network; else nil
	picture  scene.Picture

	scale    float64 // device pixels per CSS pixel
	width    int     // of the screen, in device pixels
	height   int
	over     bool // the mouse is over the canvas
	touchIDs []ebiten.TouchID

	started time.Time
	last    float64 // seconds since started, of the last update
	dirty   bool
	idle    int // consecutive updates without changes
	frames  int // drawn
}

// idleBeforeRest is the number of idle updates before the game rests, enough to receive
// an event that arrives with a frame's delay.
const idleBeforeRest = 4

// NewGame returns the game that shows s.
func NewGame(s *scene.Scene, host Host, setter Typesetter) *Game {
	g := &Game{
		scene: s, host: host, scale: 1, started: time.Now(), dirty: true,
		painter: painter{shaders: newShaders(), sheet: newSheet(setter), theme: scene.NewTheme(false, nil)},
	}
	if s.Points() != nil {
		g.points = &pointPainter{painter: &g.painter, atlas: newAtlas(setter), wire: newShader(wireShader)}
	}
	return g
}

// Run shows the game until it fails.
func (g *Game) Run() error {
	ebiten.SetScreenClearedEveryFrame(false)
	ebiten.SetTPS(ebiten.SyncWithFPS)
	return ebiten.RunGameWithOptions(g, &ebiten.RunGameOptions{InitUnfocused: true})
}

// Change calls f with the scene and redraws.
func (g *Game) Change(f func(*scene.Scene)) {
	g.mu.Lock()
	defer g.mu.Unlock()
	f(g.scene)
	g.dirty, g.idle = true, 0
}

// SetTheme sets the colours to draw with.
func (g *Game) SetTheme(t scene.Theme) {
	g.Change(func(*scene.Scene) {
		g.painter.theme = t
		if g.points != nil {
			g.points.recolor()
		}
	})
}

// SetOver sets whether the mouse is over the canvas itself, not over an element on it.
func (g *Game) SetOver(over bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.over, g.idle = over, 0
}

// PanZoom pans by dx and dy CSS pixels and zooms by factor, for buttons and keys.
func (g *Game) PanZoom(dx, dy, factor float64) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.host.Dispatch(g.scene.PanZoom(dx, dy, factor))
	g.idle = 0
}

// Positions returns where everything is on the page.
func (g *Game) Positions() map[string]scene.Spot {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.scene.Positions()
}

// Frames returns how many frames have been drawn.
func (g *Game) Frames() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.frames
}

// Update decides; Draw only paints.
func (g *Game) Update() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	now := time.Since(g.started).Seconds()
	dt := min(now-g.last, 0.1) // no jump after a rest
	g.last = now

	before := g.scene.View()
	for _, a := range g.gestures.Feed(g.scene, g.readInput(now)) {
		g.host.Dispatch(a)
		g.idle = 0
		if a.Type == "hover" {
			ebiten.SetCursorShape(cursor(a.ID))
		}
	}
	changed := g.scene.Advance(dt) || g.scene.View() != before
	g.dirty = g.dirty || changed
	if changed || g.gestures.Busy() {
		g.idle = 0
	}
	if g.idle++; g.idle > idleBeforeRest && !g.dirty {
		g.host.Rest()
	}
	return nil
}

// cursor is the pointer's shape over the element with that id.
func cursor(id string) ebiten.CursorShapeType {
	if id == "" {
		return ebiten.CursorShapeDefault
	}
	return ebiten.CursorShapePointer
}

// labelSlice is the time for setting labels in each frame before the first picture. On
// a phone it can take a multiple of that, since setting one label takes a while.
const labelSlice = 4 * time.Millisecond

// Draw paints the scene if it changed. The first frame comes once its labels are set.
func (g *Game) Draw(screen *ebiten.Image) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if !g.dirty {
		return
	}
	g.dirty = false
	if g.points != nil {
		var shows bool
		if shows, g.dirty = g.points.draw(screen, g.scene, g.scale, g.last); shows {
			g.frames++
		}
		return
	}
	if g.frames == 0 && !g.prepared() {
		g.dirty = true
		return
	}
	g.aim()
	g.frames++
	screen.Fill(rgb(g.painter.theme[scene.Paper]))
	g.painter.paint(screen, &g.picture)
}

// aim makes the picture, and the painter ready to draw it.
func (g *Game) aim() {
	g.scene.Picture(&g.picture)
	x, y := g.scene.Origin()
	g.painter.scale = g.scene.View().Zoom * g.scale
	g.painter.x0, g.painter.y0 = x*g.scale, y*g.scale
}

// prepared lists the labels of the first frame or, once that is done, sets some of them.
// It reports whether all are set.
func (g *Game) prepared() bool {
	if g.painter.scale != g.scene.View().Zoom*g.scale { // the first time, or the size has changed
		g.aim()
		g.painter.list(&g.picture)
		return false
	}
	return g.painter.prepare(labelSlice)
}

// most is the longest side of a screen, in device pixels, that every graphics
// card in use can hold.
const most = 8192

// LayoutF makes each device pixel one screen pixel. A page laid out for print can be
// very long; its screen keeps its previous size.
func (g *Game) LayoutF(width, height float64) (float64, float64) {
	g.mu.Lock()
	defer g.mu.Unlock()
	scale := ebiten.Monitor().DeviceScaleFactor()
	w, h := int(width*scale), int(height*scale)
	if max(w, h) > most || min(w, h) < 1 {
		return float64(max(g.width, 1)), float64(max(g.height, 1))
	}
	if scale != g.scale || w != g.width || h != g.height {
		g.scale, g.width, g.height = scale, w, h
		g.dirty, g.idle = true, 0
	}
	return width * scale, height * scale
}

// Layout is never called, since LayoutF exists.
func (g *Game) Layout(width, height int) (int, int) { return width, height }

type rgb [3]float32

// RGBA implements color.Color.
func (c rgb) RGBA() (r, g, b, a uint32) {
	return uint32(c[0] * 0xffff), uint32(c[1] * 0xffff), uint32(c[2] * 0xffff), 0xffff
}
