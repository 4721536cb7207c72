package scene_test

import (
	"maps"
	"testing"

	"proxynet/network"
	"proxynet/viz/scene"
)

// TestAskAnswersBesideTheScene asks about a large network: the scene shows an answer only when
// it is ready, and only if it is that to the last question.
func TestAskAnswersBesideTheScene(t *testing.T) {
	dots := func(s *scene.Scene) map[string]scene.DotMark {
		marks := map[string]scene.DotMark{}
		for _, m := range seen(s).Dots {
			marks[m.ID] = m
		}
		return marks
	}
	for _, state := range []scene.State{{Size: network.MeasureBetweenness}, {Remove: []string{"n3"}}} {
		s, n := large(t, 300)
		plain := dots(s)
		at, _ := large(t, 300)
		dots(at) // the labels drawn depend on those before
		at.SetState(state)
		want := dots(at)
		if maps.Equal(want, plain) {
			t.Fatalf("%+v changes nothing", state)
		}
		late := s.Ask(scene.State{Size: network.MeasureDegree})
		q := s.Ask(state)
		if q == nil || late == nil {
			t.Fatal("there is nothing to answer")
		}
		pauses := 0
		late.Answer(func() { pauses++ })
		q.Answer(func() { pauses++ })
		if pauses < len(n.Relations) {
			t.Errorf("%+v: %d pauses while it is answered", state, pauses)
		}
		if s.Reply(late); !maps.Equal(dots(s), plain) {
			t.Errorf("%+v: the scene shows the answer to an earlier question", state)
		}
		if s.Reply(q); !maps.Equal(dots(s), want) {
			t.Errorf("%+v: the scene differs from that of SetState", state)
		}
		if s.Ask(scene.State{}) != nil || !maps.Equal(dots(s), plain) {
			t.Errorf("%+v: something of the answer is left", state)
		}
	}
}
