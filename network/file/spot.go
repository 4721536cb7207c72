package file

import "go.yaml.in/yaml/v4"

// Spot is the position of a value's start in the author's file.
type Spot struct{ Line, Column int } // both from 1; columns count characters, not bytes

func spotOf(n *yaml.Node) Spot { return Spot{n.Line, n.Column} }
