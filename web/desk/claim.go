package desk

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/file/edit"
	"proxynet/network/file/suggest"
	"proxynet/network/message"
	"proxynet/web/language"
)

// claimAct makes and changes relations, events, denials, stages and facts.
type claimAct struct{ *change }

// statusFields returns the fields for the status of a claim.
func (c claimAct) statusFields(must bool) ([]edit.Field, error) {
	switch network.Status(c.Status) {
	case "":
		if must {
			return nil, message.Errorf("choose how firmly the article says so")
		}
		return nil, nil
	case network.Stated:
		if c.byOthers() {
			return nil, message.Errorf("somebody else says so: mark it as attributed, or leave out who says it")
		}
		return nil, nil
	case network.Attributed:
		if !c.byOthers() {
			return nil, message.Errorf("choose who says so")
		}
	case network.Implied:
		if c.Inference == "" && must {
			return nil, message.Errorf("write how it follows from these words")
		}
	}
	return []edit.Field{edit.Text("status", c.Status)}, nil
}

// byOthers reports whether the act names a speaker other than the source itself.
func (c claimAct) byOthers() bool {
	return c.Speaker != nil && *c.Speaker != (SpeakerChoice{}) && c.Speaker.ID != voiceOf(c.n)
}

func (c claimAct) relation() error {
	status, err := c.statusFields(true)
	if err != nil {
		return err
	}
	if c.Verb == "" || c.Kind == "" {
		return message.Errorf("choose the kind of relation, and write its verb")
	}
	passage, _, err := c.passage()
	if err != nil {
		return err
	}
	from, err := nameAct{c.change}.node(c.From, message.Errorf("choose where the relation begins"), passage)
	if err != nil {
		return err
	}
	to, err := nameAct{c.change}.node(c.To, message.Errorf("choose where the relation leads"), passage)
	if err != nil {
		return err
	}
	if from == to {
		return message.Errorf("choose two different names")
	}
	id := c.NewID(cmp.Or(c.ID, from+"-"+to))
	fields := []edit.Field{edit.Text("id", id), edit.Text("from", from), edit.Text("to", to), edit.Text("kind", c.Kind), edit.Text("verb", c.Verb)}
	fields = append(fields, status...)
	for _, f := range []struct {
		name string
		set  bool
	}{{"past", c.Past}, {"open", c.Open}} {
		if f.set {
			fields = append(fields, edit.Field{Name: f.name, Value: "true"})
		}
	}
	if c.Inference != "" {
		fields = append(fields, edit.Text("inference", c.Inference))
	}
	if c.Note != "" {
		fields = append(fields, edit.Text("note", c.Note))
	}
	fields = append(fields, edit.IDs("passages", append([]string{passage}, c.Passages...)...))
	c.Insert("relations", "", fields...)
	c.made = append(c.made, id)
	return nil
}

func (c claimAct) event() error {
	status, err := c.statusFields(false)
	if err != nil {
		return err
	}
	if c.Label == "" || len(c.Participants) == 0 {
		return message.Errorf("write what happened, and choose who took part")
	}
	passage, q, err := c.passage()
	if err != nil {
		return err
	}
	id := c.NewID(cmp.Or(c.ID, suggest.ID(c.Label, "event")))
	fields := []edit.Field{edit.Text("id", id), edit.Text("label", c.Label)}
	if c.Date != "" {
		value, err := dateAct{c.change}.dated(c.Date, c.Words, q)
		if err != nil {
			return err
		}
		fields = append(fields, edit.Field{Name: "date", Value: value})
	}
	fields = append(fields, status...)
	if c.Summary != nil && *c.Summary != "" {
		fields = append(fields, edit.Text("summary", *c.Summary))
	}
	who, err := c.whoTookPart(passage)
	if err != nil {
		return err
	}
	fields = append(fields, edit.Field{Name: "participants", Value: who}, edit.IDs("passages", passage))
	c.Insert("events", "", fields...)
	c.made = append(c.made, id)
	return nil
}

// whoTookPart returns the act's participants as YAML, and adds those that are new with
// a passage.
func (c claimAct) whoTookPart(passage string) (string, error) {
	role := language.Of(c.n.Lang).Say("desk.role-unsaid")
	who := make([]string, len(c.Participants))
	for i, p := range c.Participants {
		node, err := nameAct{c.change}.node(p.Node, message.Errorf("choose who took part"), passage)
		if err != nil {
			return "", err
		}
		who[i] = edit.Record(edit.Text("node", node), edit.Text("role", cmp.Or(p.Role, role)))
	}
	return "[" + strings.Join(who, ", ") + "]", nil
}

// participants replaces those of an event.
func (c claimAct) participants() error {
	e, ok := recordOf(c.n, c.ID).(*network.Event)
	if !ok || len(e.Passages) == 0 || len(c.Participants) == 0 {
		return message.Errorf("choose who took part")
	}
	who, err := c.whoTookPart(e.Passages[0])
	if err != nil {
		return err
	}
	c.Set(c.ID, "participants", who)
	return nil
}

func (c claimAct) cite() error {
	passage, _, err := c.passage()
	if err != nil {
		return err
	}
	if slices.Contains(citedOf(c.n, c.ID), passage) {
		return message.Errorf("%s already cites these words", c.ID)
	}
	c.Append(c.ID, "passages", file.Scalar(passage))
	return nil
}

func (c claimAct) against() error {
	passage, q, err := c.passage()
	if err != nil {
		return err
	}
	speaker := voiceOf(c.n)
	if c.Speaker != nil && c.Speaker.ID != "" {
		speaker = c.Speaker.ID
	}
	fields := []edit.Field{edit.Text("speaker", speaker)}
	if c.Says != "" {
		fields = append(fields, edit.Text("says", c.Says))
	}
	if c.Date != "" {
		value, err := dateAct{c.change}.dated(c.Date, c.Words, q)
		if err != nil {
			return err
		}
		fields = append(fields, edit.Field{Name: "date", Value: value})
	}
	c.Append(c.Relation, "against", edit.Record(append(fields, edit.IDs("passages", passage))...))
	return nil
}

func (c claimAct) fact() error {
	passage, _, err := c.passage()
	if err != nil {
		return err
	}
	value := fmt.Sprint(c.Value)
	if c.Value == nil || value == "" {
		return message.Errorf("write the value of the fact")
	}
	if c.n.Terms().FactType(network.FactKind(c.Kind)) == network.Amount {
		if number, currency, ok := amountOf(value); ok {
			value, c.Currency = number, cmp.Or(c.Currency, currency)
		}
	}
	fields := []edit.Field{edit.Text("kind", c.Kind), edit.Text("value", value)}
	if c.Currency != "" {
		fields = append(fields, edit.Text("currency", c.Currency))
	}
	c.Append(c.ID, "facts", edit.Record(append(fields, edit.IDs("passages", passage))...))
	return nil
}

func (c claimAct) stage() error {
	passage, q, err := c.passage()
	if err != nil {
		return err
	}
	value, err := dateAct{c.change}.dated(c.Date, c.Words, q)
	if err != nil {
		return err
	}
	c.Append(c.Relation, "legal", edit.Record(edit.Text("stage", c.Stage), edit.Field{Name: "date", Value: value}, edit.IDs("passages", passage)))
	return nil
}
