package file

import "go.yaml.in/yaml/v4"

// Spot is the start of a value in the author's file.
type Spot struct{ Line, Column int } // both from 1; columns count characters, not bytes

func spotOf(n *yaml.Node) Spot { return Spot{n.Line, n.Column} }
