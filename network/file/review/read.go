package review

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"proxynet/network/file"
	"proxynet/network/message"
	"proxynet/network/visible"
)

// Limits of a file.
const (
	mostItems       = 100_000
	mostText        = 10_000 // characters
	mostDiagnostics = 100
)

// Read reads a file; name is for the diagnostics. An empty file is an empty review. An
// error is a [file.Diagnostics].
func Read(name string, data []byte) (*Review, error) {
	r := &reader{review: &Review{Name: name}}
	if len(strings.TrimSpace(string(data))) == 0 {
		return r.review, nil
	}
	root, err := file.Tree(name, data, MaxBytes)
	if err != nil {
		return nil, err
	}
	r.top(root)
	if r.diagnostics != nil {
		return nil, r.diagnostics
	}
	return r.review, nil
}

// reader reads the nodes of a file.
type reader struct {
	review      *Review
	diagnostics file.Diagnostics
}

func (r *reader) report(n *yaml.Node, id string, problem, fix message.Message) {
	if len(r.diagnostics) < mostDiagnostics {
		r.diagnostics = append(r.diagnostics, file.Diagnostic{File: r.review.Name, Line: n.Line, ID: id, Rule: file.RuleFile, Problem: problem, Fix: fix})
	}
}

func (r *reader) top(root *yaml.Node) {
	fields := r.fields(root, "", "format", "reviews", "signed", "notes")
	if fields == nil {
		return
	}
	if format := fields["format"]; format == nil || format.Value != fmt.Sprint(Format) {
		r.report(root, "", message.New("it is not in format %d", Format), message.New("write “format: %d”, or update the program", Format))
		return
	}
	if fields["reviews"] == nil {
		r.report(root, "", message.New("it has no “reviews”"), message.New("add “reviews: ” and the id of the network"))
	} else {
		r.review.Network = r.text(fields["reviews"], "", "reviews")
	}
	for _, item := range r.items(fields["signed"], "signed") {
		f := r.fields(item, "signature", "of", "by", "on", "hash")
		s := Signature{Of: r.need(item, f, "of"), By: r.need(item, f, "by"), On: r.day(item, f), Hash: r.need(item, f, "hash"), line: item.Line}
		if s.Hash != "" && !isHash.MatchString(s.Hash) {
			r.report(f["hash"], s.Of, message.New("“hash” was not written by proxynet"), message.New("take the signature out, and sign the claim again"))
		}
		r.review.Signed = append(r.review.Signed, s)
	}
	for _, item := range r.items(fields["notes"], "notes") {
		f := r.fields(item, "note", "of", "by", "on", "text", "done")
		note := Note{Of: r.need(item, f, "of"), By: r.need(item, f, "by"), On: r.day(item, f), Text: r.need(item, f, "text"), line: item.Line}
		if done := f["done"]; done != nil {
			if done.Kind != yaml.ScalarNode || done.ShortTag() != "!!bool" {
				r.report(done, note.Of, message.New("“done” must be true or false"), message.New("write “true” or “false”"))
			}
			note.Done = strings.EqualFold(done.Value, "true")
		}
		r.review.Notes = append(r.review.Notes, note)
	}
}

var isHash = regexp.MustCompile(`^[0-9a-f]{20}$`)

// fields returns the fields of a mapping by their names, nil with a diagnostic if it is
// none.
func (r *reader) fields(n *yaml.Node, what string, known ...string) map[string]*yaml.Node {
	if n.Kind != yaml.MappingNode {
		r.report(n, what, message.New("it must be fields and values"), message.New("write it as “field: value” lines"))
		return nil
	}
	out := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		switch isKnown := slices.Contains(known, key.Value); {
		case key.Kind != yaml.ScalarNode || !isKnown:
			r.report(key, what, message.New("unknown field %s", visible.Quote(clip(key.Value))), message.New("write one of %s", message.Strings(known)))
		case out[key.Value] != nil:
			r.report(key, what, message.New("field “%s” appears twice", key.Value), message.New("keep one of the two"))
		default:
			out[key.Value] = value
		}
	}
	return out
}

func (r *reader) items(n *yaml.Node, field string) []*yaml.Node {
	switch {
	case n == nil || n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null":
		return nil
	case n.Kind != yaml.SequenceNode:
		r.report(n, "", message.New("“%s” must be a list", field), message.New("write it as lines that begin with “-”"))
		return nil
	case len(n.Content) > mostItems:
		r.report(n, "", message.New("“%s” has more than %d items", field, mostItems), message.New("make it shorter"))
		return nil
	}
	return n.Content
}

func (r *reader) need(item *yaml.Node, fields map[string]*yaml.Node, field string) string {
	if fields == nil {
		return ""
	}
	if fields[field] == nil {
		r.report(item, "", message.New("it has no “%s”", field), message.New("add “%s: …”", field))
		return ""
	}
	id := ""
	if of := fields["of"]; of != nil && field != "of" {
		id = clip(of.Value)
	}
	return r.text(fields[field], id, field)
}

// text returns a text; dates and numbers are text too.
func (r *reader) text(n *yaml.Node, id, field string) string {
	text := strings.TrimSpace(n.Value)
	switch {
	case n.Kind != yaml.ScalarNode || n.ShortTag() == "!!null" || text == "":
		r.report(n, id, message.New("“%s” must be text", field), message.New("give it a value"))
	case utf8.RuneCountInString(text) > mostText:
		r.report(n, id, message.New("“%s” has more than %d characters", field, mostText), message.New("shorten it"))
	case strings.ContainsFunc(text, func(c rune) bool { return c != '\n' && c != '\t' && visible.Refused(c) }):
		r.report(n, id, message.New("“%s” contains an invisible character", field), message.New("take it out"))
	default:
		return text
	}
	return ""
}

func (r *reader) day(item *yaml.Node, fields map[string]*yaml.Node) string {
	day := r.need(item, fields, "on")
	if day != "" && !isDay(day) {
		r.report(fields["on"], "", message.New("“on” is not a day"), message.New("write for example 2026-11-27"))
		return ""
	}
	return day
}

func isDay(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}

// clip shortens a text for a message.
func clip(text string) string {
	const most = 60
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}
