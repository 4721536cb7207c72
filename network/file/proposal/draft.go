package proposal

import (
	"cmp"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/message"
	"proxynet/network/visible"
)

// Draft is a proposed claim that was checked against the network and its articles.
type Draft struct {
	N         int             `json:"n"` // place in the file, from 1
	By        string          `json:"by,omitempty"`
	Note      string          `json:"note,omitempty"`
	Sentence  string          `json:"sentence"` // the claim in a line
	Quote     string          `json:"quote"`
	Source    string          `json:"source,omitempty"` // id of the source that has the quote
	Paragraph int             `json:"paragraph,omitempty"`
	From      int             `json:"from"` // of the quote in its paragraph, in UTF-16 code units
	To        int             `json:"to"`
	Verbatim  bool            `json:"verbatim"`      // the article has the quote, and once
	Problem   message.Message `json:"-"`             // why it can't be accepted, and what to do
	Act       *Act            `json:"act,omitempty"` // what accepting it does; nil if there is a problem
}

// Act is the edit by which a draft becomes a claim of the network.
type Act struct {
	Do           string      `json:"do"` // "relation", "name" or "event"
	Selection    Selection   `json:"selection"`
	From         *Node       `json:"from,omitempty"`
	To           *Node       `json:"to,omitempty"`
	Verb         string      `json:"verb,omitempty"`
	Label        string      `json:"label,omitempty"`
	Kind         string      `json:"kind,omitempty"`
	Status       string      `json:"status,omitempty"`
	Speaker      string      `json:"speaker,omitempty"` // id
	Date         string      `json:"date,omitempty"`
	Participants []TakesPart `json:"participants,omitempty"`
}

// Selection is a range of words in one paragraph of a source, in UTF-16 code units.
type Selection struct {
	Source    string `json:"source,omitempty"`
	Paragraph int    `json:"paragraph"`
	From      int    `json:"from"`
	To        int    `json:"to"`
}

// Node is an existing node, by its id, or a new one. In JSON the former is a string.
type Node struct {
	ID    string
	Label string
	Kind  string
}

func (n Node) MarshalJSON() ([]byte, error) {
	if n.ID != "" {
		return json.Marshal(n.ID)
	}
	return json.Marshal(map[string]string{"label": n.Label, "kind": n.Kind})
}

// TakesPart is a node's part in an event.
type TakesPart struct {
	Node *Node  `json:"node"`
	Role string `json:"role"`
}

// Read returns the drafts in a file, each checked against the network and the texts
// of its sources. The error says where the file can't be read.
func Read(name string, data []byte, n *network.Network, articles file.Articles) ([]Draft, error) {
	claims, by, err := read(visible.Escape(name), data)
	if err != nil {
		return nil, err
	}
	k := newKnown(n)
	drafts := make([]Draft, len(claims))
	for i, c := range claims {
		d := &drafts[i]
		*d = Draft{N: i + 1, By: oneLine(by), Note: oneLine(c.Note), Quote: c.Quote}
		act, err := k.act(&c, d)
		at, quote, diagnostic := locate(&c, n, articles)
		if diagnostic == nil {
			d.Quote, d.Source, d.Paragraph, d.From, d.To, d.Verbatim = quote, at.Source, at.Paragraph, at.From, at.To, true
			act.Selection = at
		}
		switch {
		case err != nil && diagnostic != nil:
			d.Problem = message.New("%s; %s", message.Of(err), message.Of(diagnostic))
		case err != nil || diagnostic != nil:
			d.Problem = message.Of(cmp.Or(err, diagnostic))
		default:
			d.Act = act
		}
	}
	return drafts, nil
}

// act returns the edit that accepts a claim, without its selection, and the claim in a
// line. The error describes the problem.
func (k *known) act(c *Claim, d *Draft) (*Act, error) {
	a := &Act{Do: c.Sort, Status: c.Status, Verb: oneLine(c.Verb), Label: oneLine(c.Label), Date: oneLine(c.Date)}
	var problems []error
	note := func(err error) { problems = append(problems, err) }
	if c.Status != "" && !slices.Contains(network.Statuses, network.Status(c.Status)) {
		note(message.Errorf("unknown status %s: write one of %s", visible.Quote(clip(c.Status)), message.Strings(network.Statuses)))
	}
	var err error
	a.Speaker, err = k.speaker(c.Speaker)
	note(err)
	switch c.Sort {
	case "relation":
		a.From, err = k.node(c.From, "from")
		note(err)
		a.To, err = k.node(c.To, "to")
		note(err)
		a.Kind, err = k.relationKind(c.Kind)
		note(err)
		a.Verb = cmp.Or(a.Verb, a.Kind)
		d.Sentence = strings.Join([]string{k.label(a.From), a.Verb, k.label(a.To)}, " ")
	case "name":
		a.Kind, err = k.nodeKind(c.Kind)
		note(err)
		d.Sentence = a.Label
		if a.Label == "" {
			note(message.Errorf("it has no label; write “label”"))
		} else if id, _ := k.find(a.Label); id != "" {
			note(message.Errorf("the network has %s already, as %s", visible.Quote(clip(a.Label)), id))
		}
	case "event":
		d.Sentence = a.Label
		if a.Label == "" {
			note(message.Errorf("it has no label; write “label”"))
		}
		for _, p := range c.Participants {
			node, err := k.node(p.Node, "node")
			note(err)
			a.Participants = append(a.Participants, TakesPart{node, oneLine(p.Role)})
		}
		if len(c.Participants) == 0 {
			note(message.Errorf("it has no participants; write “participants”"))
		}
	default:
		note(message.Errorf("unknown sort %s: write relation, name or event", visible.Quote(clip(c.Sort))))
	}
	if utf8.RuneCountInString(a.Label) > mostLabel {
		note(message.Errorf("its label has more than %d characters; shorten it", mostLabel))
	}
	return a, errors.Join(problems...)
}

// oneLine returns a text in one line, without characters that a network must not contain.
func oneLine(text string) string {
	text = strings.Map(func(c rune) rune {
		if c != '\n' && c != '\t' && visible.Refused(c) {
			return -1
		}
		return c
	}, text)
	return strings.Join(strings.Fields(text), " ")
}

func clip(text string) string {
	const most = 60
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}
