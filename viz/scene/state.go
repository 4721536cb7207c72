package scene

import (
	"encoding/json"
	"slices"

	"proxynet/network"
)

// State is the reader's choice of what to see. The page owns it; the scene draws it.
type State = network.ViewState

// Ends are the ids of the nodes at which a chain begins and ends.
type Ends = network.ChainEnds

// View is a camera: the point of the world at the center of the area, and the zoom.
type View network.View

// Action is a change of the state that a gesture asks for.
type Action struct {
	Type string // "select", "hover", "view", "fit"
	ID   string // of "select" and "hover"; "" for none
	View View   // of "view"
}

// MarshalJSON encodes the action for the page's dispatch.
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

// DecodeState reads the page's state.
func DecodeState(data []byte) (State, error) { return network.DecodeViewState(data) }

// sameQuestion reports whether s and t ask the same of the network.
func sameQuestion(s, t *State) bool {
	return (s.Chain == t.Chain || s.Chain != nil && t.Chain != nil && *s.Chain == *t.Chain) &&
		s.Size == t.Size && s.AsOf == t.AsOf && slices.Equal(s.Remove, t.Remove) && slices.Equal(s.Hide, t.Hide)
}
