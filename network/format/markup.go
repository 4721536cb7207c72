package format

// plain returns the text of a description that may be written in HTML, and
// reports the markup.
func (c *collector) plain(s string) string {
	for _, tag := range htmlTag.FindAllStringSubmatch(s, -1) {
		if tag[1] != "" && tag[0][1] != '/' {
			c.losses.drop(lossMarkup, "<"+clip(tag[1])+">")
		}
	}
	return htmlText(s)
}
