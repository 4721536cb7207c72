package web

import (
	"encoding/json"
	"fmt"

	"proxynet/network"
)

// stepEntry is the data of one step of the story.
type stepEntry struct {
	network.StoryStep
	At, Of int    // counted from 1
	AsOf   string // the date of the picture in words; "" for none
	Quotes []quote
	Look   string // JSON: the view state that the step sets
}

// steps returns the story's steps in order.
func (x entryBuilder) steps() ([]stepEntry, error) {
	var list []stepEntry
	for i, s := range x.Story {
		look := s.State
		look.Light, look.Near = nil, nil // the picture finds these by the step
		data, err := json.Marshal(look)
		if err != nil {
			return nil, fmt.Errorf("step %q: %w", s.ID, err)
		}
		e := stepEntry{StoryStep: s, At: i + 1, Of: len(x.Story), Quotes: x.quotes(s.Passages), Look: string(data)}
		if s.State.AsOf != "" {
			e.AsOf = x.words.dateWords(s.State.AsOf)
		}
		list = append(list, e)
	}
	return list, nil
}
