package proposal

import (
	"bytes"
	"encoding/json"
	"errors"
	"unicode/utf8"

	"proxynet/network/message"
)

// Limits on a file.
const (
	MaxBytes   = 8 << 20
	mostClaims = 2_000
	mostQuote  = 400 // characters, as of any passage
	mostLabel  = 1_000
)

// Claim is one proposed claim, as in the file.
type Claim struct {
	Sort    string `json:"sort"` // "relation", "name" or "event"
	Quote   string `json:"quote"`
	Prefix  string `json:"prefix"`
	Suffix  string `json:"suffix"`
	Source  string `json:"source"`
	Status  string `json:"status"`
	Speaker string `json:"speaker"`
	Kind    string `json:"kind"`
	Note    string `json:"note"`

	From *End   `json:"from"` // of a relation
	To   *End   `json:"to"`
	Verb string `json:"verb"`

	Label        string        `json:"label"` // of a name or an event
	Date         string        `json:"date"`  // of an event
	Participants []Participant `json:"participants"`

	ends []Claim // the highlights that an annotation links, else nil
}

// Participant is a node's part in a proposed event.
type Participant struct {
	Node *End   `json:"node"`
	Role string `json:"role"`
}

// End is a node that a claim names: a reference (id, label or alias), or the label
// and kind of a new one. In JSON the former is a string.
type End struct {
	Reference string
	Label     string
	Kind      string

	isLoose bool // a label that is new unless a node has it
}

func (e *End) UnmarshalJSON(data []byte) error {
	if json.Unmarshal(data, &e.Reference) == nil {
		return nil
	}
	var fresh struct {
		Label string `json:"label"`
		Kind  string `json:"kind"`
	}
	if err := json.Unmarshal(data, &fresh); err != nil || fresh.Label == "" {
		return message.Errorf(`a node must be its id or label, or {"label": …, "kind": …} for a new one`)
	}
	e.Label, e.Kind = fresh.Label, fresh.Kind
	return nil
}

// read returns the claims of a file, and who proposes them.
func read(name string, data []byte) (claims []Claim, by string, err error) {
	switch {
	case len(data) > MaxBytes:
		return nil, "", message.Errorf("%s: it is larger than %d MiB; propose less at a time", name, MaxBytes>>20)
	case !utf8.Valid(data):
		return nil, "", message.Errorf("%s: it is not UTF-8; save it in UTF-8", name)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	var top struct {
		Proposals *int    `json:"proposals"`
		By        string  `json:"by"`
		Claims    []Claim `json:"claims"`
	}
	if trimmed := bytes.TrimSpace(data); len(trimmed) > 0 && trimmed[0] == '[' {
		claims, err = annotations(name, data)
		return claims, "", err
	}
	var probe struct {
		Proposals json.RawMessage `json:"proposals"`
	}
	if err := json.Unmarshal(data, &probe); err != nil {
		return nil, "", located(name, data, err)
	}
	if probe.Proposals == nil {
		claims, err = annotations(name, data)
		return claims, "", err
	}
	if err := json.Unmarshal(data, &top); err != nil {
		return nil, "", located(name, data, err)
	}
	switch {
	case top.Proposals == nil || *top.Proposals != 1:
		return nil, "", message.Errorf("%s: “proposals” is not 1; this program reads version 1 of the format", name)
	case len(top.Claims) == 0:
		return nil, "", message.Errorf("%s: it proposes nothing; add claims to “claims”", name)
	case len(top.Claims) > mostClaims:
		return nil, "", tooMany(name)
	}
	return top.Claims, top.By, nil
}

func tooMany(name string) error {
	return message.Errorf("%s: it proposes more than %d claims; propose fewer at a time", name, mostClaims)
}

// located returns an error of reading JSON with the line at which it occurred.
func located(name string, data []byte, err error) error {
	at := int64(-1)
	var syntax *json.SyntaxError
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		at = syntax.Offset
	case errors.As(err, &wrong):
		at = wrong.Offset
		err = message.Errorf("“%s” must not be a %s", wrong.Field, wrong.Value)
	}
	if at < 0 || at > int64(len(data)) {
		return message.Errorf("%s: %w; correct the JSON", name, err)
	}
	return message.Errorf("%s:%d: %w; correct the JSON there", name, 1+bytes.Count(data[:at], []byte("\n")), err)
}
