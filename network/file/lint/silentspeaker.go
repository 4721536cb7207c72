package lint

import "proxynet/network/message"

// silentSpeaker finds speakers that no passage and no denial names.
func silentSpeaker(s *search) {
	speaks := make(map[string]bool)
	for _, p := range s.n.Passages {
		speaks[p.Speaker], speaks[p.Via] = true, true
	}
	for _, r := range s.n.Relations {
		for _, d := range r.Against {
			speaks[d.Speaker] = true
		}
	}
	if len(s.n.Passages) == 0 { // no passage has a speaker yet
		return
	}
	for _, v := range s.n.Speakers {
		if !speaks[v.ID] {
			s.warn(v.ID, message.New("it says nothing and passes nothing on"), message.New("name it as “speaker” of what it says, or take it out"))
		}
	}
}
