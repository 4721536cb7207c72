package scene_test

import (
	"os"
	"regexp"
	"slices"
	"testing"

	"proxynet/network"
	"proxynet/viz/scene"
)

// TestLabelsOfASmallNetwork checks the labels of networks slightly too large for boxes,
// in the fitted view of both formats.
func TestLabelsOfASmallNetwork(t *testing.T) {
	for _, test := range []struct {
		nodes      int
		wide, tall float64 // minimum share of nodes with a label
	}{{61, 0.95, 0.6}, {77, 0.9, 0.5}, {150, 0.6, 0.2}} {
		s, n := large(t, test.nodes)
		for _, format := range []struct {
			name  string
			area  scene.Rect
			size  float64 // size of the smallest label
			share float64
		}{
			{"wide", scene.Rect{W: 880, H: 531}, 13, test.wide},
			{"tall", scene.Rect{W: 390, H: 645}, 12, test.tall},
		} {
			s.SetArea(format.area, format.area)
			p := seen(s)
			if got := float64(len(p.Names)) / float64(len(n.Nodes)); got < format.share {
				t.Errorf("%s: %d of %d nodes have a label; want at least %.0f %%", format.name, len(p.Names), len(n.Nodes), 100*format.share)
			}
			for i, a := range p.Names {
				if a.Size < format.size {
					t.Errorf("%s: the label %q has size %g; want at least %g", format.name, a.Text, a.Size, format.size)
				}
				for _, b := range p.Names[:i] {
					if overlap(a, b) {
						t.Errorf("%s: the labels %q and %q overlap", format.name, a.Text, b.Text)
					}
				}
			}
			for _, id := range mostConnected(n, test.nodes/12) {
				if !slices.ContainsFunc(p.Names, func(m scene.NameMark) bool { return m.ID == id }) {
					t.Errorf("%s: %s, one of the most connected of %d nodes, has no label", format.name, id, test.nodes)
				}
			}
		}
	}
}

// mostConnected returns the ids of the nodes with the most relations.
func mostConnected(n *network.Network, count int) []string {
	degree := map[string]int{}
	for _, r := range n.Relations {
		degree[r.From]++
		degree[r.To]++
	}
	var ids []string
	for _, o := range n.Nodes {
		ids = append(ids, o.ID)
	}
	slices.SortStableFunc(ids, func(a, b string) int { return degree[b] - degree[a] })
	return ids[:count]
}

// TestLabelsKeepTheirSide checks that labels keep their side when elements are hidden
// and shown again.
func TestLabelsKeepTheirSide(t *testing.T) {
	s, _ := large(t, 100)
	before := map[string]scene.Vec{}
	for _, m := range seen(s).Names {
		before[m.ID] = m.At
	}
	for _, hide := range [][]string{{"node.person"}, nil} {
		s.SetState(scene.State{Hide: hide})
		kept := 0
		for _, m := range seen(s).Names {
			if at, ok := before[m.ID]; ok {
				kept++
				if m.At != at {
					t.Errorf("with %v hidden, the label of %s is at %v; it was at %v", hide, m.ID, m.At, at)
				}
			}
		}
		if kept < 10 {
			t.Fatalf("with %v hidden, only %d labels are left", hide, kept)
		}
	}
}

// TestSpreadFillsTheFrame checks that layouts in point mode are turned and stretched
// to use the whole frame.
func TestSpreadFillsTheFrame(t *testing.T) {
	s, n := large(t, 100)
	for _, area := range []scene.Rect{{W: 880, H: 531}, {W: 390, H: 645}} {
		s.SetArea(area, area)
		x0, y0, x1, y1 := area.W, area.H, 0.0, 0.0
		for _, o := range n.Nodes {
			at := s.Positions()[o.ID]
			x0, y0, x1, y1 = min(x0, at.X), min(y0, at.Y), max(x1, at.X), max(y1, at.Y)
		}
		if w, h := (x1-x0)/area.W, (y1-y0)/area.H; w < 0.8 || h < 0.7 {
			t.Errorf("in %g × %g the dots take %.0f %% of the width and %.0f %% of the height", area.W, area.H, 100*w, 100*h)
		}
	}
}

// TestLabelsOfLesMiserables counts the labels of the co-occurrence network of Hugo's
// novel that fit on a desktop and on a phone.
func TestLabelsOfLesMiserables(t *testing.T) {
	data, err := os.ReadFile("../../network/format/gexf/testdata/networkx-les-miserables.gexf")
	if err != nil {
		t.Fatal(err)
	}
	n := &network.Network{ID: "n", Lang: "en"}
	for _, m := range regexp.MustCompile(`<node id="([^"]*)" label="([^"]*)"`).FindAllSubmatch(data, -1) {
		n.Nodes = append(n.Nodes, network.Node{ID: string(m[1]), Label: string(m[2]), Kind: network.Person})
	}
	for _, m := range regexp.MustCompile(`<edge .*source="([^"]*)" target="([^"]*)"`).FindAllSubmatch(data, -1) {
		n.Relations = append(n.Relations, network.Relation{ID: string(m[1]) + "-" + string(m[2]), From: string(m[1]), To: string(m[2]), Kind: "friendship"})
	}
	if len(n.Nodes) != 77 || len(n.Relations) != 254 {
		t.Fatalf("%d nodes and %d edges", len(n.Nodes), len(n.Relations))
	}
	d, err := scene.Spread(n, false)
	if err != nil {
		t.Fatal(err)
	}
	s, err := scene.New(d, "wide", scene.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	for _, screen := range []struct {
		area  scene.Rect
		names int
	}{{scene.Rect{W: 880, H: 531}, 77}, {scene.Rect{W: 390, H: 645}, 60}} {
		s.SetArea(screen.area, screen.area)
		p := seen(s)
		if len(p.Names) < screen.names {
			t.Errorf("in %g × %g, %d of 77 have a name; want %d", screen.area.W, screen.area.H, len(p.Names), screen.names)
		}
		for _, m := range p.Names {
			if m.Size < scene.Legible {
				t.Errorf("%q has size %g", m.Text, m.Size)
			}
		}
	}
}
