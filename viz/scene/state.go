package scene

import (
	"encoding/json"
	"fmt"

	"proxynet/network"
)

// State is what a reader has chosen: the one truth that canvas, panel, address
// and host page share. The page keeps it; the scene draws it.
type State struct {
	Select string   `json:"select"` // id of a node, relation, event, speaker or passage; "" is none
	Hover  string   `json:"hover"`  // likewise, for as long as the pointer is there
	Hide   []string `json:"hide"`   // tokens: node.KIND, relation.KIND, status.STATUS, speaker.ID
	View   *View    `json:"view"`   // nil: the whole network fitted into the area
}

// View is the camera as an address holds it.
type View struct {
	X    float64 `json:"x"` // world point in the middle of the area
	Y    float64 `json:"y"`
	Zoom float64 `json:"zoom"` // CSS pixels per world unit
}

// Action is a change of the state that a gesture asks for.
type Action struct {
	Type string // "select", "hover", "view", "fit"
	ID   string // of "select" and "hover"; "" is none
	View View   // of "view"
}

// MarshalJSON writes the action as the page's dispatch takes it.
func (a Action) MarshalJSON() ([]byte, error) {
	switch a.Type {
	case "select", "hover":
		var id *string
		if a.ID != "" {
			id = &a.ID
		}
		return json.Marshal(struct {
			Type string  `json:"type"`
			ID   *string `json:"id"`
		}{a.Type, id})
	case "view":
		return json.Marshal(struct {
			Type string `json:"type"`
			View View   `json:"view"`
		}{a.Type, a.View})
	}
	return json.Marshal(struct {
		Type string `json:"type"`
	}{a.Type})
}

// DecodeState reads the page's state. Null ids are none.
func DecodeState(data []byte) (State, error) {
	var s State
	if err := json.Unmarshal(data, &s); err != nil {
		return State{}, fmt.Errorf("decode state: %w", err)
	}
	return s, nil
}

// filter answers what the tokens of a state hide.
type filter map[string]bool

func newFilter(hide []string) filter {
	f := make(filter, len(hide))
	for _, token := range hide {
		f[token] = true
	}
	return f
}

func (f filter) node(n *network.Node) bool { return f["node."+string(n.Kind)] }

// relation reports whether r is hidden for its own sake: by its kind, its
// status, or because every passage of it is by hidden speakers.
func (f filter) relation(r *network.Relation, speakers []string) bool {
	if f["relation."+string(r.Kind)] || f["status."+string(r.Status)] {
		return true
	}
	for _, s := range speakers {
		if !f["speaker."+s] {
			return false
		}
	}
	return len(speakers) > 0
}
