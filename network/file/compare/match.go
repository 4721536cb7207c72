package compare

import (
	"cmp"
	"slices"

	"proxynet/network/file/claims"
)

// pair is one claim in both versions.
type pair struct{ old, new *claims.Claim }

// matching says which claims of two versions are the same.
type matching struct {
	pairs          []pair // in the order of the later version
	added, removed []*claims.Claim
	ids            map[string]string // id in the earlier version → id in the later one
}

// renamed returns the id in the later version of a record that has the given one in
// the earlier.
func (m *matching) renamed(id string) string { return cmp.Or(m.ids[id], id) }

// name identifies a claim in one version: a network may have the id of a node.
type name struct {
	sort claims.Sort
	id   string
}

// match pairs claims with the same id, and of the others those with the same content.
func match(before, after []claims.Claim) *matching {
	m := &matching{ids: map[string]string{}}
	old := map[name]*claims.Claim{}
	for i := range before {
		o := &before[i]
		old[nameOf(o)] = o
	}
	partner := map[*claims.Claim]*claims.Claim{} // of both versions
	marry := func(o, n *claims.Claim) {
		partner[o], partner[n], m.ids[o.ID] = n, o, n.ID
	}
	for i := range after {
		if o := old[nameOf(&after[i])]; o != nil {
			marry(o, &after[i])
		}
	}
	// A claim that names a renamed record is recognised after that one.
	for found := true; found; {
		found = false
		byContent := map[string]*claims.Claim{}
		for i := range before {
			if o := &before[i]; partner[o] == nil {
				byContent[content(o, m.renamed)] = o
			}
		}
		for i := range after {
			n := &after[i]
			if o := byContent[content(n, func(id string) string { return id })]; partner[n] == nil && o != nil && partner[o] == nil {
				marry(o, n)
				found = true
			}
		}
	}
	for i := range after {
		if n := &after[i]; partner[n] == nil {
			m.added = append(m.added, n)
		} else {
			m.pairs = append(m.pairs, pair{partner[n], n})
		}
	}
	for i := range before {
		if o := &before[i]; partner[o] == nil {
			m.removed = append(m.removed, o)
		}
	}
	return m
}

func nameOf(c *claims.Claim) name {
	if c.Sort == claims.Network {
		return name{sort: c.Sort} // there is one, whatever its id
	}
	return name{c.Sort, c.ID}
}

// content returns the fields of a claim, with ids replaced.
func content(c *claims.Claim, of func(id string) string) string {
	keys := make([]string, len(c.Fields))
	for i, f := range c.Fields {
		keys[i] = f.Key(of)
	}
	slices.Sort(keys)
	all := string(c.Sort)
	for _, k := range keys {
		all += "\x02" + k
	}
	return all
}
