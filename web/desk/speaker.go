package desk

import (
	"cmp"
	"slices"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/file/edit"
	"proxynet/network/file/suggest"
	"proxynet/network/message"
)

// speakerAct finds and makes speakers.
type speakerAct struct{ *change }

// who returns the id of the act's speaker, and adds the speaker if it is new; "" means
// the source's own voice.
func (c speakerAct) who() (string, error) {
	w := c.Speaker
	switch {
	case w == nil || *w == SpeakerChoice{}:
		return "", nil
	case w.ID != "":
		s, known := recordOf(c.n, w.ID).(*network.Speaker)
		switch {
		case !known:
			return "", message.Errorf("there is no speaker %s", w.ID)
		case s.Kind == network.Article:
			return "", nil
		}
		return s.ID, nil
	case w.Label == "":
		return "", message.Errorf("write who says it")
	}
	for _, s := range c.n.Speakers {
		if s.Label == w.Label {
			w.ID = s.ID
			return s.ID, nil
		}
	}
	id := c.NewID(c.speakerID(w))
	fields := []edit.Field{edit.Text("id", id), edit.Text("label", w.Label), edit.Text("kind", cmp.Or(w.Kind, string(network.Named)))}
	if w.Role != "" {
		fields = append(fields, edit.Text("role", w.Role))
	}
	if w.Node != "" {
		fields = append(fields, edit.Text("node", w.Node))
	}
	c.Insert("speakers", "", fields...)
	c.made = append(c.made, id)
	w.ID, w.Label = id, ""
	c.n = c.withSpeaker(id)
	return id, nil
}

// speakerID returns the preferred id of a new speaker, which must differ from a node's.
func (c speakerAct) speakerID(w *SpeakerChoice) string {
	id := suggest.ID(w.Label, "speaker")
	if _, taken := recordOf(c.n, id).(*network.Node); taken {
		return id + "-says"
	}
	return id
}

// withSpeaker returns the network with an added speaker.
func (c speakerAct) withSpeaker(id string) *network.Network {
	n := *c.n
	n.Speakers = append(slices.Clone(n.Speakers), network.Speaker{ID: id, Kind: network.Named})
	return &n
}

func (c speakerAct) newSpeaker() error {
	w := &SpeakerChoice{Label: c.Label, Kind: c.Kind, Role: c.Role, Node: c.Node}
	c.Speaker = nil
	passage := ""
	if c.Selection != nil {
		var err error
		if passage, _, err = c.passage(); err != nil {
			return err
		}
	}
	if w.Label == "" {
		return message.Errorf("write who says it")
	}
	id := c.NewID(cmp.Or(c.ID, c.speakerID(w)))
	fields := []edit.Field{edit.Text("id", id), edit.Text("label", w.Label), edit.Text("kind", cmp.Or(w.Kind, string(network.Named)))}
	if w.Role != "" {
		fields = append(fields, edit.Text("role", w.Role))
	}
	if w.Node != "" {
		fields = append(fields, edit.Text("node", w.Node))
	}
	if passage != "" {
		fields = append(fields, edit.IDs("passages", passage))
	}
	c.Insert("speakers", "", fields...)
	c.made = append(c.made, id)
	return nil
}

// attribute sets the speaker of passages. Those without a manner, or in the source's own,
// become paraphrased unless the act says otherwise.
func (c speakerAct) attribute() error {
	id, err := c.who()
	switch {
	case err != nil:
		return err
	case id == "":
		return message.Errorf("choose who says so")
	}
	for _, passage := range c.Passages {
		p, known := recordOf(c.n, passage).(*network.Passage)
		if !known {
			p = &network.Passage{} // Set fails
		}
		manner := network.Manner(c.Manner)
		if manner == "" && (p.Manner == "" || p.Manner == network.Own) {
			manner = network.Paraphrased
		}
		if p.Speaker != id {
			c.Set(passage, "speaker", file.Scalar(id))
		}
		if manner != "" && manner != p.Manner {
			c.Set(passage, "manner", file.Scalar(string(manner)))
		}
	}
	return nil
}
