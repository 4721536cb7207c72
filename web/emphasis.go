package web

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"proxynet/network"
	"proxynet/viz/scene"
)

// emphasis is the data with which the page's picture responds before the live graph is
// loaded, in its own script; web/still reads it. Nodes and relations are numbered in the network's order,
// as in the picture's data-of attributes.
type emphasis struct {
	Dimmed    float64                  `json:"dimmed"` // opacity of parts that are not highlighted
	Text      map[string]float64       `json:"text"`   // opacities of labels that differ from those of their boxes, by these
	Nodes     []string                 `json:"nodes"`  // ids
	Relations []endpoints              `json:"relations"`
	Around    map[string]surroundings  `json:"around"` // by the id of the selected record, unless they are just it and its relations
	Steps     map[string]*stepEmphasis `json:"steps"`  // by id
	Zoom      zoomLimits               `json:"zoom"`
}

// endpoints are the ends of a relation.
type endpoints struct {
	ID   string `json:"id"`
	From int    `json:"from"`
	To   int    `json:"to"`
}

// surroundings are the parts highlighted with a selection: relations with their ends,
// and more nodes.
type surroundings struct {
	Nodes     []int `json:"nodes,omitempty"`
	Relations []int `json:"relations,omitempty"`
}

// stepEmphasis is how the picture looks at a step of the story.
type stepEmphasis struct {
	Nodes     []float64             `json:"nodes"`          // opacities; 0 if hidden
	Relations []float64             `json:"relations"`      // likewise
	Open      []int                 `json:"open,omitempty"` // relations of which it is open whether they held then
	Near      map[string][4]float64 `json:"near,omitempty"` // by layout: x, y, width and height of the area that it zooms to
}

// zoomLimits are those of [scene.Settings].
type zoomLimits struct {
	Near    float64 `json:"near"`
	Nearest float64 `json:"nearest"`
	Min     float64 `json:"min"`
	Max     float64 `json:"max"`
	Closest float64 `json:"closest"`
	Open    float64 `json:"open"`
}

// newEmphasis returns the emphasis of a drawing, nil if it is drawn as points.
func newEmphasis(d *scene.LaidOutNetwork) (*emphasis, error) {
	settings := scene.Defaults()
	e := &emphasis{
		Dimmed: settings.Dimmed, Text: map[string]float64{}, Around: map[string]surroundings{}, Steps: map[string]*stepEmphasis{},
		Zoom: zoomLimits{settings.Near, settings.NearZoom, settings.MinZoom, settings.MaxZoom, scene.ClosestBoxes, settings.Open},
	}
	place := map[string]int{}
	for i, n := range d.Nodes {
		place[n.ID] = i
		e.Nodes = append(e.Nodes, n.ID)
	}
	for _, r := range d.Relations {
		e.Relations = append(e.Relations, endpoints{r.ID, place[r.From], place[r.To]})
	}
	for i, l := range d.Layouts {
		s, err := scene.New(d, l.Name, settings)
		if err != nil {
			return nil, fmt.Errorf("web: %w", err)
		}
		s.SetStill(true)
		if _, ok := s.Emphasis(); !ok {
			return nil, nil
		}
		e.addSteps(s, d.Story, l.Name)
		if i == 0 { // what is around does not depend on the layout
			e.addAround(s, d.Network)
		}
	}
	return e, nil
}

// addAround adds the surroundings of each id.
func (e *emphasis) addAround(s *scene.Scene, n *network.Network) {
	for _, id := range selectable(n) {
		s.SetState(scene.State{Select: id})
		look, _ := s.Emphasis()
		var a surroundings
		ends := map[int]bool{}
		for i, alpha := range look.Relations {
			if alpha == 1 {
				a.Relations = append(a.Relations, i)
				ends[e.Relations[i].From], ends[e.Relations[i].To] = true, true
			}
		}
		for v, alpha := range look.Nodes {
			if alpha == 1 && !ends[v] {
				a.Nodes = append(a.Nodes, v)
			}
		}
		if a.Nodes != nil || !slices.Equal(a.Relations, e.own(id)) {
			e.Around[id] = a
		}
	}
}

// own returns the relation with an id, or the relations of the node with it.
func (e *emphasis) own(id string) []int {
	var list []int
	for i, r := range e.Relations {
		if r.ID == id || e.Nodes[r.From] == id || e.Nodes[r.To] == id {
			list = append(list, i)
		}
	}
	return list
}

// addSteps adds the steps of a story in a layout.
func (e *emphasis) addSteps(s *scene.Scene, story []network.StoryStep, layout string) {
	for _, step := range story {
		state := step.State.ViewState
		state.Step = step.ID
		s.SetState(state)
		of := e.Steps[step.ID]
		if of == nil {
			look, _ := s.Emphasis()
			of = &stepEmphasis{Nodes: rounded(look.Nodes), Relations: rounded(look.Relations), Open: s.Open()}
			e.Steps[step.ID] = of
			for _, alpha := range of.Nodes {
				if text := rounded([]float64{s.Settings.TextAlpha(alpha)})[0]; text != alpha {
					e.Text[strconv.FormatFloat(alpha, 'g', -1, 64)] = text
				}
			}
		}
		if box, ok := s.Near(); ok {
			if of.Near == nil {
				of.Near = map[string][4]float64{}
			}
			of.Near[layout] = [4]float64(rounded([]float64{box.X, box.Y, box.W, box.H}))
		}
	}
}

// selectable returns the ids of all that can be selected.
func selectable(n *network.Network) []string {
	var ids []string
	for _, r := range n.Nodes {
		ids = append(ids, r.ID)
	}
	for _, r := range n.Relations {
		ids = append(ids, r.ID)
	}
	for _, r := range n.Events {
		ids = append(ids, r.ID)
	}
	for _, r := range n.Speakers {
		ids = append(ids, r.ID)
	}
	for _, r := range n.Passages {
		ids = append(ids, r.ID)
	}
	return ids
}

// rounded returns numbers with two digits after the point.
func rounded(list []float64) []float64 {
	list = slices.Clone(list)
	for i, x := range list {
		list[i] = math.Round(100*x) / 100
	}
	return list
}
