package file

import (
	"strconv"
	"strings"

	"proxynet/network/message"
)

// Noun returns a message with the name of a section, of a sort of term, or of a field of
// a record or a claim, in the singular; any other name as it is.
func Noun(name string) message.Message {
	switch name {
	case "network":
		return message.New("network")
	case "source":
		return message.New("source")
	case "speaker":
		return message.New("speaker")
	case "passage":
		return message.New("passage")
	case "node":
		return message.New("node")
	case "relation":
		return message.New("relation")
	case "event":
		return message.New("event")
	case "step":
		return message.New("step")
	case "family":
		return message.New("family")
	case "kind of node":
		return message.New("kind of node")
	case "kind of relation":
		return message.New("kind of relation")
	case "kind of fact":
		return message.New("kind of fact")
	case "title":
		return message.New("title")
	case "label":
		return message.New("label")
	case "phrase":
		return message.New("phrase")
	case "alias":
		return message.New("alias")
	case "name":
		return message.New("name")
	case "quote":
		return message.New("quote")
	case "summary":
		return message.New("summary")
	case "headline":
		return message.New("headline")
	case "lead-caption":
		return message.New("lead-caption")
	case "kind":
		return message.New("kind")
	case "role":
		return message.New("role")
	case "same":
		return message.New("same")
	case "verb":
		return message.New("verb")
	case "status":
		return message.New("status")
	case "date":
		return message.New("date")
	case "inference":
		return message.New("inference")
	case "legal":
		return message.New("legal")
	case "hides":
		return message.New("hides")
	case "shows":
		return message.New("shows")
	case "as of":
		return message.New("as of")
	case "text":
		return message.New("text")
	case "from":
		return message.New("from")
	case "to":
		return message.New("to")
	case "directed":
		return message.New("directed")
	case "past":
		return message.New("past")
	case "open":
		return message.New("open")
	case "quote against":
		return message.New("quote against")
	case "quote of legal stage":
		return message.New("quote of legal stage")
	case "quote of fact":
		return message.New("quote of fact")
	case "participant":
		return message.New("participant")
	case "against":
		return message.New("against")
	case "legal stage":
		return message.New("legal stage")
	case "fact":
		return message.New("fact")
	case "accept":
		return message.New("accept")
	case "signature":
		return message.New("signature")
	case "note":
		return message.New("note")
	case "the file":
		return message.New("the file")
	}
	return message.New("%s", name)
}

// Named returns a message with what a fault's ID holds: an id, or a name such as
// “node 3” or “sinking, participant 2”.
func Named(name string) message.Message {
	var parts message.List
	for part := range strings.SplitSeq(name, ", ") {
		word, number := part, ""
		if at := strings.LastIndexByte(part, ' '); at > 0 {
			word, number = part[:at], part[at+1:]
		}
		if n, err := strconv.Atoi(number); err == nil {
			parts = append(parts, message.New("%s %d", Noun(word), n))
		} else {
			parts = append(parts, Noun(part))
		}
	}
	return message.New("%s", parts)
}
