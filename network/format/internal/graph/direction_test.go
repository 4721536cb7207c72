package graph

import "testing"

func TestDirectionOf(t *testing.T) {
	for word, want := range map[string]Direction{
		"Directed": Forward, " directed ": Forward, "UNDIRECTED": Undirected, "Non orienté": Undirected, "Orienté": Forward, "Ungerichtet": Undirected,
		"Gerichtet": Forward, "No dirigido": Undirected, "bidirectional": Mutual, "Both": Mutual, "mutual": Mutual, "one_way": Forward, "無向": Undirected, "有向": Forward,
		"جهت\u200cدار": Forward, "بی\u200cجهت": Undirected, "Ненаправленный": Undirected, "non oriente\u0301": Undirected, "reverse": Backward,
		"dirige": Unsaid, "pays": Unsaid, "": Unsaid, "U": Unsaid, "to": Unsaid, "backs": Unsaid, "true": Unsaid, "directs": Unsaid,
	} {
		if got := DirectionOf(word); got != want {
			t.Errorf("directionOf(%q) = %d, want %d", word, got, want)
		}
	}
	for word, want := range map[string]Direction{
		"U": Undirected, "d": Forward, "->": Forward, "<-": Backward, "<->": Mutual, "true": Forward, "false": Undirected, "0": Undirected, "both": Mutual, "Non dirigé": Undirected, "friendship": Unsaid,
	} {
		if got := DirectionIn(word); got != want {
			t.Errorf("directionIn(%q) = %d, want %d", word, got, want)
		}
	}
	for name, want := range map[string]bool{"Type": false, "Direction": true, "is_directed": true, "Richtung": true, "kind": false, "label": false} {
		if got := IsDirectionField(name); got != want {
			t.Errorf("directionField(%q) = %t, want %t", name, got, want)
		}
	}
}
