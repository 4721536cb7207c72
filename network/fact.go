package network

// Fact is a detail of a node or a relation, such as an amount or a share.
type Fact struct {
	Kind     FactKind `json:"kind"`               // declared, or a [FactType]
	Value    string   `json:"value"`              // words, or a decimal number such as "40000" or "12.5"
	Currency string   `json:"currency,omitempty"` // of an amount: ISO 4217 code, such as "GBP"
	Passages []string `json:"passages"`           // ids of those that support it
}

// FactKind is a kind of fact: one that the network declares, or a [FactType],
// which is a kind too.
type FactKind string

// FactType is the type of a fact's value.
type FactType string

const (
	Amount FactType = "amount" // a number, with its currency
	Share  FactType = "share"  // a percentage, from 0 to 100
	Place  FactType = "place"  // words
	Role   FactType = "role"   // words
)

// FactTypes lists every type.
var FactTypes = []FactType{Amount, Share, Place, Role}

// FactText returns a fact as one line of text, such as "share 60 %" or "amount 40000 EUR".
func (t *Terms) FactText(f Fact) string {
	text := string(f.Kind) + " " + f.Value
	switch {
	case t.FactType(f.Kind) == Share:
		text += " %"
	case f.Currency != "":
		text += " " + f.Currency
	}
	return text
}
