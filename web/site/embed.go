package site

import (
	"encoding/json"
	"fmt"
	"html"
	"net/url"
	"path"
	"strings"

	"proxynet/viz/poster"
	"proxynet/viz/scene"
	"proxynet/web"
)

// embedFiles returns the files by which others take the site into their pages.
// Their names stay the same for good. The address is "" where it isn't known.
func embedFiles(d *scene.Drawing, page web.Page, address string) (map[string][]byte, error) {
	files := map[string][]byte{
		"embed.js":         fmt.Appendf(nil, "// Makes <proxy-network src=\"…\"> a network in an article.\nimport './%sembed/element.js';\n", page.Assets),
		"picture.wide.svg": standAlone(string(page.Wide)),
		"picture.tall.svg": standAlone(string(page.Tall)),
	}
	if address == "" {
		return files, nil
	}
	answer, err := oEmbed(d, address)
	files["oembed.json"] = answer
	return files, err
}

// standAlone makes a poster a file of its own, with its style in it.
func standAlone(svg string) []byte {
	tag, rest, _ := strings.Cut(svg, ">")
	style := poster.Style() + ".poster { background: var(--pn-paper); }\n"
	return []byte(tag + ">\n<style>\n" + html.EscapeString(style) + "</style>" + rest)
}

// Size in CSS pixels of the embed where its taker says nothing; the height is
// what heightFor in web/embed/frame.js gives for the width.
const (
	embedWidth  = 720
	embedHeight = 636
)

// oEmbed is the site's answer by oEmbed 1.0 (oembed.com).
func oEmbed(d *scene.Drawing, address string) ([]byte, error) {
	frame := fmt.Sprintf(`<iframe src="%s" title="%s" width="100%%" height="%d" frameborder="0" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-scripts allow-popups"></iframe>`,
		html.EscapeString(address), html.EscapeString(d.Title), embedHeight)
	return json.MarshalIndent(struct {
		Version string `json:"version"`
		Type    string `json:"type"`
		Title   string `json:"title"`
		HTML    string `json:"html"`
		Width   int    `json:"width"`
		Height  int    `json:"height"`
	}{"1.0", "rich", d.Title, frame, embedWidth, embedHeight}, "", "  ")
}

// headerFile tells hosts like Netlify and Cloudflare Pages what the project's
// own server says; they read it from the root of a site. The address of a
// sandboxed frame is nobody's, so everything may be read from anywhere.
func headerFile(files map[string][]byte) []byte {
	var b strings.Builder
	b.WriteString("/*\n")
	for _, h := range web.Headers {
		fmt.Fprintf(&b, "  %s: %s\n", h.Name, h.Value)
	}
	b.WriteString("  Access-Control-Allow-Origin: *\n")
	keep := func(where string) {
		fmt.Fprintf(&b, "%s\n  Cache-Control: public, max-age=31536000, immutable\n", where)
	}
	keep("/assets/*")
	for _, name := range sortedNames(files) {
		if base := path.Base(name); !strings.HasPrefix(name, "assets/") && strings.Count(base, ".") == 2 && path.Ext(base) != ".svg" {
			keep("/" + name)
		}
	}
	return []byte(b.String())
}

// checkAddress tells why a text is not the address of a site's folder.
func checkAddress(address string) error {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || !strings.HasSuffix(u.Path, "/") {
		return fmt.Errorf("%q is not the address of a site; write it like https://example.org/network/", address)
	}
	return nil
}
