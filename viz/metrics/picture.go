package metrics

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Point is a place in the picture.
type Point struct{ X, Y float64 }

// Box is a node.
type Box struct {
	ID         string
	X, Y, W, H float64
	Members    []string // of a frame
}

// Line is a path between two nodes.
type Line struct {
	From, To string
	Net      string // "" for a line by itself
	Lead     bool
	Width    float64
	Points   []Point
}

// Picture holds the boxes, labels and lines of an SVG.
type Picture struct {
	Width, Height float64
	Boxes         []Box
	Lines         []Line
	Type          []float64 // sizes of its texts
}

// Read reads an SVG of the simple form.
func Read(svg []byte) (*Picture, error) {
	in := xml.NewDecoder(bytes.NewReader(svg))
	p := &Picture{}
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("read SVG: %w", err)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		line, _ := in.InputPos()
		if err := p.add(e); err != nil {
			return nil, fmt.Errorf("read SVG, line %d: <%s>: %w", line, e.Name.Local, err)
		}
	}
	if p.Width <= 0 || p.Height <= 0 {
		return nil, errors.New("read SVG: it has no viewBox, and so no size; add one")
	}
	return p, nil
}

// attributes are those of an element, by name.
type attributes map[string]string

// number returns the number at the start of an attribute; 0 if there is none.
func (a attributes) number(name string) (float64, error) {
	text, ok := a[name]
	if !ok {
		return 0, nil
	}
	v, err := strconv.ParseFloat(strings.TrimSuffix(text, "px"), 64)
	if err != nil {
		return 0, fmt.Errorf("%s=%q is not a number", name, text)
	}
	return v, nil
}

// add records the content of an element.
func (p *Picture) add(e xml.StartElement) error {
	a := attributes{}
	for _, at := range e.Attr {
		a[at.Name.Local] = at.Value
	}
	var err error
	number := func(name string) float64 {
		v, e := a.number(name)
		err = errors.Join(err, e)
		return v
	}
	switch e.Name.Local {
	case "svg":
		if box := strings.Fields(strings.ReplaceAll(a["viewBox"], ",", " ")); len(box) == 4 && p.Width == 0 {
			a["w"], a["h"] = box[2], box[3]
			p.Width, p.Height = number("w"), number("h")
		}
	case "rect":
		if id := a["data-node"]; id != "" {
			p.Boxes = append(p.Boxes, Box{id, number("x"), number("y"), number("width"), number("height"), strings.Fields(a["data-members"])})
		}
	case "path":
		ends := strings.Fields(a["data-ends"])
		if len(ends) != 2 {
			return nil
		}
		l := Line{From: ends[0], To: ends[1], Net: a["data-net"], Width: number("stroke-width")}
		_, l.Lead = a["data-lead"]
		var bad error
		l.Points, bad = flatten(a["d"])
		err = errors.Join(err, bad)
		p.Lines = append(p.Lines, l)
	case "text":
		if _, ok := a["font-size"]; ok {
			p.Type = append(p.Type, number("font-size"))
		}
	}
	return err
}
