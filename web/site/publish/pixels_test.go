package publish_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/viz/png"
	"proxynet/viz/scene"
	"proxynet/web/site"
	"proxynet/web/site/publish"
)

func TestMissingGlyphsAreReported(t *testing.T) {
	d := &scene.LaidOutNetwork{Network: &network.Network{Title: "Persian: پارسی", Nodes: []network.Node{{Label: "中国"}}}}
	if got := publish.Unset(d); !strings.Contains(got, `"中国"`) {
		t.Errorf("got %q, want the missing signs", got)
	}
	d.Nodes[0].Label = "China"
	d.Translations = []network.Translation{{Lang: "ar", Texts: map[string]map[string]string{"": {"title": "中国"}}}}
	if got := publish.Unset(d); !strings.Contains(got, `"中国"`) {
		t.Errorf("got %q, want the signs missing in a translation’s card", got)
	}
	d.Translations = nil
	if got := publish.Unset(d); got != "" {
		t.Errorf("got %q, want none", got)
	}
}

// TestCardSize checks the card's size, which package site reports in oEmbed without
// drawing the card.
func TestCardSize(t *testing.T) {
	if site.CardWidth != png.CardWidth || site.CardHeight != png.CardHeight {
		t.Errorf("a card has %d × %d pixels, and sites tell %d × %d", png.CardWidth, png.CardHeight, site.CardWidth, site.CardHeight)
	}
}

// TestBuildPublishesNoPassword builds for addresses that must not be published.
func TestBuildPublishesNoPassword(t *testing.T) {
	for _, address := range []string{"https://user:secret@example.org/", "javascript:alert(1)/", "https://example.org/?a=/", "https://example.org/#/", "https://example.org/a"} {
		out := filepath.Join(t.TempDir(), "site")
		_, err := publish.Build(t.Context(), publish.Options{Options: site.Options{Networks: []*network.Network{tiny()}, Address: address}, Out: out})
		if err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: got %v", address, err)
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("%s: a site was written", address)
		}
	}
}
