package file

import (
	"strconv"
	"strings"

	"proxynet/network/message"
)

// nouns are the names of sections, of sorts of terms and claims, and of fields, in the
// singular.
var nouns = []message.Message{
	message.New("network"), message.New("source"), message.New("speaker"), message.New("passage"), message.New("node"),
	message.New("relation"), message.New("event"), message.New("step"), message.New("family"),
	message.New("kind of node"), message.New("kind of relation"), message.New("kind of fact"), message.New("title"),
	message.New("label"), message.New("phrase"), message.New("alias"), message.New("name"), message.New("quote"),
	message.New("summary"), message.New("headline"), message.New("lead-caption"), message.New("kind"),
	message.New("role"), message.New("same"), message.New("verb"), message.New("status"), message.New("date"),
	message.New("inference"), message.New("legal"), message.New("hides"), message.New("shows"), message.New("as of"),
	message.New("text"), message.New("from"), message.New("to"), message.New("directed"), message.New("past"),
	message.New("open"), message.New("quote against"), message.New("quote of legal stage"),
	message.New("quote of fact"), message.New("participant"), message.New("against"), message.New("legal stage"),
	message.New("fact"), message.New("accept"), message.New("signature"), message.New("note"), message.New("the file"),
}

// nounsByName are the nouns by their English.
var nounsByName = func() map[string]message.Message {
	m := make(map[string]message.Message, len(nouns))
	for _, n := range nouns {
		m[n.String()] = n
	}
	return m
}()

// Noun returns a message with the name of a section, of a sort of term or claim, or of a
// field, in the singular; any other name as it is.
func Noun(name string) message.Message {
	return nounsByName[name].Or(message.New("%s", name))
}

// Named returns a message with what a diagnostic's ID holds: an id, or a name such as
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
			parts = append(parts, part) // an id
		}
	}
	return message.New("%s", parts)
}
