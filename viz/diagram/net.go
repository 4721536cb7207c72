package diagram

import "proxynet/network"

// Net is one or several cables that are routed together.
type Net struct {
	Hub    int   // node at which all of its cables meet
	Cables []int // more than one make a fan
	Leaves []int // the other end of each cable
	Class  Class
	Joint  bool // a fan that reads as one: of the lead, or into one frame
}

// Fan reports whether several cables share a trunk.
func (n *Net) Fan() bool { return len(n.Cables) > 1 }

// fanKey holds the properties that the cables of a fan share. Sources never share a
// trunk: that would ally them.
type fanKey struct {
	hub    int
	family network.Family
	kind   network.RelationKind
	past   bool
	class  Class
	group  int // frame, or depth below the frames for leads; None is none
}

// net sorts the cables into nets: fans, and single cables.
func (b *builder) net() {
	of := map[fanKey]int{}
	for i := range b.Cables {
		c := &b.Cables[i]
		key, ok := b.fanKey(c)
		if k, begun := of[key]; ok && begun {
			n := &b.Nets[k]
			n.Cables = append(n.Cables, i)
			n.Leaves = append(n.Leaves, c.To)
			continue
		}
		if ok {
			of[key] = len(b.Nets)
		}
		b.Nets = append(b.Nets, Net{
			Hub: c.From, Cables: []int{i}, Leaves: []int{c.To}, Class: c.Class, Joint: ok && key.group != None,
		})
	}
}

// fanKey returns what c would share with the other cables of a fan, and whether
// it can be part of one: one family, and every relation from the hub.
func (b *builder) fanKey(c *Cable) (fanKey, bool) {
	s := &c.Groups[0]
	if len(c.Groups) > 1 || s.Forward != len(s.Relations) {
		return fanKey{}, false
	}
	past, kind := b.n.Relations[s.Relations[0]].Past, b.n.Relations[s.Relations[0]].Kind
	for _, i := range s.Relations {
		if b.n.Relations[i].Past != past {
			return fanKey{}, false
		}
	}
	key := fanKey{hub: c.From, family: s.Family, past: past, class: c.Class, group: None}
	to := &b.Nodes[c.To]
	switch {
	case c.Class == Lead && to.Frame == None:
		key.group = len(b.Frames) + to.Depth
	case to.Frame != None && len(s.Relations) == 1:
		key.group = to.Frame
		if c.Class != Lead {
			key.kind = kind
		}
	case c.Class == Minor && len(s.Relations) <= 2 && to.Frame == None:
	default:
		return fanKey{}, false
	}
	return key, true
}
