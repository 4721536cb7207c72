package reader

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"proxynet/network/format/internal/graph"
)

// JSON reads the values of a JSON file, each once. It reports fields that a reader
// doesn't read as losses, by path.
type JSON struct {
	*Input
	decoder *json.Decoder
	Losses  *graph.Losses
	Path    []string // names of the fields around the current position
	depth   int      // objects and lists around the current position
	Line    int      // of the last token
	values  int      // tokens and values read
}

// NewJSON starts reading JSON.
func NewJSON(in *Input, losses *graph.Losses) *JSON {
	j := &JSON{Input: in, decoder: json.NewDecoder(&finiteReader{from: in, losses: losses}), Losses: losses}
	j.decoder.UseNumber()
	return j
}

// Next returns the next token.
func (j *JSON) Next() (json.Token, error) {
	token, err := j.decoder.Token()
	j.values++
	j.Line = j.Token(j.decoder.InputOffset())
	if err != nil {
		return nil, j.wrong(err)
	}
	switch token {
	case json.Delim('{'), json.Delim('['):
		if j.depth++; j.depth > j.Limits.Depth {
			return nil, j.Diagnostic(j.Line, "", fmt.Sprintf("more than %d objects and lists are nested in one another", j.Limits.Depth), "flatten it; the file may be damaged")
		}
	case json.Delim('}'), json.Delim(']'):
		j.depth--
	}
	return token, nil
}

// wrong returns the parser's error as a diagnostic.
func (j *JSON) wrong(err error) error {
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		if j.decoder.InputOffset() == 0 && j.depth == 0 {
			return j.Diagnostic(0, "", "it is empty", "choose a file with a network")
		}
		return j.Diagnostic(j.Line, "", "it ends before it is complete", "it may be cut off; copy it again")
	case errors.As(err, &syntax):
		return j.Diagnostic(j.Line, "", "it does not parse as JSON: "+syntax.Error(), "correct the JSON there or shortly after")
	}
	return j.Failed(err)
}

// Must reads the required opening delimiter of a value.
func (j *JSON) Must(delim json.Delim, what string) error {
	token, err := j.Next()
	if err == nil && token != delim {
		sort := map[json.Delim]string{'{': "an object", '[': "a list"}[delim]
		err = j.Diagnostic(j.Line, "", fmt.Sprintf("%s must be %s", what, sort), "name the file’s format with --format")
	}
	return err
}

// Note records the name of a field. The names are used only to suggest another format.
func Note(fields []string, field string) []string {
	const most = 64 // more than any format has at the top level
	if len(fields) < most {
		fields = append(fields, field)
	}
	return fields
}

// Object reads an object. For each field it calls read; a field whose value is not read
// then is dropped.
func (j *JSON) Object(what string, read func(field string) error) error {
	if err := j.Must('{', what); err != nil {
		return err
	}
	return j.Fields(read)
}

// Fields is Object after the opening brace.
func (j *JSON) Fields(read func(field string) error) error {
	return j.Members(func(field string) error {
		j.Path = append(j.Path, field)
		defer func() { j.Path = j.Path[:len(j.Path)-1] }()
		before := j.values
		if err := read(field); err != nil {
			return err
		}
		if j.values == before {
			return j.Drop()
		}
		return nil
	})
}

// Keyed reads the rest of an object with values by id. read must read each value.
func (j *JSON) Keyed(read func(id string) error) error { return j.Members(read) }

// Members reads the rest of an object. For each field it calls read, which must read
// the value.
func (j *JSON) Members(read func(field string) error) error {
	for j.decoder.More() {
		key, err := j.Next()
		if err != nil {
			return err
		}
		field, ok := key.(string)
		if !ok {
			return j.Diagnostic(j.Line, "", "a field’s name must be text", "correct the JSON there")
		}
		if err := read(field); err != nil {
			return err
		}
	}
	_, err := j.Next()
	return err
}

// Drop skips the value of a field and reports it by the field's path, unless it is
// empty.
func (j *JSON) Drop() error { return j.DropAs(graph.LossField) }

// DropAs is [JSON.Drop] with the given kind of loss.
func (j *JSON) DropAs(kind string) error {
	token, err := j.Next()
	if err != nil {
		return err
	}
	holds := token != nil && token != ""
	if _, opened := token.(json.Delim); opened {
		holds = j.decoder.More()
		for depth := j.depth; j.depth >= depth; {
			if _, err := j.Next(); err != nil {
				return err
			}
		}
	}
	switch {
	case !holds:
	case kind == graph.LossDrawing:
		j.Losses.Drop(kind, strings.Join(j.Path, "."))
	case kind != graph.LossField:
		j.Losses.Add(1, kind, "")
	case slices.ContainsFunc(j.Path, graph.IsDrawing):
		j.Losses.Drop(graph.LossDrawing, strings.Join(j.Path, "."))
	default:
		j.Losses.Drop(graph.LossField, strings.Join(j.Path, "."))
	}
	return nil
}

// List reads a list. For each item it calls read, which must read the item.
func (j *JSON) List(what string, read func() error) error {
	if err := j.Must('[', what); err != nil {
		return err
	}
	return j.Items(read)
}

// Items is List after the opening bracket.
func (j *JSON) Items(read func() error) error {
	for j.decoder.More() {
		if err := read(); err != nil {
			return err
		}
	}
	_, err := j.Next()
	return err
}

// Each calls read for every object of a file: a single one, a list of them, or one
// after another (JSON lines). read is called after the opening brace. what is the word
// for an object in diagnostics.
func (j *JSON) Each(what string, read func() error) error {
	for first := true; ; first = false {
		token, err := j.decoder.Token()
		if errors.Is(err, io.EOF) && !first {
			return nil
		}
		j.Line = j.Token(j.decoder.InputOffset())
		if err != nil {
			return j.wrong(err)
		}
		j.depth++
		switch token {
		case json.Delim('{'):
			err = read()
		case json.Delim('['):
			err = j.Items(func() error {
				if err := j.Must('{', what); err != nil {
					return err
				}
				return read()
			})
		default:
			err = j.Diagnostic(j.Line, "", "this is neither "+what+" nor a list of them", "name the file’s format with --format")
		}
		if err != nil {
			return err
		}
	}
}

// Value reads any value. An empty value is null.
func (j *JSON) Value() (graph.Value, error) {
	var raw json.RawMessage
	err := j.decoder.Decode(&raw)
	j.values++
	j.Line = j.Token(j.decoder.InputOffset())
	if err != nil {
		return graph.Value{}, j.wrong(err)
	}
	return graph.ValueOf(raw), nil
}

// Scalar reads a string, a number or a boolean, such as an id, and returns it as text.
// null is returned as "".
func (j *JSON) Scalar(what string) (string, error) {
	v, err := j.Value()
	if err == nil && v.Type == graph.JSON {
		err = j.Diagnostic(j.Line, "", what+" must be a text or a number", "write it as one")
	}
	return v.Text, err
}

// Attributes reads an object as attributes.
func (j *JSON) Attributes(what string) (graph.Attributes, error) {
	if err := j.Must('{', what); err != nil {
		return nil, err
	}
	return j.attributes()
}

// attributes is Attributes after the opening brace.
func (j *JSON) attributes() (as graph.Attributes, err error) {
	err = j.Fields(func(field string) error {
		v, err := j.Value()
		if err != nil {
			return err
		}
		as.Add(field, v)
		return j.Few(j.Line, len(as))
	})
	return as, err
}

// AttributesOr reads an object as attributes, or a text or a number.
func (j *JSON) AttributesOr(what string) (as graph.Attributes, other graph.Value, err error) {
	token, err := j.Next()
	if err != nil {
		return nil, other, err
	}
	switch t := token.(type) {
	case string:
		return nil, graph.TextOf(t), nil
	case json.Number:
		return nil, graph.ValueOf([]byte(t)), nil
	}
	if token != json.Delim('{') {
		return nil, other, j.Diagnostic(j.Line, "", what+" must be an object", "name the file’s format with --format")
	}
	as, err = j.attributes()
	return as, other, err
}

// End checks that nothing follows.
func (j *JSON) End() error {
	_, err := j.decoder.Token()
	switch {
	case errors.Is(err, io.EOF):
		return nil
	case err != nil:
		return j.wrong(err)
	}
	return j.Diagnostic(j.Line, "", "something follows after its end", "take it out; the file may hold two")
}

// OtherFormat returns the fix for a file without the required fields of its format: it
// names the format that has the file's fields.
func OtherFormat(fields []string) string {
	for _, f := range []struct{ field, format string }{
		{"elements", "cytoscape"}, {"links", "nodelink"}, {"edges", "nodelink"}, {"nodes", "nodelink"}, {"graphs", "jgf"}, {"graph_data", "oligrapher"}, {"graph", "jgf"},
	} {
		if slices.Contains(fields, f.field) {
			return "name the file’s format with --format; it may be " + f.format
		}
	}
	return "name the file’s format with --format"
}
