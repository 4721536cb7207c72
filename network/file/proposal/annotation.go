package proposal

import (
	"bytes"
	"encoding/json"
	"strings"

	"proxynet/network/message"
)

// annotation is a Web Annotation. Members may be one value or a list of them.
// https://www.w3.org/TR/annotation-model/
type annotation struct {
	ID         string          `json:"id"`
	Motivation json.RawMessage `json:"motivation"`
	Body       json.RawMessage `json:"body"`
	Target     json.RawMessage `json:"target"`
}

type body struct {
	Purpose string `json:"purpose"`
	Value   string `json:"value"`
}

type target struct {
	ID       string          `json:"id"`
	Selector json.RawMessage `json:"selector"`
}

type selector struct {
	Type      string          `json:"type"`
	Exact     string          `json:"exact"`
	Prefix    string          `json:"prefix"`
	Suffix    string          `json:"suffix"`
	RefinedBy json.RawMessage `json:"refinedBy"`
}

// several returns the values of a member that is one value or a list. It returns
// nothing for anything else, such as an address in place of an object.
func several[T any](raw json.RawMessage) []T {
	if len(bytes.TrimSpace(raw)) == 0 {
		return nil
	}
	var parts []json.RawMessage
	if json.Unmarshal(raw, &parts) != nil {
		parts = []json.RawMessage{raw}
	}
	var out []T
	for _, p := range parts {
		var one T
		if json.Unmarshal(p, &one) == nil {
			out = append(out, one)
		}
	}
	return out
}

// annotations reads a list, a page or a collection of annotations as claims.
func annotations(name string, data []byte) ([]Claim, error) {
	var list []annotation
	if err := json.Unmarshal(data, &list); err != nil {
		var page struct {
			Items []annotation `json:"items"`
			First struct {
				Items []annotation `json:"items"`
			} `json:"first"`
		}
		if bytes.HasPrefix(bytes.TrimSpace(data), []byte("[")) {
			return nil, located(name, data, err)
		}
		if err := json.Unmarshal(data, &page); err != nil {
			return nil, located(name, data, err)
		}
		list = append(page.Items, page.First.Items...)
	}
	if len(list) > mostClaims {
		return nil, tooMany(name)
	}
	highlights := map[string]Claim{}
	var claims []Claim
	for _, a := range list {
		if c, ok := a.highlight(); ok {
			highlights[a.ID] = c
			claims = append(claims, c)
		}
	}
	for _, a := range list {
		if c, ok := a.link(highlights); ok {
			claims = append(claims, c)
		}
	}
	if claims == nil {
		return nil, message.Errorf("%s: it holds neither proposals nor annotations that quote words; “proxynet help” names the formats", name)
	}
	return claims, nil
}

// tag returns the tag of an annotation, and its other text.
func (a *annotation) tag() (tag, comment string) {
	for _, b := range several[body](a.Body) {
		switch {
		case b.Value == "":
		case tag == "" && (b.Purpose == "tagging" || b.Purpose == "classifying" || b.Purpose == ""):
			tag = b.Value
		default:
			comment = strings.TrimSpace(comment + " " + b.Value)
		}
	}
	return tag, comment
}

// highlight returns the name that an annotation of words proposes.
func (a *annotation) highlight() (Claim, bool) {
	tag, comment := a.tag()
	for _, t := range several[target](a.Target) {
		for selectors := several[selector](t.Selector); len(selectors) > 0; selectors = selectors[1:] {
			s := selectors[0]
			if s.Exact == "" {
				selectors = append(selectors, several[selector](s.RefinedBy)...)
				continue
			}
			return Claim{Sort: "name", Quote: s.Exact, Prefix: s.Prefix, Suffix: s.Suffix, Label: strings.Join(strings.Fields(s.Exact), " "), Kind: "?" + tag, Note: comment}, true
		}
	}
	return Claim{}, false
}

// link returns the relation that an annotation between two others proposes. Its quote
// is the words from one to the other.
func (a *annotation) link(highlights map[string]Claim) (Claim, bool) {
	targets := several[target](a.Target)
	if len(targets) != 2 || !strings.Contains(string(a.Motivation), "linking") {
		return Claim{}, false
	}
	from, ok := highlights[targets[0].ID]
	to, also := highlights[targets[1].ID]
	if !ok || !also {
		return Claim{}, false
	}
	tag, comment := a.tag()
	return Claim{
		Sort: "relation", Verb: tag, Kind: "?" + tag, Note: comment, ends: []Claim{from, to},
		From: &End{Label: from.Label, Kind: from.Kind, isLoose: true}, To: &End{Label: to.Label, Kind: to.Kind, isLoose: true},
	}, true
}
