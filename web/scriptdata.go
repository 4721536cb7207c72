package web

import (
	"encoding/json"
	"fmt"
)

// scriptData is what only the scripts of a page use, in its language. In a site it is in
// a script of its own, so that the page, which readers see first, is smaller. In a page
// that is one file it is JSON, which no policy has to allow. web/page/scriptdata.js reads
// both.
type scriptData struct {
	Strings  map[string]map[string]any `json:"strings"`  // of the interface
	Emphasis *emphasis                 `json:"emphasis"` // nil if the live graph must show the selection
	Stops    []timeStop                `json:"stops"`    // of the time slider
}

// script returns the data as a script. JSON is an expression of JavaScript, and
// encoding/json escapes what HTML could misread.
func (d scriptData) script() ([]byte, error) {
	data, err := json.Marshal(d)
	if err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	return fmt.Appendf(nil, "self.proxynetPage=%s;\n", data), nil
}
