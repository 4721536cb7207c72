package compare

import (
	"proxynet/network"
	"proxynet/network/file/claims"
)

// Comparison lists the differences between two versions of a network, each list in the
// order of the later version; removed claims are in the order of the earlier one.
type Comparison struct {
	Added   []Claim  `json:"added"`
	Changed []Change `json:"changed"`
	Removed []Claim  `json:"removed"`
	Renamed []Rename `json:"renamed"` // claims that have another id, changed or not
}

// Claim is a claim that only one version has.
type Claim struct {
	ID       string      `json:"id"`
	Sort     claims.Sort `json:"sort"`
	Sentence string      `json:"sentence"`
	Quotes   []string    `json:"quotes"` // with who says them
}

// Change is a claim that both versions have.
type Change struct {
	ID       string      `json:"id"` // in the later version
	Sort     claims.Sort `json:"sort"`
	Sentence string      `json:"sentence"` // in the later version
	Was      string      `json:"was"`      // the sentence in the earlier version
	Fields   []Field     `json:"fields"`
}

// Field is a difference in one field of a claim.
type Field struct {
	Name   string `json:"name"`
	Before string `json:"before"` // "" if it was added
	After  string `json:"after"`  // "" if it was removed
}

// Rename is a claim with two ids.
type Rename struct {
	Sort   claims.Sort `json:"sort"`
	Before string      `json:"before"`
	After  string      `json:"after"`
}

// Networks compares two versions of a network. A claim that has another id in the
// later one is recognised if nothing else differs, or nothing but the names of
// records that were renamed too.
func Networks(before, after *network.Network) Comparison {
	c := Comparison{Added: []Claim{}, Changed: []Change{}, Removed: []Claim{}, Renamed: []Rename{}}
	m := match(claims.Of(before), claims.Of(after))
	for _, p := range m.pairs {
		if p.old.ID != p.new.ID {
			c.Renamed = append(c.Renamed, Rename{p.new.Sort, p.old.ID, p.new.ID})
		}
		if fields := differences(p.old.Fields, p.new.Fields, m.renamed); fields != nil {
			c.Changed = append(c.Changed, Change{p.new.ID, p.new.Sort, p.new.Sentence, p.old.Sentence, fields})
		}
	}
	for _, o := range m.added {
		c.Added = append(c.Added, alone(o))
	}
	for _, o := range m.removed {
		c.Removed = append(c.Removed, alone(o))
	}
	return c
}

// IsEmpty reports whether the versions claim the same. Other ids are no difference.
func (c *Comparison) IsEmpty() bool { return len(c.Added)+len(c.Changed)+len(c.Removed) == 0 }

func alone(o *claims.Claim) Claim {
	c := Claim{o.ID, o.Sort, o.Sentence, []string{}}
	for _, f := range o.Fields {
		if f.Name == "quote" {
			c.Quotes = append(c.Quotes, f.Text)
		}
	}
	return c
}
