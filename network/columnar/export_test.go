package columnar

// Section returns the encoding of a section in a file.
func Section(k byte, content string) string {
	return string(appendSection(nil, kind(k), []byte(content)))
}
