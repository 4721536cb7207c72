package columnar

// Section returns a section as it is in a file.
func Section(k byte, content string) string {
	return string(appendSection(nil, kind(k), []byte(content)))
}
