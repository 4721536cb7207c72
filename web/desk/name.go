package desk

import (
	"cmp"
	"strings"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/file/edit"
	"proxynet/network/file/suggest"
	"proxynet/network/message"
)

// nameAct makes nodes, and gives them names.
type nameAct struct{ *change }

// node returns the id of a chosen node, which may be new and then has the passage.
func (c nameAct) node(o *NodeChoice, missing error, passage string) (string, error) {
	switch {
	case o == nil || *o == NodeChoice{}:
		return "", missing
	case o.Label == "":
		if _, known := recordOf(c.n, o.ID).(*network.Node); known {
			return o.ID, nil
		}
		return "", message.Errorf("there is no name %s", o.ID)
	}
	return c.newNode(o.ID, o.Label, o.Kind, passage)
}

// newNode adds a node and returns its id.
func (c nameAct) newNode(wish, label, kind, passage string) (string, error) {
	label = strings.TrimSpace(label)
	if label == "" {
		return "", message.Errorf("write a name")
	}
	if kind == "" {
		return "", message.Errorf("choose what %s is", label)
	}
	id := c.NewID(cmp.Or(wish, suggest.ID(label, "name")))
	fields := []edit.Field{edit.Text("id", id), edit.Text("label", label)}
	if c.Phrase != "" && c.Do == "name" {
		fields = append(fields, edit.Text("phrase", c.Phrase))
	}
	if len(c.Aliases) > 0 && c.Do == "name" {
		fields = append(fields, texts("aliases", c.Aliases))
	}
	fields = append(fields, edit.Text("kind", kind))
	if c.Summary != nil && *c.Summary != "" && c.Do == "name" {
		fields = append(fields, edit.Text("summary", *c.Summary))
	}
	fields = append(fields, edit.IDs("passages", passage))
	c.Insert("nodes", "", fields...)
	c.made = append(c.made, id)
	return id, nil
}

// texts returns a field with a list of texts.
func texts(name string, list []string) edit.Field {
	out := make([]string, len(list))
	for i, t := range list {
		out[i] = file.Scalar(t)
	}
	return edit.Field{Name: name, Value: "[" + strings.Join(out, ", ") + "]"}
}

func (c nameAct) name() error {
	passage, _, err := c.passage()
	if err != nil {
		return err
	}
	_, err = c.newNode(c.ID, c.Label, c.Kind, passage)
	return err
}

func (c nameAct) alias() error {
	if c.Selection == nil {
		return message.Errorf("select words of the article first")
	}
	q, err := c.e.find(*c.Selection)
	if err != nil {
		return err
	}
	c.Append(c.Node, "aliases", file.Scalar(q.Selector.Exact))
	return nil
}
