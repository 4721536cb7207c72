package compose

import (
	"math"
	"slices"

	"proxynet/viz/route"
	"proxynet/viz/scene"
)

// finish nudges the lines, places the words and returns the layout.
func (p *picture) finish(boxes []scene.Place, d *draft) *scene.Layout {
	f, pl, res, in := p.format, &d.placement, d.result, d.in
	lines := route.Lines(in, res.Routes, func(net, leaf int) float64 {
		return f.Cable.Total(&p.model.Cables[p.model.Nets[net].Cables[leaf]])
	})
	set := route.DefaultNudging(f.Cell)
	if p.budget.nudges > 0 {
		set.Rounds = p.budget.nudges
	}
	route.Nudge(in, lines, set)
	l := &scene.Layout{Name: f.Name, Width: f.Width, Height: f.Height, Places: slices.Clone(boxes), Cables: make([][]float64, len(p.model.Cables))}
	for v := range l.Places {
		r, q := pl.Boxes[v], &l.Places[v]
		q.W, q.H = float64(r.W)*f.Cell, float64(r.H)*f.Cell
		q.X, q.Y = float64(r.X)*f.Cell+q.W/2, float64(r.Y)*f.Cell+q.H/2
	}
	for i, fr := range p.model.Frames {
		plan := pl.Frames[i]
		q := &l.Places[fr.Node]
		note := p.note(i)
		t := f.typeOf(&p.model.Nodes[fr.Node])
		_, q.Lines = title(p.n.Nodes[fr.Node].Label, t, plan.Lines, f)
		for tag := range q.In {
			_, lines := title(p.n.Nodes[fr.Node].Names[tag], t, plan.Lines, f)
			q.In[tag] = scene.Label{Lines: lines, Size: t.Size}
		}
		l.Frames = append(l.Frames, scene.FramePlace{
			X: float64(plan.Title.X) * f.Cell, Y: float64(plan.Title.Y) * f.Cell,
			W: float64(plan.Title.W) * f.Cell, H: float64(plan.Title.H) * f.Cell,
			Note: note.lines[0], Size: f.Label, Below: plan.Lines > 1, Entry: float64(plan.Entry) * f.Cell, Columns: plan.Columns, Rows: plan.Rows,
		})
		for tag, lines := range note.in {
			last := &l.Frames[len(l.Frames)-1]
			if last.In == nil {
				last.In = map[string]string{}
			}
			last.In[tag] = lines[0]
		}
	}
	var whole route.Wholes
	whole.Set(lines)
	for i := range lines {
		c := p.model.Nets[lines[i].Net].Cables[lines[i].Leaf]
		for _, v := range whole.Points(i) {
			l.Cables[c] = append(l.Cables[c], hundredth(v.X), hundredth(v.Y))
		}
	}
	p.label(l, lines, d.placed)
	return l
}

func hundredth(v float64) float64 { return math.Round(v*100) / 100 }
