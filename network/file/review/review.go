package review

import (
	"path/filepath"
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/file/claims"
)

// Format is the version of the file's format.
const Format = 1

// MaxBytes is the maximum size of the file.
const MaxBytes = 4 << 20

// Review is the content of a file of signatures and notes.
type Review struct {
	Name    string // of the file, as diagnostics name it
	Network string // id of the network that it is about
	Signed  []Signature
	Notes   []Note
}

// Signature is one person's consent to a claim as it was.
type Signature struct {
	Of   string `json:"of"` // id of the claim
	By   string `json:"by"`
	On   string `json:"on"`   // a day, "2006-01-02"
	Hash string `json:"hash"` // of the claim, see [claims.Claim.Hash]

	line int
}

// Note is one person's remark on a claim.
type Note struct {
	Of   string `json:"of"`
	By   string `json:"by"`
	On   string `json:"on"`
	Text string `json:"text"`
	Done bool   `json:"done"`

	line int
}

// State is whether somebody has signed a claim.
type State string

const (
	Unsigned State = "unsigned"
	Signed   State = "signed"
	Stale    State = "stale" // it has changed since it was signed
)

// Claim is a claim with its signatures and notes.
type Claim struct {
	ID       string      `json:"id"`     // in signatures and notes, see idsOf
	Record   string      `json:"record"` // id of the record, or of the network
	Sort     claims.Sort `json:"sort"`
	Sentence string      `json:"sentence"`
	State    State       `json:"state"`
	By       []string    `json:"by"` // who signed it as it is; if it is stale, as it was
	On       string      `json:"on"` // the day of the last signature, "" if there is none
	Notes    []Note      `json:"notes"`
}

// Path returns the path of the review of the network at path: review.yaml beside
// network.yaml, and name.review.yaml beside name.yaml.
func Path(path string) string {
	name := file.ReviewName
	if base := filepath.Base(path); base != file.NetworkName {
		name = strings.TrimSuffix(base, filepath.Ext(base)) + "." + name
	}
	return filepath.Join(filepath.Dir(path), name)
}

// Claims returns every claim of a network with its state and notes, in the order of
// [claims.Of].
func (r *Review) Claims(n *network.Network) []Claim {
	all := claims.Of(n)
	ids := idsOf(all)
	known := map[string]bool{}
	for _, id := range ids {
		known[id] = true
	}
	var out []Claim
	for i := range all {
		c := &all[i]
		hash := c.Hash()
		id := ids[i]
		one := Claim{ID: id, Record: c.ID, Sort: c.Sort, Sentence: c.Sentence, State: Unsigned, By: []string{}, Notes: []Note{}}
		was := id // before it was renamed
		var stale []string
		staleOn := ""
		for _, s := range r.Signed {
			switch {
			case s.Hash == hash && (s.Of == id || !known[s.Of]):
				was = s.Of
				one.State = Signed
				one.By, one.On = appendNew(one.By, s.By), max(one.On, s.On)
			case s.Of == id:
				stale, staleOn = appendNew(stale, s.By), max(staleOn, s.On)
			}
		}
		if one.State == Unsigned && stale != nil {
			one.State, one.By, one.On = Stale, stale, staleOn
		}
		for _, note := range r.Notes {
			if note.Of == id || note.Of == was {
				one.Notes = append(one.Notes, note)
			}
		}
		out = append(out, one)
	}
	return out
}

// idsOf returns the ids by which signatures and notes name claims: those of the records.
// A record with the network's own id has its sort before it, such as “node.cable”.
func idsOf(all []claims.Claim) []string {
	ids := make([]string, len(all))
	taken := make(map[string]bool, len(all))
	for i := range all { // the network's own comes first
		ids[i] = all[i].ID
		if taken[ids[i]] {
			ids[i] = string(all[i].Sort) + "." + ids[i]
		}
		taken[ids[i]] = true
	}
	return ids
}

// Lost returns the signatures and notes of claims that the network no longer has, as
// "signature of ID" and "note on ID".
func (r *Review) Lost(n *network.Network) []string {
	known, hashes := map[string]bool{}, map[string]bool{}
	all := claims.Of(n)
	for i, id := range idsOf(all) {
		known[id], hashes[all[i].Hash()] = true, true
	}
	moved := map[string]bool{}
	var lost []string
	for _, s := range r.Signed {
		if !known[s.Of] && hashes[s.Hash] {
			moved[s.Of] = true
		} else if !known[s.Of] {
			lost = appendNew(lost, "signature of "+s.Of)
		}
	}
	for _, note := range r.Notes {
		if !known[note.Of] && !moved[note.Of] {
			lost = appendNew(lost, "note on "+note.Of)
		}
	}
	return lost
}

func appendNew(list []string, one string) []string {
	if slices.Contains(list, one) {
		return list
	}
	return append(list, one)
}
