package live

import (
	"encoding/json"
	"fmt"
	"strings"

	"proxynet/network/file"
	"proxynet/network/file/lint"
)

// event is a message of the server to open pages; live.js reads it.
type event struct {
	Version  string    `json:"version"` // of the network that is shown
	Summary  string    `json:"summary"`
	Errors   int       `json:"errors"`
	Findings []finding `json:"findings"`
}

type finding struct {
	Level lint.Level `json:"level"`
	Where string     `json:"where"`
	Text  string     `json:"text"`
	Diff  string     `json:"diff"`
}

func newEvent(version string, found []lint.Finding) event {
	n := event{Version: version, Findings: []finding{}}
	warnings := 0
	for _, f := range found {
		if f.Hides() {
			n.Errors++
		} else {
			warnings++
		}
		where, text, _ := strings.Cut(f.Error(), ": ")
		n.Findings = append(n.Findings, finding{f.Level, where, text, file.ShowDiff(f.Diff)})
	}
	switch {
	case n.Errors > 0 && version == "":
		n.Summary = count(n.Errors, "error") + ": nothing can be shown yet"
	case n.Errors > 0:
		n.Summary = count(n.Errors, "error") + ": the last network without errors is shown"
	case warnings > 0:
		n.Summary = count(warnings, "warning")
	default:
		n.Summary = "No errors, no warnings"
	}
	return n
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// encode returns the event as JSON in one line.
func (n event) encode() []byte {
	data, err := json.Marshal(n)
	if err != nil {
		panic("live: " + err.Error()) // never for texts and numbers
	}
	return data
}
