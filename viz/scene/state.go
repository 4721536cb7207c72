package scene

import (
	"encoding/json"
	"fmt"
	"slices"

	"proxynet/network"
)

// State is what a reader has chosen: the one truth that canvas, panel, address
// and host page share. The page keeps it; the scene draws it.
type State struct {
	Select string   `json:"select"` // id of a node, relation, event, speaker or passage; "" is none
	Hover  string   `json:"hover"`  // likewise, for as long as the pointer is there
	Focus  string   `json:"focus"`  // id of the node that is shown with its neighbours only; "" shows all
	Hide   []string `json:"hide"`   // tokens, as network.NewLens has them
	AsOf   string   `json:"asOf"`   // what doesn't hold at this date is hidden; "" is no date
	Remove []string `json:"remove"` // ids of the nodes and relations that a what-if takes out
	Chain  *Ends    `json:"chain"`  // whose chains of command stand out; nil is none
	Size   string   `json:"size"`   // the measure that nodes are sized by; "" is none
	Step   string   `json:"step"`   // id of a step of the story; "" is none
	View   *View    `json:"view"`   // nil: what the step comes near to, or the whole network fitted into the area
}

// Ends are the ids of the nodes at which a chain begins and ends.
type Ends struct {
	From string `json:"from"`
	To   string `json:"to"`
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
	if _, err := s.moment(); err != nil {
		return State{}, fmt.Errorf("decode state: %w", err)
	}
	return s, nil
}

// asks tells if s asks the same of the network as t.
func (s *State) asks(t *State) bool {
	return (s.Chain == t.Chain || s.Chain != nil && t.Chain != nil && *s.Chain == *t.Chain) &&
		s.Size == t.Size && s.AsOf == t.AsOf && slices.Equal(s.Remove, t.Remove) && slices.Equal(s.Hide, t.Hide)
}

// moment returns the date of s, or nil.
func (s *State) moment() (*network.Moment, error) {
	if s.AsOf == "" {
		return nil, nil
	}
	m, err := network.ParseMoment(s.AsOf)
	return &m, err
}

// Lens returns what of n the filters and the date of s let through.
func (s *State) Lens(n *network.Network) (*network.Lens, error) {
	at, err := s.moment()
	if err != nil {
		return nil, err
	}
	return network.NewLens(n, s.Hide, at), nil
}
