package reader

import "proxynet/network/format/internal/graph"

// Plain returns the text of a description, which may be HTML, and reports the markup as
// lost.
func (c *Collector) Plain(s string) string {
	for _, tag := range graph.HTMLTag.FindAllStringSubmatch(s, -1) {
		if tag[1] != "" && tag[0][1] != '/' {
			c.Losses.Drop(graph.LossMarkup, "<"+graph.Clip(tag[1])+">")
		}
	}
	return graph.HTMLText(s)
}
