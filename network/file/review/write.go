package review

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/file/claims"
	"proxynet/network/message"
	"proxynet/network/visible"
)

// Each operation takes the text of a review, "" for none yet, and returns it with as
// few lines changed as possible; all other lines stay the same to the byte.

// Sign returns the text with a claim of the network signed by somebody on a day, such
// as "2026-11-27". An earlier signature of theirs for the claim is replaced.
func Sign(name string, text []byte, n *network.Network, id, by, on string) ([]byte, error) {
	return SignAll(name, text, n, []string{id}, by, on)
}

// SignAll is [Sign] for several claims.
func SignAll(name string, text []byte, n *network.Network, ids []string, by, on string) ([]byte, error) {
	by, err := person(by, on)
	if err != nil {
		return nil, err
	}
	r, err := Read(name, text)
	if err != nil {
		return nil, err
	}
	byID := byIDs(n)
	want := slices.Clone(r.Signed)
	fresh := map[int]bool{} // places in want that change
	for _, id := range ids {
		c := byID[id]
		if c == nil {
			return nil, unknown(id)
		}
		hash := c.Hash()
		signed := Signature{Of: id, By: by, On: on, Hash: hash}
		at := slices.IndexFunc(want, func(s Signature) bool { return s.By == by && (s.Of == id || s.Hash == hash && byID[s.Of] == nil) })
		if at < 0 {
			at = len(want)
			want = append(want, signed)
		} else {
			signed.line = want[at].line
			want[at] = signed
		}
		fresh[at] = true
	}
	lines := split(begun(text, n))
	for at := len(want) - 1; at >= 0; at-- { // from the end, so that lines before keep their numbers
		if s := want[at]; fresh[at] && s.line > 0 {
			lines = replaceItem(lines, s.line, signatureLines(s))
		}
	}
	var more [][]string
	for at, s := range want {
		if fresh[at] && s.line == 0 {
			more = append(more, signatureLines(s))
		}
	}
	lines = appendItems(lines, "signed", more)
	return proved(name, lines, want, r.Notes)
}

// Unsign returns the text without somebody's signature of a claim.
func Unsign(name string, text []byte, id, by string) ([]byte, error) {
	r, err := Read(name, text)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(r.Signed, func(s Signature) bool { return s.Of == id && s.By == strings.TrimSpace(by) })
	if at < 0 {
		return nil, message.Errorf("%s has not signed %s", visible.Escape(by), visible.Escape(id))
	}
	lines := replaceItem(split(text), r.Signed[at].line, nil)
	return proved(name, lines, slices.Delete(slices.Clone(r.Signed), at, at+1), r.Notes)
}

// AddNote returns the text with somebody's note on a claim of the network.
func AddNote(name string, text []byte, n *network.Network, id, by, on, note string) ([]byte, error) {
	if byIDs(n)[id] == nil {
		return nil, unknown(id)
	}
	by, err := person(by, on)
	if err != nil {
		return nil, err
	}
	if note = plain(note); note == "" {
		return nil, message.Errorf("the note is empty; write what should be checked")
	}
	r, err := Read(name, text)
	if err != nil {
		return nil, err
	}
	made := Note{Of: id, By: by, On: on, Text: note}
	lines := appendItems(split(begun(text, n)), "notes", [][]string{noteLines(made)})
	return proved(name, lines, r.Signed, append(slices.Clone(r.Notes), made))
}

// Done returns the text with the i-th note, from 0, marked as done or not.
func Done(name string, text []byte, i int, done bool) ([]byte, error) {
	r, err := Read(name, text)
	if err != nil {
		return nil, err
	}
	if i < 0 || i >= len(r.Notes) {
		return nil, message.Errorf("there is no note %d; the file has %d", i+1, len(r.Notes))
	}
	want := slices.Clone(r.Notes)
	want[i].Done = done
	return proved(name, replaceItem(split(text), r.Notes[i].line, noteLines(want[i])), r.Signed, want)
}

// byIDs returns the claims of a network by their ids, see idsOf.
func byIDs(n *network.Network) map[string]*claims.Claim {
	all := claims.Of(n)
	out := make(map[string]*claims.Claim, len(all))
	for i, id := range idsOf(all) {
		out[id] = &all[i]
	}
	return out
}

func unknown(id string) error {
	return message.Errorf("the network has no claim %s; name a speaker, node, relation, event or step by its id, or the network by its own", visible.Quote(clip(id)))
}

// person returns the name of somebody who signs, in one line.
func person(by, on string) (string, error) {
	by = plain(by)
	switch {
	case by == "":
		return "", message.Errorf("the signature has no name; write one")
	case len([]rune(by)) > 200:
		return "", message.Errorf("the name is too long; write at most 200 characters")
	case !isDay(on):
		return "", message.Errorf("%s is not a day; write for example 2026-11-27", visible.Quote(clip(on)))
	}
	return by, nil
}

// plain returns a text in one line, without characters that a file must not contain.
func plain(text string) string {
	text = strings.Map(func(c rune) rune {
		switch {
		case unicode.IsSpace(c) || c == '\u2028' || c == '\u2029':
			return ' '
		case visible.Refused(c):
			return -1
		}
		return c
	}, strings.ToValidUTF8(text, ""))
	return strings.Join(strings.Fields(text), " ")
}

// begun returns the text, or the beginning of a file if it is empty.
func begun(text []byte, n *network.Network) []byte {
	if strings.TrimSpace(string(text)) != "" {
		return text
	}
	return fmt.Appendf(nil, "# Who has signed which claim, and notes on them. Never published.\n\nformat: %d\nreviews: %s\n", Format, n.ID)
}

func signatureLines(s Signature) []string {
	return []string{
		"of: " + file.Scalar(s.Of), "by: " + file.Scalar(s.By), "on: " + s.On, "hash: " + file.Scalar(s.Hash),
	}
}

func noteLines(n Note) []string {
	lines := []string{"of: " + file.Scalar(n.Of), "by: " + file.Scalar(n.By), "on: " + n.On, "text: " + file.Scalar(n.Text)}
	if n.Done {
		lines = append(lines, "done: true")
	}
	return lines
}

// proved returns the lines as a text if it reads back as the intended content.
func proved(name string, lines []string, signed []Signature, notes []Note) ([]byte, error) {
	text := []byte(strings.Join(lines, ""))
	r, err := Read(name, text)
	if err == nil && slices.EqualFunc(r.Signed, signed, sameSignature) && slices.EqualFunc(r.Notes, notes, sameNote) {
		return text, nil
	}
	return nil, message.Errorf("%s can’t be changed without changing other parts of the file; write each signature and note, and each of its fields, on its own line", visible.Escape(name))
}

func sameSignature(a, b Signature) bool { a.line, b.line = 0, 0; return a == b }

func sameNote(a, b Note) bool { a.line, b.line = 0, 0; return a == b }
