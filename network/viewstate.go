package network

import (
	"encoding/json"
	"fmt"
)

// ViewState is a reader's choice of what to see. The page owns it; the picture, the panel,
// the address and the host page follow it. Its zero value shows the whole network.
//
// This is the only declaration of the view state. The page's types and checks, the
// parameters of its address and the attributes of the embed are generated from it
// into web/state/declaration.js: run go test ./web/state -update after a change.
// The tag "state" gives the kind of a field and, after a colon, the set of known
// ids or words that its value must be in; "address" is the parameter in the page's
// address, and "attribute" the attribute of <proxy-network>.
type ViewState struct {
	Select string     `json:"select,omitempty" state:"id:ids" address:"select" attribute:"select"`  // id of the selected node, relation, event, speaker or passage
	Hover  string     `json:"hover,omitempty" state:"id:ids"`                                       // id of the element under the pointer
	Focus  string     `json:"focus,omitempty" state:"id:nodes" address:"focus" attribute:"focus"`   // id of the node that is shown with its neighbors only
	Hide   []string   `json:"hide,omitempty" state:"list:tokens" address:"hide" attribute:"filter"` // sorted tokens of hidden parts, such as "relation.arms"; see [Network.Tokens]
	AsOf   string     `json:"asOf,omitempty" state:"date" address:"as-of" attribute:"as-of"`        // YYYY, YYYY-MM or YYYY-MM-DD: what did not hold then is hidden; see [ParseDateRange]
	Remove []string   `json:"remove,omitempty" state:"list:parts" address:"remove"`                 // sorted ids of the nodes and relations that a what-if removes
	Chain  *ChainEnds `json:"chain,omitempty" state:"ends:nodes" address:"chain" attribute:"chain"` // ends of the chains that are highlighted
	Size   Measure    `json:"size,omitempty" state:"measure" address:"size" attribute:"size"`       // measure by which nodes are sized
	Step   string     `json:"step,omitempty" state:"id:steps" address:"step" attribute:"step"`      // id of the current step of the story
	View   *View      `json:"view,omitempty" state:"view" address:"view"`                           // camera; none fits the network, or what the step zooms to, into the area
}

// ChainEnds are the ids of the nodes at which a chain begins and ends.
type ChainEnds struct {
	From string `json:"from"` // id of a node
	To   string `json:"to"`   // likewise
}

// View is a camera.
type View struct {
	X    float64 `json:"x"`    // world point at the center of the area; where right is left, mirrored
	Y    float64 `json:"y"`    // likewise
	Zoom float64 `json:"zoom"` // CSS pixels per world unit, above 0
}

// DecodeViewState reads the page's state, in which null means none. It reports
// malformed JSON and a malformed date.
func DecodeViewState(data []byte) (ViewState, error) {
	var s ViewState
	if err := json.Unmarshal(data, &s); err != nil {
		return ViewState{}, fmt.Errorf("decode state: %w", err)
	}
	if _, err := s.DateRange(); err != nil {
		return ViewState{}, fmt.Errorf("decode state: %w", err)
	}
	return s, nil
}

// DateRange returns the date of s, or nil if it has none.
func (s *ViewState) DateRange() (*DateRange, error) {
	if s.AsOf == "" {
		return nil, nil
	}
	m, err := ParseDateRange(s.AsOf)
	if err != nil {
		return nil, err
	}
	return &m, nil
}

// Filter returns the filter that s applies to n.
func (s *ViewState) Filter(n *Network) (*Filter, error) {
	at, err := s.DateRange()
	if err != nil {
		return nil, err
	}
	return NewFilter(n, s.Hide, at), nil
}
