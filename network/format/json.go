package format

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// jsonReader reads the values of a JSON file, each once.
type jsonReader struct {
	*input
	decoder *json.Decoder
	depth   int // objects and lists around the place that is read
	line    int // of the token that was read last
}

func newJSONReader(in *input) *jsonReader {
	j := &jsonReader{input: in, decoder: json.NewDecoder(in)}
	j.decoder.UseNumber()
	return j
}

// next returns the next token.
func (j *jsonReader) next() (json.Token, error) {
	token, err := j.decoder.Token()
	j.line = j.token(j.decoder.InputOffset())
	if err != nil {
		return nil, j.wrong(err)
	}
	switch token {
	case json.Delim('{'), json.Delim('['):
		if j.depth++; j.depth > j.limits.Depth {
			return nil, j.fault(j.line, "", fmt.Sprintf("more than %d objects and lists stand in one another", j.limits.Depth), "flatten it; it may be broken")
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
		return j.fault(j.line, "", "it ends before it is complete", "it may be cut off; get it anew")
	case errors.As(err, &syntax):
		return j.fault(j.line, "", "it does not parse as JSON: "+syntax.Error(), "mend the JSON there or shortly after")
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

// object reads an object. For each field it calls read, which must read the
// field's value.
func (j *jsonReader) object(what string, read func(field string) error) error {
	if err := j.must('{', what); err != nil {
		return err
	}
	return j.fields(read)
}

// fields reads the rest of an object that has begun.
func (j *jsonReader) fields(read func(field string) error) error {
	for j.decoder.More() {
		key, err := j.next()
		if err != nil {
			return err
		}
		field, ok := key.(string)
		if !ok {
			return j.fault(j.line, "", "a field’s name must be text", "mend the JSON there")
		}
		if err := read(field); err != nil {
			return err
		}
	}
	_, err := j.next()
	return err
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

// value reads any value. An empty one is null.
func (j *jsonReader) value() (Value, error) {
	var raw json.RawMessage
	err := j.decoder.Decode(&raw)
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

// skip reads any value and forgets it.
func (j *jsonReader) skip() error {
	for depth := j.depth; ; {
		if _, err := j.next(); err != nil {
			return err
		}
		if j.depth == depth {
			return nil
		}
	}
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
