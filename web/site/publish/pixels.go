package publish

import (
	"fmt"

	"proxynet/viz/png"
	"proxynet/viz/scene"
	"proxynet/web"
	"proxynet/web/language"
	"proxynet/web/site"
)

// pixels draws a site's pictures with the fonts of [png].
type pixels struct{}

// feedScale is in pixels for each CSS pixel of the picture that feeds show,
// which are read on narrow columns and fine screens.
const feedScale = 2

func (pixels) Picture(d *scene.LaidOutNetwork) ([]byte, error) {
	return png.Figure(d, "tall", feedScale, web.Notes(d.Network))
}

func (pixels) Card(d *scene.LaidOutNetwork) ([]byte, error) {
	return png.Card(d, web.Notes(d.Network))
}

// unset describes the characters that the pictures in pixels lack, "" for none.
func unset(d *scene.LaidOutNetwork) string {
	var texts []string
	for _, tag := range language.Tags() { // every page has a card
		n := d.Network.In(tag)
		texts = append(texts, n.Title)
		for _, node := range n.Nodes {
			texts = append(texts, node.Label)
		}
	}
	missing := png.Unset(texts...)
	if len(missing) == 0 {
		return ""
	}
	return fmt.Sprintf("%s and %s lack %q: no font of proxynet has them; the SVG pictures and the page have them from the reader's fonts", site.PictureName, site.CardName, string(missing))
}
