package desk_test

import (
	"encoding/json"
	"os"
	"testing"

	"proxynet/web/desk"
)

// opened returns an engine with a network of the repository.
func opened(t testing.TB, network, article string) (*desk.Engine, *desk.View, string) {
	t.Helper()
	text, err := os.ReadFile(network)
	if err != nil {
		t.Fatal(err)
	}
	words, err := os.ReadFile(article)
	if err != nil {
		t.Skip("its text is not here")
	}
	e := &desk.Engine{}
	v, err := e.Open(desk.Opening{Name: "network.yaml", Text: string(text), Articles: map[string]string{"article.txt": string(words)}, Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	return e, v, string(text)
}

func TestTry(t *testing.T) {
	e, v, _ := opened(t, "../../network/file/example/network.yaml", "../../network/file/example/article.txt")
	data, _ := json.MarshalIndent(v, "", " ")
	os.WriteFile("/tmp/deskgo/view.json", data, 0o644)
	ask := func(op, args string) {
		r, b, err := e.Do(op, []byte(args), nil)
		t.Log(op, args, err, len(b))
		if len(r) > 1500 {
			r = r[:1500]
		}
		t.Log(string(r))
	}
	ask("select", `{"paragraph":5,"from":0,"to":40}`)
	ask("act", `{"act":{"do":"relation","selection":{"paragraph":5,"from":0,"to":47},"from":"thomson","to":{"label":"آقای جدید","kind":"person"},"kind":"opposition","verb":"opposes","status":"attributed","speaker":{"label":"Some One","kind":"named"}}}`)
	ask("act", `{"act":{"do":"remove","ids":["thomson"]}}`)
	ask("act", `{"act":{"do":"remove","ids":["thomson"],"confirmed":true}}`)
	ask("act", `{"act":{"do":"step","text":"It is so.","passages":["p2-ashore"],"show":["field"]}}`)
	ask("act", `{"act":{"do":"meta","title":"New: title","headline":"X"}}`)
	ask("picture", `{"layout":"wide"}`)
}
