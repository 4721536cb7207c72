package scene_test

import (
	"strings"
	"testing"
	"time"

	"github.com/go-text/typesetting/segmenter"

	"proxynet/network"
	"proxynet/viz/compose"
	"proxynet/viz/scene"
)

// clusters splits a text into grapheme clusters; none ends in a joiner.
func clusters(text string) []string {
	var s segmenter.Segmenter
	s.Init([]rune(text))
	var all []string
	for it := s.GraphemeIterator(); it.Next(); {
		if n := len(all); n > 0 && strings.HasSuffix(all[n-1], "\u200d") {
			all[n-1] += string(it.Grapheme().Text)
			continue
		}
		all = append(all, string(it.Grapheme().Text))
	}
	return all
}

var longLabels = []struct {
	name, label string
	shortened   bool // in the tall layout
}{
	{"a URL of 150 characters", "https://example.org/" + strings.Repeat("registers/companies/", 6) + "0123456789", true},
	{"a URL without places to break", "https://example.org/?q=" + strings.Repeat("x", 127), false},
	{"80 Han characters", strings.Repeat("漢字", 40), true},
	{"400 Han characters", strings.Repeat("漢字", 200), true},
	{"a Latin word of 120 letters", strings.Repeat("abcdefghijkl", 10), false},
	{"a Latin word of 1,000 letters", strings.Repeat("m", 1000), true},
	{"Thai without spaces", strings.Repeat("กรุงเทพมหานคร", 8), false},
	{"a word between short ones", "The " + strings.Repeat("Überwachung", 8) + " of it", false},
	{"families of emoji", strings.Repeat("👨‍👩‍👧‍👦", 40), true},
	{"flags", strings.Repeat("🇮🇷🇱🇧", 40), true},
	{"letters with many marks", strings.Repeat("a\u0301\u0323\u0308", 120), false},
	{"Devanagari", strings.Repeat("क्षत्रिय", 15), false},
	{"Persian without spaces", strings.Repeat("سپاه‌پاسداران", 12), false},
	{"a long list of words", strings.Repeat("committee for affairs ", 60), true},
	{"20,000 characters", strings.Repeat("漢 and words ", 2000), true},
}

func TestWrapKeepsLongLabelsInTheirBoxes(t *testing.T) {
	for _, test := range longLabels {
		t.Run(test.name, func(t *testing.T) {
			n := &network.Network{ID: "n", Root: "a", Nodes: []network.Node{
				{ID: "a", Label: "One", Kind: network.Group},
				{ID: "b", Label: test.label, Kind: network.Group, Names: map[string]string{"fa": test.label}},
			}, Relations: []network.Relation{{ID: "r", From: "a", To: "b", Kind: "command", Verb: "commands", Directed: true}}}
			begun := time.Now()
			d, err := compose.Compose(n, compose.Language{Tag: "fa", Words: compose.English()})
			if err != nil {
				t.Fatal(err)
			}
			if took := time.Since(begun); took > 30*time.Second {
				t.Errorf("it took %v", took)
			}
			whole := clusters(strings.ReplaceAll(test.label, " ", ""))
			for _, l := range d.Layouts {
				p := l.Places[1]
				for in, label := range map[string]scene.Label{"its own": {Lines: p.Lines, Size: p.Size, Full: p.Full}, "another": p.In["fa"]} {
					if len(label.Lines) > 8 {
						t.Errorf("%s, %s language: %d lines", l.Name, in, len(label.Lines))
					}
					var shown []string
					for _, line := range label.Lines {
						if w := scene.TextWidth(line, label.Size, true); w > p.W {
							t.Errorf("%s, %s language: %q is %.0f wide in a box of %.0f", l.Name, in, line, w, p.W)
						}
						shown = append(shown, clusters(strings.ReplaceAll(strings.TrimSuffix(line, "…"), " ", ""))...)
					}
					if len(shown) > len(whole) || strings.Join(shown, "|") != strings.Join(whole[:len(shown)], "|") {
						t.Errorf("%s, %s language: %q is no beginning of the label in whole characters", l.Name, in, label.Lines)
					}
					shortened := strings.HasSuffix(label.Lines[len(label.Lines)-1], "…")
					if shortened != (len(shown) < len(whole)) || shortened != (label.Full == test.label) {
						t.Errorf("%s, %s language: %d of %d characters, with an ellipsis: %v, in full: %.20q", l.Name, in, len(shown), len(whole), shortened, label.Full)
					}
				}
				if l.Name == "tall" && (p.Full != "") != test.shortened {
					t.Errorf("shortened is %v: %q", p.Full != "", p.Lines)
				}
				if p.W > l.Width || p.H > l.Height {
					t.Errorf("%s: a box of %.0f × %.0f in %g × %g", l.Name, p.W, p.H, l.Width, l.Height)
				}
			}
		})
	}
}

func TestWrapShowsSoftHyphensAtLineEnds(t *testing.T) {
	n := &network.Network{ID: "n", Root: "a", Nodes: []network.Node{{ID: "a", Label: strings.Repeat("Ministerial\u00adkommission\u00ad", 4) + "Amt", Kind: network.Group}}}
	d, err := compose.Compose(n)
	if err != nil {
		t.Fatal(err)
	}
	lines := d.Layouts[1].Places[0].Lines
	for i, line := range lines {
		if strings.Contains(line, "\u00ad") || strings.HasSuffix(line, "-") != (i < len(lines)-1) {
			t.Errorf("%q", lines)
		}
	}
	if len(lines) < 2 {
		t.Errorf("%q is not broken", lines)
	}
}
