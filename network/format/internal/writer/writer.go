// Package writer writes files in XML.
package writer

// Output is a file that was written.
type Output struct {
	Part string // which of several, such as "nodes"; "" if there is only one
	Data []byte
}
