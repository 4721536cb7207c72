// Package writer writes files in XML.
package writer

// Output is a file that was written.
type Output struct {
	Part string // which of several, such as "nodes"; "" where there is but one
	Data []byte
}
