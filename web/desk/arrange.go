package desk

import (
	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/message"
	"proxynet/viz/scene"
)

// Arrangement is the input of “arrange”: a network, whose picture is arranged as for
// publishing. Several engines can do that at the same time, one for each layout.
type Arrangement struct {
	Name   string            `json:"name"`
	Text   string            `json:"text"`
	Files  map[string]string `json:"files"` // such as translations, by their names
	Layout string            `json:"layout"`
}

// Arranged is one layout of a network, for “publish”.
type Arranged struct {
	Basis  string        `json:"basis"`            // the same for all networks that are arranged alike
	Layout *scene.Layout `json:"layout,omitempty"` // nil if the network is too large for boxes
}

// arrange returns a layout of a network.
func (s *Services) arrange(a Arrangement) (*Arranged, error) {
	if s.Arrange == nil {
		return nil, message.Errorf("“%s” isn't in this program", "arrange")
	}
	n, err := networkOf(a.Name, a.Text, a.Files)
	if err != nil {
		return nil, err
	}
	return s.Arrange(n, a.Layout)
}

// networkOf reads a network and its translations, in the order of their languages.
func networkOf(name, text string, files map[string]string) (*network.Network, error) {
	d, err := file.Read(name, []byte(text))
	if err != nil {
		return nil, err
	}
	for _, t := range translationsOf(name, files) {
		if diagnostics := d.AddTranslation(t, []byte(files[t])); diagnostics != nil {
			return nil, diagnostics
		}
	}
	return d.Network, nil
}
