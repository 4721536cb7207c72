package format

import "testing"

func TestDirectionOf(t *testing.T) {
	for word, want := range map[string]direction{
		"Directed": forward, " directed ": forward, "UNDIRECTED": undirected, "Non orienté": undirected, "Orienté": forward, "Ungerichtet": undirected,
		"Gerichtet": forward, "No dirigido": undirected, "bidirectional": mutual, "Both": mutual, "mutual": mutual, "one_way": forward, "無向": undirected, "有向": forward,
		"جهت\u200cدار": forward, "بی\u200cجهت": undirected, "Ненаправленный": undirected, "non oriente\u0301": undirected, "reverse": backward,
		"dirige": unsaid, "pays": unsaid, "": unsaid, "U": unsaid, "to": unsaid, "backs": unsaid, "true": unsaid, "directs": unsaid,
	} {
		if got := directionOf(word); got != want {
			t.Errorf("directionOf(%q) = %d, want %d", word, got, want)
		}
	}
	for word, want := range map[string]direction{
		"U": undirected, "d": forward, "->": forward, "<-": backward, "<->": mutual, "true": forward, "false": undirected, "0": undirected, "both": mutual, "Non dirigé": undirected, "friendship": unsaid,
	} {
		if got := directionIn(word); got != want {
			t.Errorf("directionIn(%q) = %d, want %d", word, got, want)
		}
	}
	for name, want := range map[string]bool{"Type": false, "Direction": true, "is_directed": true, "Richtung": true, "kind": false, "label": false} {
		if got := directionField(name); got != want {
			t.Errorf("directionField(%q) = %t, want %t", name, got, want)
		}
	}
}
