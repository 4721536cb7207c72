package edit

import (
	"strings"

	"go.yaml.in/yaml/v4"

	"proxynet/network/file"
	"proxynet/network/message"
)

// operation is a change in progress.
type operation struct {
	*source
	*file.Outline
	edits   []Edit
	remarks []message.Message
}

func begin(data []byte) (*operation, error) {
	f, err := Read(data)
	if err != nil {
		return nil, err
	}
	return f.begin()
}

// declared returns the declaration of an id, or an error that suggests a similar id.
func (o *operation) declared(id string) (file.Declaration, error) {
	d, ok := o.Declared[id]
	if ok {
		return d, nil
	}
	fix := message.New("check the spelling")
	if near := o.Nearest(id); near != "" {
		fix = message.New("did you mean %s?", near)
	}
	return d, message.Errorf("the file has no record with the id %s; %s", id, fix)
}

// record returns the mapping that declares an id.
func (o *operation) record(d file.Declaration) (*yaml.Node, error) {
	id := o.at[d.Spot]
	if id == nil || o.in[id].parent == nil {
		return nil, message.Errorf("line %d: the record’s id was not found", d.Spot.Line)
	}
	return o.in[id].parent, nil
}

// replaceID returns the edit that replaces an id by another, skip bytes into the value
// at a place.
func (o *operation) replaceID(at file.Spot, skip int, old, id string) (Edit, error) {
	n := o.at[at]
	if n == nil {
		return Edit{}, message.Errorf("line %d: the id %s was not found", at.Line, old)
	}
	from, to := o.offset(n), o.end(n)
	text := string(o.data[from:to])
	quoted := strings.HasPrefix(text, `"`) || strings.HasPrefix(text, "'")
	if quoted {
		from, to = from+1, to-1
	}
	if from+skip > to || string(o.data[from+skip:to]) != old {
		return Edit{}, message.Errorf("line %d: can’t edit the id %s; write it without escapes", at.Line, old)
	}
	if !quoted && skip == 0 && !isText(id) {
		id = `"` + id + `"`
	}
	return Edit{from + skip, to, id}, nil
}

// isText reports whether YAML reads an unquoted id as text.
func isText(id string) bool {
	var n yaml.Node
	err := yaml.Load([]byte("k: "+id), &n)
	return err == nil && len(n.Content) == 1 && len(n.Content[0].Content) == 2 &&
		n.Content[0].Content[1].ShortTag() == "!!str" && n.Content[0].Content[1].Value == id
}

// change returns the change after [try].
func (o *operation) change() (Change, error) {
	after, err := try(o.data, o.Outline, o.edits)
	if err != nil {
		return Change{}, err
	}
	return Change{Edits: o.edits, Remarks: o.remarks, After: after}, nil
}

func (o *operation) remark(m message.Message) {
	o.remarks = append(o.remarks, m)
}

// place describes the place of a use for a message.
func place(u file.Use) message.Message {
	return message.New("line %d: %s, in “%s”", u.Spot.Line, u.By, u.Field)
}
