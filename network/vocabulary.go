package network

// Vocabulary holds the terms that a network declares, in addition to the built-in
// ones. A term with the id of a built-in one replaces it in this network.
type Vocabulary struct {
	Nodes     []NodeTerm     `json:"nodes,omitempty"`
	Families  []FamilyTerm   `json:"families,omitempty"`
	Relations []RelationTerm `json:"relations,omitempty"`
	Facts     []FactTerm     `json:"facts,omitempty"`
	Chain     *ChainTerm     `json:"chain,omitempty"` // nil: chains are called “chain of command”
}

// Label is the name of a term: BCP 47 language → name.
type Label map[string]string

// In returns the label in the first of the languages that has one, and that
// language. Both are "" if none has.
func (l Label) In(langs ...string) (text, lang string) {
	for _, lang := range langs {
		if text := l[lang]; text != "" {
			return text, lang
		}
	}
	return "", ""
}

// NodeTerm is a kind of node. Its look is that of the built-in kind Like, except for
// the shape and the colour that it sets.
type NodeTerm struct {
	Kind   NodeKind `json:"kind"`             // its id
	Label  Label    `json:"label"`            // in the legend and at nodes
	Like   NodeKind `json:"like,omitempty"`   // a built-in kind, or ""
	Shape  Shape    `json:"shape,omitempty"`  // "": that of Like
	Colour Colour   `json:"colour,omitempty"` // one of [NodeColours]; "": that of Like
}

// FamilyTerm is a family of relation kinds. Its look is that of the built-in family
// Like, except for what it sets.
type FamilyTerm struct {
	Family Family `json:"family"`           // its id
	Label  Label  `json:"label"`            // in legends
	Like   Family `json:"like,omitempty"`   // a built-in family, or ""
	Colour Colour `json:"colour,omitempty"` // one of [LineColours]; "": that of Like
	Line   Line   `json:"line,omitempty"`   // "": that of Like
	End    End    `json:"end,omitempty"`    // "": that of Like
}

// RelationTerm is a kind of relation. Its look is that of its family, except for
// what it sets.
type RelationTerm struct {
	Kind     RelationKind `json:"kind"`             // its id
	Label    Label        `json:"label,omitempty"`  // nil for a built-in kind
	Family   Family       `json:"family"`           // built in, or declared
	Directed bool         `json:"directed"`         // its relations have a direction
	Chains   bool         `json:"chains,omitempty"` // it forms chains
	Line     Line         `json:"line,omitempty"`   // "": that of the family
	End      End          `json:"end,omitempty"`    // "": that of the family
}

// FactTerm is a kind of fact.
type FactTerm struct {
	Kind  FactKind `json:"kind"` // its id
	Type  FactType `json:"type"` // of its values
	Label Label    `json:"label"`
}

// ChainTerm is the name of chains, such as "chain of ownership", in the singular and
// the plural.
type ChainTerm struct {
	One   Label `json:"one"`
	Other Label `json:"other"`
}

// Shape is the shape of a node's box.
type Shape string

// Shapes lists every shape.
var Shapes = []Shape{"square", "soft", "rounded", "bold", "double", "pill", "outline", "dashed", "dotted"}

// shapeOf maps each shape to the built-in kind with this shape.
var shapeOf = map[Shape]NodeKind{
	"square": State, "soft": Organisation, "rounded": Group, "bold": Force, "double": Alliance,
	"pill": Person, "outline": Unknown, "dashed": People, "dotted": Target,
}

// Colour is a colour of the palette, which the page's theme defines.
type Colour string

// NodeColours lists the colours of nodes, LineColours those of lines.
var (
	NodeColours = []Colour{"slate", "green", "amber", "purple", "blue", "olive", "plain"}
	LineColours = []Colour{"black", "blue", "grey", "red", "amber", "green", "purple", "olive", "slate"}
)

// colourOf maps each colour to the built-in kind of node with this colour.
var colourOf = map[Colour]NodeKind{
	"slate": State, "green": Force, "amber": Person, "purple": Alliance,
	"blue": Group, "olive": Organisation, "plain": Unknown,
}

// Line is a stroke style.
type Line string

// Lines lists every stroke style.
var Lines = []Line{"bold", "solid", "thin", "dashed", "dotted", "long"}

// End is the marker at the end of a directed line.
type End string

// Ends lists every marker.
var Ends = []End{"triangle", "arrow", "bar", "none"}

// Labels returns the labels that v declares, by group and name, as in "kind.company",
// "relation.owns", "family.money" and "fact.share". A nil v declares none.
func (v *Vocabulary) Labels() map[string]Label {
	all := make(map[string]Label)
	if v == nil {
		return all
	}
	for _, t := range v.Nodes {
		all["kind."+string(t.Kind)] = t.Label
	}
	for _, t := range v.Families {
		all["family."+string(t.Family)] = t.Label
	}
	for _, t := range v.Relations {
		all["relation."+string(t.Kind)] = t.Label
	}
	for _, t := range v.Facts {
		all["fact."+string(t.Kind)] = t.Label
	}
	return all
}
