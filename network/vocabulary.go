package network

// Vocabulary is the terms that a network declares for its own subject. They
// stand beside the built-in ones; a term with the id of a built-in one replaces
// it in this network.
type Vocabulary struct {
	Nodes     []NodeTerm     `json:"nodes,omitempty"`
	Families  []FamilyTerm   `json:"families,omitempty"`
	Relations []RelationTerm `json:"relations,omitempty"`
	Facts     []FactTerm     `json:"facts,omitempty"`
	Chain     *ChainTerm     `json:"chain,omitempty"`
}

// Label is a term in words: BCP 47 language → words.
type Label map[string]string

// In returns the label in the first of the languages that it has, and that
// language.
func (l Label) In(langs ...string) (text, lang string) {
	for _, lang := range langs {
		if text := l[lang]; text != "" {
			return text, lang
		}
	}
	return "", ""
}

// NodeTerm is a kind of node. It looks like a built-in kind, or has a shape and
// a colour.
type NodeTerm struct {
	Kind   NodeKind `json:"kind"`
	Label  Label    `json:"label"`
	Like   NodeKind `json:"like,omitempty"`
	Shape  Shape    `json:"shape,omitempty"`
	Colour Colour   `json:"colour,omitempty"`
}

// FamilyTerm is a family of relation kinds. What it doesn't say of its own look
// is as of the built-in family Like.
type FamilyTerm struct {
	Family Family `json:"family"`
	Label  Label  `json:"label"` // in legends
	Like   Family `json:"like,omitempty"`
	Colour Colour `json:"colour,omitempty"`
	Line   Line   `json:"line,omitempty"`
	End    End    `json:"end,omitempty"`
}

// RelationTerm is a kind of relation. What it doesn't say of its own look is as
// of its family.
type RelationTerm struct {
	Kind     RelationKind `json:"kind"`
	Label    Label        `json:"label,omitempty"` // nil for a built-in kind
	Family   Family       `json:"family"`
	Directed bool         `json:"directed"`
	Chains   bool         `json:"chains,omitempty"` // chains are made of it
	Line     Line         `json:"line,omitempty"`
	End      End          `json:"end,omitempty"`
}

// FactTerm is a kind of fact.
type FactTerm struct {
	Kind  FactKind `json:"kind"`
	Type  FactType `json:"type"`
	Label Label    `json:"label"`
}

// ChainTerm is what a chain is called, such as "chain of ownership", for one and
// for several.
type ChainTerm struct {
	One   Label `json:"one"`
	Other Label `json:"other"`
}

// Shape is the shape of a node's box.
type Shape string

// Shapes lists every shape.
var Shapes = []Shape{"square", "soft", "rounded", "bold", "double", "pill", "outline", "dashed", "dotted"}

// shapeOf holds the built-in kind that has each shape.
var shapeOf = map[Shape]NodeKind{
	"square": State, "soft": Organisation, "rounded": Group, "bold": Force, "double": Alliance,
	"pill": Person, "outline": Unknown, "dashed": People, "dotted": Target,
}

// Colour is a colour of the palette: the page's theme decides how it looks.
type Colour string

// NodeColours lists the colours of nodes, LineColours those of lines.
var (
	NodeColours = []Colour{"slate", "green", "amber", "purple", "blue", "olive", "plain"}
	LineColours = []Colour{"black", "blue", "grey", "red", "amber", "green", "purple", "olive", "slate"}
)

// colourOf holds the built-in kind of node that has each colour.
var colourOf = map[Colour]NodeKind{
	"slate": State, "green": Force, "amber": Person, "purple": Alliance,
	"blue": Group, "olive": Organisation, "plain": Unknown,
}

// Line is the stroke of a line.
type Line string

// Lines lists every stroke.
var Lines = []Line{"bold", "solid", "thin", "dashed", "dotted", "long"}

// End is the mark at the end of a directed line.
type End string

// Ends lists every mark.
var Ends = []End{"triangle", "arrow", "bar", "none"}
