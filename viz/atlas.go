package viz

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"proxynet/viz/scene"
)

// nameShader sets names from the atlas, where red is a text's coverage and green
// that of the halo around it.
//
//	color.rgb   of the text
//	custom.xyz  of the halo: the paper's
//
//ebitengine:shadersource
const nameShader = `//kage:unit pixels
package main

func Fragment(dst vec4, src vec2, color vec4, custom vec4) vec4 {
	t := imageSrc0At(src)
	return vec4(color.rgb*t.r+custom.xyz*t.g*(1-t.r), t.r+t.g*(1-t.r))
}
`

// atlas is an image with the recently drawn names, so that all of a
// picture go into one draw call. Names are in rows of their own height.
type atlas struct {
	setter   Typesetter
	shader   *ebiten.Shader
	image    *ebiten.Image
	names    map[Label]spot
	shelf    shelf
	pixels   []byte
	vertices []ebiten.Vertex
	indices  []uint32
}

// spot is the place of a name in the atlas; x0 and y0 are the corner of its image
// relative to the start of its baseline.
type spot struct {
	at     image.Rectangle
	x0, y0 float64
}

const (
	atlasSide = 2048
	haloWidth = 1.5 // CSS pixels
)

func newAtlas(t Typesetter) *atlas {
	shader, err := ebiten.NewShader([]byte(nameShader))
	if err != nil {
		panic("viz: " + err.Error())
	}
	return &atlas{setter: t, shader: shader, names: map[Label]spot{}, shelf: shelf{side: atlasSide}}
}

// get returns the place of a name, which it sets first if necessary. It fails if the
// atlas is full.
func (a *atlas) get(text string, size float64, bold bool, scale float64) (spot, bool) {
	l := Label{text, size, bold, scene.RTL(text)}
	if s, ok := a.names[l]; ok {
		return s, true
	}
	e := a.setter.Measure(l)
	pad := int(haloWidth*scale + 0.99)
	at, ok := a.shelf.put(e.Width+2*pad, e.Height+2*pad)
	if !ok {
		return spot{}, false
	}
	if a.image == nil {
		a.image = ebiten.NewImageWithOptions(image.Rect(0, 0, atlasSide, atlasSide), &ebiten.NewImageOptions{Unmanaged: true})
	}
	s := spot{at: at, x0: -e.Left - float64(pad), y0: -e.Baseline - float64(pad)}
	mask := a.setter.Paint([]Label{l}, []Extent{e}, [][2]int{{}}, e.Width, e.Height)
	a.image.SubImage(s.at).(*ebiten.Image).WritePixels(a.halo(mask, e, pad))
	a.names[l] = s
	return s, true
}

// halo returns the mask's coverage in red, and in green the same spread by pad
// pixels to all sides.
func (a *atlas) halo(mask []byte, m Extent, pad int) []byte {
	w, h := m.Width+2*pad, m.Height+2*pad
	need := 4 * w * h
	if cap(a.pixels) < need {
		a.pixels = make([]byte, need)
	}
	p := a.pixels[:need]
	clear(p)
	for y := range m.Height {
		for x := range m.Width {
			c := mask[4*(y*m.Width+x)+3]
			if c == 0 {
				continue
			}
			p[4*((y+pad)*w+x+pad)] = c
			for dy := -pad; dy <= pad; dy++ {
				for dx := -pad; dx <= pad; dx++ {
					if dx*dx+dy*dy <= pad*pad+1 {
						q := &p[4*((y+pad+dy)*w+x+pad+dx)+1]
						*q = max(*q, c)
					}
				}
			}
		}
	}
	for i := 3; i < need; i += 4 {
		p[i] = 0xff
	}
	return p
}

// empty removes all names.
func (a *atlas) empty() {
	clear(a.names)
	a.shelf = shelf{side: atlasSide}
}

// draw sets the names, given in CSS pixels of the page, onto an image whose
// corner is at x0, y0 of the page. Names are put on whole pixels, to be sharp.
func (a *atlas) draw(onto *ebiten.Image, names []scene.NameMark, x0, y0, scale float64, theme scene.Theme) {
	ink, paper := theme[scene.Ink], theme[scene.Paper]
	a.vertices, a.indices = a.vertices[:0], a.indices[:0]
	for try := range 2 {
		full := false
		for i := range names {
			m := &names[i]
			s, ok := a.get(m.Text, quarter(m.Size*scale), m.Bold, scale)
			if !ok {
				full = true
				break
			}
			x := float32(int((m.At.X-x0)*scale + s.x0 + 0.5))
			y := float32(int((m.At.Y-y0)*scale + s.y0 + 0.5))
			n := uint32(len(a.vertices))
			for _, k := range [4][2]int{{0, 0}, {1, 0}, {1, 1}, {0, 1}} {
				a.vertices = append(a.vertices, ebiten.Vertex{
					DstX: x + float32(k[0]*s.at.Dx()), DstY: y + float32(k[1]*s.at.Dy()),
					SrcX: float32(s.at.Min.X + k[0]*s.at.Dx()), SrcY: float32(s.at.Min.Y + k[1]*s.at.Dy()),
					ColorR: ink[0], ColorG: ink[1], ColorB: ink[2], ColorA: 1,
					Custom0: paper[0], Custom1: paper[1], Custom2: paper[2],
				})
			}
			a.indices = append(a.indices, n, n+1, n+2, n, n+2, n+3)
		}
		if !full || try > 0 || len(a.names) == 0 {
			break // the least important of too many names are last and left out
		}
		a.empty()
		a.vertices, a.indices = a.vertices[:0], a.indices[:0]
	}
	if len(a.indices) > 0 {
		onto.DrawTrianglesShader32(a.vertices, a.indices, a.shader, &ebiten.DrawTrianglesShaderOptions{Images: [4]*ebiten.Image{a.image}})
	}
}
