// Package slip names what is wrong where a file does not parse as YAML: a tab, a
// quotation mark that is never closed, a colon in a text.
//
// The parser only says where it stopped, which is often many lines further down.
// So each kind of slip is tried: what corrects a line, and lets the parser come
// past it, was the slip. The corrected line is part of the answer.
package slip
