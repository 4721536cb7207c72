package format

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// jsonReader reads the values of a JSON file, each once, and accounts for all of
// them: a field that a reader doesn't take is reported as a loss, by its path.
type jsonReader struct {
	*input
	decoder *json.Decoder
	losses  *Losses
	path    []string // names of the fields around the place that is read
	depth   int      // objects and lists around the place that is read
	line    int      // of the token that was read last
	values  int      // tokens and values read
}

func newJSONReader(in *input, losses *Losses) *jsonReader {
	j := &jsonReader{input: in, decoder: json.NewDecoder(&finiteReader{from: in, losses: losses}), losses: losses}
	j.decoder.UseNumber()
	return j
}

// next returns the next token.
func (j *jsonReader) next() (json.Token, error) {
	token, err := j.decoder.Token()
	j.values++
	j.line = j.token(j.decoder.InputOffset())
	if err != nil {
		return nil, j.wrong(err)
	}
	switch token {
	case json.Delim('{'), json.Delim('['):
		if j.depth++; j.depth > j.limits.Depth {
			return nil, j.fault(j.line, "", fmt.Sprintf("more than %d objects and lists are nested in one another", j.limits.Depth), "flatten it; the file may be damaged")
		}
	case json.Delim('}'), json.Delim(']'):
		j.depth--
	}
	return token, nil
}

// wrong returns what the parser stopped at as a fault.
func (j *jsonReader) wrong(err error) error {
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		if j.decoder.InputOffset() == 0 && j.depth == 0 {
			return j.fault(0, "", "it is empty", "choose a file with a network")
		}
		return j.fault(j.line, "", "it ends before it is complete", "it may be cut off; copy it again")
	case errors.As(err, &syntax):
		return j.fault(j.line, "", "it does not parse as JSON: "+syntax.Error(), "correct the JSON there or shortly after")
	}
	return j.failed(err)
}

// must reads the delimiter that a value must begin with.
func (j *jsonReader) must(delim json.Delim, what string) error {
	token, err := j.next()
	if err == nil && token != delim {
		sort := map[json.Delim]string{'{': "an object", '[': "a list"}[delim]
		err = j.fault(j.line, "", fmt.Sprintf("%s must be %s", what, sort), "name the file’s format with --format")
	}
	return err
}

// note adds a field to those that a reader met, which only tell what else the
// file may be.
func note(fields []string, field string) []string {
	const most = 64 // more than any format has at its top
	if len(fields) < most {
		fields = append(fields, field)
	}
	return fields
}

// object reads an object. For each field it calls read; a field whose value
// read doesn't read is dropped.
func (j *jsonReader) object(what string, read func(field string) error) error {
	if err := j.must('{', what); err != nil {
		return err
	}
	return j.fields(read)
}

// fields reads the rest of an object that has begun.
func (j *jsonReader) fields(read func(field string) error) error {
	return j.members(func(field string) error {
		j.path = append(j.path, field)
		defer func() { j.path = j.path[:len(j.path)-1] }()
		before := j.values
		if err := read(field); err != nil {
			return err
		}
		if j.values == before {
			return j.drop()
		}
		return nil
	})
}

// keyed reads the rest of an object that has begun and holds things by their ids.
// read must read each.
func (j *jsonReader) keyed(read func(id string) error) error { return j.members(read) }

func (j *jsonReader) members(read func(field string) error) error {
	for j.decoder.More() {
		key, err := j.next()
		if err != nil {
			return err
		}
		field, ok := key.(string)
		if !ok {
			return j.fault(j.line, "", "a field’s name must be text", "correct the JSON there")
		}
		if err := read(field); err != nil {
			return err
		}
	}
	_, err := j.next()
	return err
}

// drop passes over the value of a field and reports it by the field's path,
// unless it holds nothing.
func (j *jsonReader) drop() error { return j.dropAs(lossField) }

// dropAs is drop for a value that is reported as a loss of its own kind.
func (j *jsonReader) dropAs(kind string) error {
	token, err := j.next()
	if err != nil {
		return err
	}
	holds := token != nil && token != ""
	if _, opened := token.(json.Delim); opened {
		holds = j.decoder.More()
		for depth := j.depth; j.depth >= depth; {
			if _, err := j.next(); err != nil {
				return err
			}
		}
	}
	switch {
	case !holds:
	case kind == lossDrawing:
		j.losses.drop(kind, strings.Join(j.path, "."))
	case kind != lossField:
		j.losses.add(1, kind, "")
	case slices.ContainsFunc(j.path, drawn):
		j.losses.drop(lossDrawing, strings.Join(j.path, "."))
	default:
		j.losses.drop(lossField, strings.Join(j.path, "."))
	}
	return nil
}

// list reads a list. For each item it calls read, which must read the item.
func (j *jsonReader) list(what string, read func() error) error {
	if err := j.must('[', what); err != nil {
		return err
	}
	return j.items(read)
}

// items reads the rest of a list that has begun.
func (j *jsonReader) items(read func() error) error {
	for j.decoder.More() {
		if err := read(); err != nil {
			return err
		}
	}
	_, err := j.next()
	return err
}

// each calls read for every object of a file that holds one, a list of them, or
// one after another (JSON lines). The object has begun when read is called. what
// names such an object in faults.
func (j *jsonReader) each(what string, read func() error) error {
	for first := true; ; first = false {
		token, err := j.decoder.Token()
		if errors.Is(err, io.EOF) && !first {
			return nil
		}
		j.line = j.token(j.decoder.InputOffset())
		if err != nil {
			return j.wrong(err)
		}
		j.depth++
		switch token {
		case json.Delim('{'):
			err = read()
		case json.Delim('['):
			err = j.items(func() error {
				if err := j.must('{', what); err != nil {
					return err
				}
				return read()
			})
		default:
			err = j.fault(j.line, "", "this is neither "+what+" nor a list of them", "name the file’s format with --format")
		}
		if err != nil {
			return err
		}
	}
}

// value reads any value. An empty one is null.
func (j *jsonReader) value() (Value, error) {
	var raw json.RawMessage
	err := j.decoder.Decode(&raw)
	j.values++
	j.line = j.token(j.decoder.InputOffset())
	if err != nil {
		return Value{}, j.wrong(err)
	}
	return valueOf(raw), nil
}

// valueOf returns what a JSON value stands for.
func valueOf(raw json.RawMessage) Value {
	switch {
	case len(raw) == 0 || raw[0] == 'n':
		return Value{}
	case raw[0] == '"':
		var s string
		if json.Unmarshal(raw, &s) != nil {
			return Value{}
		}
		return text(s)
	case raw[0] == 't' || raw[0] == 'f':
		return Value{string(raw), Boolean}
	case raw[0] == '{' || raw[0] == '[':
		var b bytes.Buffer
		if json.Compact(&b, raw) != nil {
			return Value{}
		}
		return object(b.String())
	}
	return Value{string(raw), Number}
}

// scalar reads a value that must be a text, a number or a truth, such as an id,
// and returns it as text. Of null it makes "".
func (j *jsonReader) scalar(what string) (string, error) {
	v, err := j.value()
	if err == nil && v.Type == JSON {
		err = j.fault(j.line, "", what+" must be a text or a number", "write it as one")
	}
	return v.Text, err
}

// attributes reads an object as attributes.
func (j *jsonReader) attributes(what string) (Attributes, error) {
	var as Attributes
	err := j.object(what, func(field string) error {
		v, err := j.value()
		if err != nil {
			return err
		}
		as.add(field, v)
		return j.few(j.line, len(as))
	})
	return as, err
}

// end checks that nothing follows.
func (j *jsonReader) end() error {
	_, err := j.decoder.Token()
	switch {
	case errors.Is(err, io.EOF):
		return nil
	case err != nil:
		return j.wrong(err)
	}
	return j.fault(j.line, "", "something follows after its end", "take it out; the file may hold two")
}

// jsonText returns v as JSON in one line, without the escapes that HTML needs.
func jsonText(v any) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic("format: " + err.Error()) // only plain data of ours is written
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// MarshalJSON writes what the value stands for.
func (v Value) MarshalJSON() ([]byte, error) {
	if v.Type == Text {
		return []byte(jsonText(v.Text)), nil
	}
	return []byte(v.Text), nil
}
