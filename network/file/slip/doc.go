// Package slip explains why a file does not parse as YAML: a tab, a quotation mark
// that is never closed, a colon in a text.
//
// The parser only reports where it stopped, often many lines below the slip. So Find
// tries corrections of each kind on the lines above: the one with which the parser
// gets past the line is the slip.
package slip
