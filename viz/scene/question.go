package scene

// Question is a question about a large network, whose answer takes a while: see
// [Scene.Ask].
type Question struct {
	content *content
	state   State
	answers answers
}

// Ask is [Scene.SetState] except for a question about a large network. Until its answer
// is known, the scene shows that to the last question. [Question.Answer] may run beside
// all uses of the scene; then [Scene.Reply] shows the answer. Ask returns nil if there is
// nothing left to answer.
func (s *Scene) Ask(state State) *Question {
	selected, asks := state.Select != s.state.Select, !sameQuestion(&s.state, &state)
	if selected || asks {
		s.camera.offset = offset{}
	}
	if s.camera.follow((*View)(state.View)) && state.View == nil {
		s.mode.releaseAll()
	}
	s.state, s.state.View = state, nil
	if asks {
		s.asked = nil
		if s.Points() != nil && !asksNothing(&state) {
			s.asked = &Question{content: s.content, state: s.state}
		} else {
			s.take(s.answer(&s.state, func() {}))
		}
	}
	s.mode.refresh()
	if selected || asks {
		s.ensureVisible()
	}
	if asks {
		return s.asked
	}
	return nil
}

// Answer computes the answer. It calls pause repeatedly, so that other work can run.
func (q *Question) Answer(pause func()) { q.answers = q.content.answer(&q.state, pause) }

// Reply shows the answer to a question, unless another one was asked since.
func (s *Scene) Reply(q *Question) {
	if s.asked != q {
		return
	}
	s.asked = nil
	s.take(q.answers)
	s.mode.refresh()
	s.ensureVisible()
}
